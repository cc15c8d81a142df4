from collections import defaultdict

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...lib.ats_approval import acting_for, stand_ins


class AtsApprovalDelegate(models.Model):
    """Who approves in somebody's name while that person is away."""

    _name = "ats.approval.delegate"
    _description = "Stand-in for Approvals"
    _order = "date_from desc, id desc"

    user_id = fields.Many2one(
        "res.users",
        "Away",
        required=True,
        index=True,
        ondelete="cascade",
        default=lambda self: self.env.user,
        domain="[('share', '=', False)]",
    )
    delegate_id = fields.Many2one(
        "res.users", "Stands In", required=True, index=True, ondelete="cascade", domain="[('share', '=', False)]"
    )
    date_from = fields.Date("From", required=True, default=fields.Date.context_today)
    date_to = fields.Date("Until", required=True)

    _dates_in_order = models.Constraint("CHECK (date_from <= date_to)", "The absence ends before it begins.")
    _somebody_else = models.Constraint("CHECK (user_id != delegate_id)", "Somebody else has to stand in.")

    @api.depends("user_id", "delegate_id")
    def _compute_display_name(self):
        for row in self:
            row.display_name = self.env._(
                "%(delegate)s stands in for %(person)s", delegate=row.delegate_id.name, person=row.user_id.name
            )

    @api.constrains("delegate_id")
    def _check_internal(self):
        if any(row.delegate_id.share for row in self):
            raise ValidationError(self.env._("Only a colleague with an internal login can stand in."))

    @api.model
    def _absences(self, day=None):
        """Return ``{absent user id: ids of delegates}`` of a day, today by default."""
        day = day or fields.Date.context_today(self)
        absences = defaultdict(list)
        rows_sudo = self.sudo().search_fetch(
            [("date_from", "<=", day), ("date_to", ">=", day), ("delegate_id.active", "=", True)],
            ["user_id", "delegate_id"],
        )
        for row in rows_sudo:
            absences[row.user_id.id].append(row.delegate_id.id)
        return absences

    @api.model
    def _acting_for(self, user):
        """Return the users in whose name a user may decide today, including that user."""
        return self.env["res.users"].browse(sorted(acting_for(user.id, self._absences())))

    @api.model
    def _stand_ins(self, user):
        """Return the users who may decide in a user's name today."""
        return self.env["res.users"].browse(sorted(stand_ins(user.id, self._absences())))

    @api.model_create_multi
    def create(self, vals_list):
        delegates = super().create(vals_list)
        delegates._ask_stand_ins()
        return delegates

    def write(self, vals):
        result = super().write(vals)
        self._ask_stand_ins()
        return result

    def _ask_stand_ins(self):
        """Tell the stand-ins what waits already."""
        today = fields.Date.context_today(self)
        away = self.filtered(lambda row: row.date_from <= today <= row.date_to)
        rows_sudo = self.env["ats.approval.approver"].sudo()
        if away:
            # The stand-in of a stand-in may be meant as well, so everything open is looked at.
            rows_sudo.search([("state", "=", "open")])._ask()
