from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestReport(AtsCase):
    def test_funnel_counts_people_in_the_order_of_the_pipeline(self):
        first, second = self.apply(), self.apply(name="Bob Smith", email="bob@example.org")
        for stage in (self.stage_screen, self.stage_interview, self.stage_screen):
            first._ats_move(stage)
        second._ats_move(self.stage_screen)
        groups = (
            self.env["ats.stage.log"]
            .with_user(self.recruiter)
            .formatted_read_group(
                [("job_id", "=", self.job.id), ("stage_id", "in", self.stages.ids)],
                ["kind"],
                ["applicant_id:count_distinct"],
            )
        )
        self.assertEqual(
            [(group["kind"], group["applicant_id:count_distinct"]) for group in groups],
            [("new", 2), ("screen", 2), ("interview", 1)],
        )
