from odoo import fields
from odoo.tests import HttpCase, tagged

from odoo.addons.ats_core.tests.common import AtsMixin

from .common import AtsAiFixtures, resume_pdf


@tagged("post_install", "-at_install")
class TestReviewTour(AtsAiFixtures, AtsMixin, HttpCase):
    """From the matches with their reasons to the board and a decision, as a recruiter does it."""

    def test_match_review_decide(self):
        self.require(self.job, self.python, self.docker)
        self.job.ats_auto_mode = "propose"
        always = self.env["resource.calendar"].create(
            {
                "name": "Round the clock",
                "tz": "UTC",
                "attendance_ids": [
                    (
                        0,
                        0,
                        {
                            "name": "All day",
                            "dayofweek": str(day),
                            "hour_from": 0,
                            "hour_to": 24,
                            "day_period": "morning",
                        },
                    )
                    for day in range(7)
                ],
            }
        )
        self.env.company.resource_calendar_id = always
        applicant = self.apply(files=[resume_pdf("Ana García", "ana@example.org", "SKILLS", "Python, PostgreSQL")])
        self.env["ats.reviewer"].create({"user_id": self.recruiter.id})
        self.env["mail.presence"].create(
            {"user_id": self.recruiter.id, "status": "online", "last_poll": fields.Datetime.now()}
        )
        self.run_jobs()
        task = applicant.ats_review_task_ids
        self.assertEqual((task.state, task.reason), ("working", "below"))
        action = "hr_recruitment.action_hr_job_config"
        self.start_tour(f"/odoo/action-{action}/{self.job.id}", "ats_ai_review", login=self.recruiter.login)
        self.env.invalidate_all()
        self.assertEqual((task.decision, task.agreement), ("advance", "overrode"))
        self.assertEqual(applicant.stage_id, self.stage_screen)
