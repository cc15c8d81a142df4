from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.hr_recruitment.models.hr_applicant import HrApplicant as Native

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestContacts(AtsCase):
    """Defect 1: natively a stranger renames any contact by giving its address."""

    def test_native_method_renames_a_colleague(self):
        """The defect itself, with the native method on a record of ours."""
        colleague = self.hr_officer.partner_id
        applicant = self.apply(name="Evil Rename", email=colleague.email, phone="+32470000000")
        with self.env.cr.savepoint() as native:
            Native._inverse_partner_email(applicant)
            self.assertEqual(colleague.name, "Evil Rename", "native is fixed: drop our guard")
            native.rollback()

    def test_application_leaves_contacts_alone(self):
        colleague = self.hr_officer.partner_id
        before = (colleague.name, colleague.phone, colleague.write_date)
        applicant = self.apply(name="Evil Rename", email=colleague.email, phone="+32470000000")
        self.env.flush_all()
        colleague.invalidate_recordset()
        self.assertEqual((colleague.name, colleague.phone, colleague.write_date), before)
        self.assertFalse(applicant.partner_id)

    def test_recruiter_corrects_the_candidates_own_contact_only(self):
        applicant = self.apply(phone="+34600000001").with_user(self.recruiter)
        contact = applicant._ats_contact()
        self.assertTrue(contact.ats_candidate_partner)
        applicant.partner_phone = "+34600000002"
        self.assertEqual(contact.phone, "+34600000002")
        colleague = self.hr_officer.partner_id
        applicant.sudo().partner_id = colleague
        applicant.partner_name = "Somebody Else"
        applicant.email_from = "else@example.org"
        self.assertNotEqual(colleague.name, "Somebody Else")
        self.assertNotEqual(colleague.email, "else@example.org")

    def test_contact_made_by_the_chatter_is_a_candidates(self):
        applicant = self.apply().with_user(self.recruiter)
        partner = applicant._partner_find_from_emails_single([applicant.email_from])
        self.assertTrue(partner.ats_candidate_partner)
        applicant.message_post(body="Hello", partner_ids=partner.ids)
        self.assertEqual(applicant.partner_id, partner)

    def test_a_found_contact_is_not_attached_by_a_message(self):
        colleague = self.hr_officer.partner_id
        applicant = self.apply(email=colleague.email)
        applicant.with_user(self.recruiter).message_post(body="Hello", partner_ids=colleague.ids)
        self.assertFalse(applicant.partner_id)

    def test_employees_do_not_find_candidates_among_the_contacts(self):
        contact = self.apply().with_user(self.recruiter)._ats_contact()
        Partner = self.env["res.partner"]
        self.assertNotIn(contact, Partner.with_user(self.employee_user).search([]))
        with self.assertRaises(AccessError):
            contact.with_user(self.employee_user).read(["email"])
        self.assertEqual(Partner.with_user(self.employee_user).name_search("Ana García"), [])
        self.assertIn(contact, Partner.with_user(self.recruiter).search([]))
