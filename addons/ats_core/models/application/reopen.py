from odoo import fields, models
from odoo.exceptions import UserError

from .verb import as_verb


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_reopen(self, stage=None):
        """Resume ended applications.

        :param stage: where to go on; by default the stage the application left
        :raise UserError: the person has another open application for the job
        """
        ended = self.filtered(lambda applicant: not applicant.active)
        if not ended:
            return
        ended._ats_check_decides()
        ended._ats_check_no_other_open()
        as_verb(ended).write(
            {
                "active": True,
                "refuse_reason_id": False,
                "refuse_date": False,
                "ats_withdrawn_at": False,
                "ats_withdraw_reason": False,
                "ats_last_activity": fields.Datetime.now(),
            }
        )
        applications = ended.filtered("ats_state")
        applications._ats_cancel_waiting_mails()
        self.env["ats.stage.log"]._enter(applications)
        applications._ats_set_deadline()
        self.env["ats.event"]._record_many(
            [{"type": "application.reopened", "applicant": applicant} for applicant in applications]
        )
        if stage:
            applications._ats_move(stage)

    def _ats_check_no_other_open(self):
        checked = self.filtered(lambda applicant: applicant.job_id and not applicant.ats_duplicate_of_id)
        others_sudo = self._ats_open_applications(checked.ats_candidate_id, checked.job_id)
        other_of = others_sudo.grouped(lambda one_sudo: (one_sudo.ats_candidate_id, one_sudo.job_id))
        for applicant in checked:
            if other_of.get((applicant.ats_candidate_id, applicant.job_id), checked.browse()) - applicant:
                raise UserError(
                    self.env._(
                        "%(name)s has another open application for %(job)s. Continue there.",
                        name=applicant.partner_name,
                        job=applicant.job_id.name,
                    )
                )
