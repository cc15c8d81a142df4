"""What browsers are told about our pages (A068, A070)."""

from odoo.tests import tagged

from .common import PortalCase

CSP = "frame-ancestors 'self'; base-uri 'self'; object-src 'none'; form-action 'self'"


@tagged("post_install", "-at_install")
class TestHeaders(PortalCase):
    def assertFramedByUs(self, response):
        self.assertTrue(response.headers["Content-Security-Policy"].startswith(CSP))
        self.assertEqual(response.headers["X-Frame-Options"], "SAMEORIGIN")
        self.assertEqual(response.headers["X-Content-Type-Options"], "nosniff")

    def assertPrivate(self, response):
        self.assertEqual(response.headers["Cache-Control"], "no-store")
        self.assertEqual(response.headers["Referrer-Policy"], "no-referrer")
        self.assertIn("noindex", response.headers["X-Robots-Tag"])

    def test_a068_all_our_pages_are_framed_by_us_only(self):
        for path in ("/jobs", self.job.website_url, self.apply_url()):
            with self.subTest(path=path):
                self.assertFramedByUs(self.url_open(path))

    def test_a070_private_pages_are_kept_nowhere(self):
        application = self.apply()
        pages = [
            self.open_link(application),
            self.home(application),
            self.home(application, "/withdraw"),
            self.url_open("/my/application/open"),
            self.home(application.browse(application.id + 1000)),
            self.url_open(self.apply_url()),
            self.send_form(name=""),
        ]
        for response in pages:
            with self.subTest(url=response.url):
                self.assertFramedByUs(response)
                self.assertPrivate(response)

    def test_a070_private_pages_load_nothing_from_elsewhere(self):
        website = self.env["website"].get_current_website()
        website.google_analytics_key = "G-TEST"
        website.custom_code_head = '<script src="https://third.example/x.js"></script>'
        application = self.apply()
        self.open_link(application)
        text = self.home(application).text
        self.assertNotIn("googletagmanager", text)
        self.assertNotIn("third.example", text)
        policy = self.home(application).headers["Content-Security-Policy"]
        self.assertIn("style-src 'self' 'unsafe-inline'; font-src 'self' data:", policy)

    def test_other_pages_keep_their_headers(self):
        self.assertNotIn("Content-Security-Policy", self.url_open("/contactus").headers)
