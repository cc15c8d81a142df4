from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestRefuse(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.reason = cls.env["hr.applicant.refuse.reason"].create({"name": "Other"})
        cls.template = cls.env["mail.template"].create(
            {
                "name": "No",
                "model_id": cls.env["ir.model"]._get_id("hr.applicant"),
                "subject": "Your application",
                "body_html": "<p>Sorry</p>",
            }
        )

    def test_refusal_mails_after_the_undo_time_and_reopening_stops_it(self):
        applicant = self.apply().with_user(self.recruiter)
        applicant._ats_refuse(self.reason, template=self.template)
        self.assertEqual((applicant.ats_state, applicant.active), ("refused", False))
        mail = self.sent_mails(applicant)[-1]
        self.assertIn("ana@example.org", mail.email_to)
        self.assertFalse(mail.recipient_ids)
        applicant._ats_reopen()
        self.assertEqual(mail.state, "cancel")
        self.assertEqual(applicant.ats_state, "ongoing")

    def test_hired_candidate_is_not_refused(self):
        applicant = self.apply()
        applicant._ats_move(self.stage_hired)
        with self.assertRaisesRegex(UserError, "has been hired"):
            applicant._ats_refuse(self.reason)

    def test_second_refusal_changes_nothing(self):
        applicant = self.apply()
        applicant._ats_refuse(self.reason)
        applicant._ats_refuse(self.env["hr.applicant.refuse.reason"].create({"name": "Later"}))
        self.assertEqual(applicant.refuse_reason_id, self.reason)

    def test_withdrawal_is_told_apart_and_repeatable(self):
        applicant = self.apply()
        applicant.sudo()._ats_withdraw("Found another job")
        applicant.sudo()._ats_withdraw("again")
        self.assertEqual(applicant.ats_state, "withdrawn")
        self.assertEqual(applicant.ats_withdraw_reason, "Found another job")
        self.assertEqual(applicant.ats_public_status, "withdrawn")
        events = self.env["ats.event"].search([("applicant_id", "=", applicant.id)])
        self.assertEqual(events.mapped("type").count("application.withdrawn"), 1)

    def test_reopening_beside_another_open_application_is_refused(self):
        first = self.apply()
        first._ats_refuse(self.reason)
        self.apply()
        with self.assertRaisesRegex(UserError, "another open application"):
            first._ats_reopen()

    def test_application_after_a_refusal_is_a_new_one(self):
        first = self.apply()
        first._ats_refuse(self.reason)
        second = self.apply()
        self.assertNotEqual(first, second)
        self.assertEqual(first.ats_candidate_id, second.ats_candidate_id)
