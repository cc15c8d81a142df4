from odoo import fields, models


class AtsInterviewRepanel(models.TransientModel):
    """Asks who holds a planned interview."""

    _name = "ats.interview.repanel"
    _description = "Change the Panel of an Interview"

    interview_id = fields.Many2one("ats.interview", required=True, ondelete="cascade")
    user_ids = fields.Many2many("res.users", string="Interviewers", domain="[('share', '=', False)]")

    def action_confirm(self):
        """Change the panel."""
        self.ensure_one()
        self.interview_id._repanel(self.user_ids)
        return {"type": "ir.actions.act_window_close"}
