from odoo import api, fields, models
from odoo.fields import Command


class AtsApprovalStep(models.Model):
    """A group of approvers of whom some have to approve."""

    _name = "ats.approval.step"
    _description = "Group of Approvers"
    _order = "sequence, id"

    approval_id = fields.Many2one("ats.approval", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="approval_id.company_id")
    sequence = fields.Integer(default=10)
    name = fields.Char("Group", required=True, translate=False)
    required = fields.Integer("Needed", default=1, required=True, help="How many of the approvers have to approve.")
    approver_ids = fields.One2many("ats.approval.approver", "step_id", "Approvers", readonly=True)
    user_ids = fields.Many2many(
        "res.users",
        string="People",
        compute="_compute_user_ids",
        inverse="_inverse_user_ids",
        domain="[('share', '=', False)]",
    )
    progress = fields.Char(compute="_compute_progress")

    _required_positive = models.Constraint("CHECK (required > 0)", "At least one approver of a group has to approve.")

    @api.depends("approver_ids.user_id")
    def _compute_user_ids(self):
        for step in self:
            step.user_ids = step.approver_ids.user_id

    def _inverse_user_ids(self):
        for step in self:
            there = step.approver_ids.user_id
            gone = step.approver_ids.filtered(lambda row, step=step: row.user_id not in step.user_ids)
            new = step.user_ids - there
            gone.unlink()
            self.env["ats.approval.approver"].create([{"step_id": step.id, "user_id": user.id} for user in new])

    @api.depends("approver_ids.state", "required")
    def _compute_progress(self):
        for step in self:
            done = len(step.approver_ids.filtered(lambda row: row.state == "approved"))
            step.progress = self.env._("%(done)s of %(required)s", done=done, required=step.required)

    def _people(self):
        """Who is in the group, in the order of being added."""
        self.ensure_one()
        return tuple(self.approver_ids.sorted("id").user_id.ids)

    @api.model_create_multi
    def create(self, vals_list):
        approvals = self.env["ats.approval"].browse(
            {vals["approval_id"] for vals in vals_list if vals.get("approval_id")}
        )
        # The people of a new group are rows of their own: one change, not several.
        with approvals._edited():
            return (
                super(AtsApprovalStep, self.with_context(ats_approval_batch=True)).create(vals_list).with_env(self.env)
            )

    def _create_by_verb(self, vals_list):
        """For decisions that are kept: past the guard of :meth:`create`; no client reaches it."""
        return super().create(vals_list)  # pylint: disable=super-method-mismatch

    def write(self, vals):
        with self.approval_id._edited():
            batch = self.with_context(ats_approval_batch=True)
            return super(AtsApprovalStep, batch).write(vals)

    def unlink(self):
        with self.approval_id._edited():
            return super().unlink()

    def _copied(self):
        """Values of the same group in another flow."""
        return [
            Command.create(
                {
                    "sequence": step.sequence,
                    "name": step.name,
                    "required": step.required,
                    "user_ids": [Command.set(step._people())],
                }
            )
            for step in self.sorted()
        ]
