from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    ats_needs_requisition = fields.Boolean(
        "Jobs Need a Requisition",
        help="New jobs are shown to candidates only with an approved requisition. Each job can differ.",
    )


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    ats_needs_requisition = fields.Boolean(related="company_id.ats_needs_requisition", readonly=False)
