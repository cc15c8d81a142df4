"""The candidate's pages and mails in the languages that come with the addons."""

from odoo.tests import tagged

from .common import RESUME, PortalCase

LANGUAGES = {
    "fr_FR": ("À faire", "Envoyez-nous", "Mes données", "Ce que vous nous autorisez"),
    "de_DE": ("Zu tun", "Senden Sie uns", "Meine Daten", "Was Sie uns erlauben"),
    "es_ES": ("Pendiente", "Envíenos", "Mis datos", "Lo que nos permite"),
}


@tagged("post_install", "-at_install")
class TestLanguages(PortalCase):
    def test_pages_and_mails_speak_the_candidates_language(self):
        website = self.env["website"].get_current_website()
        modules = self.env["ir.module.module"].search([("name", "in", ["ats_core", "ats_portal"])])
        for code in LANGUAGES:
            self.env["res.lang"]._activate_lang(code)
            website.language_ids |= self.env["res.lang"]._lang_get(code)
        modules._update_translations(list(LANGUAGES))
        application = self.apply(files=[("cv.pdf", RESUME)], lang="fr_FR")
        self.env["ats.document.request"].create({"applicant_id": application.id, "name": "Permis"})
        self.assertIn("Envoyer le document", self.sent_mails(application)[-1].body_html)
        raw = self.env["ats.access.link"]._mint(application)
        self.open_link(application, raw)
        for code, (todo, send, mine, allow) in LANGUAGES.items():
            prefix = self.env["res.lang"]._lang_get(code).url_code
            with self.subTest(lang=code):
                home = self.url_open(f"/{prefix}/my/application/{application.id}").text
                for words in (todo, send, mine):
                    self.assertIn(words, home)
                self.assertIn(f'lang="{code.replace("_", "-")}"', home)
                self.assertIn(allow, self.url_open(f"/{prefix}/my/application/{application.id}/data").text)
