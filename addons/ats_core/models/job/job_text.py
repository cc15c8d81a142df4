from odoo import models
from odoo.tools import html2plaintext


class HrJob(models.Model):
    _inherit = "hr.job"

    def _ats_text_fields(self):
        """Hook: names of the HTML fields that describe the work; an addon adds those it knows.

        :rtype: list[str]
        """
        return ["description"]

    def _ats_job_text(self):
        """Return what the job's own text says, without markup.

        :rtype: str
        """
        self.ensure_one()
        job_sudo = self.sudo()
        return "\n".join(html2plaintext(job_sudo[name]) for name in self._ats_text_fields() if job_sudo[name])
