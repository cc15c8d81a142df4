from odoo import api, fields, models

from .hr_recruitment_stage import STAGE_KINDS


class AtsPipeline(models.Model):
    """An ordered list of stages to give to jobs. A job gets a copy, so it may differ later."""

    _name = "ats.pipeline"
    _description = "Pipeline"
    _order = "sequence, id"
    _check_company_auto = True

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index=True, help="Empty: all companies.")
    stage_ids = fields.One2many("ats.pipeline.stage", "pipeline_id", "Stages", copy=False)
    job_count = fields.Integer("Jobs", compute="_compute_job_count")
    summary = fields.Char("Steps", compute="_compute_summary")

    def _compute_job_count(self):
        counts = dict(
            self.env["hr.job"]._read_group([("ats_pipeline_id", "in", self.ids)], ["ats_pipeline_id"], ["__count"])
        )
        for pipeline in self:
            pipeline.job_count = counts.get(pipeline, 0)

    @api.depends("stage_ids.name", "stage_ids.sequence")
    def _compute_summary(self):
        for pipeline in self:
            pipeline.summary = " → ".join(pipeline.stage_ids.sorted("sequence").mapped("name"))

    def copy(self, default=None):
        copies = super().copy(default)
        for pipeline, copy in zip(self, copies, strict=True):
            pipeline.stage_ids._ats_copy_stages("ats.pipeline.stage", {"pipeline_id": copy.id})
        return copies

    def action_open_jobs(self):
        """Button: the jobs that took their stages from here."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.job",
            "name": self.env._("Jobs"),
            "view_mode": "list,form",
            "domain": [("ats_pipeline_id", "in", self.ids)],
        }


class AtsPipelineStage(models.Model):
    _name = "ats.pipeline.stage"
    _inherit = ["ats.stage.policy"]
    _description = "Stage of a Pipeline"
    _order = "pipeline_id, sequence, id"

    pipeline_id = fields.Many2one("ats.pipeline", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="pipeline_id.company_id", store=True, index=True)
    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    ats_kind = fields.Selection(STAGE_KINDS, "Kind", required=True, default="review")
    fold = fields.Boolean("Folded in Kanban")
    template_id = fields.Many2one(
        "mail.template",
        "Mail on Entering",
        domain="[('model', '=', 'hr.applicant')]",
        ondelete="set null",
        index="btree_not_null",
    )
    requirements = fields.Text("Tooltip")
    rotting_threshold_days = fields.Integer("Days to Rot")
