"""What is kept between visits of the careers pages, and that a change shows at once."""

from odoo.tests import tagged

from .common import PortalCase


@tagged("post_install", "-at_install")
class TestCareersKept(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.place = cls.env["res.partner"].create(
            {"name": "Works", "city": "Porto", "country_id": cls.env.ref("base.pt").id}
        )
        cls.job.address_id = cls.place
        cls.job.website_description = "<p>You build our shop, with care and with colleagues.</p>"

    def page(self, path="/jobs"):
        response = self.url_open(path)
        self.assertEqual(response.status_code, 200)
        return response.text

    def queries(self, path):
        before = self.env.cr.sql_log_count
        self.page(path)
        return self.env.cr.sql_log_count - before

    def test_a_second_visit_makes_no_card_and_no_filter_anew(self):
        for path in ("/jobs", self.job.website_url):
            with self.subTest(path=path):
                self.queries(path)
                again = self.queries(path)
                self.job.sequence += 1
                self.assertGreater(self.queries(path), again + 5)

    def test_a_change_shows_at_once(self):
        stage = self.stage_screen
        self.stage_new.ats_public_label = "We read"
        stage.ats_public_label = "Call"
        changes = {
            "name": lambda: self.job.write({"name": "Frontend Developer"}),
            "pay": lambda: self.job.write({"ats_pay_min": 41000, "ats_pay_max": 52000, "ats_pay_shown": True}),
            "department": lambda: self.department.write({"name": "Wizardry"}),
            "city": lambda: self.place.write({"city": "Braga"}),
            "stage": lambda: stage.write({"ats_public_label": "A chat"}),
        }
        shown = {"name": "Frontend", "pay": "41,000", "department": "Wizardry", "city": "Braga", "stage": "A chat"}
        for what, change in changes.items():
            path = self.job.website_url if what == "stage" else "/jobs"
            with self.subTest(what=what):
                self.assertNotIn(shown[what], self.page(path))
                change()
                self.env.flush_all()
                self.assertIn(shown[what], self.page(path))

    def test_each_language_has_its_own(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        website = self.env["website"].get_current_website()
        website.language_ids |= self.env.ref("base.lang_fr")
        self.job.with_context(lang="fr_FR").name = "Développeuse"
        self.assertIn("Backend Developer", self.page())
        french = self.page("/fr/jobs")
        self.assertIn("Développeuse", french)
        self.assertIn(f'href="/fr{self.job.with_context(lang="fr_FR").website_url}', french)
        self.authenticate(None, None)  # the browser remembers its language
        self.assertNotIn("Développeuse", self.page())

    def test_what_recruiters_see_is_not_kept_for_visitors(self):
        self.make_job("Draft of mine", ats_job_state="draft")
        self.authenticate(self.recruiter.login, self.recruiter.login)
        self.assertIn("Draft of mine", self.page())
        self.authenticate(None, None)
        self.assertNotIn("Draft of mine", self.page())

    def test_no_earlier_version_comes_back(self):
        changes = self.env["ats.careers.change"]
        self.env.cr.cache.clear()
        seen = {changes._version()}
        for _day in range(3):
            self.env.cr.execute("UPDATE ats_careers_change SET at = '2020-01-01'")
            changes._gc_changes()
            self.env.cr.cache.clear()
            self.assertNotIn(changes._version(), seen)
            seen.add(changes._version())

    def test_nothing_stays_on_native_tables(self):
        """Uninstalling drops our table: what writes into it must be gone before."""
        self.env["ats.careers.change"]._unwatch()
        self.env.cr.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'ats_careers%'")
        self.assertFalse(self.env.cr.fetchall())
        self.job.name = "Still written"
        self.env.flush_all()
