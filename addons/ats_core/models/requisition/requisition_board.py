from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_amount

from .ats_requisition import LIVE

# Approved at some time and not over: here plan and fact are compared.
COMPARED = (*LIVE, "frozen")


class AtsRequisition(models.Model):
    """What stands above the board of requisitions."""

    _inherit = "ats.requisition"

    @api.model
    def ats_board_figures(self, domain):
        """Figures of the board, for the reader.

        :param list domain: what the board shows; plan and fact are of these
        :return: how many wait for the reader (``waiting``) or are the reader's (``mine``); openings ``filled`` and
            ``planned`` and, for who may see pay, the yearly ``agreed_cost`` and ``planned_cost`` as text
        :rtype: dict
        """
        self.check_access("read")
        going = Domain("state", "!=", "closed")
        shown = Domain(domain) & Domain("state", "in", COMPARED)
        figures = {
            "waiting": self.search_count(going & Domain("ats_waits_for_me", "=", True)),
            "mine": self.search_count(going & Domain(self._mine_domain())),
            "planned": self._read_group(shown, [], ["headcount:sum"])[0][0] or 0,
            "filled": self.env["ats.opening"].search_count(
                [("requisition_id", "any", list(shown)), ("state", "=", "filled")]
            ),
        }
        if self._has_field_access(self._fields["planned_cost"], "read"):
            figures |= self._board_costs(shown)
        return figures

    @api.model
    def _mine_domain(self):
        me = self.env.uid
        return [
            "|",
            "|",
            ("requested_by_id", "=", me),
            ("hiring_manager_id", "=", me),
            ("recruiter_id", "=", me),
        ]

    @api.model
    def _board_costs(self, shown):
        """Yearly pay, planned and agreed, in the currency of the company."""
        company, today = self.env.company, fields.Date.context_today(self)
        requisitions = self.search_fetch(shown, ["planned_cost", "offered_cost", "currency_id"])
        costs = {}
        for name, key in (("planned_cost", "planned_cost"), ("offered_cost", "agreed_cost")):
            yearly = sum(
                requisition.currency_id._convert(requisition[name], company.currency_id, company, today)
                for requisition in requisitions
            )
            costs[key] = format_amount(self.env, round(yearly), company.currency_id, trailing_zeroes=False)
        return costs if any(requisitions.mapped("planned_cost")) else {}
