"""The list of jobs: filters, words, pages, and what it costs. Numbers are those of the attack cases."""

from lxml import html

from odoo import Command
from odoo.tests import tagged

from .common import PortalCase


@tagged("post_install", "-at_install")
class TestCareersList(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["hr.job"].search([("id", "!=", cls.job.id)]).is_published = False
        cls.kitchen = cls.env["hr.department"].create({"name": "Kitchen"})
        cls.berlin = cls.env["res.partner"].create(
            {"name": "Works", "city": "Berlin", "country_id": cls.env.ref("base.de").id}
        )
        cls.cook = cls.make_job(
            "Chef de cuisine, Crêpes",
            department_id=cls.kitchen.id,
            address_id=cls.berlin.id,
            ats_workplace="onsite",
            ats_employment_type="PART_TIME",
            ats_pay_min=20,
            ats_pay_max=25,
            ats_pay_period="hour",
            ats_pay_currency_id=cls.env["website"].get_current_website().company_id.currency_id.id,
            description="<p>You run the kitchen with Node.js timers.</p>",
            is_published=True,
        )

    def names(self, query=""):
        response = self.url_open(f"/jobs{query}")
        self.assertEqual(response.status_code, 200)
        return [title.text_content().strip() for title in html.fromstring(response.text).xpath("//a//h2")]

    def test_each_filter_narrows(self):
        cook = [self.cook.name]
        for query in (
            f"?department_id={self.kitchen.id}",
            "?place=Berlin",
            "?workplace=onsite",
            "?type=PART_TIME",
            "?pay=50000",
            f"?country_id={self.env.ref('base.de').id}",
            f"?office_id={self.berlin.id}",
        ):
            with self.subTest(query=query):
                self.assertEqual(self.names(query), cook)
        self.assertEqual(len(self.names()), 2)
        self.assertEqual(self.names("?pay=60000"), [])

    def test_hidden_pay_is_not_found_by_the_pay_filter(self):
        self.cook.ats_pay_shown = False
        self.assertEqual(self.names("?pay=20000"), [])

    def test_language_of_the_posting(self):
        french = self.env["res.lang"]._activate_lang("fr_FR")
        self.cook.ats_lang_ids = [Command.set(french.ids)]
        self.assertEqual(self.names("?lang=fr_FR"), [self.cook.name])
        self.assertEqual(self.names("?lang=en_US"), [self.job.name])

    def test_a_further_place_is_found(self):
        self.job.ats_location_ids = [Command.create({"city": "Porto", "country_id": self.env.ref("base.pt").id})]
        self.assertEqual(self.names("?place=Porto"), [self.job.name])
        self.assertIn("Porto", self.url_open(self.job.website_url).text)

    def test_words_without_accents_case_and_plural(self):
        for words in ("CREPES", "crêpe", "chefs cuisine", "berlin", "node.js", "Kitchen timer"):
            with self.subTest(words=words):
                self.assertEqual(self.names(f"?search={words}"), [self.cook.name])

    def test_some_of_the_words_when_none_has_all(self):
        page = self.url_open("/jobs?search=crepes astronaut").text
        self.assertIn("these have some of them", page)
        self.assertIn(self.cook.name, page)

    def test_a_word_of_the_translated_text_is_found(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        self.cook.with_context(lang="fr_FR").name = "Cuisinier en chef"
        self.assertEqual(self.names("?search=cuisinier"), [self.cook.name])

    def test_empty_states(self):
        self.assertIn("No job matches", self.url_open("/jobs?search=xyzzy").text)
        (self.job | self.cook).is_published = False
        self.assertIn("No open jobs today", self.url_open("/jobs").text)

    def test_a_narrowed_list_is_not_indexed(self):
        self.assertNotIn("X-Robots-Tag", self.url_open("/jobs").headers)
        self.assertEqual(self.url_open("/jobs?workplace=onsite").headers["X-Robots-Tag"], "noindex")

    def test_what_is_over_is_not_listed(self):
        self.cook.ats_close_date = "2020-01-01"
        self.assertEqual(self.names(), [self.job.name])

    def test_a_recruiter_finds_drafts_and_no_confidential_job_of_others(self):
        self.make_job("Draft of mine", ats_job_state="draft")
        secret = self.make_job("Secret", user_id=self.admin_rec.id, ats_hiring_manager_id=False, ats_restricted=True)
        self.authenticate(self.recruiter.login, self.recruiter.login)
        page = self.url_open("/jobs").text
        self.assertIn("Draft of mine", page)
        self.assertNotIn(secret.name, page)

    def test_a062_wildcards_are_letters(self):
        for words in ("%", "_", "\\", "Chef%", "%25", "'", "' | 'a':*", "a' & !'b", ":*"):
            with self.subTest(words=words):
                self.assertEqual(self.url_open("/jobs", params={"search": words}).status_code, 200)
        self.assertEqual(self.names("?place=%25"), [])
        self.assertEqual(self.names("?place=Ber_in"), [])

    def test_a063_nonsense_in_every_parameter(self):
        before = len(self.names())
        nonsense = ("' OR 1=1 --", "-1", "1e9", "99999999999999999999", "[]", "NaN", "\x00", "٣", "a" * 900)
        names = (
            "department_id",
            "place",
            "workplace",
            "type",
            "lang",
            "pay",
            "country_id",
            "office_id",
            "page",
            "search",
        )
        for value in nonsense:
            with self.subTest(value=value[:20]):
                response = self.url_open("/jobs", params=dict.fromkeys(names, value), allow_redirects=False)
                self.assertEqual(response.status_code, 200)
        self.assertEqual(self.url_open("/jobs/page/999999999").status_code, 200)
        self.assertEqual(len(self.names()), before)

    def test_a051_what_is_searched_for_is_shown_as_text(self):
        page = self.url_open("/jobs", params={"search": "<script>alert(1)</script>{{7*7}}"}).text
        self.assertNotIn("<script>alert(1)", page)
        self.assertIn("{{7*7}}", page)

    def count_queries(self, path):
        self.url_open(path)
        first = self.env.cr.sql_log_count
        self.assertEqual(self.url_open(path).status_code, 200)
        return self.env.cr.sql_log_count - first

    def test_the_number_of_queries_does_not_grow_with_jobs(self):
        few = self.count_queries("/jobs")
        self.env["hr.job"].create(
            [
                {
                    "name": f"Cook {number}",
                    "department_id": self.kitchen.id,
                    "address_id": self.berlin.id,
                    "ats_job_state": "open",
                    "is_published": True,
                }
                for number in range(60)
            ]
        )
        many = self.count_queries("/jobs")
        self.assertLessEqual(many, few + 2)
        self.assertLessEqual(self.count_queries("/jobs?search=cook"), few + 4)
        self.assertEqual(len(self.names()), 12)
        self.assertEqual(len(self.names("?page=2")), 12)
        self.assertEqual(len(self.names("/page/6")), 2)
