from odoo.tests import HttpCase, tagged

from .common import AtsMixin, make_pdf


@tagged("post_install", "-at_install")
class TestDocumentServing(AtsMixin, HttpCase):
    """What a browser is told about a file of a stranger."""

    def setUp(self):
        super().setUp()
        self.application = self.apply()
        self.recruiter.password = "ats_recruiter_password"
        self.authenticate("ats_recruiter", "ats_recruiter_password")

    def fetch(self, name, content, query=""):
        attachment = self.env["ir.attachment"].create(
            {
                "name": name,
                "raw": content,
                "res_model": "hr.applicant",
                "res_id": self.application.id,
            }
        )
        self.env.flush_all()
        response = self.url_open(f"/web/content/{attachment.id}{query}")
        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.content, content)
        return response.headers

    def assertHarmless(self, headers, mimetype):
        self.assertEqual(headers["Content-Type"].split(";")[0], mimetype)
        self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
        self.assertEqual(headers["Content-Security-Policy"], "sandbox; default-src 'none'")
        self.assertEqual(headers["Cache-Control"], "private, no-store")

    def test_the_address_does_not_choose_the_type(self):
        headers = self.fetch("cv.pdf", make_pdf("Ana"), "?mimetype=text/html&unique=1")
        self.assertHarmless(headers, "application/pdf")
        self.assertTrue(headers["Content-Disposition"].startswith("attachment"))

    def test_an_unknown_file_is_only_bytes(self):
        headers = self.fetch("page.html", b"<html><form action=//evil></form></html>")
        self.assertHarmless(headers, "application/octet-stream")
        self.assertTrue(headers["Content-Disposition"].startswith("attachment"))

    def test_text_may_be_shown(self):
        headers = self.fetch("cv.txt", b"Ana Garcia, developer")
        self.assertHarmless(headers, "text/plain")

    def test_a_waiting_upload_is_not_parsed_and_becomes_a_document_with_its_message(self):
        response = self.url_open(
            "/mail/attachment/upload",
            data={
                "csrf_token": self.csrf_token(),
                "is_pending": "true",
                "thread_id": self.application.id,
                "thread_model": "hr.applicant",
            },
            files={"ufile": ("cv.pdf", make_pdf("Parsed later"), "application/pdf")},
        )
        attachment = self.env["ir.attachment"].browse(response.json()["data"]["attachment_id"])
        self.assertFalse(attachment.index_content)
        self.application.with_user(self.recruiter).message_post(attachment_ids=attachment.ids)
        self.run_jobs()
        self.assertIn("Parsed later", attachment.index_content)

    def csrf_token(self):
        return self.url_open("/web").text.split('csrf_token: "')[1].split('"')[0]
