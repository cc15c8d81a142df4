from odoo import api, fields, models


class HrJob(models.Model):
    """How long a job has been open."""

    _inherit = "hr.job"

    ats_opened_on = fields.Date("Open Since", readonly=True, copy=False)
    ats_open_days = fields.Integer("Days Open", compute="_compute_ats_open_days")

    @api.model_create_multi
    def create(self, vals_list):
        jobs = super().create(vals_list)
        jobs.filtered(lambda job: job.ats_job_state == "open").ats_opened_on = fields.Date.context_today(self)
        return jobs

    def write(self, vals):
        result = super().write(vals)
        if vals.get("ats_job_state") == "open":
            self.filtered(lambda job: not job.ats_opened_on).ats_opened_on = fields.Date.context_today(self)
        return result

    @api.depends("ats_opened_on")
    def _compute_ats_open_days(self):
        today = fields.Date.context_today(self)
        for job in self:
            job.ats_open_days = (today - job.ats_opened_on).days if job.ats_opened_on else 0

    def action_ats_open_stays(self):
        """Button: how long candidates of this job wait in each step."""
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_stage_log_action_time")
        return {**action, "domain": [("job_id", "in", self.ids)]}
