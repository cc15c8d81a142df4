from odoo import models
from odoo.exceptions import UserError


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _ats_add_to_job(self, job):
        """Make an application of a known person for a job, on our initiative: no mail is sent.

        :param job: the ``hr.job``
        :return: the application
        :raise UserError: the person has an open application for the job
        """
        self.ensure_one()
        applications = self.env["hr.applicant"]
        if applications._ats_open_application(self, job):
            raise UserError(
                self.env._("%(name)s has an open application for %(job)s.", name=self.name, job=job.display_name)
            )
        return (
            applications.with_context(ats_no_stage_mail=True)
            .create(
                {
                    "ats_candidate_id": self.id,
                    "job_id": job.id,
                    "partner_name": self.name,
                    "email_from": self.email,
                    "partner_phone": self.phone,
                    "linkedin_profile": self.linkedin,
                    "ats_lang": self.lang,
                }
            )
            .with_env(self.env)
        )
