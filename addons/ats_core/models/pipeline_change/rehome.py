from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

# More than that is done in the background.
AT_ONCE = 300


class HrRecruitmentStage(models.Model):
    """Bringing applications from one stage to another because their stage goes."""

    _inherit = "hr.recruitment.stage"

    def _ats_rehome(self, target, *, job=None):
        """Bring the applications of this stage to another one.

        Open ones move through the verb, without mails and rules of the new stage: the candidate did
        not advance. Ended ones only point elsewhere; what happened stays in their history.

        :param target: ``hr.recruitment.stage``
        :param job: only the applications of this ``hr.job``
        :raise UserError: hired people would lose their hire, or others be hired
        """
        self.ensure_one()
        target.ensure_one()
        domain = [("stage_id", "=", self.id)] + ([("job_id", "=", job.id)] if job else [])
        applicants = self.env["hr.applicant"].sudo().with_context(active_test=False, ats_no_stage_mail=True)
        if (self.ats_kind == "hired") != (target.ats_kind == "hired") and applicants.search_count(domain, limit=1):
            raise UserError(
                self.env._("%(stage)s and %(target)s differ in being hired.", stage=self.name, target=target.name)
            )
        running = applicants.search([*domain, ("ats_state", "in", ("ongoing", "hired"))])
        running._ats_move(
            target,
            note=self.env._("The stage %s was removed", self.name),
            override_reason=self.env._("The stage was removed"),
        )
        self._ats_repoint_ended(target, job)

    def _ats_repoint_ended(self, target, job):
        """Set the stage of ended applications with one statement, and keep its name in their history."""
        self.env.flush_all()
        of_job = SQL("AND job_id = %s", job.id) if job else SQL()
        self.env.cr.execute(
            SQL("UPDATE hr_applicant SET stage_id = %s WHERE stage_id = %s %s", target.id, self.id, of_job)
        )
        self.env.cr.execute(
            SQL(
                "UPDATE ats_stage_log SET stage_name = %s WHERE stage_id = %s %s",
                self.with_context(lang=self.env.lang or "en_US").name,
                self.id,
                of_job,
            )
        )
        self.env.invalidate_all(flush=False)
