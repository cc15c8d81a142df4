"""Our pages ask nobody else for anything (A070): the page, its stylesheets, and what those load."""

import re

from lxml import html

from odoo.tests import tagged

from .common import PortalCase

# What a browser fetches by itself. Links that people press are not among it.
FETCHED = (
    "//script/@src | //img/@src | //iframe/@src | //source/@src | //video/@src | //audio/@src | //embed/@src"
    " | //object/@data | //link[not(@rel='canonical') and not(@rel='alternate')]/@href"
)
IN_STYLES = re.compile(r"""(?:url\(|@import)\s*["']?((?:https?:)?//[^"')\s]+)""")
FOREIGN = re.compile(r"(?:https?:)?//")


@tagged("post_install", "-at_install")
class TestThirdParties(PortalCase):
    def foreign(self, path):
        """Return all addresses of others that the page or one of its stylesheets would fetch."""
        page = html.fromstring(self.url_open(path).text)
        fetched = [address for address in page.xpath(FETCHED) if FOREIGN.match(address)]
        own = self.base_url()
        found = [address for address in fetched if not address.startswith(own)]
        styles = page.xpath("//link[@rel='stylesheet']/@href")
        self.assertTrue(styles)
        ours = [style for style in styles if not FOREIGN.match(style) or style.startswith(own)]
        texts = [self.url_open(style, timeout=120).text for style in ours]  # the first one compiles it
        texts += page.xpath("//style/text()") + page.xpath("//@style")
        return found + [address for text in texts for address in IN_STYLES.findall(text)]

    def test_a070_our_pages_ask_nobody_else(self):
        application = self.apply()
        self.open_link(application)
        pages = ["/jobs", self.job.website_url, self.apply_url(), "/jobs?search=xyz", "/my/application/open?to=1"]
        pages += [f"/my/application/{application.id}{page}" for page in ("", "/messages", "/data")]
        for path in pages:
            with self.subTest(path=path):
                self.assertEqual(self.foreign(path), [])

    def test_other_pages_keep_the_fonts_of_the_theme(self):
        self.assertTrue([address for address in self.foreign("/contactus") if "fonts.g" in address])

    def test_a070_no_captcha_unless_the_company_wants_one(self):
        parameters = self.env["ir.config_parameter"].sudo()
        parameters.set_param("recaptcha_public_key", "public")
        parameters.set_param("recaptcha_private_key", "private")
        self.assertNotIn("data-captcha", self.url_open(self.apply_url()).text)
        asked = []

        def verify(_http, _address, token, action=False):
            asked.append((token, action))
            return "is_human" if token else "wrong_token"

        self.patch(self.registry["ir.http"], "_verify_recaptcha_token", verify)
        self.assertSent(self.send_form())
        self.assertFalse(asked)
        self.job.company_id.ats_captcha = True
        page = self.url_open(self.apply_url()).text
        self.assertIn('data-captcha="ats_apply"', page)
        self.assertIn("An outside service", page)
        self.assertAsked(self.send_form(email="bob@example.org"), "form")
        self.assertFalse(self.applications("bob@example.org"))
        self.assertSent(self.send_form(email="bob@example.org", recaptcha_token_response="solved"))
        self.assertEqual(asked, [(False, "ats_apply"), ("solved", "ats_apply")])
