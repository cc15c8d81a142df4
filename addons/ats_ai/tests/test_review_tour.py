from odoo import fields
from odoo.tests import HttpCase, tagged

from odoo.addons.ats_core.tests.common import AtsMixin

from .common import AtsAiFixtures


@tagged("post_install", "-at_install")
class TestReviewTour(AtsAiFixtures, AtsMixin, HttpCase):
    """From a folder of files to the matches with their reasons, the board and a decision, as a recruiter does it."""

    def test_upload_match_review_decide(self):
        self.require(self.job, self.python, self.docker)
        self.job.ats_auto_mode = "propose"
        self.at_the_desk()
        login = self.recruiter.login
        self.start_tour("/odoo/action-ats_ai.ats_upload_action", "ats_ai_upload", login=login)
        self.run_jobs(limit=100)
        upload = self.env["ats.upload"].search([], limit=1)
        self.start_tour(f"/odoo/action-ats_ai.ats_upload_action/{upload.id}", "ats_ai_upload_result", login=login)
        self.env.invalidate_all()
        applicant = upload.line_ids.applicant_id
        task = applicant.ats_review_task_ids
        self.assertEqual(task.reason, "below")
        if task.state == "waiting":  # a browser that closes says good-bye, sooner or later; test_review has presence
            task.sudo()._assign(
                self.env["ats.reviewer"].search([("user_id", "=", self.recruiter.id)]), self.env.cr.now()
            )
        following = self.job._ats_stage_for("advance", applicant.stage_id)
        action = "hr_recruitment.action_hr_job_config"
        self.start_tour(f"/odoo/action-{action}/{self.job.id}", "ats_ai_review", login=login)
        self.env.invalidate_all()
        self.assertEqual((task.decision, task.agreement), ("advance", "overrode"))
        self.assertEqual(applicant.stage_id, following)

    def at_the_desk(self):
        """The recruiter is a reviewer, online, at any hour that the test runs."""
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
        self.env["ats.reviewer"].create({"user_id": self.recruiter.id})
        self.online()

    def online(self):
        """The recruiter's browser is open."""
        presences = self.env["mail.presence"]
        presences.search([("user_id", "=", self.recruiter.id)]).unlink()
        presences.create({"user_id": self.recruiter.id, "status": "online", "last_poll": fields.Datetime.now()})
