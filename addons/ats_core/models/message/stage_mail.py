from odoo import models


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _track_template(self, changes):
        """Leave the mail of a stage to :meth:`_ats_send_stage_mail`, which needs no contact."""
        others = {*changes} - {"stage_id"}
        return super()._track_template(others) if others else {}

    def _ats_send_stage_mail(self):
        """Send the mail that the stage asks for, after the time in which a move can be undone."""
        for applicant in self:
            template = applicant.stage_id.sudo().template_id
            if template and not self.env.context.get("ats_no_stage_mail"):
                applicant._ats_mail(template, send_at=applicant._ats_undo_until())
