from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestEvent(AtsCase):
    def test_journal_is_not_edited(self):
        self.apply()
        event = self.env["ats.event"].search([], limit=1)
        with self.assertRaises(UserError):
            event.write({"payload": {}})
        with self.assertRaises(UserError):
            event.unlink()

    def test_who_reads_the_journal(self):
        self.apply()
        self.assertTrue(self.env["ats.event"].with_user(self.privacy_officer).search([]))
        for user in (self.recruiter, self.interviewer, self.employee_user):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.env["ats.event"].with_user(user).search([])

    def test_payload_has_no_personal_data(self):
        applicant = self.apply(phone="+34600000001")
        applicant._ats_move(self.stage_screen)
        for event in self.env["ats.event"].search([("applicant_id", "=", applicant.id)]):
            for secret in ("Ana", "ana@example.org", "+34600000001"):
                self.assertNotIn(secret, str(event.payload))
