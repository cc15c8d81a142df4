"""Feeds: who may fetch, what is in them, and where applications through them are counted."""

import json

import feedparser
from lxml import etree

from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import PortalCase

STRICT = etree.XMLParser(resolve_entities=False, no_network=True)


@tagged("post_install", "-at_install")
class TestJobChannels(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["hr.job"].search([("id", "!=", cls.job.id)]).is_published = False
        place = cls.env["res.partner"].create(
            {"name": "Works", "city": "Berlin", "country_id": cls.env.ref("base.de").id}
        )
        cls.job.write({"address_id": place.id, "website_description": "<p>You build our shop.</p>"})
        cls.channel = cls.make_channel("indeed")

    @classmethod
    def make_channel(cls, board):
        return cls.env["ats.job.channel"].with_user(cls.admin_rec).create({"name": f"Board {board}", "board": board})

    def feed_path(self, channel):
        """Make an address as an administrator does, and return its path."""
        action = channel.with_user(self.admin_rec).action_new_address()
        url = action["context"]["default_url"]
        return url[url.index("/jobs/feed/") :]

    def references(self, path):
        response = self.url_open(path)
        self.assertEqual(response.status_code, 200)
        return [node.text for node in etree.fromstring(response.content, STRICT).iter("referencenumber")]

    def test_published_jobs_and_only_those(self):
        path = self.feed_path(self.channel)
        (reference,) = self.references(path)
        self.make_job("Hidden")
        restricted = self.make_job("On hold", is_published=True)
        restricted.ats_job_state = "on_hold"
        other = self.env["res.company"].create({"name": "Other"})
        self.make_job("Of another company", is_published=True, department_id=False, company_id=other.id)
        self.assertEqual(self.references(path), [reference])
        for values in ({"is_published": False}, {"is_published": True, "ats_close_date": "2020-01-01"}):
            self.job.write({"ats_close_date": False})
            if values["is_published"]:
                self.job.is_published = True
            self.job.write(values)
            self.assertEqual(self.references(path), [])

    def test_one_stable_reference_for_each_place_and_language(self):
        path = self.feed_path(self.channel)
        (first,) = self.references(path)
        self.job.ats_location_ids = [Command.create({"city": "Porto", "country_id": self.env.ref("base.pt").id})]
        both = self.references(path)
        self.assertEqual(len(both), 2)
        self.assertIn(first, both)
        french = self.env["res.lang"]._activate_lang("fr_FR")
        english = self.env.ref("base.lang_en")
        self.job.ats_lang_ids = [Command.set((french | english).ids)]
        four = self.references(path)
        self.assertEqual(len(set(four)), 4)
        self.job.ats_lang_ids = [Command.clear()]
        self.assertEqual(set(self.references(path)), set(both), "what comes back keeps its reference")
        self.job.ats_location_ids.unlink()
        self.assertEqual(self.references(path), [first])

    def test_every_format_is_read_by_other_parsers(self):
        for board in ("linkedin", "rss", "json"):
            response = self.url_open(self.feed_path(self.make_channel(board)))
            self.assertEqual(response.status_code, 200)
            if board == "json":
                self.assertEqual(json.loads(response.text)["items"][0]["title"], self.job.name)
            elif board == "rss":
                parsed = feedparser.parse(response.content)
                self.assertFalse(parsed.bozo)
                self.assertIn(self.job.name, parsed.entries[0].title)
            else:
                self.assertEqual(etree.fromstring(response.content, STRICT).findtext("expectedJobCount"), "1")

    def test_the_key_is_kept_as_a_hash_and_can_be_replaced(self):
        path = self.feed_path(self.channel)
        raw = path.rpartition("/")[2].partition(".")[0]
        self.assertGreaterEqual(len(raw), 40)
        self.assertNotIn(raw, str(self.channel.sudo().read()))
        self.references(path)
        again = self.feed_path(self.channel)
        self.assertEqual(self.url_open(path).status_code, 404)
        self.references(again)
        self.channel.active = False
        self.assertEqual(self.url_open(again).status_code, 404)

    def test_a073_a_guess_finds_nothing(self):
        for guess in (
            "x" * 43,
            self.channel.code * 4,
            self.channel.sudo().token_hash or "0" * 64,
            "%27%20OR%201=1" * 3,
        ):
            self.assertEqual(self.url_open(f"/jobs/feed/{guess}.xml").status_code, 404)

    def test_a076_guessing_is_slowed_down(self):
        statuses = [self.url_open(f"/jobs/feed/{'x' * 43}.xml").status_code for _try in range(61)]
        self.assertEqual(statuses[0], 404)
        self.assertEqual(statuses[-1], 429)

    def test_the_robots_visits_are_written_down(self):
        path = self.feed_path(self.channel)
        first = self.url_open(path, headers={"User-Agent": "IndeedBot/1"})
        self.assertEqual(self.channel.fetch_ids.agent, "IndeedBot/1")
        self.assertEqual(self.channel.last_fetch_count, 1)
        again = self.url_open(path, headers={"If-None-Match": first.headers["ETag"]})
        self.assertEqual(again.status_code, 304)
        self.assertEqual(len(self.channel.fetch_ids), 2)

    def test_an_application_through_a_board_is_counted_for_it(self):
        root = etree.fromstring(self.url_open(self.feed_path(self.channel)).content, STRICT)
        url = root.findtext("job/url")
        self.url_open(url[url.index("/jobs/") :])
        self.assertSent(self.send_form())
        self.assertEqual(self.applications().source_id, self.channel.source_id)

    def test_a_made_up_code_counts_for_nobody(self):
        self.url_open(f"{self.job.website_url}?c=zzzzzzzzzz")
        self.assertSent(self.send_form())
        self.assertFalse(self.applications().source_id)

    def test_queries_of_a_feed_do_not_grow_with_jobs(self):
        path = self.feed_path(self.channel)

        def queries():
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.assertEqual(self.url_open(path).status_code, 200)
            return self.env.cr.sql_log_count - before

        queries()
        few = queries()
        self.env["hr.job"].create(
            [{"name": f"Cook {number}", "ats_job_state": "open", "is_published": True} for number in range(30)]
        )
        self.assertLessEqual(queries(), few + 6)

    def test_who_may_make_boards(self):
        with self.assertRaises(AccessError):
            self.env["ats.job.channel"].with_user(self.recruiter).create({"name": "x", "board": "rss"})
        with self.assertRaises(AccessError):
            self.channel.with_user(self.recruiter).action_new_address()
        with self.assertRaises(AccessError):
            self.channel.with_user(self.hiring_manager).read(["name"])
        with self.assertRaises(AccessError):
            self.channel.with_user(self.admin_rec).read(["token_hash"])

    def test_objections_of_boards_on_the_job_form(self):
        job = self.make_job("URGENT!!!", address_id=False).with_user(self.recruiter)
        boards = {board["name"]: board for board in job._ats_board_findings()}
        self.assertTrue(boards["Google"]["errors"])
        self.assertIn("no country", str(job.ats_board_check))
        self.assertIn("would refuse", str(job.ats_board_check))
        self.assertGreaterEqual(job.ats_board_errors, 2)
