from odoo import models
from odoo.fields import Command


class HrJob(models.Model):
    _inherit = "hr.job"

    def _ats_stages_taken_over(self, job, copies):
        """The new job is interviewed with the same kits."""
        kits_sudo = self.env["ats.interview.kit"].sudo().search([("job_ids", "in", self.ids)])
        kits_sudo.write({"job_ids": [Command.link(job.id)]})
        return super()._ats_stages_taken_over(job, copies)
