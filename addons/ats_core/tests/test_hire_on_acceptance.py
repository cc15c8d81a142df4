from unittest.mock import patch

from odoo.exceptions import ConcurrencyError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.queue_job.exception import RetryableJobError

from .offer_common import EVIDENCE, OfferCase


@tagged("post_install", "-at_install")
class TestHireOnAcceptance(OfferCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.company.ats_hire_on_acceptance = True

    def hire_jobs(self):
        return (
            self.env["queue.job"]
            .sudo()
            .search([("method_name", "=", "_ats_hire_in_background"), ("state", "=", "pending")])
        )

    def test_the_candidates_request_leaves_a_job(self):
        offer = self.sent_offer()
        offer.with_user(self.env.ref("base.public_user")).sudo()._answer(True, evidence=EVIDENCE)
        [job] = self.hire_jobs()
        self.assertEqual((job.user_id, job.channel), (self.hr_user, "root.hire"))
        self.assertFalse(offer.applicant_id.employee_id)
        self.assertFalse(offer.applicant_id.activity_ids.filtered(lambda todo: todo.user_id == self.hr_user))

    def test_the_job_hires_in_the_name_of_hr(self):
        offer = self.accepted_offer(currency_id=self.env.company.currency_id.id)
        self.run_jobs()
        employee = offer.applicant_id.employee_id
        self.assertEqual(employee.create_uid, self.hr_user)
        self.assertEqual(employee.sudo().wage, 4200)
        self.assertEqual(offer.applicant_id.ats_state, "hired")

    def test_what_does_not_work_is_left_to_hr(self):
        offer = self.accepted_offer()
        applicant = offer.applicant_id
        self.stages.filtered("hired_stage").job_ids = self.make_job("Other job")
        self.env["hr.recruitment.stage"].search(
            [("hired_stage", "=", True), ("job_ids", "=", False)]
        ).job_ids = self.env["hr.job"].search([("id", "!=", self.job.id)], limit=1)
        self.run_jobs()
        self.assertFalse(applicant.employee_id, "nothing is half done")
        todo = applicant.activity_ids.filtered(lambda row: row.user_id == self.hr_user)
        self.assertIn("no stage for hired candidates", todo.note)

    def test_a_broken_server_is_told_to_hr_as_well(self):
        offer = self.accepted_offer()
        applicant = offer.applicant_id
        with (
            patch.object(type(applicant), "_ats_make_employee", side_effect=ZeroDivisionError),
            mute_logger("odoo.addons.ats_core.models.hire.hire_on_acceptance"),
        ):
            self.run_jobs()
        self.assertFalse(applicant.employee_id)
        self.assertIn(self.hr_user, applicant.activity_ids.user_id)

    def test_a_lost_race_is_tried_again(self):
        offer = self.accepted_offer()
        applicant = offer.applicant_id.with_user(self.hr_user)
        with (
            patch.object(type(applicant), "_ats_make_employee", side_effect=ConcurrencyError),
            self.assertRaises(RetryableJobError),
        ):
            applicant._ats_hire_in_background(offer.id)

    def test_without_an_hr_officer_it_stays_a_to_do(self):
        offer = self.accepted_offer(hr_responsible_id=False)
        self.assertFalse(self.hire_jobs())
        self.assertIn(self.recruiter, offer.applicant_id.activity_ids.user_id)

    def test_declining_hires_nobody(self):
        self.sent_offer()._answer(False, evidence=EVIDENCE)
        self.assertFalse(self.hire_jobs())

    def test_the_switch_is_in_the_settings(self):
        settings = self.env["res.config.settings"].create({})
        settings.ats_hire_on_acceptance = False
        settings.execute()
        self.assertFalse(self.env.company.ats_hire_on_acceptance)
