from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    ats_hire_on_acceptance = fields.Boolean(
        "Hire on Acceptance",
        help="An accepted offer makes the employee in the background, in the name of the offer's "
        "HR responsible. Otherwise HR gets a to-do.",
    )


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    ats_hire_on_acceptance = fields.Boolean(related="company_id.ats_hire_on_acceptance", readonly=False)
