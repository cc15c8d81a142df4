from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    ats_approval_reminder_days = fields.Integer(
        "Remind Approvers After",
        default=3,
        help="Days after which somebody who has not decided is mailed again. 0: never.",
    )


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    ats_approval_reminder_days = fields.Integer(related="company_id.ats_approval_reminder_days", readonly=False)
