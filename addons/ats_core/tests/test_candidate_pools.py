from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestCandidatePools(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pools = cls.env["hr.talent.pool"].create([{"name": "Devs"}, {"name": "Leads"}])

    def add_by_wizard(self, applicants, pools):
        return (
            self.env["talent.pool.add.applicants"]
            .with_user(self.recruiter)
            .create(
                {
                    "applicant_ids": applicants.ids,
                    "talent_pool_ids": pools.ids,
                }
            )
            .action_add_applicants_to_pool()
        )

    def talents(self, candidate):
        return self.env["hr.applicant"].search(
            [
                ("ats_candidate_id", "=", candidate.id),
                ("talent_pool_ids", "!=", False),
            ]
        )

    def test_native_wizard_makes_one_talent_for_a_person(self):
        first = self.apply()
        second = self.apply(job=self.make_job("Other"))
        self.add_by_wizard(first, self.pools[0])
        self.add_by_wizard(second, self.pools[1])
        candidate = first.ats_candidate_id
        self.assertEqual(len(self.talents(candidate)), 1)
        self.assertEqual(candidate.talent_pool_ids, self.pools)
        self.assertEqual(second.pool_applicant_id, self.talents(candidate))

    def test_pool_add_and_remove(self):
        candidate = self.apply().ats_candidate_id.with_user(self.recruiter)
        candidate._pool_add(self.pools)
        self.assertEqual(candidate.talent_pool_ids, self.pools)
        found = candidate.search([("talent_pool_ids", "in", self.pools[0].ids)])
        self.assertEqual(found, candidate)
        candidate._pool_remove(self.pools[0])
        candidate.invalidate_recordset()
        self.assertEqual(candidate.talent_pool_ids, self.pools[1])
        candidate._pool_remove(self.pools)
        candidate.invalidate_recordset()
        self.assertFalse(candidate.talent_pool_ids)
        self.assertFalse(self.talents(candidate))

    def test_talent_applied_to_a_job_is_the_same_person(self):
        candidate = self.apply().ats_candidate_id
        [talent] = candidate._pool_add(self.pools)
        wizard = (
            self.env["job.add.applicants"]
            .with_user(self.recruiter)
            .create(
                {
                    "applicant_ids": talent.ids,
                    "job_ids": self.make_job("Other").ids,
                }
            )
        )
        wizard.action_add_applicants_to_job()
        self.assertEqual(len(candidate.application_ids), 2)

    def test_repeating_an_open_application_by_the_wizard_is_marked(self):
        first = self.apply()
        wizard = (
            self.env["job.add.applicants"]
            .with_user(self.recruiter)
            .create(
                {
                    "applicant_ids": first.ids,
                    "job_ids": self.job.ids,
                }
            )
        )
        wizard.action_add_applicants_to_job()
        repeated = first.ats_candidate_id.application_ids - first
        self.assertEqual(repeated.ats_duplicate_of_id, first)

    def test_counts_follow_the_person(self):
        first = self.apply()
        second = self.apply(job=self.make_job("Other"))
        stranger = self.apply(name="Bob Smith", email="bob@example.org")
        self.add_by_wizard(first, self.pools)
        applications = (first | second | stranger).with_user(self.recruiter)
        applications.invalidate_recordset()
        self.assertEqual(applications.mapped("application_count"), [2, 2, 1])
        self.assertEqual(applications.mapped("ats_other_count"), [1, 1, 0])
        self.assertEqual(applications.mapped("is_applicant_in_pool"), [True, True, False])
        self.assertEqual(applications.mapped("talent_pool_count"), [2, 2, 0])
        found = applications.search(
            [
                ("is_applicant_in_pool", "=", True),
                ("id", "in", applications.ids),
            ]
        )
        self.assertEqual(found, applications[:2])
        second.with_user(self.recruiter).link_applicant_to_talent()
        self.assertTrue(second.pool_applicant_id.talent_pool_ids)
