from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestConfidential(AtsCase):
    def test_confidential_job_is_for_its_team(self):
        job = self.make_job("Chief Officer", ats_restricted=True, user_id=self.hr_officer.id)
        applicant = self.apply(job=job)
        Applicant = self.env["hr.applicant"]
        self.assertIn(applicant, Applicant.with_user(self.hr_officer).search([]))
        self.assertIn(applicant, Applicant.with_user(self.hiring_manager).search([]))
        self.assertIn(applicant, Applicant.with_user(self.admin_rec).search([]))
        self.assertNotIn(applicant, Applicant.with_user(self.recruiter).search([]))
        with self.assertRaises(AccessError):
            applicant.with_user(self.recruiter).read(["partner_name"])
        self.assertNotIn(job, self.env["hr.job"].with_user(self.recruiter).search([]))
        groups = Applicant.with_user(self.recruiter).formatted_read_group([], ["job_id"], ["__count"])
        self.assertNotIn(job.id, [group["job_id"] and group["job_id"][0] for group in groups])
        stays = self.env["ats.stage.log"].with_user(self.recruiter).search([])
        self.assertNotIn(job, stays.job_id)
