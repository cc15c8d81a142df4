from odoo import fields, models

from .ats_requisition import CLOSE_REASONS


class AtsRequisitionStop(models.TransientModel):
    """Asks why, before recruiting stops: for a while, for good, or for one opening."""

    _name = "ats.requisition.stop"
    _description = "Freeze or Close a Requisition"

    requisition_id = fields.Many2one("ats.requisition", required=True, readonly=True, ondelete="cascade")
    opening_id = fields.Many2one("ats.opening", readonly=True, ondelete="cascade")
    how = fields.Selection(
        [("freeze", "Freeze"), ("close", "Close"), ("give_up", "Give Up")], required=True, readonly=True
    )
    close_reason = fields.Selection(CLOSE_REASONS, "Reason")
    frozen_reason = fields.Char("Why")

    def action_stop(self):
        """Button: stop as was chosen."""
        self.ensure_one()
        if self.how == "freeze":
            self.requisition_id._freeze(self.frozen_reason)
        elif self.how == "close":
            self.requisition_id._close(self.close_reason)
        else:
            self.opening_id._give_up(self.close_reason)
        return {"type": "ir.actions.act_window_close"}


class AtsRequisition(models.Model):
    _inherit = "ats.requisition"

    def action_freeze(self):
        """Button: ask why, and stop for a while."""
        return self._ask_to_stop("freeze", self.env._("Freeze"))

    def action_close(self):
        """Button: ask why, and end it."""
        return self._ask_to_stop("close", self.env._("Close"))

    def _ask_to_stop(self, how, title, **defaults):
        self.ensure_one()
        context = {"default_requisition_id": self.id, "default_how": how}
        return {
            "type": "ir.actions.act_window",
            "name": f"{title}: {self.display_name}",
            "res_model": "ats.requisition.stop",
            "view_mode": "form",
            "target": "new",
            "context": context | {f"default_{name}": value for name, value in defaults.items()},
        }


class AtsOpening(models.Model):
    _inherit = "ats.opening"

    def _give_up(self, reason):
        """Give up openings without a hire; the others go on.

        :param str reason: one of ``CLOSE_REASONS``
        """
        for opening in self:
            opening.requisition_id._check_recruits()
            opening.sudo()._close(reason)
            opening.requisition_id.sudo()._openings_changed()

    def action_close(self):
        """Button: ask why, and give up one opening."""
        return self.requisition_id._ask_to_stop("give_up", self.env._("Give Up"), opening_id=self.id)
