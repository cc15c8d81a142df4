import re
from datetime import timedelta

from odoo import fields, http
from odoo.tests import HttpCase, tagged

from .requisition_common import RequisitionMixin


@tagged("post_install", "-at_install")
class TestApprovalLink(RequisitionMixin, HttpCase):
    def setUp(self):
        super().setUp()
        self.document = self.request(("Line", 1, self.line_manager), headcount=2)
        self.row = self.document.sudo().ats_approval_id.approver_ids

    def link(self):
        """The address in the mail, as it leaves."""
        mail = self.sent_mails().filtered(lambda mail: mail.model == "ats.approval.approver")[-1]
        [email] = mail._prepare_outgoing_list()
        return re.search(r"/ats/approval/\d+\?key=[\w-]+", email["body"]).group()

    def post(self, decision, comment="", token=None):
        token = token or http.Request.csrf_token(self)
        return self.url_open(
            f"/ats/approval/{self.row.id}/decide", {"decision": decision, "comment": comment, "csrf_token": token}
        )

    def open_page(self):
        page = self.url_open(self.link())
        return page, re.search(r'name="csrf_token" value="([^"]+)"', page.text)

    def test_looking_changes_nothing_and_confirming_decides(self):
        for _scanner in range(2):
            page, token = self.open_page()
        self.assertEqual(page.status_code, 200)
        self.assertNotIn("key=", page.url, "the key leaves the address")
        self.assertIn("50,000", page.text)
        self.assertEqual(page.headers["Cache-Control"], "no-store")
        self.assertEqual(self.row.state, "open")
        answer = self.post("approve", token=token.group(1))
        self.assertIn("Thank you: approved", answer.text)
        self.assertEqual(
            (self.row.state, self.row.decided_by_id, self.row.door), ("approved", self.line_manager, "mail")
        )
        self.assertEqual(self.document.ats_approval_state, "approved")
        self.assertFalse(self.env["ats.approval.link"].search([]), "the links end with the decision")

    def test_rejecting_takes_a_comment_and_keeps_what_was_typed(self):
        _page, token = self.open_page()
        answer = self.post("reject", "  ", token.group(1))
        self.assertEqual(answer.status_code, 422)
        self.assertIn("Say why", answer.text)
        self.assertEqual(self.row.state, "open")
        self.post("reject", "Not this year", token.group(1))
        self.assertEqual((self.row.state, self.row.comment), ("rejected", "Not this year"))

    def test_the_page_speaks_the_language_of_who_decides(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        view = self.env.ref("ats_core.approval_page")
        view.update_field_translations("arch_db", {"fr_FR": {"Comment": "Commentaire"}})
        self.line_manager.lang = "fr_FR"
        page, token = self.open_page()
        self.assertIn("Commentaire", page.text)
        self.assertIn('lang="fr-FR"', page.text)
        answer = self.post("reject", "", token.group(1))
        self.assertIn("Commentaire", answer.text)

    def test_without_the_key_one_logs_in(self):
        self.link()
        page = self.url_open(f"/ats/approval/{self.row.id}", allow_redirects=False)
        self.assertIn("/web/login", page.headers["Location"])
        wrong = self.url_open(f"/ats/approval/{self.row.id}?key=guess")
        self.assertIn("/web/login", wrong.url)
        self.assertNotIn("50,000", wrong.text)

    def test_an_expired_link_opens_nothing(self):
        link = self.link()
        self.env["ats.approval.link"].search([]).expires_at = fields.Datetime.now() - timedelta(seconds=1)
        self.assertIn("/web/login", self.url_open(link).url)

    def test_the_link_of_one_request_opens_no_other(self):
        link = self.link()
        other = self.request(("Line", 1, self.line_manager)).sudo().ats_approval_id.approver_ids
        page = self.url_open(link.replace(f"/{self.row.id}?", f"/{other.id}?"))
        self.assertIn("/web/login", page.url)
        raw = link.split("key=")[1]
        self.assertFalse(self.env["ats.approval.link"]._redeem(raw, other.id))
        self.assertTrue(self.env["ats.approval.link"]._redeem(raw, self.row.id))

    def test_a_get_never_decides(self):
        self.url_open(self.link())
        answer = self.url_open(f"/ats/approval/{self.row.id}/decide?decision=approve")
        self.assertEqual(answer.status_code, 405)
        self.assertEqual(self.row.state, "open")

    def test_a_post_without_the_token_of_the_form_is_refused(self):
        self.url_open(self.link())
        answer = self.url_open(f"/ats/approval/{self.row.id}/decide", {"decision": "approve"})
        self.assertEqual((answer.status_code, self.row.state), (400, "open"))

    def test_who_is_logged_in_needs_no_key(self):
        self.authenticate("ats_line", "ats_line")
        self.assertIn("50,000", self.url_open(f"/ats/approval/{self.row.id}").text)
        self.authenticate("ats_employee", "ats_employee")
        page = self.url_open(f"/ats/approval/{self.row.id}")
        self.assertEqual(page.status_code, 404)
        self.assertNotIn("50,000", page.text)

    def test_a_mail_to_somebody_else_carries_no_key(self):
        mail = self.sent_mails().filtered(lambda mail: mail.model == "ats.approval.approver")[-1]
        mail.email_to = "somebody@else.example"
        [email] = mail._prepare_outgoing_list()
        self.assertNotIn("key=", email["body"])

    def test_the_key_is_not_stored(self):
        raw = self.link().split("key=")[1]
        self.env.flush_all()
        self.env.cr.execute("SELECT token_hash FROM ats_approval_link")
        hashes = [row[0] for row in self.env.cr.fetchall()]
        self.assertTrue(hashes)
        self.assertNotIn(raw, hashes)
