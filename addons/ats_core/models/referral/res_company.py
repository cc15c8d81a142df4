from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    ats_referral_months = fields.Integer(
        "Share Links Count for (months)",
        default=12,
        help="Somebody opened a colleague's link and applies later: until then the colleague gets the credit.",
    )
    ats_referral_reward_days = fields.Integer(
        "Reward after (days of employment)",
        default=90,
        help="From then on a hire that a colleague recommended is listed for the reward.",
    )
