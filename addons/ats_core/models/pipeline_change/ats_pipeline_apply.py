from odoo import api, fields, models
from odoo.fields import Command


class AtsPipelineApply(models.TransientModel):
    _name = "ats.pipeline.apply"
    _description = "Apply a Pipeline to a Job"

    job_id = fields.Many2one("hr.job", required=True, readonly=True, ondelete="cascade")
    pipeline_id = fields.Many2one("ats.pipeline", ondelete="cascade")
    summary = fields.Char(related="pipeline_id.summary")
    line_ids = fields.One2many(
        "ats.pipeline.apply.line",
        "wizard_id",
        "Where Applications Go",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
    )

    @api.depends("job_id", "pipeline_id")
    def _compute_line_ids(self):
        for wizard in self:
            job, stages = wizard.job_id, wizard.pipeline_id.stage_ids
            lines = [
                Command.create({"stage_id": stage.id, "target_id": job._ats_matching_stage(stage, stages).id})
                for stage in (job._ats_used_stages().sorted("sequence") if stages else [])
            ]
            wizard.line_ids = [Command.clear(), *lines]

    def action_apply(self):
        """Button: give the job its copy of the pipeline."""
        self.ensure_one()
        targets = {line.stage_id: line.target_id for line in self.line_ids if line.target_id}
        self.job_id._ats_use_pipeline(self.pipeline_id, targets)
        return {"type": "ir.actions.client", "tag": "soft_reload"}


class AtsPipelineApplyLine(models.TransientModel):
    _name = "ats.pipeline.apply.line"
    _description = "Where the Applications of a Stage Go"

    wizard_id = fields.Many2one("ats.pipeline.apply", required=True, ondelete="cascade")
    pipeline_id = fields.Many2one(related="wizard_id.pipeline_id")
    stage_id = fields.Many2one("hr.recruitment.stage", "From", readonly=True, ondelete="cascade")
    target_id = fields.Many2one(
        "ats.pipeline.stage", "To", domain="[('pipeline_id', '=', pipeline_id)]", ondelete="cascade"
    )
