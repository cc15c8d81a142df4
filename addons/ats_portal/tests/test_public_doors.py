"""What strangers try on careers pages, form, files and feeds. Numbers are those of the attack cases."""

import json
import time

from odoo.tests import tagged

from .common import RESUME, PortalCase


@tagged("post_install", "-at_install")
class TestPublicDoors(PortalCase):
    def test_a045_properties_of_others_are_not_taken(self):
        forged = json.dumps(
            [{"name": "x", "type": "many2one", "comodel": "res.users", "value": 2, "definition_changed": True}]
        )
        self.assertSent(self.send_form(applicant_properties=forged, **{"applicant_properties.x": "1"}))
        self.assertFalse(self.applications().applicant_properties)

    def test_a047_department_and_job_come_from_the_address(self):
        other = self.env["hr.department"].create({"name": "Board"})
        self.assertSent(self.send_form(department_id=other.id, job_id="1", user_id="2"))
        application = self.applications()
        self.assertEqual((application.department_id, application.job_id), (self.department, self.job))

    def test_a046_a_job_of_another_website(self):
        website = self.env["website"].create({"name": "Other", "domain": "https://other.example"})
        self.job.website_id = website
        self.assertEqual(self.url_open(self.apply_url()).status_code, 404)
        self.assertEqual(self.send_form().status_code, 404)
        self.assertEqual(self.url_open(self.job.website_url).status_code, 404)
        self.assertNotIn(self.job.name, self.url_open("/jobs").text)
        self.assertFalse(self.applications())

    def test_a050_ten_thousand_fields(self):
        fields = {f"field{number}": "x" for number in range(10_000)}
        began = time.monotonic()
        response = self.url_open(self.apply_url(), data={**self.form_fields(), **fields}, files={"cv": ("", b"")})
        self.assertIn(response.status_code, (400, 413))
        self.assertLess(time.monotonic() - began, 10)
        self.assertFalse(self.applications())

    def test_a064_nonsense_for_the_json_address(self):
        for params in ({"field": {}, "value": [], "job_id": None}, {"field": True, "value": 10**30, "job_id": {}}):
            answer = self.make_jsonrpc_request("/website_hr_recruitment/check_recent_application", params)
            self.assertEqual(answer, {"message": None})

    def test_a065_no_address_leads_away(self):
        for name in ("redirect", "next", "r"):
            sent = self.send_form(url=f"{self.apply_url()}?{name}=https://evil.example", **{name: "//evil.example"})
            self.assertNotIn("evil", sent.headers.get("Location", ""))
        removed = self.post(f"{self.apply_url()}/resume/remove?redirect=//evil.example")
        self.assertNotIn("evil", removed.headers["Location"])

    def test_a066_looking_changes_nothing(self):
        before = self.env["hr.applicant"].with_context(active_test=False).search_count([])
        query = "&".join(f"{name}={value}" for name, value in self.form_fields().items() if name != "message")
        for path in ("", "/resume", "/resume/remove", "/equality"):
            self.url_open(f"{self.apply_url()}{path}?{query}", allow_redirects=False)
        self.assertEqual(self.env["hr.applicant"].with_context(active_test=False).search_count([]), before)
        self.assertFalse(self.env["ats.apply.draft"].sudo().search([]))

    def test_a067_no_other_origin_may_read(self):
        for path in ("/jobs", self.job.website_url, self.apply_url(), f"{self.apply_url()}/resume/state"):
            response = self.url_open(path, headers={"Origin": "https://evil.example"})
            self.assertNotIn("Access-Control-Allow-Origin", response.headers)

    def test_a069_links_do_not_follow_a_made_up_host(self):
        self.env["ir.config_parameter"].sudo().set_param("web.base.url", "https://jobs.company.example")
        self.opener.headers["X-Forwarded-Host"] = "evil.example"
        self.assertSent(self.send_form())
        (mail,) = self.sent_mails(self.applications())
        sent = mail._prepare_outgoing_list()[0]["body"]
        self.assertNotIn("evil.example", sent)
        self.assertIn("https://jobs.company.example/my/application/open", sent)

    def test_a070_what_is_typed_is_kept_by_no_cache(self):
        for path in (self.apply_url(), f"{self.apply_url()}/resume/state", f"{self.apply_url()}/sent"):
            self.assertEqual(self.url_open(path).headers["Cache-Control"], "no-store")

    def test_a057_eight_times_the_same_form(self):
        key = "b" * 32
        answers = [self.send_form(submission_key=key, files=[("cv", "cv.pdf", RESUME)]) for _try in range(8)]
        self.assertEqual(
            {(each.status_code, each.headers["Location"]) for each in answers},
            {
                (303, answers[0].headers["Location"]),
            },
        )
        self.assertEqual(len(self.applications()), 1)
        self.assertEqual(len(self.applications().ats_document_ids), 1)
