from collections import defaultdict

from odoo import api, fields, models

from .ats_requisition import PAY_GROUPS


class AtsRequisition(models.Model):
    """Plan against fact, a page of requisitions with one grouped query each."""

    _inherit = "ats.requisition"

    open_count = fields.Integer("Still Open", compute="_compute_opening_counts")
    filled_count = fields.Integer("Filled", compute="_compute_opening_counts")
    progress_text = fields.Char("Filled of Planned", compute="_compute_opening_counts")
    offered_cost = fields.Monetary(
        "Agreed Cost per Year", compute="_compute_offered_cost", compute_sudo=True, groups=PAY_GROUPS
    )
    cost_share = fields.Float(
        "Agreed of Planned (%)", compute="_compute_offered_cost", compute_sudo=True, groups=PAY_GROUPS
    )

    @api.depends("opening_ids.state", "headcount")
    def _compute_opening_counts(self):
        counts = defaultdict(int)
        for requisition, state, count in self.env["ats.opening"]._read_group(
            [("requisition_id", "in", self.ids)], ["requisition_id", "state"], ["__count"]
        ):
            counts[requisition.id, state] = count
        for requisition in self:
            requisition.open_count = counts[requisition.id, "open"]
            requisition.filled_count = counts[requisition.id, "filled"]
            requisition.progress_text = self.env._(
                "%(filled)s of %(planned)s filled", filled=requisition.filled_count, planned=requisition.headcount
            )

    @api.depends("opening_ids.applicant_id", "planned_cost")
    def _compute_offered_cost(self):
        agreed = self._agreed_yearly_pay()
        for requisition in self:
            requisition.offered_cost = agreed.get(requisition.id, 0)
            planned = requisition.planned_cost
            requisition.cost_share = 100 * requisition.offered_cost / planned if planned else 0

    def _agreed_yearly_pay(self):
        """Hook: ``{requisition id: yearly pay of the accepted offers}``, in its currency."""
        return {}
