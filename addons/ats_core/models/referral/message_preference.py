from odoo import fields, models


class AtsMessagePreference(models.Model):
    _inherit = "ats.message.preference"

    kind = fields.Selection(
        selection_add=[("referral", "Recommendations of colleagues")], ondelete={"referral": "cascade"}
    )
