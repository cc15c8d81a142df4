from odoo import fields, models
from odoo.exceptions import UserError


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def create_employee_from_applicant(self):
        """Without an open opening, show the ways out instead of an error."""
        self.ensure_one()
        self._ats_check_may_hire()
        job_sudo = self.sudo().job_id
        if not self._ats_current_hire_sudo() and job_sudo and job_sudo._ats_lacks_opening():
            return {
                "type": "ir.actions.act_window",
                "name": self.env._("No Opening Left"),
                "res_model": "ats.hire.without.opening",
                "view_mode": "form",
                "target": "new",
                "context": {"default_applicant_id": self.id},
            }
        return super().create_employee_from_applicant()


class AtsHireWithoutOpening(models.TransientModel):
    """The ways out when somebody is to be hired and no opening is open."""

    _name = "ats.hire.without.opening"
    _description = "Hire Without an Opening"

    applicant_id = fields.Many2one("hr.applicant", "Application", required=True, readonly=True, ondelete="cascade")
    explanation = fields.Char(compute="_compute_explanation")
    reason = fields.Char("Why without an opening?")

    def _compute_explanation(self):
        for dialog in self:
            dialog.explanation = dialog.applicant_id.sudo().job_id._ats_no_opening_sentence()

    def action_request(self):
        """Ask for another opening of the job."""
        return self.applicant_id.sudo().job_id.with_env(self.env).action_ats_request_opening()

    def action_hire(self):
        """Hire nevertheless; the reason is kept with the hire."""
        self.ensure_one()
        reason = (self.reason or "").strip()
        if not reason:
            raise UserError(self.env._("Say why this hire takes no opening. It is kept with the hire."))
        applicant = self.applicant_id
        applicant._ats_hire(opening=False)
        applicant._ats_current_hire_sudo().without_opening_reason = reason
        applicant.sudo()._message_log(body=self.env._("Hired without an opening: %s", reason))
        return applicant.create_employee_from_applicant()
