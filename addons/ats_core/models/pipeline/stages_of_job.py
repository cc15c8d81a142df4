from odoo import api, fields, models
from odoo.exceptions import RedirectWarning
from odoo.fields import Command, Domain


class HrRecruitmentStage(models.Model):
    """Stages that belong to one job. A job that has its own does not show the shared ones."""

    _inherit = "hr.recruitment.stage"

    ats_job_id = fields.Many2one(
        "hr.job",
        "Stage of One Job",
        readonly=True,
        copy=False,
        # Without its job it would become a stage of all jobs.
        ondelete="cascade",
        index="btree_not_null",
    )
    ats_pipeline_of_id = fields.Many2one(
        "hr.job", "In the Pipeline Of", compute="_compute_ats_pipeline_of_id", search="_search_ats_pipeline_of_id"
    )

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._ats_with_job(vals) for vals in vals_list])

    def write(self, vals):
        if "job_ids" in vals:
            own = self.filtered("ats_job_id")
            super(HrRecruitmentStage, own).write({key: value for key, value in vals.items() if key != "job_ids"})
            return super(HrRecruitmentStage, self - own).write(vals)
        return super().write(vals)

    @api.model
    def _ats_with_job(self, vals):
        """Return the values of a stage with those that belong to a stage of one job.

        A column added on the board of a job with an own pipeline belongs to that pipeline.
        """
        job_id = vals.get("ats_job_id")
        if not job_id and "job_ids" not in vals and self.env.context.get("default_job_id"):
            job = self.env["hr.job"].sudo().browse(self.env.context["default_job_id"])
            job_id = job.id if job.ats_own_stage_ids else False
            last = job.ats_own_stage_ids.filtered(lambda stage: stage.ats_kind != "hired").sorted("sequence")[-1:]
            vals = {"sequence": last.sequence, **vals} if job_id else vals
        if not job_id:
            return vals
        return {**vals, "ats_job_id": job_id, "job_ids": [Command.set([job_id])]}

    def _compute_ats_pipeline_of_id(self):
        for stage in self:
            stage.ats_pipeline_of_id = stage.ats_job_id

    @api.model
    def _search_ats_pipeline_of_id(self, operator, value):
        """Find the stages that applications of a job pass through; of no job: the shared ones."""
        if operator != "in":
            return NotImplemented
        jobs = self.env["hr.job"].sudo().browse([job_id for job_id in value if job_id])
        with_own = jobs.filtered("ats_has_own_stages")
        shared = Domain("ats_job_id", "=", False) & (
            Domain("job_ids", "=", False) | Domain("job_ids", "in", (jobs - with_own).ids)
        )
        own = Domain("ats_job_id", "in", with_own.ids)
        return own if with_own == jobs and jobs else own | shared

    def _ats_is_for(self, job):
        """Tell whether applications of a job (or of none) may be in this stage."""
        self.ensure_one()
        if self.ats_job_id or job.sudo().ats_has_own_stages:
            return self.ats_job_id == job
        return not self.job_ids or job in self.job_ids

    @api.ondelete(at_uninstall=False)
    def _unlink_asks_where_to(self):
        """Natively deleting a column with applications ends in an error of the database."""
        applications = self.env["hr.applicant"].sudo().with_context(active_test=False)
        for stage in self:
            if applications.search_count([("stage_id", "=", stage.id)], limit=1):
                raise RedirectWarning(
                    self.env._("Applications are in %(stage)s. Choose where they go.", stage=stage.name),
                    stage._ats_removal_action(),
                    self.env._("Choose"),
                )

    def _ats_removal_action(self):
        """Hook: the action that asks where the applications of a stage go."""
        return {"type": "ir.actions.act_window_close"}


class HrJob(models.Model):
    _inherit = "hr.job"

    ats_pipeline_id = fields.Many2one(
        "ats.pipeline", "Pipeline From", readonly=True, copy=False, ondelete="set null", index="btree_not_null"
    )
    ats_own_stage_ids = fields.One2many("hr.recruitment.stage", "ats_job_id", "Own Stages", copy=False)
    # Stored, for each move of a card asks.
    ats_has_own_stages = fields.Boolean(compute="_compute_ats_has_own_stages", store=True)
    ats_stage_ids = fields.Many2many(
        "hr.recruitment.stage",
        "Stages",
        compute="_compute_ats_stage_ids",
        help="The stages that applications of this job pass through, in their order.",
    )

    @api.depends("ats_own_stage_ids")
    def _compute_ats_has_own_stages(self):
        for job in self:
            job.ats_has_own_stages = bool(job.ats_own_stage_ids)

    @api.depends("ats_own_stage_ids", "ats_own_stage_ids.sequence")
    def _compute_ats_stage_ids(self):
        shared = self.env["hr.recruitment.stage"].search([("ats_job_id", "=", False)])
        for job in self:
            own = job.ats_own_stage_ids.sorted("sequence")
            job.ats_stage_ids = own or shared.filtered(
                lambda stage, job=job: not stage.job_ids or job._origin in stage.job_ids
            )

    def _get_first_stage(self):
        """Replaces the native search, which knows no pipelines of one job."""
        self.ensure_one()
        return self.env["hr.recruitment.stage"].search([("ats_pipeline_of_id", "=", self.id)], limit=1)

    def _ats_make_own_stages(self, source, *, pipeline=None):
        """Give the job own copies of stages, beside those it has.

        :param source: stages of any model with a stage policy
        :param pipeline: the ``ats.pipeline`` they come from
        :return: ``{stage: its copy}``
        """
        self.ensure_one()
        copies = source._ats_copy_stages("hr.recruitment.stage", {"ats_job_id": self.id})
        self.sudo().ats_pipeline_id = pipeline
        return copies

    def _ats_save_pipeline(self, name):
        """Make a pipeline for other jobs out of the stages of this one.

        :return: the ``ats.pipeline``
        """
        self.ensure_one()
        self.env["ats.pipeline"].check_access("create")
        pipeline = self.env["ats.pipeline"].create({"name": name, "company_id": self.company_id.id})
        self.ats_stage_ids._ats_copy_stages("ats.pipeline.stage", {"pipeline_id": pipeline.id})
        return pipeline
