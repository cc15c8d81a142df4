"""One limit for all workers, kept in PostgreSQL."""

from datetime import datetime, timedelta

from freezegun import freeze_time
from lxml import html

from odoo.exceptions import ConcurrencyError
from odoo.tests import tagged

from .common import PortalCase


@tagged("post_install", "-at_install")
class TestRateLimit(PortalCase):
    def test_a058_ten_forms_a_minute_from_one_network(self):
        for number in range(10):
            self.assertSent(self.send_form(email=f"person{number}@example.org"))
        refused = self.send_form(email="person10@example.org", message="Typed <with> care")
        self.assertEqual((refused.status_code, refused.headers["Retry-After"]), (429, "60"))
        page = html.fromstring(refused.text)
        kept = {field.get("name"): field.get("value") for field in page.xpath("//form//input")}
        self.assertEqual(
            (kept["email"], kept["message"], kept["consent"]), ("person10@example.org", "Typed <with> care", "1")
        )
        self.assertIn("in a minute", page.xpath("string(//*[@role='alert'])"))
        self.assertFalse(self.applications("person10@example.org"))
        with freeze_time(datetime.now() + timedelta(seconds=61)):
            self.assertFalse(self.env["ats.apply.form"]._is_too_frequent("127.0.0.1"))

    def test_a058_no_file_is_looked_at_once_there_are_too_many(self):
        self.patch(type(self.env["ats.apply.form"]), "_is_too_frequent", lambda *_arguments: True)
        self.patch(type(self.env["ats.apply.form"]), "_read", lambda *_arguments: self.fail("a file was looked at"))
        refused = self.send_form(files=[("cv", "cv.pdf", b"MZ")])
        self.assertEqual(refused.status_code, 429)
        self.assertLess(len(refused.content), 4000, "the page is bare")

    def test_a058_forms_with_mistakes_count_too(self):
        for _try in range(10):
            self.assertAsked(self.send_form(name=""), "name")
        self.assertEqual(self.send_form(name="").status_code, 429)

    def test_a_request_that_starts_again_counts_once(self):
        attempts, counted = [], []
        applicants, hits = type(self.env["hr.applicant"]), type(self.env["ats.portal.hit"])
        verb, is_over = applicants._ats_apply, hits._is_over

        def disturbed(self, *args, **kwargs):
            attempts.append(1)
            if len(attempts) < 3:
                raise ConcurrencyError("another request was faster")
            return verb(self, *args, **kwargs)

        def noted(self, scope, *args, **kwargs):
            counted.append(scope)
            return is_over(self, scope, *args, **kwargs)

        self.patch(applicants, "_ats_apply", disturbed)
        self.patch(hits, "_is_over", noted)
        self.assertSent(self.send_form())
        self.assertEqual(len(attempts), 3)
        self.assertEqual(counted, ["apply.ip", "apply.mailbox"])

    def test_a059_one_mailbox_is_limited_whatever_its_spelling(self):
        form = self.env["ats.apply.form"]
        spellings = ["ana@example.org", "ANA@example.org", "ana+1@example.org", " Ana+x@Example.org"]
        for number in range(10):
            self.assertFalse(form._is_too_frequent(f"10.0.0.{number}", spellings[number % 4]))
        self.assertTrue(form._is_too_frequent("10.0.1.1", "ana@example.org"))
        self.assertFalse(form._is_too_frequent("10.0.1.2", "bob@example.org"))

    def test_a059_networks(self):
        network = self.env["ats.portal.hit"]._network
        self.assertEqual(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::9"))
        self.assertNotEqual(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"))
        self.assertEqual(network("::ffff:192.0.2.1"), network("192.0.2.1"))
        self.assertNotEqual(network("192.0.2.1"), network("192.0.2.2"))
        self.assertEqual(network("nonsense"), "unknown")

    def test_a059_a_made_up_forwarding_header_changes_nothing(self):
        for number in range(11):
            response = self.url_open(
                self.apply_url(),
                data=self.form_fields(email=f"p{number}@example.org"),
                headers={"X-Forwarded-For": f"203.0.113.{number}"},
                allow_redirects=False,
            )
        self.assertEqual(response.status_code, 429)

    def test_no_address_is_stored_in_the_clear(self):
        self.send_form()
        keys = self.env["ats.portal.hit"].search([]).mapped("key")
        self.assertTrue(keys)
        self.assertNotIn("ana", " ".join(keys))
        self.assertTrue(all(len(key) == 64 for key in keys))

    def test_old_tries_are_forgotten(self):
        hits = self.env["ats.portal.hit"]
        hits._is_over("test", "x", limit=1, seconds=60)
        with freeze_time(datetime.now() + timedelta(hours=3)):
            hits._gc_hits()
        self.assertFalse(hits.search([]))
