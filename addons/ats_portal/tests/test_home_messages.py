"""Messages between candidate and recruiter on the page."""

from odoo.tests import tagged

from .common import OTHER_PDF, RESUME, PortalCase


@tagged("post_install", "-at_install")
class TestHomeMessages(PortalCase):
    def setUp(self):
        super().setUp()
        self.application = self.apply(files=[("cv.pdf", RESUME)])
        self.open_link(self.application)
        self.env["mail.mail"].sudo().search([]).unlink()

    def send(self, files=None, **fields):
        return self.post(f"/my/application/{self.application.id}/messages", files=files, **fields)

    def page(self):
        return self.home(self.application, "/messages").text

    def test_a_question_and_its_answer(self):
        response = self.send(message="When do you answer?", files=[("files", ("plan.pdf", OTHER_PDF))])
        self.assertEqual(response.status_code, 303)
        self.env.invalidate_all()
        self.assertTrue(self.application.ats_reply_since)
        heard = self.application._ats_conversation()
        self.assertIn(self.recruiter.partner_id, heard.notified_partner_ids)
        self.application.with_user(self.recruiter)._ats_write_to_candidate("<p>On <b>Monday</b></p>")
        page = self.page()
        self.assertLess(page.index("When do you answer?"), page.index("<b>Monday</b>"))
        self.assertIn(self.recruiter.name, page)
        self.assertNotIn(self.recruiter.email, page)
        self.assertIn("On Monday", self.home(self.application).text, "the newest answer is on the first page")
        file = heard.attachment_ids
        self.assertEqual(file.name, "plan.pdf")
        served = self.home(self.application, f"/message/{heard.id}/file/{file.id}")
        self.assertEqual(served.status_code, 200, served.text[:2000])
        self.assertEqual(served.content, OTHER_PDF)
        self.assertIn("attachment", served.headers["Content-Disposition"])

    def test_a080_notes_and_their_files_are_not_there(self):
        note = self.application.with_user(self.recruiter).message_post(
            body="INTERNAL-NOTE", attachments=[("assessment.pdf", OTHER_PDF)], subtype_xmlid="mail.mt_note"
        )
        talk = self.application.with_user(self.recruiter).message_post(
            body="INTERNAL-TALK", message_type="comment", subtype_xmlid="mail.mt_comment"
        )
        page = self.page()
        for secret in ("INTERNAL-NOTE", "INTERNAL-TALK", "assessment.pdf"):
            self.assertNotIn(secret, page)
        for message in (note, talk):
            path = f"/message/{message.id}/file/{note.attachment_ids.id}"
            self.assertEqual(self.home(self.application, path).status_code, 404)

    def test_a051_what_is_typed_stays_text(self):
        self.send(message="<img src=x onerror=alert(1)><script>alert(2)</script>")
        page = self.page()
        self.assertNotIn("<script>alert(2)", page)
        self.assertNotIn("<img src=x", page)

    def test_wrong_messages_are_kept_and_explained(self):
        for message, files in (("", None), ("x" * 5000, None), ("kept words", [("files", ("a.exe", b"MZ"))])):
            response = self.send(message=message, files=files)
            self.assertEqual(response.status_code, 400)
            self.assertIn("ats_summary", response.text)
        self.assertIn("kept words", response.text)
        self.assertFalse(self.application._ats_conversation())

    def test_a066_a_message_needs_the_token_of_the_page(self):
        response = self.url_open(f"/my/application/{self.application.id}/messages", data={"message": "x"})
        self.assertEqual(response.status_code, 400)
        self.assertFalse(self.application._ats_conversation())

    def test_writing_is_limited(self):
        codes = [self.send(message=f"message {number}").status_code for number in range(11)]
        self.assertEqual(codes, [303] * 10 + [429])

    def test_a081_the_native_chatter_is_closed_to_candidates(self):
        contact = self.application.with_user(self.recruiter)._ats_contact()
        user = self.portal_user()
        user.partner_id = contact
        self.authenticate(user.login, user.login)
        for route, params in (
            ("/mail/message/post", {"post_data": {"body": "x", "message_type": "comment"}}),
            ("/mail/thread/messages", {}),
            ("/mail/chatter_fetch", {}),
        ):
            with self.subTest(route=route):
                target = {"thread_model": "hr.applicant", "thread_id": self.application.id, **params}
                response = self.url_open(
                    route,
                    json={"jsonrpc": "2.0", "method": "call", "params": target},
                )
                result = response.json() if response.ok else {}
                data = (result.get("result") or {}).get("data") or {}
                models = {message["model"] for message in data.get("mail.message", [])}
                self.assertNotIn("hr.applicant", models)
        self.assertNotIn("x", self.application.message_ids.mapped("preview"))
