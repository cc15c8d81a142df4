from odoo import models


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_automated_steps(self):
        """Hook: what software has done in this application, in words for the candidate.

        :return: list of dicts with ``at`` (datetime in UTC or None), ``title`` and ``text``
        """
        self.ensure_one()
        return []
