from datetime import datetime, timedelta

from freezegun import freeze_time

from odoo.tests import tagged

from odoo.addons.base.models.ir_cron import IrCron

from .common import AtsCase

MONDAY = "2026-03-02 08:00:00"  # nine o'clock in Brussels


@tagged("post_install", "-at_install")
class TestSla(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.calendar = cls.env["resource.calendar"].create({"name": "Office", "tz": "Europe/Brussels"})
        cls.calendar.hours_per_day = 8
        cls.job.ats_calendar_id = cls.calendar
        cls.stage_screen.write({"ats_sla_days": 3, "ats_sla_ideal_days": 2})

    def setUp(self):
        super().setUp()

        # Committing would end the transaction of the test; what the crons do stays real.
        def commit_progress(cron, processed=0, *, remaining=None, deactivate=False):
            return 60.0

        self.patch(IrCron, "_commit_progress", commit_progress)

    def screened(self, at=MONDAY, **values):
        with freeze_time(at):
            applicant = self.apply(**values)
            applicant._ats_move(self.stage_screen)
        return applicant

    def watch(self, at):
        with freeze_time(at):
            self.env.ref("ats_core.ir_cron_sla_watch").ir_actions_server_id.run()

    def test_limits_count_working_hours_of_the_calendar(self):
        applicant = self.screened()
        # 8 hours on from nine, with the break from noon to one, is ten o'clock of the next day.
        self.assertEqual(applicant.ats_sla_amber_at, datetime(2026, 3, 4, 8))
        self.assertEqual(applicant.ats_sla_deadline, datetime(2026, 3, 5, 8))
        self.assertEqual(applicant.ats_sla_state, "green")

    def test_the_calendar_comes_from_job_department_company(self):
        other = self.calendar.copy({"name": "Department"})
        self.department.ats_calendar_id = other
        self.assertEqual(self.job._ats_calendar(), self.calendar)
        self.job.ats_calendar_id = False
        self.assertEqual(self.job._ats_calendar(), other)
        self.department.ats_calendar_id = False
        self.assertEqual(self.job._ats_calendar(), self.job.company_id.resource_calendar_id)

    def test_a_holiday_moves_the_limit_at_the_nightly_planning(self):
        applicant = self.screened()
        self.env["resource.calendar.leaves"].create(
            {
                "name": "Carnival",
                "calendar_id": self.calendar.id,
                "date_from": "2026-03-02 23:00:00",
                "date_to": "2026-03-03 23:00:00",
            }
        )
        with freeze_time("2026-03-02 09:00:00"):
            self.stage_screen._ats_replan()
        self.assertEqual(applicant.ats_sla_deadline, datetime(2026, 3, 6, 8))

    def test_waiting_for_the_candidate_stops_the_clock(self):
        applicant = self.screened().with_user(self.recruiter)
        with freeze_time("2026-03-03 08:00:00"):
            applicant.kanban_state = "waiting"
        self.assertEqual((applicant.ats_sla_state, applicant.ats_sla_deadline), ("paused", False))
        self.watch("2026-03-20 08:00:00")
        self.assertEqual(applicant.ats_sla_state, "paused")
        with freeze_time("2026-03-10 08:00:00"):
            applicant.kanban_state = "normal"
        # One day was used before the pause; two remain.
        self.assertEqual(applicant.ats_sla_deadline, datetime(2026, 3, 12, 8))
        self.assertEqual(applicant.ats_sla_state, "green")

    def test_an_answer_of_the_candidate_ends_the_waiting(self):
        applicant = self.screened()
        applicant._ats_wait_for_candidate("Send your certificates")
        self.assertEqual(applicant.kanban_state, "waiting")
        applicant.message_post(body="Here", author_id=False, email_from="Ana <ana@example.org>")
        self.assertFalse(applicant.ats_waiting_since)
        self.assertEqual(applicant.ats_pause_ids.reason, "Send your certificates")
        self.assertTrue(applicant.ats_pause_ids.ended_at)

    def test_a_move_ends_the_waiting(self):
        applicant = self.screened()
        applicant._ats_wait_for_candidate()
        applicant._ats_move(self.stage_interview)
        self.assertFalse(applicant.ats_waiting_since)
        self.assertFalse(applicant.ats_sla_state, "the stage has no limit")

    def test_colours_turn_and_one_activity_tells(self):
        first, second = self.screened(), self.screened(name="Bob Smith", email="bob@example.org")
        self.watch("2026-03-04 09:00:00")
        self.assertEqual(set((first | second).mapped("ats_sla_state")), {"amber"})
        self.watch("2026-03-05 09:00:00")
        self.assertEqual(set((first | second).mapped("ats_sla_state")), {"red"})
        kind = self.env.ref("ats_core.mail_activity_type_late")
        told = self.job.activity_ids.filtered(lambda activity: activity.activity_type_id == kind)
        self.assertEqual((told.user_id, told.summary), (self.recruiter, "2 answers are late"))
        first._ats_move(self.stage_interview)
        self.watch("2026-03-05 10:00:00")
        self.assertEqual(told.summary, "One answer is late")
        second._ats_move(self.stage_interview)
        self.watch("2026-03-05 11:00:00")
        self.assertFalse(told.exists())

    def test_the_stage_says_who_is_told(self):
        self.stage_screen.ats_sla_escalate = "both"
        self.screened()
        self.watch("2026-03-09 09:00:00")
        self.assertEqual(set(self.job.activity_ids.mapped("user_id")), {self.recruiter, self.hiring_manager})

    def test_a_new_limit_makes_nobody_late(self):
        """Installed on years of data, or set on a full stage: the time counts from now."""
        with freeze_time("2025-01-02 09:00:00"):
            applicant = self.apply()
            applicant._ats_move(self.stage_interview)
        with freeze_time(MONDAY):
            self.stage_interview.ats_sla_days = 2
            self.run_jobs()
        self.assertEqual(applicant.ats_sla_state, "green")
        self.assertEqual(applicant.ats_sla_deadline, datetime(2026, 3, 4, 8))
        with freeze_time("2026-03-03 08:00:00"):
            self.stage_interview.ats_sla_days = 1
            self.run_jobs()
        self.assertEqual(applicant.ats_sla_from, datetime(2026, 3, 2, 8), "a changed limit keeps the start")

    def test_an_ended_application_is_never_late(self):
        applicant = self.screened()
        applicant._ats_archive()
        self.watch("2026-04-05 09:00:00")
        self.assertFalse(applicant.ats_sla_state)

    def test_the_digest_comes_once_a_working_day(self):
        late, _other = self.screened(), self.screened(name="Bob Smith", email="bob@example.org")
        self.watch("2026-03-05 09:00:00")

        def digest(at):
            before = self.env["mail.mail"].search([], order="id desc", limit=1).id or 0
            with freeze_time(at):
                self.env.ref("ats_core.ir_cron_sla_digest").ir_actions_server_id.run()
            return self.env["mail.mail"].search([("id", ">", before)])

        self.assertFalse(digest("2026-03-07 06:00:00"), "a Saturday")
        mail = digest("2026-03-09 06:00:00")
        self.assertEqual((mail.subject, mail.email_to), ("2 late, 0 due soon", self.recruiter.email_formatted))
        self.assertIn(late.partner_name, mail.body_html)
        self.assertFalse(digest("2026-03-09 07:00:00"), "sent already")

    def test_the_stay_tells_its_working_time(self):
        applicant = self.screened()
        with freeze_time("2026-03-04 08:00:00"):
            applicant._ats_move(self.stage_interview)
        stay = applicant.ats_stay_ids.filtered(lambda row: row.stage_id == self.stage_screen)
        self.assertEqual((stay.wall_hours, stay.working_hours), (48, 16))


@tagged("post_install", "-at_install")
class TestSlaQueries(AtsCase):
    """The watch and the planning cost the same for ten applications and for a thousand."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.stage_screen.ats_sla_days = 2
        cls.env["queue.job"].search([("state", "=", "pending")]).state = "cancelled"

    def fill(self, count):
        """Rows as they stand in a large database, made in one statement."""
        template = self.apply(name="Row Zero", email="zero@example.org")
        template._ats_move(self.stage_screen)
        self.env.flush_all()
        self.env.cr.execute(
            """INSERT INTO hr_applicant (partner_name, stage_id, job_id, company_id, user_id, active, ats_state,
                                         kanban_state, ats_sla_state, ats_sla_from, ats_sla_amber_at, ats_sla_deadline)
               SELECT 'Row ' || number, stage_id, job_id, company_id, user_id, true, 'ongoing', 'normal',
                      'green', ats_sla_from, ats_sla_amber_at, ats_sla_deadline
                 FROM hr_applicant, generate_series(1, %s) number WHERE id = %s""",
            (count - 1, template.id),
        )
        self.env.invalidate_all()

    def count(self, action):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        action()
        self.env.flush_all()
        return self.cr.sql_log_count - before

    def measure(self, count):
        self.fill(count)
        stage = self.stage_screen
        stage._ats_replan()
        stage.ats_sla_days = 4
        planned = self.count(lambda: stage._ats_replan())
        with freeze_time(datetime.now() + timedelta(days=30)):
            watched = self.count(
                lambda: (self.env["hr.applicant"]._ats_turn_sla(), self.env["hr.applicant"]._ats_tell_late_jobs())
            )
        reds = self.env["hr.applicant"].search_count([("job_id", "=", self.job.id), ("ats_sla_state", "=", "red")])
        self.assertEqual(reds, count)
        return planned, watched

    def test_ten_and_a_thousand(self):
        found = []
        for count in (3, 10, 999):  # the first warms what is read once
            with self.env.cr.savepoint() as savepoint:
                found.append(self.measure(count))
                savepoint.rollback()
            self.env.invalidate_all()
        self.assertEqual(found[1], found[2])


@tagged("post_install", "-at_install")
class TestBoardHeads(AtsCase):
    def test_median_days_and_late_ones_of_all_columns_in_one_query(self):
        for number, days in enumerate((1, 3, 10)):
            applicant = self.apply(name=f"P {number}", email=f"p{number}@example.org")
            applicant._ats_move(self.stage_screen)
            applicant.date_last_stage_update = datetime.now() - timedelta(days=days, hours=1)
            applicant.ats_sla_state = "red" if days > 5 else "green"
        waiting = self.apply(name="P 9", email="p9@example.org")
        self.env.flush_all()
        board = self.env["hr.applicant"].with_user(self.recruiter)
        domain = [("job_id", "=", self.job.id)]
        board.ats_board_heads(domain)
        with self.assertQueryCount(1):
            heads = board.ats_board_heads(domain)
        self.assertEqual(heads[self.stage_screen.id], {"median": 3, "late": 1})
        self.assertEqual(heads[waiting.stage_id.id], {"median": 0, "late": 0})

    def test_who_does_not_see_the_cards_sees_no_figures(self):
        self.apply()
        board = self.env["hr.applicant"].with_user(self.other_interviewer)
        self.assertEqual(board.ats_board_heads([("job_id", "=", self.job.id)]), {})
