from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from .common import AtsAiCase, resume_pdf


@tagged("post_install", "-at_install")
class TestMatchRights(AtsAiCase):
    """Recruiters and the job's hiring manager see the score; nobody else does."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other_manager = new_test_user(cls.env, "ats_manager_elsewhere", groups="ats_core.group_ats_hiring_manager")

    def setUp(self):
        super().setUp()
        self.require(self.job, self.python)
        self.applicant = self.apply(files=[resume_pdf()])
        self.applicant.sudo().interviewer_ids = self.interviewer | self.other_manager
        self.run_jobs()

    def _seen_by(self, user):
        self.env.invalidate_all()
        applicant = self.applicant.with_user(user)
        chips = [fact for fact in applicant.ats_card_facts or [] if fact["kind"] == "match"]
        return bool(applicant.ats_match_visible), applicant.ats_match_label, chips

    def test_recruiter_and_own_manager_see_the_chip(self):
        for user in (self.recruiter, self.hiring_manager):
            visible, label, chips = self._seen_by(user)
            self.assertTrue(visible)
            self.assertEqual(label, "100")
            self.assertEqual(chips, [{"label": "100 match", "title": "Met: Python.", "kind": "match"}])
            self.assertIn("Python", self.applicant.with_user(user).ats_match_panel)

    def test_interviewer_and_other_manager_see_nothing(self):
        for user in (self.interviewer, self.other_manager):
            self.assertEqual(self._seen_by(user), (False, False, []))
            applicant = self.applicant.with_user(user)
            self.assertFalse(applicant.ats_match_panel)
            self.assertFalse(applicant.ats_facts_panel)
            self.assertFalse(applicant.ats_match_reasons)

    def test_stored_score_is_for_recruiters(self):
        self.assertEqual(self.applicant.with_user(self.recruiter).ats_match_score, 100)
        for user in (self.interviewer, self.other_manager):
            with self.assertRaises(AccessError):
                self.applicant.with_user(user).read(["ats_match_score"])
            with self.assertRaises(AccessError):
                self.env["hr.applicant"].with_user(user).search([("ats_match_score", ">", 50)])

    def test_native_number_is_no_way_around(self):
        self.assertTrue(self.applicant.with_user(self.recruiter).read(["matching_score"]))
        for user in (self.interviewer, self.other_manager):
            with self.assertRaises(AccessError):
                self.applicant.with_user(user).read(["matching_score"])
            for kind in ("form", "list"):
                arch = self.env["hr.applicant"].with_user(user).get_view(view_type=kind)["arch"]
                self.assertNotIn('name="matching_score"', arch)

    def test_native_number_is_read_where_another_job_is_matched_only(self):
        applicants = self.env["hr.applicant"].with_user(self.recruiter)
        daily = self.env.ref("hr_recruitment.crm_case_tree_view_job")
        matching = self.env.ref("hr_recruitment_skills.crm_case_tree_view_inherit_hr_recruitment_skills")
        self.assertNotIn('name="matching_score"', applicants.get_view(daily.id, "list")["arch"])
        self.assertIn('name="matching_score"', applicants.get_view(matching.id, "list")["arch"])

    def test_rows_of_other_jobs_stay_hidden(self):
        for model in ("ats.match", "ats.resume"):
            rows = self.env[model].with_user(self.hiring_manager).search([])
            self.assertEqual(rows.applicant_id.ids, [self.applicant.id])
            self.assertFalse(self.env[model].with_user(self.other_manager).search([]))
            for user in (self.interviewer, self.privacy_officer, self.employee_user):
                with self.assertRaises(AccessError):
                    self.env[model].with_user(user).search([])

    def test_confidential_job_hides_the_rows(self):
        outsider = new_test_user(self.env, "ats_recruiter_elsewhere", groups="hr_recruitment.group_hr_recruitment_user")
        self.assertTrue(self.env["ats.match"].with_user(outsider).search([]))
        self.job.ats_restricted = True
        for model in ("ats.match", "ats.resume"):
            self.assertFalse(self.env[model].with_user(outsider).search([]))

    def test_only_who_decides_reads_again(self):
        for user in (self.interviewer, self.other_manager):
            with self.assertRaises(AccessError):
                self.applicant.with_user(user).action_ats_read_again()
        self.applicant.with_user(self.hiring_manager).action_ats_read_again()

    def test_cards_cost_the_same_for_many(self):
        applicants = self.applicant
        for number in range(9):
            applicants |= self.apply(email=f"q{number}@example.org", files=[resume_pdf()])
        self.run_jobs(limit=200)
        counts = []
        for batch in (applicants[:2], applicants):
            self.env.flush_all()
            self.env.invalidate_all()
            cards = batch.with_user(self.recruiter)
            cards.mapped("partner_name")
            before = self.env.cr.sql_log_count
            self.assertEqual(len(cards._ats_card_facts()), len(batch))
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0])
