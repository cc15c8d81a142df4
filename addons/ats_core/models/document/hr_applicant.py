from odoo import fields, models


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_document_ids = fields.One2many("ats.document", "applicant_id", "Documents")
