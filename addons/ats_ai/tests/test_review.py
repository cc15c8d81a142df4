from datetime import timedelta

from freezegun import freeze_time
from psycopg2.errors import CheckViolation, UniqueViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import AtsAiCase, resume_pdf

MONDAY = "2026-11-23 09:00:00"


class ReviewCase(AtsAiCase):
    """Two reviewers at their desks on a Monday morning."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.tasks = cls.env["ats.review.task"].sudo()
        (cls.recruiter | cls.admin_rec).write({"tz": "UTC"})
        cls.env.company.resource_calendar_id.tz = "UTC"
        cls.first, cls.second = cls.env["ats.reviewer"].create(
            [{"user_id": cls.recruiter.id}, {"user_id": cls.admin_rec.id}]
        )

    def setUp(self):
        super().setUp()
        self.clock = freeze_time(MONDAY)
        self.frozen = self.clock.start()
        self.addCleanup(self.clock.stop)
        self.presence = self.env["mail.presence"].create(
            [
                {"user_id": user.id, "status": "online", "last_poll": fields.Datetime.now()}
                for user in (self.recruiter, self.admin_rec)
            ]
        )

    def tick(self, **delta):
        """Let time pass, the reviewers stay online, and the timers are looked at."""
        self.frozen.tick(timedelta(**delta))
        self.presence.write({"last_poll": fields.Datetime.now()})
        self.tasks._cron_tick()

    def task(self, email="ana@example.org", **values):
        applicant = self.apply(email=email, name=email.split("@", maxsplit=1)[0].title(), **values)
        return self.tasks._queue(applicant.sudo(), reason="manual")

    def as_reviewer(self, task):
        return task.with_user(task.reviewer_id.user_id).sudo(False)


@tagged("post_install", "-at_install")
class TestReviewTimer(ReviewCase):
    """The timer with frozen time: warned, taken back once, counted, in the queue again."""

    def test_assigned_with_working_minutes(self):
        task = self.task()
        self.tick()
        self.assertEqual((task.state, task.round), ("working", 1))
        self.assertEqual(str(task.deadline), "2026-11-23 09:20:00")
        self.assertEqual(str(task.warn_at), "2026-11-23 09:15:00")

    def test_timer_waits_over_the_night(self):
        self.frozen.move_to("2026-11-23 16:50:00")
        task = self.task()
        self.tick()
        self.assertEqual(str(task.deadline), "2026-11-24 08:10:00")

    def test_nobody_at_the_desk_leaves_the_task_waiting(self):
        self.presence.status = "away"
        task = self.task()
        self.tick()
        self.assertEqual(task.state, "waiting")
        self.presence.status = "online"
        self.frozen.move_to("2026-11-22 10:00:00")
        self.tick()
        self.assertEqual(task.state, "waiting", "a Sunday")
        self.frozen.move_to(MONDAY)
        self.presence.last_poll = fields.Datetime.now() - timedelta(hours=1)
        self.tasks._assign_waiting()
        self.assertEqual(task.state, "waiting", "the browser is gone since an hour")
        self.tick(minutes=1)
        self.assertEqual(task.state, "working")

    def test_warned_then_taken_back_once(self):
        task = self.task()
        self.tick()
        holder = task.reviewer_id
        self.tick(minutes=15)
        self.assertTrue(task.warned)
        self.tick(minutes=5)
        self.assertEqual(task.strike_ids.reviewer_id, holder)
        self.assertEqual(len(task.strike_ids), 1)
        self.assertEqual((task.state, task.reviewer_id != holder, task.round), ("working", True, 2), "somebody else")
        self.assertFalse(self.tasks._revoke_expired(fields.Datetime.now()))
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation), self.env.cr.savepoint():
            self.env.cr.execute(
                "INSERT INTO ats_review_strike (task_id, round, reviewer_id, at) VALUES (%s, 1, %s, now())",
                [task.id, holder.id],
            )

    def test_decision_at_the_last_moment_and_after_it(self):
        task = self.task()
        self.tick()
        mine = self.as_reviewer(task)
        self.frozen.tick(timedelta(minutes=20))
        with self.assertRaisesRegex(UserError, "not in your hands"):
            mine.action_decide("hold")
        self.frozen.tick(timedelta(seconds=-1))
        mine.action_decide("hold")
        self.assertEqual((task.state, task.decision, task.minutes), ("done", "hold", 20.0))
        self.tick(minutes=5)
        self.assertFalse(task.strike_ids)

    def test_three_misses_warn_the_fourth_locks(self):
        self.second.active = False
        task = self.task()
        states = []
        for _miss in range(4):
            self.tick()
            self.tick(minutes=21)
            states.append((self.first.strike_count, self.first.state))
        self.assertEqual(states, [(1, "available"), (2, "available"), (3, "available"), (4, "locked")])
        self.assertEqual(task.state, "waiting")
        with self.assertRaises(AccessError):
            self.env["ats.reviewer"].with_user(self.recruiter).set_my_state("available")
        with self.assertRaises(AccessError):
            self.first.with_user(self.recruiter).action_clear()
        self.first.with_user(self.admin_rec).action_clear()
        self.tick()
        self.assertEqual((self.first.strike_count, task.state), (0, "working"))

    def test_several_tasks_run_out_at_once(self):
        self.second.active = False
        self.first.max_open = 6
        tasks = self.tasks
        for number in range(6):
            tasks |= self.task(email=f"p{number}@example.org")
        self.tick()
        self.assertEqual(tasks.mapped("state"), ["working"] * 6)
        self.tick(minutes=21)
        self.assertEqual(tasks.mapped("state"), ["waiting"] * 6)
        self.assertEqual((len(tasks.strike_ids), self.first.state), (6, "locked"))

    def test_pause_stops_the_timer_twice_and_ends(self):
        task = self.task()
        self.tick()
        mine = self.as_reviewer(task)
        self.tick(minutes=10)
        mine.action_pause()
        self.tick(minutes=30)
        self.assertEqual((task.state, task.seconds_left), ("working", 600))
        mine.action_resume()
        self.assertEqual(task.deadline, fields.Datetime.now() + timedelta(minutes=10))
        mine.action_pause()
        self.tick(minutes=61)
        self.assertFalse(task.paused_at, "no pause is for ever")
        with self.assertRaisesRegex(UserError, "paused twice"):
            mine.action_pause()

    def test_hand_over_escalate_vacation_leave_no_miss(self):
        task = self.task()
        self.tick()
        other = (self.first | self.second) - task.reviewer_id
        self.as_reviewer(task).action_hand_over(other.id)
        self.assertEqual((task.reviewer_id, task.round), (other, 2))
        self.second.max_open = 1
        if task.reviewer_id != self.first:
            self.as_reviewer(task).action_hand_over(self.first.id)
        self.as_reviewer(task).action_escalate("A former colleague")
        self.tick()
        self.assertEqual(task.reviewer_id, self.second, "the administrator's")
        self.env["ats.reviewer"].with_user(self.admin_rec).set_my_state("vacation")
        self.tick()
        self.assertEqual((task.state, task.strike_ids), ("waiting", self.env["ats.review.strike"]))

    def test_turns_loads_skills_and_rights(self):
        tasks = self.tasks
        for number in range(4):
            tasks |= self.task(email=f"p{number}@example.org")
        self.tick()
        self.assertEqual(
            [len(tasks.filtered(lambda t, r=r: t.reviewer_id == r)) for r in (self.first, self.second)], [2, 2]
        )
        self.assertNotIn("waiting", tasks.mapped("state"))
        fifth = self.task(email="p5@example.org")
        self.tick()
        self.assertEqual(fifth.state, "waiting", "both have two")
        self.require(self.job, self.python)
        self.second.write({"skill_ids": self.python, "max_open": 5})
        self.first.max_open = 5
        self.tick()
        self.assertEqual(fifth.reviewer_id, self.second, "who knows the trade")
        secret = self.make_job("Chief", user_id=self.admin_rec.id, ats_hiring_manager_id=False, ats_restricted=True)
        hidden = self.task(email="boss@example.org", job=secret)
        self.first.max_open = 50
        self.second.active = False
        self.tick()
        self.assertNotIn("waiting", (tasks | fifth).mapped("state"))
        self.assertEqual(hidden.state, "waiting", "the recruiter must not see a confidential job")

    def test_least_loaded_gets_it_where_the_company_wants_so(self):
        self.env.company.ats_review_strategy = "least_loaded"
        (self.first | self.second).max_open = 9
        busy = self.tasks
        for number in range(3):
            busy |= self.task(email=f"p{number}@example.org")
        self.tick()
        busy.filtered(lambda task: task.reviewer_id == self.second)._done("hold", by=self.second.user_id)
        self.first.last_assigned_at = fields.Datetime.now() - timedelta(days=9)
        self.assertLess(
            self.tasks._open_counts(self.first | self.second).get(self.second, 0),
            self.tasks._open_counts(self.first | self.second).get(self.first, 0),
        )
        sixth = self.task(email="p6@example.org")
        self.tick()
        self.assertEqual(sixth.reviewer_id, self.second, "in turn it would be the first one's")

    def test_database_keeps_the_rules(self):
        task = self.task()
        with mute_logger("odoo.sql_db"):
            with self.assertRaises(UniqueViolation), self.env.cr.savepoint():
                task.copy({"state": "waiting", "decision": False})
            with self.assertRaises(CheckViolation), self.env.cr.savepoint():
                task.write({"state": "done", "decision": "refuse", "automatic": True})
                self.env.flush_all()
            with self.assertRaises(CheckViolation), self.env.cr.savepoint():
                task.state = "working"
                self.env.flush_all()


@tagged("post_install", "-at_install")
class TestReviewDecision(ReviewCase):
    """What follows from a score, and what a person decides."""

    def scored(self, score, **settings):
        """Return an application with this score for a job with these settings."""
        self.job.write({"ats_auto_mode": "act", **settings})
        skills = [self.python, self.postgres, self.docker, self.go]
        if not self.job.job_skill_ids:
            self.require(self.job, *skills)
        names = [skill.name for skill in skills[: score // 25]] or ["Nothing"]
        applicant = self.apply(email=f"s{score}@example.org", files=[resume_pdf("A", "SKILLS", ", ".join(names))])
        self.run_jobs()
        return applicant

    def test_off_by_default(self):
        applicant = self.scored(100, ats_auto_mode=self.job.default_get(["ats_auto_mode"])["ats_auto_mode"])
        self.assertEqual(self.stored_score(applicant), 100)
        self.assertEqual((applicant.stage_id, len(applicant.ats_review_task_ids)), (self.stage_new, 0))

    def test_above_acts_below_asks_a_person(self):
        good = self.scored(100)
        self.assertEqual(good.stage_id, self.stage_screen)
        done = good.ats_review_task_ids
        self.assertEqual((done.state, done.decision, done.automatic), ("done", "advance", True))
        weak = self.scored(50)
        self.assertEqual(weak.stage_id, self.stage_new)
        self.assertEqual(weak.ats_review_task_ids.reason, "below")
        self.assertNotEqual(weak.ats_review_task_ids.state, "done")

    def test_it_never_refuses(self):
        self.assertNotIn("refuse", dict(self.env["hr.job"]._fields["ats_auto_action"].selection))
        tag = self.env["hr.applicant.category"].create({"name": "Fast"})
        template = self.env["mail.template"].create(
            {"name": "Q", "model_id": self.env.ref("hr_recruitment.model_hr_applicant").id, "body_html": "<p>Q</p>"}
        )
        self.job.write({"ats_auto_tag_id": tag.id, "ats_auto_template_id": template.id})
        number = 0
        for action in ("advance", "tag", "invite", "ask"):
            for mode in ("propose", "act"):
                for score in (0, 25, 100):
                    number += 1
                    self.job.write({"ats_auto_action": action, "ats_auto_mode": mode})
                    applicant = self.apply(email=f"n{number}@example.org")
                    row = (
                        self.env["ats.match"]
                        .sudo()
                        .create(
                            {
                                "applicant_id": applicant.id,
                                "job_id": self.job.id,
                                "scored": True,
                                "score": score,
                                "formula_version": "3",
                            }
                        )
                    )
                    applicant.sudo()._ats_match_scored(row)
                    self.assertEqual((applicant.ats_state, applicant.refuse_reason_id.id), ("ongoing", False))
                    self.assertTrue(applicant.active)
        with self.assertRaises(UserError):
            applicant.sudo()._ats_do("refuse")
        self.assertFalse(applicant.sudo()._ats_do_alone("refuse", row))

    def test_proposal_is_confirmed_and_agreement_kept(self):
        applicant = self.scored(100, ats_auto_mode="propose")
        task = applicant.ats_review_task_ids
        self.assertEqual((task.proposal, applicant.stage_id), ("advance", self.stage_new))
        self.tick()
        self.as_reviewer(task).action_decide("advance")
        self.assertEqual((applicant.stage_id, task.agreement), (self.stage_screen, "agreed"))
        self.assertEqual(task.formula_version, self.env["ats.match"]._version())
        weak = self.scored(25).ats_review_task_ids
        self.tick()
        self.as_reviewer(weak).action_decide("advance")
        self.assertEqual(weak.agreement, "overrode")
        board = self.tasks.with_user(self.recruiter).sudo(False).board()
        self.assertEqual(board["metrics"]["agreement"], 50)
        event = self.env["ats.event"].search([("type", "=", "review.decided"), ("applicant_id", "=", applicant.id)])
        self.assertEqual(event.payload["decision"], "advance")

    def test_person_refuses_with_a_reason(self):
        task = self.task()
        self.tick()
        mine = self.as_reviewer(task)
        with self.assertRaisesRegex(UserError, "reason"):
            mine.action_decide("refuse")
        reason = self.env["hr.applicant.refuse.reason"].create({"name": "No"})
        mine.action_decide("refuse", refuse_reason_id=reason.id)
        self.assertEqual((task.applicant_id.ats_state, task.decided_by_id), ("refused", mine.env.user))

    def test_only_the_holder_decides(self):
        task = self.task()
        self.tick()
        other = (self.first | self.second) - task.reviewer_id
        with self.assertRaises(UserError):
            task.with_user(other.user_id).sudo(False).action_decide("hold")
        with self.assertRaises(AccessError):
            task.with_user(self.interviewer).sudo(False).read(["score"])
        with self.assertRaises(AccessError):
            task.with_user(self.recruiter).sudo(False).write({"decision": "advance"})

    def test_decided_once_is_not_asked_again(self):
        applicant = self.scored(50)
        task = applicant.ats_review_task_ids
        self.tick()
        self.as_reviewer(task).action_decide("hold")
        applicant.sudo()._ats_match()
        self.assertEqual(len(applicant.ats_review_task_ids), 1)

    def test_board_shows_reasons_and_numbers(self):
        self.presence.status = "away"
        applicant = self.scored(50)
        board = self.tasks.with_user(self.recruiter).sudo(False).board()
        self.assertEqual(board["metrics"]["waiting"], 1)
        [card] = board["lanes"]["waiting"]
        self.assertEqual((card["name"], card["score"]), (applicant.partner_name, 50))
        self.assertEqual({chip["group"] for chip in card["reasons"]}, {"met", "missing"})
        self.assertEqual(board["me"], {"state": "available", "misses": 0})
        with self.assertRaises(AccessError):
            self.tasks.with_user(self.interviewer).sudo(False).board()
        others = self.tasks.with_user(self.hiring_manager).sudo(False).board()
        self.assertEqual(len(others["lanes"]["waiting"]), 1)
        self.job.ats_hiring_manager_id = self.recruiter
        others = self.tasks.with_user(self.hiring_manager).sudo(False).board()
        self.assertFalse(others["lanes"]["waiting"])

    def test_board_costs_the_same_for_many(self):
        def cost():
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.tasks.with_user(self.recruiter).sudo(False).board()
            return self.env.cr.sql_log_count - before

        for number in range(2):
            self.task(email=f"a{number}@example.org")
        cost()
        few = cost()
        for number in range(12):
            self.task(email=f"b{number}@example.org")
        self.assertLessEqual(cost(), few + 2)
