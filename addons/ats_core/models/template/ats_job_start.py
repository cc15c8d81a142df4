from odoo import api, fields, models


class AtsJobStart(models.TransientModel):
    _name = "ats.job.start"
    _description = "New Job"

    kind = fields.Selection(
        [("template", "From a template"), ("past", "From a past job")], "Start", required=True, default="template"
    )
    source_id = fields.Many2one(
        "hr.job",
        "Take Over From",
        required=True,
        context={"active_test": False},
        domain="[('ats_is_template', '=', kind == 'template')]",
        ondelete="cascade",
    )
    name = fields.Char("Job Title", required=True, compute="_compute_name", store=True, precompute=True, readonly=False)
    department_id = fields.Many2one(
        "hr.department", compute="_compute_name", store=True, precompute=True, readonly=False
    )
    ats_hiring_manager_id = fields.Many2one(
        "res.users",
        "Hiring Manager",
        domain="[('share', '=', False)]",
        compute="_compute_name",
        store=True,
        precompute=True,
        readonly=False,
    )
    pipeline_id = fields.Many2one(
        "ats.pipeline", help="Empty: the stages, limits and rules of what you take over.", ondelete="cascade"
    )

    @api.depends("source_id")
    def _compute_name(self):
        for start in self:
            source = start.source_id
            plain = (source.name or "").replace(self.env._("%s (template)", "").strip(), "").strip()
            start.name = source and source._ats_free_name(plain)
            start.department_id = start.source_id.department_id
            start.ats_hiring_manager_id = start.source_id.ats_hiring_manager_id

    @api.model
    def default_get(self, field_names):
        values = super().default_get(field_names)
        source = self.env["hr.job"].browse(values.get("source_id"))
        if source:
            values["kind"] = "template" if source.ats_is_template else "past"
        return values

    def _job_values(self):
        """Hook: what the new job gets besides its name, in place of what the source has."""
        return {"department_id": self.department_id.id, "ats_hiring_manager_id": self.ats_hiring_manager_id.id}

    def action_start(self):
        """Button: make the job and open it."""
        self.ensure_one()
        job = self.source_id._ats_new_job(self.name, self._job_values())
        if self.pipeline_id:
            job._ats_use_pipeline(self.pipeline_id)
        return job._ats_open()
