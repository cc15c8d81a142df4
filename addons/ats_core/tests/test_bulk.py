"""One thing done to many: preview, skip list, background, undo."""

from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import AtsCase

NOW = "2026-03-02 09:00:00"


class BulkCase(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.runs = cls.env["ats.bulk.run"].with_user(cls.recruiter)

    def people(self, count, **values):
        """Applications of so many people for the job, in the first stage."""
        rows = self.env["hr.applicant"].create(
            [
                {
                    "partner_name": f"Person {number}",
                    "email_from": f"person{number}@example.org",
                    "job_id": self.job.id,
                    "stage_id": self.stage_new.id,
                    **values,
                }
                for number in range(count)
            ]
        )
        self.env["mail.mail"].sudo().search([]).unlink()
        return rows.with_user(self.recruiter)

    def preview(self, records, action, **choices):
        run = self.runs.with_user(records.env.user)._prepare(records, action, **choices)
        run.action_preview()
        return run

    def done(self, records, action, **choices):
        run = self.preview(records, action, **choices)
        run.action_start()
        self.run_jobs()
        return run

    def why(self, run, state="skipped"):
        return {
            line.applicant_id.id or line.candidate_id.id: line.reason for line in run.line_ids if line.state == state
        }


@tagged("post_install", "-at_install")
class TestBulk(BulkCase):
    def test_nothing_happens_before_it_is_started(self):
        cards = self.people(3)
        run = self.preview(cards, "move", stage_id=self.stage_screen.id)
        self.assertEqual((run.state, run.todo_count), ("preview", 3))
        self.assertEqual(cards.stage_id, self.stage_new)
        run.write({"stage_id": self.stage_interview.id})
        self.assertEqual(run.state, "draft", "a choice that changed is previewed anew")
        with self.assertRaises(UserError):
            run._start()

    def test_move_leaves_out_with_the_reason(self):
        cards = self.people(4)
        cards[0]._ats_move(self.stage_screen)
        cards[1]._ats_withdraw()
        other = self.make_job("Elsewhere")
        self.stages.job_ids = [(3, other.id)]
        cards[2].sudo().job_id = other
        run = self.done(cards, "move", stage_id=self.stage_screen.id)
        why = self.why(run)
        self.assertEqual(set(why), set(cards[:3].ids))
        self.assertIn("already", why[cards[0].id])
        self.assertIn("ended", why[cards[1].id])
        self.assertIn("pipeline", why[cards[2].id])
        self.assertEqual(cards[3].stage_id, self.stage_screen)
        self.assertEqual((run.state, run.done_count, run.skipped_count), ("done", 1, 3))

    def test_few_are_done_at_once_and_many_in_the_background(self):
        few = self.preview(self.people(3), "move", stage_id=self.stage_screen.id)
        few.action_start()
        self.assertEqual(few.state, "done")
        cards = self.env["hr.applicant"].create(
            [{"partner_name": f"M{n}", "email_from": f"m{n}@example.org", "job_id": self.job.id} for n in range(60)]
        )
        run = self.preview(cards.with_user(self.recruiter), "move", stage_id=self.stage_screen.id)
        action = run.action_start()
        self.assertEqual((run.state, run.done_count), ("running", 0))
        self.assertEqual(action["params"], {"run_ids": run.ids})
        # One job, then a stop of the server, then the rest.
        run._perform_some()
        self.assertEqual((run.state, run.done_count, run.progress), ("running", 50, 100 * 50 / 60))
        self.run_jobs()
        self.assertEqual((run.state, run.done_count), ("done", 60))
        self.assertEqual(cards.stage_id, self.stage_screen)

    def test_it_stops_and_goes_on(self):
        cards = self.people(60)
        run = self.preview(cards, "move", stage_id=self.stage_screen.id)
        run.action_start()
        run._perform_some()
        run.action_stop()
        self.run_jobs()
        self.assertEqual((run.state, run.done_count, run.todo_count), ("stopped", 50, 10))
        run.action_go_on()
        self.run_jobs()
        self.assertEqual((run.state, run.done_count), ("done", 60))

    def test_one_that_fails_holds_nobody_up(self):
        cards = self.people(5)
        run = self.preview(cards, "move", stage_id=self.stage_screen.id)
        bad = cards[2]
        original = type(cards)._ats_stage_entered

        def entered(applicant, previous):
            if applicant.id == bad.id:
                raise UserError(applicant.env._("not this one"))
            return original(applicant, previous)

        self.patch(type(cards), "_ats_stage_entered", entered)
        run.action_start()
        self.assertEqual(self.why(run, "failed"), {bad.id: "not this one"})
        self.assertEqual((cards - bad).stage_id, self.stage_screen)
        self.assertEqual(bad.stage_id, self.stage_new)

    def test_the_move_of_all_is_taken_back_with_its_mails(self):
        self.stage_screen.template_id = self.env.ref("ats_core.mail_template_document_request")
        cards = self.people(25)
        with freeze_time(NOW):
            run = self.done(cards, "move", stage_id=self.stage_screen.id)
            self.assertEqual(len(self.sent_mails()), 25)
            self.assertEqual(
                set(self.sent_mails().mapped("scheduled_date")), {fields.Datetime.to_datetime("2026-03-02 09:01:00")}
            )
        cards[0].sudo()._ats_move(self.stage_interview)
        with freeze_time("2026-03-02 09:00:50"):
            run.action_undo()
            self.run_jobs()
        self.assertEqual(run.state, "undone")
        self.assertEqual(cards[1:].stage_id, self.stage_new)
        self.assertEqual(cards[0].stage_id, self.stage_interview, "who was moved on stays")
        self.assertIn("moved since", self.why(run, "failed")[cards[0].id])
        self.assertFalse(self.sent_mails())

    def test_after_a_minute_it_is_too_late(self):
        with freeze_time(NOW):
            run = self.done(self.people(2), "move", stage_id=self.stage_screen.id)
        with freeze_time("2026-03-02 09:01:01"), self.assertRaises(UserError):
            run.action_undo()

    def test_refuse_tag_assign_and_back(self):
        cards = self.people(3)
        cards[0].ats_candidate_id.sudo().do_not_contact = True
        reason = self.env["hr.applicant.refuse.reason"].search([], limit=1)
        template = self.env.ref("ats_core.mail_template_document_request")
        tag = self.env["hr.applicant.category"].create({"name": "Silver"})
        run = self.done(cards, "tag", tag_ids=tag.ids)
        self.assertEqual(cards.categ_ids, tag)
        run.action_undo()
        self.assertFalse(cards.categ_ids)
        run = self.done(cards, "assign", recruiter_id=self.admin_rec.id)
        self.assertEqual(cards.user_id, self.admin_rec)
        run.action_undo()
        self.assertEqual(cards.user_id, self.recruiter)
        self.env["mail.mail"].sudo().search([]).unlink()
        run = self.preview(cards, "refuse", reason_id=reason.id, template_id=template.id)
        self.assertEqual(len(run.noted_ids), 1, "who gets no mail is told before")
        run.action_start()
        self.assertEqual(set(cards.mapped("ats_state")), {"refused"})
        self.assertEqual(len(self.sent_mails()), 2)
        run.action_undo()
        self.assertEqual(set(cards.mapped("ats_state")), {"ongoing"})
        self.assertFalse(self.sent_mails())

    def test_the_new_recruiter_hears_once(self):
        heard = [("res_partner_id", "=", self.admin_rec.partner_id.id)]
        before = self.env["mail.notification"].search(heard)
        run = self.done(self.people(3), "assign", recruiter_id=self.admin_rec.id)
        notification = self.env["mail.notification"].search(heard) - before
        self.assertEqual(len(notification), 1)
        self.assertIn("3 applications", notification.mail_message_id.subject)
        run._undo()
        self.assertEqual(self.env["mail.notification"].search(heard) - before, notification)

    def test_pools_and_jobs(self):
        cards = self.people(3)
        pool = self.env["hr.talent.pool"].create({"name": "Silver medallists"})
        run = self.done(cards, "pool", pool_ids=pool.ids)
        self.assertEqual(run.done_count, 3)
        self.assertEqual(cards.ats_candidate_id.talent_pool_ids, pool)
        again = self.preview(cards, "pool", pool_ids=pool.ids)
        self.assertEqual((again.todo_count, again.skipped_count), (0, 3))
        run.action_undo()
        self.assertFalse(cards.ats_candidate_id.talent_pool_ids)
        other = self.make_job("Second Job")
        run = self.done(cards.ats_candidate_id, "job", job_id=other.id)
        self.assertEqual(len(other.application_ids), 3)
        to_people = self.sent_mails().filtered(lambda mail: "person" in (mail.email_to or ""))
        self.assertFalse(to_people, "they did not apply: nobody thanks them")
        self.assertTrue(run.can_undo)
        again = self.preview(cards.ats_candidate_id, "job", job_id=other.id)
        self.assertEqual(again.todo_count, 0)

    def test_at_most_a_thousand(self):
        many = self.env["hr.applicant"].browse(range(1, 1002))
        with self.assertRaises(UserError):
            self.runs._prepare(many.with_user(self.recruiter), "tag")
        with self.assertRaises(UserError):
            self.runs._prepare(self.env["hr.applicant"].with_user(self.recruiter), "tag")

    def test_rows_go_with_the_person(self):
        cards = self.people(2)
        run = self.done(cards, "tag", tag_ids=self.env["hr.applicant.category"].create({"name": "x"}).ids)
        cards[0].ats_candidate_id.sudo()._erase()
        self.assertEqual(run.line_ids.applicant_id, cards[1])

    # Rights ----------------------------------------------------------------------------------

    def test_interviewers_do_nothing_to_many(self):
        cards = self.people(2)
        cards.sudo().interviewer_ids = self.interviewer
        with self.assertRaises(AccessError):
            cards.with_user(self.interviewer).action_ats_bulk("move")
        with self.assertRaises(AccessError):
            cards.with_user(self.interviewer).action_send_email()

    def test_a_hiring_manager_acts_on_the_own_jobs_only(self):
        own = self.people(2).with_user(self.hiring_manager)
        other = self.make_job("Not Mine", ats_hiring_manager_id=False)
        foreign = self.apply(name="Zoe", email="zoe@example.org", job=other)
        run = self.done(own, "move", stage_id=self.stage_screen.id)
        self.assertEqual(run.done_count, 2)
        with self.assertRaises(AccessError):
            foreign.with_user(self.hiring_manager).action_ats_bulk("move")
        # One that is read because of an interview is no decision of theirs.
        foreign.sudo().interviewer_ids = self.hiring_manager
        run = self.preview(foreign.with_user(self.hiring_manager), "mail", subject="Hello", body="<p>Hello</p>")
        self.assertEqual((run.todo_count, run.skipped_count), (0, 1))
        with self.assertRaises(UserError):
            run.action_start()
        for action in ("assign", "pool", "job", "sms"):
            with self.assertRaises(AccessError):
                own.action_ats_bulk(action)
        with self.assertRaises(AccessError):
            own.ats_candidate_id.action_ats_bulk("tag")

    def test_a_run_is_its_owners(self):
        run = self.done(self.people(2), "move", stage_id=self.stage_screen.id)
        for user in (self.hiring_manager, self.admin_rec):
            with self.assertRaises(AccessError):
                run.with_user(user).action_undo()
        with self.assertRaises(UserError):
            run.write({"stage_id": self.stage_offer.id})
        draft = self.runs._prepare(self.people(1), "tag")
        for changed in (run, draft):
            for values in ({"state": "preview"}, {"user_id": self.admin_rec.id}, {"target_ids": [1]}):
                with self.assertRaises(UserError):
                    changed.write(values)
        with self.assertRaises(AccessError):
            self.runs.create({"action": "tag", "res_model": "hr.applicant", "target_ids": [1], "state": "running"})

    def test_a_job_that_became_confidential_is_left_out(self):
        cards = self.people(30)
        run = self.preview(cards, "tag", tag_ids=self.env["hr.applicant.category"].create({"name": "x"}).ids)
        run.action_start()
        self.job.write({"ats_restricted": True, "user_id": self.admin_rec.id, "ats_hiring_manager_id": False})
        cards.sudo().user_id = self.admin_rec
        self.env.invalidate_all()
        self.run_jobs()
        self.assertFalse(cards.sudo().categ_ids)

    def test_results_are_forgotten_after_three_months(self):
        run = self.done(self.people(1), "move", stage_id=self.stage_screen.id)
        run.sudo().finished_at = fields.Datetime.now() - timedelta(days=91)
        draft = self.preview(self.people(1), "move", stage_id=self.stage_screen.id)
        self.env["ats.bulk.run"]._gc_drafts()
        self.assertFalse(run.exists())
        self.assertTrue(draft.exists())
