from odoo import models


class HrApplicant(models.Model):
    """Rules about skills and experience can be asked once the résumé has been read."""

    _inherit = "hr.applicant"

    def _ats_use_resume(self):
        result = super()._ats_use_resume()
        self.exists()._ats_facts_learned()
        return result
