from odoo import models
from odoo.exceptions import UserError

from ...enqueue import ats_enqueue
from .rehome import AT_ONCE


class HrRecruitmentStage(models.Model):
    """Removing a stage, after saying where its applications go."""

    _inherit = "hr.recruitment.stage"

    def _ats_remove(self, target=None):
        """Remove the stage.

        :param target: ``hr.recruitment.stage`` for its applications; not needed when it has none
        :raise UserError: a target is missing, of another pipeline, or the last stage would go
        """
        self.ensure_one()
        self.check_access("unlink")
        if self._ats_holds_applications():
            if not target or target not in self._ats_siblings():
                raise UserError(self.env._("Choose a stage of the same pipeline for the applications."))
            self._ats_rehome(target)
        if self.ats_job_id and not self._ats_siblings():
            raise UserError(self.env._("A pipeline needs a stage. Add another one first."))
        self.unlink()

    def _ats_remove_or_queue(self, target=None):
        """Remove now, or in the background when many applications move.

        :return: whether it is done
        """
        if self._ats_count_running() <= AT_ONCE:
            self._ats_remove(target)
            return True
        ats_enqueue(self, "_ats_remove", target, channel="root.pipeline", key=f"remove-stage:{self.id}")
        return False

    def _ats_siblings(self):
        """Return the other stages that applications of this one could be in."""
        self.ensure_one()
        if self.ats_job_id:
            return self.ats_job_id.ats_own_stage_ids - self
        shared = self.search([("ats_job_id", "=", False)]) - self
        return shared.filtered(lambda stage: not stage.job_ids or self.job_ids and self.job_ids <= stage.job_ids)

    def _ats_holds_applications(self):
        applicants = self.env["hr.applicant"].sudo().with_context(active_test=False)
        return bool(applicants.search_count([("stage_id", "=", self.id)], limit=1))

    def _ats_count_running(self):
        return self.env["hr.applicant"].sudo().search_count([("stage_id", "=", self.id), ("ats_state", "=", "ongoing")])

    def _ats_removal_action(self):
        """The action that asks where the applications go."""
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Remove Stage"),
            "res_model": "ats.stage.remove",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_stage_id": self.id},
        }

    def action_ats_remove(self):
        """Button: remove an empty stage at once, ask where to otherwise."""
        self.ensure_one()
        if self._ats_holds_applications():
            return self._ats_removal_action()
        self._ats_remove()
        return {"type": "ir.actions.client", "tag": "soft_reload"}
