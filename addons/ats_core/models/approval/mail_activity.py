from odoo import fields, models
from odoo.exceptions import UserError


class MailActivityType(models.Model):
    _inherit = "mail.activity.type"

    category = fields.Selection(selection_add=[("ats_approval", "Approval")])


class MailActivity(models.Model):
    _inherit = "mail.activity"

    ats_approver_id = fields.Many2one(
        "ats.approval.approver", "Approval Request", readonly=True, ondelete="cascade", index="btree_not_null"
    )

    def action_ats_approve(self):
        """Approve from the bell or the chatter."""
        rows = self.ats_approver_id
        return rows.action_approve() or None

    def action_ats_reject(self):
        return self.ats_approver_id.action_reject()

    def _action_done(self, feedback=False, attachment_ids=None):
        """Done would say nothing about the decision, and the flow would go on waiting."""
        if any(activity.sudo().ats_approver_id.state == "open" for activity in self):
            raise UserError(self.env._("Approve it or reject it: the to-do goes by itself then."))
        return super()._action_done(feedback=feedback, attachment_ids=attachment_ids)
