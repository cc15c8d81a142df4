"""What visitors see of jobs, and when a job may be shown."""

from datetime import date

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from .common import PortalCase


@tagged("post_install", "-at_install")
class TestCareers(PortalCase):
    def job_page(self, job=None):
        return self.url_open(f"/jobs/{self.env['ir.http']._slug(job or self.job)}")

    def test_only_an_open_job_may_be_shown(self):
        for state in ("draft", "on_hold", "closed"):
            job = self.make_job(f"Job {state}", ats_job_state=state)
            with self.subTest(state=state), self.assertRaisesRegex(ValidationError, "not open"):
                job.website_published = True

    def test_a_job_is_not_created_shown_and_closed(self):
        with self.assertRaises(ValidationError):
            self.make_job("Sneaky", ats_job_state="closed", is_published=True)

    def test_blockers_are_told_in_words(self):
        job = self.make_job("Late", ats_close_date=date(2020, 1, 1))
        with self.assertRaisesRegex(ValidationError, "closing date has passed"):
            job.is_published = True

    def test_the_state_takes_the_page_along(self):
        self.job.ats_job_state = "on_hold"
        self.assertTrue(self.job.is_published, "on hold keeps the page")
        self.job.action_ats_close()
        self.assertFalse(self.job.is_published)
        self.job.action_ats_open()
        self.assertFalse(self.job.is_published, "reopening shows nothing by itself")

    def test_page_by_state(self):
        hidden = self.make_job("Hidden")
        closed = self.make_job("Closed", is_published=True)
        closed.ats_job_state = "closed"
        never_shown = self.make_job("Never shown", ats_job_state="closed")
        self.assertEqual(self.job_page().status_code, 200)
        self.assertEqual(self.job_page(hidden).status_code, 404)
        self.assertEqual(self.job_page(never_shown).status_code, 404)
        gone = self.job_page(closed)
        self.assertEqual(gone.status_code, 410)
        self.assertNotIn("Closed", gone.text)
        self.job.ats_job_state = "on_hold"
        paused = self.job_page()
        self.assertEqual(paused.status_code, 200)
        self.assertNotIn("/jobs/apply/", paused.text)

    def test_a_portal_user_sees_no_more_than_a_visitor(self):
        hidden = self.make_job("Hidden")
        user = self.portal_user()
        self.authenticate(user.login, user.login)
        self.assertEqual(self.job_page(hidden).status_code, 404)
        self.assertEqual(self.url_open(self.apply_url(hidden)).status_code, 404)

    def test_a_recruiter_previews_a_draft(self):
        draft = self.make_job("Draft", ats_job_state="draft")
        self.authenticate(self.recruiter.login, self.recruiter.login)
        self.assertEqual(self.job_page(draft).status_code, 200)
        self.assertEqual(self.url_open(self.apply_url(draft)).status_code, 404)

    def test_page_tells_the_facts(self):
        self.job.write(
            {
                "ats_workplace": "hybrid",
                "ats_employment_type": "FULL_TIME",
                "ats_pay_min": 45000,
                "ats_pay_max": 55000,
                "ats_pay_period": "year",
                "ats_pay_currency_id": self.env.ref("base.EUR").id,
                "ats_pay_shown": True,
                "ats_close_date": date(2099, 12, 31),
            }
        )
        text = self.job_page().text
        for fact in ("Hybrid", "Full time", "45,000", "55,000", "per year", "December 31, 2099"):
            self.assertIn(fact, text)
        self.job.ats_pay_shown = False
        self.assertNotIn("45,000", self.job_page().text)
        self.assertNotIn("45,000", self.url_open("/jobs").text)

    def test_pay_in_words(self):
        yen = self.env.ref("base.JPY")
        yen.active = True
        self.job.write(
            {
                "ats_pay_min": 300000,
                "ats_pay_max": 300000,
                "ats_pay_currency_id": yen.id,
                "ats_pay_period": "month",
                "ats_pay_shown": True,
            }
        )
        self.assertRegex(self.job._ats_public_pay(), r"^\D*300,000\D* per month$")
        self.job.write(
            {
                "ats_pay_min": 18.5,
                "ats_pay_max": 0,
                "ats_pay_period": "hour",
                "ats_pay_currency_id": self.env.ref("base.EUR").id,
            }
        )
        self.assertRegex(self.job._ats_public_pay(), r"18\.50.* per hour")
        self.job.ats_pay_min = 0
        self.assertEqual(self.job._ats_public_pay(), "")

    def test_hidden_pay_is_no_secret_door_for_portal_users(self):
        self.job.write({"ats_pay_min": 45000, "ats_pay_max": 55000, "ats_pay_shown": False})
        job = self.job.with_user(self.portal_user())
        self.assertTrue(job.has_access("read"), "the website shows it")
        for name in ("ats_pay_min", "ats_pay_max", "ats_close_reason"):
            with self.subTest(field=name), self.assertRaises(AccessError):
                job.read([name])

    def test_list_shows_open_jobs_only(self):
        self.make_job("Hidden Gem")
        closed = self.make_job("Closed Gem", is_published=True)
        closed.action_ats_close()
        text = self.url_open("/jobs?search=").text
        self.assertIn("Backend Developer", text)
        self.assertNotIn("Hidden Gem", text)
        self.assertNotIn("Closed Gem", text)
