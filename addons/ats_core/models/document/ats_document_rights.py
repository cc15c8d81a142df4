from odoo import models
from odoo.exceptions import AccessError
from odoo.fields import Domain


class AtsDocument(models.Model):
    """Who sees a document: who sees its application. Record rules then narrow that further
    (an interviewer sees what the candidate sent, not what colleagues keep)."""

    _inherit = "ats.document"

    def _search(self, domain, *args, bypass_access=False, **kwargs):
        if not self.env.su and not bypass_access:
            applications = self.env["hr.applicant"].with_context(active_test=False)._search([])
            domain = Domain(domain) & Domain("applicant_id", "in", applications)
        return super()._search(domain, *args, bypass_access=bypass_access, **kwargs)

    def _check_access(self, operation):
        result = super()._check_access(operation)
        if self.env.su or not self:
            return result
        forbidden, error = result or (self.browse(), None)
        needed = "read" if operation == "read" else "write"
        remaining = self - forbidden
        applicants = self.env["hr.applicant"].browse(remaining.sudo().applicant_id.ids)
        visible = applicants._filtered_access(needed)
        hidden = remaining.filtered(lambda document: document.sudo().applicant_id not in visible)
        if not hidden:
            return result
        return forbidden | hidden, error or hidden._no_access

    def _no_access(self):
        return AccessError(self.env._("You cannot see the application of this document."))
