from odoo import fields, models


class AtsInterviewCancel(models.TransientModel):
    """Asks once before an interview is called off."""

    _name = "ats.interview.cancel"
    _description = "Cancel an Interview"

    interview_id = fields.Many2one("ats.interview", required=True, ondelete="cascade")
    reason = fields.Char(help="For your colleagues. The candidate does not see it.")

    def action_confirm(self):
        """Call the interview off."""
        self.ensure_one()
        self.interview_id._cancel(self.reason)
        return {"type": "ir.actions.act_window_close"}
