"""Who may open the candidate's page (A072 to A078, A085, A088, A090)."""

import logging
import threading
from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .common import RESUME, PortalCase


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

    def own_routes(self, application):
        """Return every address under the candidate's page, read from the routing map."""
        offers = self.env["ats.offer"].sudo().search([("applicant_id", "=", application.id)])
        values = {
            "applicant_id": application.id,
            "document_id": application.ats_document_ids[:1].id or 1,
            "offer_id": offers[:1].id or 1,
        }
        routes = []
        threading.current_thread().dbname = self.env.cr.dbname  # the map asks the thread
        for rule in self.env["ir.http"].routing_map().iter_rules():
            if rule.rule.startswith("/my/application/<"):
                method = "GET" if "GET" in rule.methods else "POST"
                routes.append((method, rule.build(values, append_unknown=False)[1]))
        return routes

    def call(self, method, path):
        if method == "POST":
            return self.post(path, answer="accept", name="Eve", read="1", version="1")
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

    def test_a072_every_address_of_another_application_is_404(self):
        self.send_offer(self.foreign)
        routes = self.own_routes(self.foreign)
        self.assertGreaterEqual(len(routes), 7)
        self.open_link(self.application)
        for method, path in routes:
            with self.subTest(method=method, path=path):
                self.assertEqual(self.call(method, path).status_code, 404)
        self.assertEqual(self.foreign.ats_state, "ongoing")

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
