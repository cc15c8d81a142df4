from datetime import date

from dateutil.relativedelta import relativedelta
from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestRetention(AtsCase):
    """How long people are kept: by the policy of the job or the company, from the end on."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.reason = cls.env["hr.applicant.refuse.reason"].create({"name": "Another one"})
        cls.job.ats_retention_months = 12
        cls.today = fields.Date.context_today(cls.env.user)

    def refused(self, job=None, **values):
        applicant = self.apply(job=job, **values)
        applicant.with_user(self.recruiter)._ats_refuse(self.reason)
        return applicant

    def until(self, applicant):
        return applicant.sudo().ats_candidate_id.retention_until

    def in_months(self, months):
        return self.today + relativedelta(months=months)

    def test_the_job_says_how_long(self):
        applicant = self.apply()
        self.assertFalse(self.until(applicant), "nothing ends while it goes on")
        applicant.with_user(self.recruiter)._ats_refuse(self.reason)
        self.assertEqual(self.until(applicant), self.in_months(12))

    def test_without_a_job_policy_the_company_says_it(self):
        job = self.make_job("Plain")
        self.assertFalse(self.until(self.refused(job=job)), "no policy, no end")
        self.env.company.ats_retention_months = 6
        self.run_jobs()
        applicant = self.refused(job=job, name="Bo Berg", email="bo@example.org")
        self.assertEqual(self.until(applicant), self.in_months(6))

    @freeze_time("2026-08-31 10:00:00")
    def test_the_end_of_a_month_stays_in_its_month(self):
        self.job.ats_retention_months = 6
        self.assertEqual(self.until(self.refused()), date(2027, 2, 28))

    def test_the_longest_of_the_jobs_holds_and_a_new_application_stops_it(self):
        first = self.refused()
        second = self.apply(job=self.make_job("Other", ats_retention_months=24))
        self.assertEqual(first.ats_candidate_id, second.ats_candidate_id)
        self.assertFalse(self.until(first), "something goes on again")
        second.with_user(self.recruiter)._ats_archive()
        self.assertEqual(self.until(first), self.in_months(24))
        first.with_user(self.recruiter)._ats_reopen()
        self.assertFalse(self.until(first))

    def test_agreements_count(self):
        applicant = self.refused()
        person = applicant.sudo().ats_candidate_id
        person._ats_give_consent("retention", text_version="1", proof={})
        self.assertEqual(self.until(applicant), self.in_months(24))
        person._ats_give_consent("talent_pool", text_version="1", proof={})
        self.assertFalse(self.until(applicant), "in the pool until taken back")
        person._ats_withdraw_consent("talent_pool")
        person._ats_withdraw_consent("retention")
        self.assertEqual(self.until(applicant), self.in_months(12))

    def test_not_before_the_law_lets_go(self):
        self.env.company.ats_keep_after_end_days = 1000
        self.assertEqual((self.until(self.refused()) - self.today).days, 1000)

    def test_a_new_policy_reaches_those_who_applied(self):
        applicant = self.refused()
        self.job.with_user(self.recruiter).ats_retention_months = 3
        self.run_jobs()
        self.assertEqual(self.until(applicant), self.in_months(3))

    def test_the_officer_lists_those_kept_long_enough(self):
        applicant = self.refused()
        person = applicant.sudo().ats_candidate_id
        person.with_user(self.privacy_officer).retention_until = self.today - relativedelta(days=1)
        domain = [("retention_until", "<", self.today), ("legal_hold", "=", False), ("erased_at", "=", False)]
        self.assertIn(person, self.env["ats.candidate"].with_user(self.privacy_officer).search(domain))

    def test_a_template_takes_the_policy_along(self):
        template = self.job.with_user(self.recruiter)._ats_new_template("Developer (template)")
        job = template.with_user(self.recruiter)._ats_new_job("Developer Ghent")
        self.assertEqual(job.ats_retention_months, 12)

    def test_an_interviewer_sets_no_policy(self):
        with self.assertRaises(AccessError):
            self.job.with_user(self.interviewer).ats_retention_months = 1
