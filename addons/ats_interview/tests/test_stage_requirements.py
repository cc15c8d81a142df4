from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.ats_core.tests.common import AtsCase

from .common import AFTER, BEFORE, InterviewMixin


@tagged("post_install", "-at_install")
class TestStageRequirements(InterviewMixin, AtsCase):
    def test_scorecards_are_in_before_the_offer(self):
        self.stage_offer.ats_require_scorecards = True
        with freeze_time(BEFORE):
            applicant = self.apply().with_user(self.recruiter)
            with self.assertRaisesRegex(UserError, "nobody has interviewed"):
                applicant._ats_move(self.stage_offer)
            interview = self.plan(applicant, self.interviewer, self.second)
        with freeze_time(AFTER):
            self.submit(interview, self.interviewer)
            with self.assertRaisesRegex(UserError, "Missing scorecards: 1"):
                applicant._ats_move(self.stage_offer)
            self.submit(interview, self.second)
            applicant._ats_move(self.stage_offer)
        self.assertEqual(applicant.stage_id, self.stage_offer)

    def test_a_copied_stage_asks_for_them_too(self):
        self.stage_offer.ats_require_scorecards = True
        self.job.with_user(self.recruiter)._ats_take_own_stages()
        own = self.job.ats_own_stage_ids.filtered(lambda stage: stage.ats_require_scorecards)
        self.assertEqual(own.name, "Proposal")

    def test_a_job_from_a_template_keeps_the_kit(self):
        kit = self.kit.copy({"name": "For developers", "job_ids": [(6, 0, self.job.ids)]})
        job = self.job.with_user(self.recruiter)._ats_new_job("Developer Ghent")
        self.assertIn(job, kit.job_ids)
        self.assertIn(self.job, kit.job_ids)
