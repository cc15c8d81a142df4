from odoo import api, models
from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Domain


class IrAttachment(models.Model):
    """Natively whoever sees an application sees all its files. Interviewers see only the files
    whose documents they see, and those they added themselves."""

    _inherit = "ir.attachment"

    @api.constrains("public", "res_model", "res_field")
    def _check_ats_not_public(self):
        for attachment in self:
            if attachment.public and attachment.res_model == "hr.applicant":
                raise ValidationError(self.env._("A file of an application cannot be public."))

    def _ats_sees_part(self):
        user = self.env.user
        return (
            not self.env.su
            and user.has_group("hr_recruitment.group_hr_recruitment_interviewer")
            and not user.has_group("hr_recruitment.group_hr_recruitment_user")
        )

    @api.model
    def _search(self, domain, *args, bypass_access=False, **kwargs):
        if not bypass_access and self._ats_sees_part():
            domain = Domain(domain)
            asked = {condition.field_expr for condition in domain.iter_conditions()}
            if not asked & {"id", "res_field"} and not self.env.context.get("skip_res_field_check"):
                domain &= Domain("res_field", "=", False)
            documents = self.env["ats.document"]._search([])
            domain &= (
                Domain("res_model", "!=", "hr.applicant")
                | Domain("create_uid", "=", self.env.uid)
                | Domain("id", "in", documents.subselect("attachment_id"))
            )
        return super()._search(domain, *args, bypass_access=bypass_access, **kwargs)

    def _check_access(self, operation):
        result = super()._check_access(operation)
        if not self or not self._ats_sees_part():
            return result
        forbidden, error = result or (self.browse(), None)
        hidden = (self - forbidden)._ats_hidden()
        if not hidden:
            return result
        return forbidden | hidden, error or hidden._ats_no_access

    def _ats_hidden(self):
        """Return the files of applications whose documents the user does not see."""
        files = self.browse(
            self.sudo()
            .filtered(
                lambda row: row.res_model == "hr.applicant" and not row.res_field and row.create_uid.id != self.env.uid
            )
            .ids
        )
        if not files:
            return files
        documents = self.env["ats.document"].search([("attachment_id", "in", files.ids)])
        return files - self.browse(documents.sudo().attachment_id.ids)

    def _ats_no_access(self):
        return AccessError(self.env._("You cannot see this file of the application."))
