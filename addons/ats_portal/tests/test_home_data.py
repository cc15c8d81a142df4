"""My data: corrections, agreements, copies, codes, requests, the account, mails one does not want."""

import io
import json
import re

from pypdf import PdfReader

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import RESUME, PortalCase


@tagged("post_install", "-at_install")
class TestHomeData(PortalCase):
    def setUp(self):
        super().setUp()
        self.application = self.apply(files=[("cv.pdf", RESUME)])
        self.person = self.application.ats_candidate_id
        self.open_link(self.application)
        self.env["mail.mail"].sudo().search([]).unlink()

    def do(self, what, **fields):
        response = self.post(f"/my/application/{self.application.id}/{what}", **fields)
        self.env.invalidate_all()
        return response

    def page(self):
        return self.home(self.application, "/data").text

    def code(self):
        mail = self.env["mail.mail"].sudo().search([("subject", "like", "Your code")], order="id desc", limit=1)
        return re.search(r"\d{6}", mail.subject).group(), mail

    # Corrections ---------------------------------------------------------------------------

    def test_a_correction_waits_for_the_recruiter(self):
        response = self.do("data/correct", partner_name="Ana García Ruiz", partner_phone="", ats_city="León")
        self.assertEqual(response.status_code, 303)
        changes = self.application.ats_suggested_change_ids
        self.assertEqual(set(changes.mapped("new_value")), {"Ana García Ruiz", "León"})
        self.assertEqual(self.application.partner_name, "Ana García")
        self.assertIn("Ana García Ruiz", self.page())

    def test_a_correction_that_cannot_be(self):
        response = self.do("data/correct", partner_name="", linkedin_profile="javascript:alert(1)")
        self.assertEqual(response.status_code, 400)
        self.assertEqual(response.text.count("is-invalid"), 2)
        self.assertFalse(self.application.ats_suggested_change_ids)

    # Another address -----------------------------------------------------------------------

    def test_a086_a_new_address_confirms_and_the_old_one_is_told(self):
        self.assertEqual(self.do("data/address", email="new@example.org").status_code, 200)
        self.assertEqual(self.application.email_from, "ana@example.org", "asking changes nothing")
        code, mail = self.code()
        self.assertIn("new@example.org", mail.email_to)
        self.assertEqual(self.do("data/address/confirm", code="123").status_code, 400)
        self.assertEqual(self.do("data/address/confirm", code=code).status_code, 200)
        self.assertEqual(self.application.email_from, "new@example.org")
        self.assertEqual(self.person.email, "new@example.org")
        told = self.sent_mails(self.application).filtered(lambda sent: "address was changed" in (sent.subject or ""))
        self.assertIn("ana@example.org", told.email_to)
        self.assertEqual(self.home(self.application).status_code, 404, "links of the old address are over")

    # Agreements ----------------------------------------------------------------------------

    def test_an_agreement_is_taken_back_with_the_press_that_gave_it(self):
        self.assertEqual(self.do("data/consent", purpose="talent_pool", give="1").status_code, 303)
        consent = self.person.consent_ids
        self.assertEqual((consent.purpose, consent.text_version), ("talent_pool", "home-2026-11"))
        self.assertEqual(consent.proof["door"], "candidate page")
        self.assertIn("given on", self.page())
        self.assertEqual(self.do("data/consent", purpose="talent_pool").status_code, 303)
        self.assertTrue(consent.withdrawn_at)
        self.assertEqual(self.do("data/consent", purpose="processing", give="1").status_code, 404)

    def test_a085_a_merged_person_agrees_to_nothing_for_another_address(self):
        self.person.sudo().email = "other@example.org"
        self.assertEqual(self.do("data/consent", purpose="ai", give="1").status_code, 404)
        self.assertNotIn("ats_consents_title", self.page())
        copy = json.loads(self.home(self.application, "/data/copy/json").text)
        self.assertFalse(copy["resume"])

    # A copy --------------------------------------------------------------------------------

    def test_a_copy_for_programs_and_one_for_people(self):
        self.application.message_post(body="INTERNAL-NOTE", subtype_xmlid="mail.mt_note")
        foreign = self.apply(name="Bob", email="bob@example.org")
        response = self.home(self.application, "/data/copy/json")
        copy = json.loads(response.text)
        self.assertIn("attachment", response.headers["Content-Disposition"])
        self.assertEqual(copy["resume"]["basics"]["name"], "Ana García")
        self.assertEqual([row["name"] for row in copy["applications"][0]["documents"]], ["cv.pdf"])
        self.assertEqual(len(copy["applications"]), 1)
        for secret in ("INTERNAL-NOTE", foreign.partner_name, self.recruiter.email):
            self.assertNotIn(secret, response.text)
        pdf = self.home(self.application, "/data/copy/pdf").content
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
        self.assertIn("Ana García", text)
        self.assertIn("cv.pdf", text)

    # Erasing -------------------------------------------------------------------------------

    def test_a087_erasing_takes_a_code_by_mail_and_is_asked_once(self):
        self.assertIn("Erase your data?", self.home(self.application, "/data/erase").text)
        self.assertEqual(self.do("data/erase/confirm", code="").status_code, 400)
        self.do("data/erase")
        code, mail = self.code()
        self.assertIn("ana@example.org", mail.email_to)
        wrong = "000000" if code != "000000" else "111111"
        self.assertEqual(self.do("data/erase/confirm", code=wrong).status_code, 400)
        self.assertFalse(self.application._ats_privacy_requests())
        self.assertEqual(self.do("data/erase/confirm", code=code, note="No longer").status_code, 303)
        self.assertEqual(self.do("data/erase/confirm", code=code).status_code, 400)
        request = self.application._ats_privacy_requests()
        self.assertEqual((request.kind, request.verified_by), ("erasure", "code"))
        self.assertEqual(self.application.ats_state, "withdrawn")
        request.with_user(self.privacy_officer).action_erase()
        self.env.invalidate_all()
        self.assertEqual(self.home(self.application).status_code, 404)

    def test_codes_are_not_sent_without_end(self):
        codes = [self.do("data/erase").status_code for _ask in range(4)]
        self.assertEqual(codes, [200, 200, 200, 429])

    # Asking --------------------------------------------------------------------------------

    def test_asking_a_person(self):
        self.assertEqual(self.do("data/ask", kind="accommodation", note="No stairs").status_code, 303)
        request = self.application._ats_privacy_requests()
        self.assertEqual((request.note, request.handled_by_id), ("No stairs", self.recruiter))
        self.assertEqual(self.do("data/ask", kind="erasure").status_code, 404, "that takes a code")
        request.with_user(self.recruiter).write({"answer": "There is a lift."})
        request.with_user(self.recruiter).action_done()
        self.assertIn("There is a lift.", self.page())

    # An account ----------------------------------------------------------------------------

    def test_an_account_when_the_company_wants_them(self):
        self.assertNotIn("ats_account_title", self.page())
        self.do("account")
        self.assertFalse(self.env["res.users"].search([("login", "=", "ana@example.org")]))
        self.application.company_id.sudo().ats_candidate_accounts = True
        self.assertIn("ats_account_title", self.page())
        self.do("account")
        user = self.env["res.users"].search([("login", "=", "ana@example.org")])
        self.assertTrue(user.partner_id.ats_candidate_partner)
        self.assertFalse(user._is_internal())
        mail = self.env["mail.mail"].sudo().search([("subject", "=", "Choose your password")])
        self.assertIn("token=", mail.body_html)
        self.authenticate(None, None)
        self.assertEqual(self.home(self.application).status_code, 404)
        user.sudo().password = "ana-and-her-password"
        self.authenticate("ana@example.org", "ana-and-her-password")
        self.assertEqual(self.home(self.application).status_code, 200)

    def test_a088_an_account_that_exists_is_not_taken_over(self):
        self.application.company_id.sudo().ats_candidate_accounts = True
        user = self.portal_user("ana@example.org")
        self.assertEqual(self.do("account").status_code, 303, "the answer tells nobody that the account exists")
        self.assertNotEqual(self.person.partner_id, user.partner_id)
        self.assertFalse(self.env["mail.mail"].sudo().search([("subject", "=", "Choose your password")]))

    def test_a091_a_candidates_account_reads_no_record(self):
        self.application.company_id.sudo().ats_candidate_accounts = True
        self.do("account")
        user = self.env["res.users"].search([("login", "=", "ana@example.org")])
        self.person._ats_give_consent("sms", text_version="x", proof={})
        ours = [name for name in self.env.registry if name.startswith("ats.") and not self.env[name]._abstract]
        for name in ["hr.applicant", *sorted(ours)]:
            with self.subTest(model=name), self.assertRaises(AccessError):
                self.env[name].with_user(user).search_read([])

    # Mails on our own account --------------------------------------------------------------

    def test_unsubscribing_takes_one_press_and_no_login(self):
        self.person._ats_give_consent("job_alert", text_version="x", proof={})
        path = self.env["ats.message.preference"]._unsubscribe_path(self.application, "job_alert")
        self.authenticate(None, None)
        self.assertIn("Stop these mails?", self.url_open(path).text)
        allows = self.env["ats.message.preference"]._allows
        company = self.application.company_id
        self.assertTrue(allows("ana@example.org", "job_alert", company), "looking stops nothing")
        response = self.url_open(path, data={"List-Unsubscribe": "One-Click"})
        self.assertEqual(response.status_code, 200)
        self.env.invalidate_all()
        self.assertFalse(allows("ana@example.org", "job_alert", company))
        self.assertFalse(self.person._ats_has_consent("job_alert"))
        self.assertEqual(self.url_open(path[:-3] + "abc").status_code, 404)
        self.assertNotIn("ana@example.org", response.text)

    def send_alerts(self):
        self.env.flush_all()
        with self.enter_registry_test_mode():
            self.env.ref("ats_portal.ir_cron_job_alerts").method_direct_trigger()
        self.env.invalidate_all()

    def test_new_jobs_go_once_a_week_to_who_asked(self):
        self.person._ats_give_consent("job_alert", text_version="x", proof={})
        pastry = self.make_job("Pastry Cook", is_published=True)
        secret = self.make_job("Secret Cook")
        for _run in range(2):
            self.send_alerts()
        mail = self.sent_mails(self.application)
        self.assertEqual(len(mail), 1)
        self.assertIn(pastry.website_url, mail.body_html)
        self.assertIn("/unsubscribe/", mail.body_html)
        for job in (secret, self.job):
            self.assertNotIn(job.website_url, mail.body_html)
        self.person._ats_withdraw_consent("job_alert")
        self.person.ats_alerted_at = False
        self.send_alerts()
        self.assertEqual(len(self.sent_mails(self.application)), 1)
