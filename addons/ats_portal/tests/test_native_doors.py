"""Native defects 1 to 3: first shown on the native code, then on what visitors reach."""

import json

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.hr_recruitment.models.hr_applicant import HrApplicant as NativeApplicant
from odoo.addons.http_routing.tests.common import MockRequest
from odoo.addons.website_hr_recruitment.controllers.main import (
    WebsiteHrRecruitment as NativeController,
)
from odoo.addons.website_hr_recruitment.models.hr_applicant import HrApplicant as NativeForm

from .common import PortalCase


@tagged("post_install", "-at_install")
class TestNativeDoors(PortalCase):
    def native_post(self, **values):
        return self.url_open("/website/form/hr.applicant", data=values)

    # Defect 1 ------------------------------------------------------------------------------

    def test_defect_1_native_renames_the_contact_behind_an_address(self):
        victim = self.recruiter.partner_id
        applicant = self.apply(name="Evil Rename", email=self.recruiter.email, phone="+1 666")
        applicant.sudo().write({"partner_id": victim.id})
        NativeApplicant._inverse_partner_email(applicant.sudo())
        self.assertEqual(victim.name, "Evil Rename", "the native defect is gone: drop this guard")

    def test_defect_1_no_door_renames_a_contact(self):
        victim = self.recruiter.partner_id
        before = victim.read(["name", "phone", "email"])
        self.assertSent(self.send_form(name="Evil Rename", email=self.recruiter.email, phone="+1 555 6666"))
        self.native_post(partner_name="Evil Rename", email_from=self.recruiter.email, job_id=self.job.id)
        self.env.invalidate_all()
        self.assertEqual(victim.read(["name", "phone", "email"]), before)

    # Defect 2 ------------------------------------------------------------------------------

    def recent(self, **params):
        params = {"field": "email", "value": "ana@example.org", "job_id": self.job.id, **params}
        return self.make_jsonrpc_request("/website_hr_recruitment/check_recent_application", params)

    def test_defect_2_native_tells_who_applied_and_who_recruits(self):
        self.apply()
        website = self.env["website"].get_current_website()
        with MockRequest(self.env, website=website):
            answer = NativeController.check_recent_application.original_endpoint(
                NativeController(), "email", "ana@example.org", self.job.id
            )
        self.assertIn(self.recruiter.name, answer["message"])

    def test_defect_2_the_answer_is_constant(self):
        self.apply()
        answers = [
            self.recent(),
            self.recent(value="nobody@example.org"),
            self.recent(field="nonsense"),
            self.recent(field="name", value="%"),
            self.recent(job_id="x"),
        ]
        self.assertEqual(answers, [{"message": None}] * 5)

    # Defect 3 ------------------------------------------------------------------------------

    def test_defect_3_native_takes_an_unpublished_job(self):
        hidden = self.make_job("Hidden", ats_job_state="draft")
        values = NativeForm.website_form_input_filter(self.env["hr.applicant"], None, {"job_id": hidden.id})
        self.assertEqual(values["job_id"], hidden.id)

    def test_defect_3_the_native_form_is_closed(self):
        hidden = self.make_job("Hidden", ats_job_state="draft")
        before = self.env["hr.applicant"].with_context(active_test=False).search_count([])
        with mute_logger("odoo.http"):
            for values in (
                {"partner_name": "A", "email_from": "a@b.cd", "job_id": self.job.id},
                {"partner_name": "A", "email_from": "a@b.cd", "job_id": hidden.id},
                {"email_from": "a@b.cd\r\nBcc: x@y.zz"},
                {"anything": "else"},
            ):
                self.assertEqual(self.native_post(**values).status_code, 410)
        after = self.env["hr.applicant"].with_context(active_test=False).search_count([])
        self.assertEqual(after, before)

    def test_defect_3_the_model_refuses_the_native_form_too(self):
        with self.assertRaises(UserError):
            self.env["hr.applicant"].website_form_input_filter(None, {"job_id": self.job.id})

    def test_other_native_forms_still_work(self):
        response = self.url_open("/website/form/res.partner", data={"name": "x"})
        self.assertEqual(response.status_code, 200)
        self.assertIn("error", json.loads(response.text))
