from odoo import models
from odoo.exceptions import UserError


class HrApplicant(models.Model):
    """The doors of a move that is chosen rather than dragged: a key, a swipe, a menu, the form."""

    _inherit = "hr.applicant"

    def ats_move_choices(self):
        """Return the stages of the application's pipeline for the dialog.

        :return: ``{"name", "current": id, "stages": [{"id", "name", "next": bool, "mail": bool}]}``
        """
        self.ensure_one()
        self.check_access("read")
        stages = self._ats_stages_of_job()
        following = self._ats_next_stages()[self]
        return {
            "name": self.partner_name or "",
            "current": self.stage_id.id,
            "stages": [
                {
                    "id": stage.id,
                    "name": stage.name,
                    "next": stage == following,
                    "mail": bool(stage.sudo().template_id),
                }
                for stage in stages
            ],
        }

    def _ats_stages_of_job(self):
        """Return the stages this application may be in, in their order."""
        return self.env["hr.recruitment.stage"].search(
            ["|", ("job_ids", "=", False), ("job_ids", "in", self.job_id.ids)]
        )

    def ats_move_to(self, stage_id):
        """Move to a stage of the dialog.

        :return: what the screen tells about it, see :meth:`_ats_move_toast`
        """
        stage = self.env["hr.recruitment.stage"].browse(stage_id)
        self.with_context(ats_no_toast=True)._ats_move(stage)
        return self._ats_move_toast(stage)

    def ats_advance(self):
        """Move to the stage that comes next: a swipe on a phone.

        :return: what the screen tells about it, see :meth:`_ats_move_toast`
        """
        self.ensure_one()
        stage = self._ats_stage_to_advance_to()
        self.with_context(ats_no_toast=True)._ats_move(stage)
        return self._ats_move_toast(stage)

    def action_ats_choose_stage(self):
        """Open the dialog that asks for the stage."""
        self.ensure_one()
        return {
            "type": "ir.actions.client",
            "tag": "ats_core.move_dialog",
            "params": {"applicant_id": self.id},
        }

    def action_ats_advance(self):
        """Move to the stage that comes next: the menu of a card."""
        for applicant in self:
            applicant._ats_move(applicant._ats_stage_to_advance_to())

    def _ats_stage_to_advance_to(self):
        stage = self._ats_next_stages()[self]
        if not stage:
            raise UserError(
                self.env._(
                    "%(name)s is in the last stage before the hire. Make an offer, or choose the stage yourself.",
                    name=self.partner_name or "",
                )
            )
        return stage
