from odoo import models


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _track_template(self, changes):
        """Leave the mail of a stage to :meth:`_ats_send_stage_mail`, which needs no contact."""
        others = {*changes} - {"stage_id"}
        return super()._track_template(others) if others else {}

    def _ats_send_stage_mail(self):
        """Send the mail that the stage asks for, after the time in which a move can be undone."""
        if self.env.context.get("ats_no_stage_mail"):
            return
        for template_sudo, applicants in self.grouped(lambda one: one.stage_id.sudo().template_id).items():
            if template_sudo:
                applicants._ats_mail(template_sudo, send_at=self._ats_undo_until())
