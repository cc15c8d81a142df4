from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, ConcurrencyError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.hr_recruitment.models.hr_applicant import HrApplicant as NativeApplicant

from .offer_common import OfferCase

native_hire = NativeApplicant.create_employee_from_applicant
native_values = NativeApplicant._get_employee_create_vals


@tagged("post_install", "-at_install")
class TestHireOnce(OfferCase):
    def employees(self, name="Ana García"):
        return self.env["hr.employee"].search([("name", "=", name)])

    def hire(self, applicant):
        return applicant.with_user(self.hr_user)._ats_hire()

    # Native defect: two calls make two employees -------------------------------------------

    def test_natively_two_calls_make_two_employees(self):
        applicant = self.apply().sudo()
        native_hire(applicant)
        native_hire(applicant)
        self.assertEqual(len(self.employees()), 2, "the defect is there without us")

    def test_two_calls_make_one_employee(self):
        applicant = self.accepted_offer().applicant_id
        first = self.hire(applicant)
        self.assertEqual(self.hire(applicant), first)
        self.assertEqual(applicant.with_user(self.hr_user).create_employee_from_applicant()["res_id"], first.id)
        self.assertEqual(len(self.employees()), 1)
        self.assertEqual(self.events(applicant).count("application.hired"), 1)

    def test_the_native_button_hires_through_the_verb(self):
        applicant = self.accepted_offer().applicant_id
        action = applicant.with_user(self.hr_user).create_employee_from_applicant()
        self.assertEqual((action["res_model"], action["res_id"]), ("hr.employee", self.employees().id))
        self.assertEqual(applicant.ats_state, "hired")

    def test_postgresql_takes_one_hire_for_an_application(self):
        applicant = self.accepted_offer().applicant_id
        employee = self.hire(applicant)
        hires = self.env["ats.hire"].sudo()
        with self.assertRaises(UniqueViolation), mute_logger("odoo.sql_db"):
            hires.create({"applicant_id": applicant.id, "employee_id": employee.id, "company_id": self.env.company.id})

    def test_a_lost_race_starts_again(self):
        """The row that another request wrote a moment ago makes this one run again."""
        applicant = self.accepted_offer().applicant_id
        employee = self.hire(applicant)
        offer = self.env["ats.offer"].sudo()
        with self.assertRaises(ConcurrencyError), mute_logger("odoo.sql_db"):
            applicant._ats_note_hire(employee, offer, None)

    # Native defect: the company's address is written to the candidate -----------------------

    def with_contact(self):
        applicant = self.accepted_offer(self.apply(phone="+32 470 11 22 33")).applicant_id
        return applicant, applicant.sudo()._ats_contact()

    def test_natively_the_candidates_contact_gets_the_companys_address(self):
        applicant, contact = self.with_contact()
        self.department.company_id = self.env.company
        values = native_values(applicant.sudo())
        self.env["hr.employee"].create(
            {name: values[name] for name in ("name", "work_contact_id", "work_email", "work_phone")}
        )
        self.assertEqual(contact.email, "info@company.example", "the defect is there without us")

    def test_the_candidates_contact_is_left_alone(self):
        applicant, contact = self.with_contact()
        employee = self.hire(applicant).sudo()
        self.assertEqual(
            (contact.name, contact.email, contact.phone), ("Ana García", "ana@example.org", "+32 470 11 22 33")
        )
        self.assertEqual(employee.private_email, "ana@example.org")
        self.assertEqual(employee.private_phone, "+32 470 11 22 33")
        self.assertEqual(employee.work_email, "info@company.example")
        self.assertNotEqual(employee.work_contact_id, contact)
        employee.write({"work_email": "ana@company.example", "work_phone": "+32 2 555 00 99"})
        self.assertEqual(
            (contact.email, contact.phone), ("ana@example.org", "+32 470 11 22 33"), "nor by later changes of HR"
        )

    def test_the_private_contact_stays_out_of_the_colleagues_sight(self):
        applicant, contact = self.with_contact()
        employee = self.hire(applicant).sudo()
        self.assertTrue(contact.ats_candidate_partner)
        Partner = self.env["res.partner"].with_user(self.employee_user)
        self.assertFalse(Partner.search([("email", "=", "ana@example.org")]))
        self.assertTrue(Partner.search([("id", "=", employee.work_contact_id.id)]))
        self.apply(name="Evil Rename", email="ana@example.org", phone="666", job=self.make_job("Tester"))
        self.assertEqual((contact.name, contact.phone), ("Ana García", "+32 470 11 22 33"))

    def test_the_contact_of_a_colleague_is_no_longer_a_candidates(self):
        """An employee who applied inside, or whose contact HR makes the work contact later."""
        applicant, contact = self.with_contact()
        colleague = self.env["hr.employee"].create({"name": "Ana García"})
        applicant.with_user(self.hr_user)._ats_hire(employee=colleague.with_user(self.hr_user))
        self.assertTrue(contact.ats_candidate_partner)
        colleague.work_contact_id = contact
        self.assertFalse(contact.ats_candidate_partner)

    def test_hiring_needs_no_contact(self):
        applicant = self.accepted_offer().applicant_id
        self.assertFalse(applicant.partner_id)
        employee = self.hire(applicant).sudo()
        self.assertEqual(employee.private_email, "ana@example.org")
        self.assertTrue(employee.work_contact_id)

    # Undo ------------------------------------------------------------------------------------

    def test_undone_is_hired_anew(self):
        applicant, contact = self.with_contact()
        first = self.hire(applicant)
        hire = applicant.with_user(self.hr_user).ats_hire_ids
        hire.action_undo()
        self.assertTrue(hire.undone_at)
        self.assertEqual(hire.undone_by_id, self.hr_user)
        self.assertFalse(first.active, "nobody has used the record of somebody who begins next year")
        self.assertFalse(applicant.employee_id)
        self.assertTrue(contact.ats_candidate_partner)
        with self.assertRaisesRegex(UserError, "already"):
            hire._undo()
        self.assertNotEqual(self.hire(applicant), first)
        self.assertEqual(len(applicant.sudo().ats_hire_ids), 2)

    def test_who_may_not_hire_may_not_undo(self):
        applicant = self.accepted_offer().applicant_id
        self.hire(applicant)
        with self.assertRaises(AccessError):
            applicant.sudo().ats_hire_ids.with_user(self.recruiter)._undo()
