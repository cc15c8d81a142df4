from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestMove(AtsCase):
    def test_bulk_move_keeps_each_previous_stage(self):
        """Defect 7: natively all records get the previous stage of the last one."""
        from odoo.addons.hr_recruitment.models.hr_applicant import HrApplicant as Native

        first, second = self.apply(), self.apply(name="Bob Smith", email="bob@example.org")
        second._ats_move(self.stage_screen)
        both = first | second
        with self.env.cr.savepoint() as native:
            Native.write(both.with_context(tracking_disable=True), {"stage_id": self.stage_interview.id})
            self.assertEqual(len(both.last_stage_id), 1, "native is fixed: drop our split")
            native.rollback()
        both.invalidate_recordset()
        both.with_user(self.recruiter).write({"stage_id": self.stage_interview.id})
        self.assertEqual(first.last_stage_id, self.stage_new)
        self.assertEqual(second.last_stage_id, self.stage_screen)

    def test_stay_measures_its_duration(self):
        with freeze_time("2026-03-02 09:00:00"):
            applicant = self.apply()
        stay = applicant.ats_stay_ids.filtered(lambda row: not row.left_at)
        stay.sudo().entered_at = "2026-03-02 09:00:00"
        with freeze_time("2026-03-04 09:00:00"):
            applicant._ats_move(self.stage_screen)
        self.assertEqual(stay.wall_hours, 48)
        self.assertEqual(stay.wall_days, 2)
        self.assertEqual(stay.outcome, "moved")
        self.assertTrue(0 < stay.working_hours < 48)

    def test_deadline_counts_working_days(self):
        self.stage_screen.ats_sla_days = 2
        applicant = self.apply()
        with freeze_time("2026-03-06 09:00:00"):  # a Friday
            applicant._ats_move(self.stage_screen)
        self.assertEqual(applicant.ats_sla_deadline.date(), fields.Date.to_date("2026-03-10"))
        with freeze_time("2026-03-11 09:00:00"):
            applicant.invalidate_recordset(["ats_pace"])
            self.assertEqual(applicant.ats_pace, "late")

    def test_ended_application_does_not_move(self):
        applicant = self.apply()
        applicant._ats_archive()
        with self.assertRaisesRegex(UserError, "Restore it"):
            applicant.with_user(self.recruiter)._ats_move(self.stage_screen)

    def test_stage_of_another_pipeline_is_refused(self):
        stranger = self.env["hr.recruitment.stage"].create(
            {
                "name": "Elsewhere",
                "job_ids": [(6, 0, self.make_job("Other").ids)],
            }
        )
        with self.assertRaisesRegex(UserError, "not part of the pipeline"):
            self.apply()._ats_move(stranger)

    def test_entry_blockers_need_a_reason_to_be_set_aside(self):
        applicant = self.apply()
        self.patch(type(applicant), "_ats_entry_blockers", lambda self, stage: ["A scorecard is missing."])
        with self.assertRaisesRegex(UserError, "A scorecard is missing"):
            applicant._ats_move(self.stage_interview)
        applicant._ats_move(self.stage_interview, override_reason="Urgent")
        running = applicant.ats_stay_ids.filtered(lambda stay: not stay.left_at)
        self.assertEqual(running.override_reason, "Urgent")

    def test_move_can_be_undone_while_its_mail_waits(self):
        template = self.env["mail.template"].create(
            {
                "name": "Screen",
                "model_id": self.env["ir.model"]._get_id("hr.applicant"),
                "subject": "We read your application",
                "body_html": "<p>Hello</p>",
            }
        )
        self.stage_screen.template_id = template
        applicant = self.apply().with_user(self.recruiter)
        applicant._ats_move(self.stage_screen)
        mail = self.sent_mails(applicant)[-1]
        self.assertEqual(mail.subject, "We read your application")
        self.assertGreater(mail.scheduled_date, fields.Datetime.now() + timedelta(seconds=30))
        applicant.action_ats_undo_move()
        self.assertEqual(applicant.stage_id, self.stage_new)
        self.assertEqual(mail.state, "cancel")

    def test_move_of_somebody_else_is_not_undone(self):
        applicant = self.apply()
        applicant.with_user(self.hr_officer)._ats_move(self.stage_screen)
        with self.assertRaisesRegex(UserError, "nothing to undo"):
            applicant.with_user(self.recruiter).action_ats_undo_move()

    def test_interviewer_does_not_move(self):
        applicant = self.apply()
        applicant.interviewer_ids = self.interviewer
        with self.assertRaises(AccessError):
            applicant.with_user(self.interviewer)._ats_move(self.stage_screen)
