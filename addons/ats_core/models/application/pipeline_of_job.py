from odoo import api, fields, models


class HrApplicant(models.Model):
    """Columns and choices of stages follow the pipeline of the job."""

    _inherit = "hr.applicant"

    stage_id = fields.Many2one(domain="[('ats_pipeline_of_id', '=', job_id)]")

    @api.depends("job_id")
    def _compute_stage(self):
        """An application starts in the first open column of its job's pipeline."""
        stages = self.env["hr.recruitment.stage"]
        first = {}
        for applicant in self:
            job = applicant.job_id
            if not job:
                applicant.stage_id = False
            elif not applicant.stage_id:
                if job not in first:
                    first[job] = stages.search(
                        [("ats_pipeline_of_id", "=", job._origin.id), ("fold", "=", False)], limit=1
                    )
                applicant.stage_id = first[job]

    @api.model
    def _read_group_stage_ids(self, stages, domain):
        """Show the columns of the job's pipeline, empty ones too, and those with cards."""
        job_id = self.env.context.get("default_job_id")
        wanted = ["|", ("id", "in", stages.ids), ("ats_pipeline_of_id", "=", job_id)]
        return stages.browse(stages.sudo()._search(wanted, order=stages._order))
