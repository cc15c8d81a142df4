from datetime import timedelta

from psycopg2.errors import UniqueViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import AtsCase
from .requisition_common import RequisitionMixin


@tagged("post_install", "-at_install")
class TestOpening(RequisitionMixin, AtsCase):
    def candidate(self, name="Ana"):
        return self.apply(name=name, email=f"{name.lower()}@example.org")

    def hire(self, applicant, **options):
        return applicant.sudo().with_user(self.hr_officer)._ats_hire(**options)

    def test_a_hire_fills_exactly_one_opening(self):
        request = self.approved(headcount=2)
        applicant = self.candidate()
        self.hire(applicant)
        self.assertEqual(request.opening_ids.mapped("state"), ["filled", "open"])
        opening = request.opening_ids[0]
        self.assertEqual(opening.applicant_id, applicant)
        self.assertEqual(applicant.sudo().ats_hire_ids.opening_id, opening)
        self.assertEqual((self.job.no_of_recruitment, self.job.ats_openings_text), (1, "1/2"))
        self.hire(applicant)
        self.assertEqual(request.filled_count, 1, "a second call fills no second one")

    def test_the_last_hire_closes_the_requisition_and_holds_the_job(self):
        request = self.approved()
        self.hire(self.candidate())
        self.assertEqual((request.state, request.close_reason), ("closed", "filled"))
        self.assertEqual((self.job.ats_job_state, self.job.no_of_recruitment), ("on_hold", 0))

    def test_hiring_beyond_the_openings_is_refused(self):
        self.approved()
        self.hire(self.candidate())
        late = self.candidate("Boris")
        with self.assertRaisesRegex(UserError, "Ask for another opening, or hire without"):
            self.hire(late)
        with self.assertRaisesRegex(UserError, "No opening"):
            late.with_user(self.recruiter)._ats_move(self.stage_hired)
        late.with_user(self.recruiter)._ats_move(self.stage_hired, override_reason="The board said so")

    def test_the_button_shows_the_ways_out(self):
        request = self.approved()
        self.hire(self.candidate())
        late = self.candidate("Boris").sudo().with_user(self.hr_officer)
        action = late.create_employee_from_applicant()
        self.assertEqual(action["res_model"], "ats.hire.without.opening")
        dialog = self.env[action["res_model"]].with_user(self.hr_officer).create({"applicant_id": late.id})
        self.assertIn("No opening of Backend Developer", dialog.explanation)
        self.assertEqual(dialog.action_request()["context"]["default_job_id"], self.job.id)
        with self.assertRaisesRegex(UserError, "Say why"):
            dialog.action_hire()
        dialog.reason = "Apprentice"
        dialog.action_hire()
        hire = late.sudo().ats_hire_ids
        self.assertEqual((bool(hire.opening_id), hire.without_opening_reason), (False, "Apprentice"))
        self.assertEqual(request.filled_count, 1)

    def test_a_frozen_requisition_is_not_hired_on(self):
        self.approved()._freeze()
        applicant = self.env["hr.applicant"].sudo().create({"partner_name": "Ana", "job_id": self.job.id})
        with self.assertRaisesRegex(UserError, "is frozen"):
            self.hire(applicant)

    def test_one_opening_may_be_chosen(self):
        request = self.approved(headcount=3)
        self.hire(self.candidate(), opening=request.opening_ids[1])
        self.assertEqual(request.opening_ids.mapped("state"), ["open", "filled", "open"])
        with self.assertRaises(UserError):
            self.hire(self.candidate("Boris"), opening=request.opening_ids[1])

    def test_the_requisition_of_the_application_is_filled_first(self):
        self.approved()
        second = self.approved()
        applicant = self.candidate()
        applicant.sudo().ats_requisition_id = second
        self.hire(applicant)
        self.assertEqual(second.filled_count, 1)

    def test_a_job_without_requisition_works_as_natively(self):
        self.assertEqual(self.job.no_of_recruitment, 2)
        first = self.candidate()
        self.hire(first)
        self.assertEqual(self.job.no_of_recruitment, 1)
        self.hire(self.candidate("Boris"))
        self.hire(self.candidate("Carla"))
        self.assertEqual(self.job.no_of_recruitment, 0, "and nobody is refused")

    def test_the_native_target_is_not_typed_over_openings(self):
        self.approved(headcount=3)
        self.job.write({"no_of_recruitment": 9, "name": "Developer"})
        self.assertEqual((self.job.no_of_recruitment, self.job.name), (3, "Developer"))

    def test_openings_are_not_typed(self):
        request = self.approved()
        with self.assertRaises(UserError):
            request.opening_ids.write({"state": "filled"})
        with self.assertRaises(UserError):
            request.sudo().opening_ids.write({"state": "filled"})

    def test_postgresql_takes_one_hire_for_an_opening(self):
        request = self.approved(headcount=2)
        applicant, other = self.candidate(), self.candidate("Boris")
        employee = self.hire(applicant)
        hires = self.env["ats.hire"].sudo()
        with self.assertRaises(UniqueViolation), mute_logger("odoo.sql_db"):
            hires.create(
                {
                    "applicant_id": other.id,
                    "employee_id": employee.id,
                    "company_id": self.env.company.id,
                    "opening_id": request.opening_ids[0].id,
                }
            )

    # Undo ------------------------------------------------------------------------------------

    def test_undoing_opens_it_again(self):
        request = self.approved()
        applicant = self.candidate()
        applicant._ats_move(self.stage_offer)
        employee = self.hire(applicant)
        self.assertEqual((request.state, applicant.ats_state), ("closed", "hired"))
        applicant.sudo().with_user(self.hr_officer).action_ats_unhire()
        self.assertEqual((request.state, request.opening_ids.state), ("open", "open"))
        self.assertEqual((applicant.ats_state, applicant.stage_id), ("ongoing", self.stage_offer))
        self.assertFalse(employee.sudo().active, "nobody had used the record")
        self.assertEqual((self.job.ats_job_state, self.job.no_of_recruitment), ("open", 1))
        self.assertIn("application.hire_undone", self.events(applicant))
        self.hire(applicant)
        self.assertEqual(request.opening_ids.applicant_id, applicant)

    def test_an_employee_who_has_begun_stays(self):
        applicant = self.accepted_offer(start_date=fields.Date.today() + timedelta(days=1)).applicant_id
        employee = self.hire(applicant).sudo()
        employee.user_id = self.employee_user
        applicant.sudo().with_user(self.hr_officer)._ats_unhire()
        self.assertTrue(employee.active)

    def test_an_employee_who_was_there_before_stays(self):
        employee = self.env["hr.employee"].create({"name": "Ana"})
        applicant = self.candidate()
        self.hire(applicant, employee=employee)
        applicant.sudo().with_user(self.hr_officer)._ats_unhire()
        self.assertTrue(employee.active)

    def test_what_people_closed_stays_closed(self):
        request = self.approved(headcount=2)
        applicant = self.candidate()
        self.hire(applicant)
        request._close("budget")
        applicant.sudo().with_user(self.hr_officer)._ats_unhire()
        self.assertEqual((request.state, set(request.opening_ids.mapped("state"))), ("closed", {"closed"}))

    def test_who_may_not_hire_may_not_unhire(self):
        applicant = self.candidate()
        self.hire(applicant)
        for user in (self.recruiter, self.hiring_manager):
            with self.assertRaises(AccessError):
                applicant.with_user(user)._ats_unhire()

    def test_there_is_nothing_to_undo(self):
        with self.assertRaisesRegex(UserError, "nothing to undo"):
            self.candidate().sudo().with_user(self.hr_officer)._ats_unhire()
