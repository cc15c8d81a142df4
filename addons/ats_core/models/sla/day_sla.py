from odoo import api, models
from odoo.fields import Domain


class AtsDay(models.AbstractModel):
    _inherit = "ats.day"

    @api.model
    def _ats_day_overdue_domain(self, now):
        """While the company waits for the candidate nothing is overdue."""
        return super()._ats_day_overdue_domain(now) & (
            Domain("ats_sla_state", "=", False) | Domain("ats_sla_state", "!=", "paused")
        )
