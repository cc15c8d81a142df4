from odoo import models

from ..lib.ats_resume import parse


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_prefill(self, document):
        """Return what a résumé says for the apply form; what the visitor types stays the visitor's.

        ``document`` is anything with a ``text``, and with its ``layout`` when it has one.
        """
        values = super()._ats_prefill(document)
        if not document.text:
            return values
        layout = document.layout if "layout" in document._fields else None
        company = document.company_id if "company_id" in document._fields else self.env.company
        resume = parse(document.text, layout=layout or None, region=company.country_id.code or "")
        found = {
            "name": resume.name and resume.name.value,
            "email": resume.email and resume.email.value,
            "phone": resume.phone and resume.phone.value,
            "linkedin": resume.link("linkedin"),
        }
        return {**values, **{name: value for name, value in found.items() if value}}
