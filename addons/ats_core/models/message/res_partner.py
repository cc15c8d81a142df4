from odoo import fields, models


class ResPartner(models.Model):
    _inherit = "res.partner"

    ats_candidate_partner = fields.Boolean(
        "Candidate's Contact",
        help="Made by recruitment for a candidate. Hidden from employees outside recruitment.",
    )

    _ats_candidate_partner_idx = models.Index("(id) WHERE ats_candidate_partner")
    _email_normalized_idx = models.Index("(email_normalized) WHERE email_normalized IS NOT NULL")
