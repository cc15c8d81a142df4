from odoo import models


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_automated_steps(self):
        """What software did with the résumé and the profile, in words for the candidate."""
        steps = super()._ats_automated_steps()
        if read := self.sudo().ats_resume_ids[:1]:
            steps.append(
                {
                    "at": read.create_date,
                    "title": self.env._("Your résumé was read"),
                    "text": self.env._("Software filled in your profile from it. You can correct it on this page."),
                }
            )
        if match := self.sudo().ats_match_ids[:1]:
            steps.append(
                {
                    "at": match.computed_at,
                    "title": self.env._("Your profile was compared with the job"),
                    "text": self.env._(
                        "The comparison helps a person to find what is in it. It never refuses anybody; a person "
                        "decides."
                    ),
                }
            )
        if done := self.sudo().ats_review_task_ids.filtered("automatic")[:1]:
            steps.append(
                {
                    "at": done.decided_at,
                    "title": self.env._("A step followed without a person"),
                    "text": self.env._(
                        "The comparison reached what the company set for this job, so your application was moved on "
                        "or marked, or you were written to. Nothing like this ever ends an application."
                    ),
                }
            )
        return steps
