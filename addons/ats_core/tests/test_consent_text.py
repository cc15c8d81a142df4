"""The company's own words for an agreement: versions, languages, rights."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import AtsMixin


@tagged("post_install", "-at_install")
class TestConsentText(AtsMixin, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.texts = cls.env["ats.consent.text"]
        cls.company = cls.env.company

    def text(self, words="Keep it.", user=None, **values):
        texts = self.texts.with_user(user or self.privacy_officer)
        return texts.create({"purpose": "retention", "lang": "en_US", "text": words, **values})

    def current(self, lang="en_US"):
        return self.texts._current(self.company, "retention", lang)

    def test_a_new_text_is_a_new_version_and_old_consents_keep_theirs(self):
        first = self.text("Keep it for a year.")
        person = self.apply().ats_candidate_id
        person._ats_give_consent("retention", text_version=first._version_name(), proof={}, text=first)
        second = self.text("Keep it for two years.")
        self.assertEqual((first.version, second.version), (1, 2))
        self.assertEqual(self.current(), second.sudo())
        consent = person.consent_ids.filtered(lambda each: each.purpose == "retention")
        self.assertEqual((consent.text_id, consent.text_version), (first.sudo(), "retention-en_US-v1"))
        self.assertEqual((first.consent_count, second.consent_count), (1, 0))

    def test_words_that_were_agreed_to_stay(self):
        text = self.text()
        person = self.apply().ats_candidate_id
        person._ats_give_consent("retention", text_version="x", proof={}, text=text)
        with self.assertRaises(UserError):
            text.text = "Sell it."
        with self.assertRaises(UserError):
            text.unlink()

    def test_switched_off_the_one_before_is_shown_again(self):
        first, second = self.text("One"), self.text("Two")
        second.active = False
        self.assertEqual(self.current(), first.sudo())
        first.active = False
        self.assertFalse(self.current())
        self.assertEqual(self.text("Three").version, 3, "a version is never given twice")

    def test_each_language_has_its_own(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        self.env["res.lang"]._activate_lang("fr_BE")
        self.text("Keep it.")
        self.assertFalse(self.current("fr_FR"))
        french = self.text("Gardez.", lang="fr_FR")
        self.assertEqual((french.version, self.current("fr_FR")), (1, french.sudo()))
        self.assertEqual(self.current("fr_BE"), french.sudo())

    def test_of_the_own_company_only(self):
        other = self.env["res.company"].create({"name": "Elsewhere"})
        self.texts.create({"purpose": "retention", "lang": "en_US", "text": "Theirs", "company_id": other.id})
        self.assertFalse(self.current())
        self.assertFalse(self.texts.with_user(self.privacy_officer).search([("company_id", "=", other.id)]))

    def test_the_next_version_starts_with_the_words_of_this_one(self):
        text = self.text("One")
        context = text.action_new_version()["context"]
        self.assertEqual((context["default_text"], context["default_purpose"]), ("One", "retention"))

    def test_who_writes_them(self):
        self.text(user=self.admin_rec)
        for user in (self.recruiter, self.hiring_manager, self.employee_user):
            with self.assertRaises(AccessError):
                self.text(user=user)
