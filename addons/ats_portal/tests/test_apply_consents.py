"""Agreements, voluntary questions, and applying twice."""

from datetime import timedelta

from lxml import html

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import RESUME, PortalCase


@tagged("post_install", "-at_install")
class TestApplyConsents(PortalCase):
    def consents(self):
        return {consent.purpose: consent for consent in self.applications().ats_candidate_id.consent_ids}

    def test_no_box_is_ticked_and_one_is_needed(self):
        page = html.fromstring(self.url_open(self.apply_url()).text)
        boxes = page.xpath("//input[@type='checkbox'][starts-with(@name, 'consent')]")
        self.assertEqual(len(boxes), 4)
        self.assertFalse([box for box in boxes if box.get("checked")])
        self.assertEqual([box.get("name") for box in boxes if box.get("required")], ["consent"])

    def test_each_purpose_is_kept_with_its_sentence(self):
        self.assertSent(self.send_form(consent_ai="1", consent_talent_pool="1"))
        consents = self.consents()
        self.assertEqual(set(consents), {"processing", "ai", "talent_pool"})
        self.assertIn("when another job fits", consents["talent_pool"].proof["text"])
        self.assertNotEqual(consents["ai"].text_version, consents["talent_pool"].text_version)
        self.assertEqual(consents["ai"].proof["lang"], "en_US")
        self.assertFalse(consents["ai"].proof["address_proven"])

    def test_text_messages_are_asked_for_when_a_stage_sends_them(self):
        self.assertNotIn("consent_sms", self.url_open(self.apply_url()).text)
        text = self.env["sms.template"].create(
            {"name": "Hello", "model_id": self.env["ir.model"]._get_id("hr.applicant"), "body": "Hello!"}
        )
        self.env["ats.stage.rule"].create({"stage_id": self.stage_new.id, "action": "sms", "sms_template_id": text.id})
        self.assertIn("consent_sms", self.url_open(self.apply_url()).text)
        self.assertSent(self.send_form(consent_sms="1"))
        consent = self.consents()["sms"]
        self.assertIn("text messages", consent.proof["text"])
        self.open_link(self.applications())
        path = f"/my/application/{self.applications().id}/data/consent"
        self.assertEqual(self.post(path, purpose="sms").status_code, 303)
        self.env.invalidate_all()
        self.assertTrue(consent.withdrawn_at)

    def test_the_companys_own_words(self):
        texts = self.env["ats.consent.text"]
        values = {"purpose": "talent_pool", "lang": "en_US", "company_id": self.job.company_id.root_id.id}
        first = texts.create({**values, "text": "Write to me <b>monthly</b>.", "why": "Because."})
        page = self.url_open(self.apply_url()).text
        self.assertIn("Write to me &lt;b&gt;monthly&lt;/b&gt;.", page)
        self.assertIn("Because.", page)
        self.assertSent(self.send_form(consent_talent_pool="1"))
        second = texts.create({**values, "text": "Write to me yearly."})
        consent = self.consents()["talent_pool"]
        self.assertEqual((consent.text_id, consent.text_version), (first, "talent_pool-en_US-v1"))
        self.assertEqual(consent.proof["text"], first.text)
        application = self.applications()
        self.open_link(application)
        self.assertIn("Write to me yearly.", self.home(application, "/data").text)
        path = f"/my/application/{application.id}/data/consent"
        self.post(path, purpose="talent_pool")
        self.post(path, purpose="talent_pool", give="1")
        self.env.invalidate_all()
        newest = application.ats_candidate_id.consent_ids.filtered(lambda each: not each.withdrawn_at and each.text_id)
        self.assertEqual((newest.text_id, newest.proof["text"]), (second, "Write to me yearly."))

    def test_an_agreement_that_ends_soon_is_given_anew(self):
        self.assertSent(self.send_form(consent_retention="1"))
        application = self.applications()
        person = application.ats_candidate_id
        person.company_id.ats_retention_remind_days = 30
        self.open_link(application)
        self.assertNotIn("o_ats_renew", self.home(application, "/data").text)
        person.retention_until = fields.Date.today() + timedelta(days=20)
        self.assertIn("o_ats_renew", self.home(application, "/data").text)
        self.post(f"/my/application/{application.id}/data/consent", purpose="retention", give="1")
        self.env.invalidate_all()
        rows = person.consent_ids.filtered(lambda consent: consent.purpose == "retention")
        self.assertEqual(sorted(bool(row.withdrawn_at) for row in rows), [False, True])

    def test_ticks_survive_an_error(self):
        page = self.assertAsked(self.send_form(name="", consent_ai="1"), "name")
        self.assertTrue(page.xpath("//input[@name='consent_ai'][@checked]"))
        self.assertFalse(page.xpath("//input[@name='consent_retention'][@checked]"))

    # Again ---------------------------------------------------------------------------------

    def test_double_click_back_button_and_two_tabs_make_one_application(self):
        key = "a" * 32
        first = self.send_form(submission_key=key, files=[("cv", "cv.pdf", RESUME)])
        again = self.send_form(submission_key=key, files=[("cv", "cv.pdf", RESUME)])
        other_tab = self.send_form()
        for response in (first, again, other_tab):
            self.assertSent(response)
        self.assertEqual(len(self.applications()), 1)

    def test_too_early_again_is_told_to_the_address_only(self):
        self.assertSent(self.send_form())
        self.job.company_id.ats_cooldown = 6
        reason = self.env["hr.applicant.refuse.reason"].create({"name": "Other"})
        self.applications()._ats_refuse(reason)
        before = self.sent_mails()
        early = self.send_form(follow=True)
        unknown = self.send_form(email="nobody@example.org", follow=True)
        words = [html.fromstring(page.text).xpath("string(//main)").split() for page in (early, unknown)]
        self.assertEqual([word for word in words[0] if "@" not in word], [word for word in words[1] if "@" not in word])
        self.assertEqual(len(self.applications()), 1)
        mail = (self.sent_mails() - before).filtered(lambda mail: "ana@example.org" in mail.email_to)
        self.assertEqual(len(mail), 1)

    # Voluntary questions -------------------------------------------------------------------

    def ask(self, form):
        country = self.env.ref("base.be")
        country.ats_eeo_form = form
        self.job.address_id = self.env["res.partner"].create({"name": "Works", "country_id": country.id})

    def answer(self, **answers):
        return self.post(f"{self.apply_url()}/equality", **answers)

    def test_asked_where_the_country_wants_it(self):
        self.ask("none")
        self.assertNotIn("o_ats_equality_offer", self.send_form(follow=True).text)
        self.assertEqual(self.url_open(f"{self.apply_url()}/equality").status_code, 404)
        self.ask("basic")
        self.assertIn("o_ats_equality_offer", self.url_open(f"{self.apply_url()}/sent").text)
        page = self.url_open(f"{self.apply_url()}/equality").text
        self.assertIn("Disability", page)
        self.assertNotIn("Race or ethnicity", page)
        self.ask("us")
        self.assertIn("Race or ethnicity", self.url_open(f"{self.apply_url()}/equality").text)

    def test_nobody_is_asked_before_applying(self):
        self.ask("us")
        self.assertEqual(self.url_open(f"{self.apply_url()}/equality").status_code, 404)
        self.assertEqual(self.answer(gender="female").status_code, 404)

    def test_answers_go_into_a_vault_without_a_name(self):
        self.ask("us")
        self.assertSent(self.send_form())
        answered = self.answer(gender="female", ethnicity="asian", veteran="nonsense", disability="", stage_id="1")
        self.assertEqual(answered.status_code, 303)
        row = self.env["ats.eeo.response"].sudo().search([])
        self.assertEqual((row.gender, row.ethnicity, row.veteran), ("female", "asian", False))
        self.assertEqual(row.month.day, 1)
        self.assertNotIn("create_uid", row._fields)
        self.assertNotIn(str(self.applications().id), row.subject[:8])
        self.answer(gender="male")
        self.assertEqual(self.env["ats.eeo.response"].sudo().search([]).gender, "male", "sent again it replaces")
        self.applications().ats_candidate_id._erase()
        self.assertFalse(self.env["ats.eeo.response"].sudo().search([]))

    def test_no_role_reads_a_row(self):
        everybody = self.env["res.users"].search([("share", "=", False)])
        self.assertGreater(len(everybody), 6)
        for user in everybody - self.env.ref("base.user_root"):
            vault = self.env["ats.eeo.response"].with_user(user)
            for operation in ("read", "write", "create", "unlink"):
                self.assertFalse(vault.has_access(operation))
            with self.assertRaises(AccessError):
                vault.search([])

    def test_small_numbers_are_not_told(self):
        company = self.env.company
        answers = ["female"] * 9 + ["male"] * 7 + ["declined"] * 3
        for number, gender in enumerate(answers):
            self.env["ats.eeo.response"]._store(f"s{number}", self.job, "us", {"gender": gender})
        counts = self.env["ats.eeo.response"]._counts(company, "gender")
        self.assertEqual(counts, {"female": 9, "male": None, "declined": None})
        later = fields.Date.today() + timedelta(days=40)
        self.assertEqual(self.env["ats.eeo.response"]._counts(company, "gender", date_from=later), {})
        with self.assertRaises(ValueError):
            self.env["ats.eeo.response"]._counts(company, "subject")
        report = self.env["ats.eeo.report"].with_user(self.privacy_officer).create({})
        self.assertIn("Female", str(report.table))
        self.assertIn("not told", str(report.table))
        with self.assertRaises(AccessError):
            self.env["ats.eeo.report"].with_user(self.recruiter).create({})
