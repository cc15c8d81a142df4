from odoo import fields, models
from odoo.tools import parse_contact_from_email


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_document_ids = fields.One2many("ats.document", "applicant_id", "Documents")

    def message_post(self, **kwargs):
        """Files that the candidate mails are the candidate's documents, not internal ones."""
        _name, email = parse_contact_from_email(kwargs.get("email_from") or "")
        by_candidate = email and len(self) == 1 and email == self.email_normalized
        if kwargs.get("message_type") == "email" and by_candidate:
            self = self.with_context(ats_document_origin="candidate", ats_document_proven=self.ats_address_proven)
        return super().message_post(**kwargs)
