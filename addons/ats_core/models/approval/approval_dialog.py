from odoo import fields, models


class AtsApprovalDecision(models.TransientModel):
    """Asks for the comment of a decision."""

    _name = "ats.approval.decision"
    _description = "Decide an Approval Request"

    approver_id = fields.Many2one("ats.approval.approver", "Request", required=True, ondelete="cascade")
    approve = fields.Boolean()
    summary = fields.Html(related="approver_id.summary")
    comment = fields.Text()

    def action_decide(self):
        self.ensure_one()
        self.approver_id._decide(self.approve, self.comment)
        after = self.approver_id._after_deciding()
        return after or {"type": "ir.actions.act_window_close"}
