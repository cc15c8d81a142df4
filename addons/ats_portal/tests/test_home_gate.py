"""Who may open the candidate's page (A072 to A078, A085, A088, A090)."""

import logging
import threading
from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .common import RESUME, PortalCase, make_pdf

# Addresses of ours that need no private link, and why that is right.
OPEN_ADDRESSES = {
    "/jobs": "careers pages and the form: for everybody",
    "/my/application/open": "exchanges the key",
    "/my/application/link": "mails a link, one answer for all",
    "/my/application/unsubscribe/": "signed, stops mails and nothing else",
    "/ats/approval/": "bound to one approver and one request, for nobody else",
    "/ats/mail/": "signed for one mail of a sequence, counts and leads to the address the mail names",
    "/my/shared-profile/": "a link of its own purpose; test_shared_profile tries foreign ones",
    "/ats_ai/corrections.jsonl": "for administrators of recruitment, nobody else",
    "/website/form/": "native form, closed",
    "/website_hr_recruitment/check_recent_application": "native check, constant",
    "/mail/attachment/upload": "native, narrowed for interviewers",
    "/web/": "native addresses that we narrow",
}


@tagged("post_install", "-at_install")
class TestHomeGate(PortalCase):
    def setUp(self):
        super().setUp()
        self.application = self.apply(files=[("cv.pdf", RESUME)])
        self.foreign = self.apply(
            name="Bob",
            email="bob@example.org",
            files=[("bob.pdf", RESUME)],
            job=self.make_job("Bookbinder"),
        )

    def ids_of(self, application):
        """Return a value for each part of an address, from what the application has."""
        offers = self.env["ats.offer"].sudo().search([("applicant_id", "=", application.id)])
        message = application._ats_conversation()[:1]
        return {
            "applicant_id": application.id,
            "document_id": application.ats_document_ids[:1].id or 1,
            "offer_id": offers[:1].id or 1,
            "message_id": message.id or 1,
            "attachment_id": message.attachment_ids[:1].id or 1,
            "form": "json",
        }

    def private_routes(self):
        """Return the rules behind a private link, read from the routing map.

        Every address of ours is either one of these or named here: a new one without a place
        fails :meth:`test_a072_every_address_of_ours_has_its_class`.
        """
        threading.current_thread().dbname = self.env.cr.dbname  # the map asks the thread
        rules = self.env["ir.http"].routing_map().iter_rules()
        return [rule for rule in rules if rule.rule.startswith("/my/application/<")]

    def own_routes(self, application, **others):
        """Return ``(method, path)`` of every address under the candidate's page, or of those with such an id."""
        values = {**self.ids_of(application), **others}
        routes = []
        for rule in self.private_routes():
            if not rule.arguments >= others.keys():
                continue
            needed = {name: values.get(name, 1) for name in rule.arguments}
            method = "GET" if "GET" in rule.methods else "POST"
            routes.append((method, rule.build(needed, append_unknown=False)[1]))
        return routes

    def call(self, method, path):
        if method == "POST":
            return self.post(
                path, answer="accept", name="Eve", read="1", version="1", code="000000", purpose="ai", give="1"
            )
        return self.url_open(path, allow_redirects=False)

    def send_offer(self, application):
        offer = (
            self.env["ats.offer"]
            .with_user(self.recruiter)
            .create(
                {
                    "applicant_id": application.id,
                    "wage": 1,
                    "wage_period": "month",
                    "start_date": fields.Date.today(),
                    "expires_at": fields.Datetime.now() + timedelta(days=7),
                }
            )
        )
        offer._send()

    def fill(self, application):
        """Leave one of everything on an application: offer, message with a file, requests."""
        self.send_offer(application)
        application.sudo()._ats_candidate_writes("Hello", [("letter.pdf", make_pdf("letter", application.email_from))])
        application.with_user(self.recruiter)._ats_write_to_candidate("<p>Hello</p>")

    def test_a072_every_address_of_another_application_is_404(self):
        self.fill(self.foreign)
        before = self.foreign.write_date
        routes = self.own_routes(self.foreign)
        self.assertGreaterEqual(len(routes), 20)
        self.open_link(self.application)
        for method, path in routes:
            with self.subTest(method=method, path=path):
                self.assertEqual(self.call(method, path).status_code, 404)
        self.env.invalidate_all()
        self.assertEqual((self.foreign.ats_state, self.foreign.write_date), ("ongoing", before))

    def test_a073_every_id_of_another_application_under_the_own_address_is_404(self):
        self.fill(self.foreign)
        self.fill(self.application)
        self.open_link(self.application)
        foreign = self.ids_of(self.foreign)
        parts = ("document_id", "offer_id", "message_id", "attachment_id")
        for part in parts:
            routes = self.own_routes(self.application, **{part: foreign[part]})
            self.assertTrue(routes)
            for method, path in routes:
                with self.subTest(part=part, path=path):
                    self.assertEqual(self.call(method, path).status_code, 404)

    def test_a072_every_address_of_ours_has_its_class(self):
        threading.current_thread().dbname = self.env.cr.dbname
        unknown = []
        for rule in self.env["ir.http"].routing_map().iter_rules():
            module = getattr(rule.endpoint.func, "__module__", "") or ""
            if not module.startswith("odoo.addons.ats_"):
                continue
            is_private = rule.rule.startswith("/my/application/<")
            if not is_private and not any(rule.rule.startswith(prefix) for prefix in OPEN_ADDRESSES):
                unknown.append(rule.rule)
        self.assertFalse(unknown, "Put the address behind /my/application/<id>, or name it in OPEN_ADDRESSES.")

    def test_a072_native_addresses_give_nothing_of_an_application(self):
        self.fill(self.application)
        note = self.application.with_user(self.recruiter).message_post(
            body="between us", attachments=[("secret.pdf", b"%PDF-1.4 secret")], subtype_xmlid="mail.mt_note"
        )
        self.open_link(self.application)
        file_id = note.attachment_ids.id
        for path in (
            f"/web/content/{file_id}",
            f"/web/content/{file_id}?access_token=x",
            f"/web/image/{file_id}",
            f"/web/content/ats.document/{self.application.ats_document_ids[:1].id}/text",
            f"/mail/view?model=hr.applicant&res_id={self.application.id}",
            f"/mail/avatar/mail.message/{note.id}/author_avatar/50x50",
            f"/odoo/hr.applicant/{self.application.id}",
        ):
            with self.subTest(path=path):
                response = self.url_open(path)
                self.assertNotIn(b"secret", response.content)
                self.assertNotIn(b"between us", response.content)

    def test_a072_without_a_link_nothing_opens(self):
        for method, path in self.own_routes(self.application):
            with self.subTest(method=method, path=path):
                self.assertEqual(self.call(method, path).status_code, 404)

    def test_a072_ids_that_are_none(self):
        self.open_link(self.application)
        for id_ in ("0", "-1", "99999999", "9" * 30, "1e3", "x"):
            with self.subTest(id_=id_):
                self.assertEqual(self.url_open(f"/my/application/{id_}").status_code, 404)

    def test_a073_a_document_of_another_application(self):
        self.open_link(self.application)
        response = self.home(self.application, f"/document/{self.foreign.ats_document_ids.id}")
        self.assertEqual(response.status_code, 404)

    def test_a073_a_key_opens_its_own_application_only(self):
        raw = self.env["ats.access.link"]._mint(self.application)
        response = self.url_open(f"/my/application/open?to={self.foreign.id}&key={raw}", allow_redirects=False)
        self.assertEqual(response.status_code, 410)
        self.assertEqual(self.home(self.foreign).status_code, 404)
        self.assertEqual(self.home(self.application).status_code, 404)

    def test_a075_expired_and_revoked_keys(self):
        link = self.env["ats.access.link"].sudo()
        expired = link._mint(self.application)
        link._find(expired).expires_at = fields.Datetime.now() - timedelta(seconds=1)
        revoked = link._mint(self.application)
        link._find(revoked)._revoke()
        for raw in (expired, revoked, "unknown", "x" * 5000):
            response = self.open_link(self.application, raw)
            self.assertEqual(response.status_code, 410)
            self.assertIn("/my/application/link", response.text)
            self.assertNotIn("Backend Developer", response.text)
            self.assertEqual(self.home(self.application).status_code, 404)

    def test_a075_a_revoked_link_closes_the_visit_it_opened(self):
        raw = self.env["ats.access.link"]._mint(self.application)
        self.open_link(self.application, raw)
        self.assertEqual(self.home(self.application).status_code, 200)
        self.env["ats.access.link"]._find(raw)._revoke()
        self.assertEqual(self.home(self.application).status_code, 404)

    def test_a076_trying_keys_is_limited(self):
        for number in range(20):
            self.assertEqual(self.open_link(self.application, f"try{number}").status_code, 410)
        response = self.open_link(self.application, "try20")
        self.assertEqual(response.status_code, 429)
        self.assertEqual(response.headers["Retry-After"], "60")

    def test_a077_the_key_leaves_the_address(self):
        response = self.open_link(self.application)
        self.assertEqual(response.status_code, 303)
        self.assertNotIn("key", response.headers["Location"])
        page = self.url_open(response.headers["Location"])
        self.assertEqual(page.status_code, 200)
        self.assertNotIn("key=", page.text)

    def test_a077_the_key_is_not_in_the_log(self):
        def written(line):
            record = logging.makeLogRecord({"msg": "%s - %s", "args": ("127.0.0.1", line)})
            for known in logging.getLogger("werkzeug").filters:
                self.assertTrue(known.filter(record))
            return record.getMessage()

        line = written('"GET /my/application/open?to=7&go=home&key=SECRET-_1 HTTP/1.1" 303')
        self.assertEqual(line, '127.0.0.1 - "GET /my/application/open?to=7&go=home&key=… HTTP/1.1" 303')
        self.assertIn("key=kept", written('"GET /shop?key=kept HTTP/1.1" 200'))

    def test_a078_a_link_may_be_opened_often(self):
        raw = self.env["ats.access.link"]._mint(self.application)
        for _scanner in range(3):
            self.assertEqual(self.open_link(self.application, raw).status_code, 303)
        self.assertEqual(self.application.ats_state, "ongoing")

    def test_opening_proves_the_address(self):
        self.assertFalse(self.application.ats_address_proven)
        self.open_link(self.application)
        self.env.invalidate_all()
        self.assertTrue(self.application.ats_address_proven)

    def test_a085_other_applications_show_only_when_proven(self):
        other = self.apply(job=self.make_job("Second Job"))
        self.open_link(self.application)
        self.assertEqual(self.home(other).status_code, 404)
        self.assertNotIn("Second Job", self.home(self.application).text)
        other.sudo()._ats_prove_address()
        self.assertIn("Second Job", self.home(self.application).text)
        self.assertEqual(self.home(other).status_code, 200)

    def test_a085_a_merged_person_shows_nothing_of_another_address(self):
        self.foreign.sudo().write(
            {
                "ats_candidate_id": self.application.ats_candidate_id.id,
                "ats_address_proven": True,
            }
        )
        self.open_link(self.application)
        self.assertEqual(self.home(self.foreign).status_code, 404)
        self.assertNotIn("bob", self.home(self.application).text)

    # Without a key -------------------------------------------------------------------------

    def ask_link(self, to):
        return self.post("/my/application/link", to=str(to), go="home")

    def test_without_a_key_one_asks_for_a_link(self):
        page = self.url_open(f"/my/application/open?to={self.application.id}")
        self.assertEqual(page.status_code, 200)
        self.assertIn("/my/application/link", page.text)
        self.assertNotIn("Ana", page.text)

    def test_a061_asking_for_a_link_gets_one_answer(self):
        self.env["mail.mail"].search([]).unlink()
        real = self.ask_link(self.application.id)
        nobody = self.ask_link(99999999)
        nonsense = self.ask_link("x' OR 1=1")
        self.assertEqual(real.status_code, 200)
        for other in (nobody, nonsense):
            self.assertEqual(other.status_code, 200)
            self.assertEqual(other.text.partition("<main")[2], real.text.partition("<main")[2])
        mail = self.sent_mails(self.application)
        self.assertEqual(len(mail), 1)
        self.assertIn("ana@example.org", mail.email_to)
        response = self.open_link(self.application, self.raw_key(mail))
        self.assertEqual(response.status_code, 303)

    def test_asking_often_fills_no_mailbox(self):
        self.env["mail.mail"].search([]).unlink()
        answers = {self.ask_link(self.application.id).status_code for _ask in range(6)}
        self.assertEqual(answers, {200})
        self.assertEqual(len(self.sent_mails(self.application)), 3)

    # With an account -----------------------------------------------------------------------

    def test_a_portal_user_opens_the_own_application_only(self):
        user = self.portal_user()
        self.authenticate(user.login, user.login)
        self.assertEqual(self.home(self.application).status_code, 404)
        self.application.ats_candidate_id.sudo().partner_id = user.partner_id
        self.assertEqual(self.home(self.application).status_code, 200)
        self.assertEqual(self.home(self.foreign).status_code, 404)

    def test_a088_the_same_address_makes_no_owner(self):
        user = self.portal_user()
        user.partner_id.email = "ana@example.org"
        self.authenticate(user.login, user.login)
        self.assertEqual(self.home(self.application).status_code, 404)

    def test_the_public_user_owns_nothing(self):
        public = self.env.ref("base.public_partner")
        self.application.ats_candidate_id.sudo().partner_id = public
        self.assertEqual(self.home(self.application).status_code, 404)

    def test_a_talent_row_has_no_page(self):
        self.open_link(self.application)
        self.application.sudo().job_id = False
        self.assertEqual(self.home(self.application).status_code, 404)
