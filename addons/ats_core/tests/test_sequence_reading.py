import re
from html import unescape
from urllib.parse import urlsplit

from odoo.tests import HttpCase, tagged

from .common import AtsMixin
from .sequence_common import SequenceMixin


@tagged("post_install", "-at_install")
class TestSequenceReading(SequenceMixin, AtsMixin, HttpCase):
    """Opens and clicks, for companies that count them."""

    def setUp(self):
        super().setUp()
        self.sequence.write({"hour_from": 0, "hour_to": 24, "send_days": "all"})
        self.env.company.ats_count_reading = True
        self.sequence._start()
        [self.row] = self.enrol(self.talent())
        self.turn()
        self.sent = self.row.send_ids

    def body(self):
        """The mail as it leaves."""
        [email] = self.mails().sudo()._prepare_outgoing_list()
        return email["body"]

    def paths(self):
        links = [unescape(url) for url in re.findall(r'(?:href|src)="([^"]+)"', self.body())]
        [click] = [url for url in links if "/go?" in url]
        [picture] = [url for url in links if url.endswith("open.gif")]
        return tuple(f"{urlsplit(url).path}?{urlsplit(url).query}" for url in (click, picture))

    def test_open_and_click_are_counted_once_and_lead_where_the_mail_pointed(self):
        click, picture = self.paths()
        response = self.url_open(picture)
        self.assertEqual((response.status_code, response.headers["Content-Type"]), (200, "image/gif"))
        self.sent.invalidate_recordset()
        opened = self.sent.opened_at
        self.assertTrue(opened)
        self.assertFalse(self.sent.clicked_at)
        response = self.url_open(click, allow_redirects=False)
        self.assertEqual((response.status_code, response.headers["Location"]), (302, "https://jobs.example/x?a=1&b=2"))
        self.assertEqual(response.headers["Referrer-Policy"], "no-referrer")
        self.sent.invalidate_recordset()
        self.assertTrue(self.sent.clicked_at)
        self.assertEqual(self.sent.opened_at, opened)

    def test_it_is_no_open_redirect(self):
        click, _picture = self.paths()
        for forged in (
            click.replace("jobs.example", "evil.example"),
            click.split("?")[0] + "?to=https%3A%2F%2Fevil.example",
            click.split("?")[0],
            click.replace("https%3A", "javascript%3A"),
            f"/ats/mail/{self.sent.id}/0000/go?to=https%3A%2F%2Fevil.example",
        ):
            self.assertEqual(self.url_open(forged, allow_redirects=False).status_code, 404, forged)
        self.assertEqual(self.url_open(f"/ats/mail/{self.sent.id}/0000/open.gif").status_code, 404)
        self.sent.invalidate_recordset()
        self.assertFalse(self.sent.opened_at or self.sent.clicked_at)

    def test_a_link_works_when_the_person_is_erased(self):
        click, picture = self.paths()
        self.sent.sudo().unlink()
        self.env.flush_all()
        self.assertEqual(self.url_open(click, allow_redirects=False).status_code, 302)
        self.assertEqual(self.url_open(picture).status_code, 200)

    def test_what_colleagues_read_in_the_messages_has_no_counter(self):
        self.assertNotIn("/ats/mail/", self.sent.sudo().mail_message_id.body)
        self.assertNotIn("/ats/mail/", self.mails().body_html)

    def test_private_links_are_not_led_through_a_counter(self):
        unsubscribe = re.search(r'href="([^"]*/my/application/unsubscribe/[^"]*)"', self.body())
        self.assertTrue(unsubscribe)
        self.assertNotIn("%2Funsubscribe%2F", self.body())

    def test_without_the_switch_nothing_is_added_or_counted(self):
        click, picture = self.paths()
        self.env.company.ats_count_reading = False
        self.env.flush_all()
        self.assertNotIn("/ats/mail/", self.body())
        self.url_open(picture)
        self.assertEqual(self.url_open(click, allow_redirects=False).status_code, 302, "old mails lead on")
        self.sent.invalidate_recordset()
        self.assertFalse(self.sent.opened_at or self.sent.clicked_at)
