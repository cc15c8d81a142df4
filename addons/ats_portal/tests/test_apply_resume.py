"""The résumé first: kept for the browser that chose it, read, and put into the form."""

from datetime import timedelta
from unittest.mock import patch

from lxml import html

from odoo import fields
from odoo.http import Request
from odoo.tests import tagged

from .common import OTHER_PDF, PortalCase, make_pdf

READABLE = make_pdf("Ana Núñez", "ana.read@example.org", "+34 600 12 34 56", "linkedin.com/in/ana-reads", "Cook")


@tagged("post_install", "-at_install")
class TestApplyResume(PortalCase):
    @property
    def drafts(self):
        return self.env["ats.apply.draft"].sudo()

    def keep(self, name="cv.pdf", content=READABLE, job=None, **fields_):
        return self.url_open(
            f"{self.apply_url(job)}/resume",
            data={"csrf_token": Request.csrf_token(self), **fields_},
            files={"cv": (name, content)},
            allow_redirects=False,
        )

    def state(self, job=None):
        return self.url_open(f"{self.apply_url(job)}/resume/state").json()

    def test_the_form_is_filled_from_the_resume(self):
        answer = self.keep()
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(answer.json(), {"state": "reading", "name": "cv.pdf"})
        self.assertEqual(self.state()["state"], "reading")
        self.run_jobs()
        known = self.state()
        self.assertEqual(known["state"], "read")
        self.assertEqual(known["values"]["email"], "ana.read@example.org")
        self.assertEqual(known["values"]["phone"], "+34 600 12 34 56")
        self.assertEqual(known["values"]["linkedin"], "https://linkedin.com/in/ana-reads")

    def test_what_the_parser_knows_wins_and_is_checked_like_typing(self):
        read = {"name": "Ana Núñez", "phone": "call me", "linkedin": "javascript:alert(1)", "stage_id": "7", "email": 5}
        with patch.object(
            type(self.env["hr.applicant"]), "_ats_prefill", lambda self, document: read if document.text else {}
        ):
            self.keep()
            self.run_jobs()
        values = self.state()["values"]
        self.assertEqual(values, {"name": "Ana Núñez", "email": "ana.read@example.org"})

    def test_after_a_reload_the_file_and_the_values_are_there(self):
        self.keep()
        self.run_jobs()
        page = html.fromstring(self.url_open(self.apply_url()).text)
        self.assertEqual(page.xpath("string(//*[contains(@class, 'o_ats_kept_name')])"), "cv.pdf")
        self.assertEqual(page.xpath("string(//*[@id='ats_email']/@value)"), "ana.read@example.org")
        self.assertFalse(page.xpath("//input[@type='checkbox'][@checked]"), "nothing is agreed to for the visitor")

    def test_the_kept_resume_is_sent_and_then_forgotten(self):
        self.keep()
        self.assertSent(self.send_form(linkedin="", message=""))
        self.assertEqual(self.applications().ats_document_ids.mapped("name"), ["cv.pdf"])
        self.assertFalse(self.drafts.search([]))

    def test_a_resume_chosen_on_the_form_takes_its_place(self):
        self.keep()
        self.assertSent(self.send_form(files=[("cv", "newer.pdf", OTHER_PDF)]))
        self.assertEqual(self.applications().ats_document_ids.mapped("name"), ["newer.pdf"])

    def test_an_error_elsewhere_costs_no_file(self):
        response = self.send_form(name="", files=[("cv", "cv.pdf", READABLE)], linkedin="", message="")
        page = self.assertAsked(response, "name")
        self.assertIn("cv.pdf is kept", " ".join(page.text_content().split()))
        self.assertSent(self.send_form(linkedin="", message=""))
        self.assertEqual(self.applications().ats_document_ids.mapped("name"), ["cv.pdf"])

    def test_removed_by_the_visitor(self):
        self.keep()
        self.assertEqual(self.post(f"{self.apply_url()}/resume/remove").status_code, 303)
        self.assertFalse(self.drafts.search([]))
        self.assertEqual(self.state(), {"state": "none"})

    def test_sending_does_not_wait_for_the_reading(self):
        self.keep()
        self.assertSent(self.send_form())
        self.run_jobs()
        self.assertEqual(len(self.applications()), 1)

    def test_forgotten_after_a_day(self):
        self.keep()
        draft = self.drafts.search([])
        draft.expires_at = fields.Datetime.now() - timedelta(seconds=1)
        self.assertEqual(self.state(), {"state": "none"})
        files = self.env["ir.attachment"].search([("res_model", "=", draft._name), ("res_field", "=", "content")])
        self.assertTrue(files)
        self.env.ref("ats_portal.ir_cron_apply_drafts").method_direct_trigger()
        self.assertFalse(draft.exists())
        self.assertFalse(files.exists())

    def test_a072_another_browser_sees_nothing_of_it(self):
        self.keep()
        self.run_jobs()
        key = self.opener.cookies.get("ats_draft")
        self.assertGreaterEqual(len(key), 40)
        self.assertNotIn(key, str(self.drafts.search([]).read()))
        for guess in ("", "x" * 43, self.drafts.search([]).token_hash, str(self.drafts.search([]).id)):
            self.opener.cookies.set("ats_draft", guess, domain="127.0.0.1")
            self.opener.cookies.set("ats_draft", guess)
            self.assertEqual(self.state(), {"state": "none"})
            self.assertNotIn("ana.read@example.org", self.url_open(self.apply_url()).text)

    def test_a073_a_resume_of_one_job_is_not_another_ones(self):
        other = self.make_job("Cook", is_published=True)
        self.keep()
        self.assertEqual(self.state(other), {"state": "none"})

    def test_a046_only_for_jobs_that_take_applications(self):
        hidden = self.make_job("Hidden")
        self.assertEqual(self.keep(job=hidden).status_code, 404)
        self.assertEqual(self.url_open(f"{self.apply_url(hidden)}/resume/state").status_code, 404)
        self.job.ats_job_state = "on_hold"
        self.assertEqual(self.keep().status_code, 409)
        self.assertFalse(self.drafts.search([]))

    def test_a066_not_from_another_site(self):
        response = self.url_open(
            f"{self.apply_url()}/resume", data={"csrf_token": "x"}, files={"cv": ("a.pdf", READABLE)}
        )
        self.assertEqual(response.status_code, 400)
        self.assertFalse(self.drafts.search([]))

    def test_files_are_checked_by_name_and_content_before_they_are_kept(self):
        cases = {"exe": b"MZ\x90", "renamed": b"MZ\x90", "empty": b"", "html": b"<html><script>1</script></html>"}
        names = {"exe": "cv.exe", "renamed": "cv.pdf", "empty": "cv.pdf", "html": "cv.pdf"}
        for case, content in cases.items():
            with self.subTest(case=case):
                answer = self.keep(names[case], content)
                self.assertEqual(answer.status_code, 400)
                self.assertTrue(answer.json()["message"])
        self.assertFalse(self.drafts.search([]))

    def test_a_large_file_is_refused_before_it_is_read(self):
        answer = self.keep(content=READABLE + b"%" * (11 * 1024 * 1024))
        self.assertEqual(answer.status_code, 413)

    def test_a058_uploads_are_limited(self):
        self.env["ir.config_parameter"].sudo().set_param("ats_portal.resume_per_minute", "3")
        self.assertEqual([self.keep().status_code for _try in range(4)], [200, 200, 200, 429])

    def test_a071_a_resume_that_cannot_be_read_costs_nothing(self):
        self.keep(content=make_pdf("Nothing to find here"))
        self.run_jobs()
        self.assertEqual(self.state()["state"], "unread")
        self.assertSent(self.send_form())
        self.assertEqual(self.applications().ats_document_ids.mapped("name"), ["cv.pdf"])

    def test_no_role_reads_drafts(self):
        self.keep()
        for user in (self.recruiter, self.admin_rec, self.privacy_officer, self.env.ref("base.user_admin")):
            self.assertFalse(self.drafts.with_user(user).has_access("read"))
