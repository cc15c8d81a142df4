from odoo import models
from odoo.exceptions import UserError


class HrJob(models.Model):
    """A new job from a template or a past job, and a template from a job."""

    _inherit = "hr.job"

    def _ats_new_job(self, name, vals=None):
        """Make a draft job like this one: posting, team, pipeline with rules, questions, skills.

        Applicants, dates, state and publication stay behind.

        :param str name: of the new job
        :param dict vals: values that win over the copied ones
        :return: the new ``hr.job``
        """
        return self._ats_like_this({"name": name, "ats_copied_from_id": self.id, **(vals or {})})

    def _ats_new_template(self, name):
        """Make a template out of this job.

        :return: the template, an archived ``hr.job``
        """
        return self._ats_like_this({"name": name, "ats_is_template": True, "active": False})

    def _ats_like_this(self, vals):
        self.ensure_one()
        self.check_access("read")
        job = self.create({**self._ats_template_vals(), **vals})
        self._ats_copy_texts_to(job)
        for name in self._ats_template_children():
            self._ats_copy_children(name, job)
        own = self.ats_own_stage_ids
        self._ats_stages_taken_over(job, job._ats_make_own_stages(own, pipeline=self.ats_pipeline_id) if own else {})
        return job

    def _ats_template_vals(self):
        """Return the copied values, as the user may read them."""
        readable = self.fields_get(self._ats_template_fields(), attributes=["type"])
        return {
            name: self._fields[name].convert_to_write(self[name], self)
            for name in self._ats_template_fields()
            if name in readable
        }

    def _ats_copy_texts_to(self, job):
        """Take over the texts in every language."""
        texts = {name for name in self._ats_template_fields() if self._fields[name].translate}
        self.copy_translations(job, excluded=self._fields.keys() - texts)

    def _ats_copy_children(self, field_name, job):
        """Copy the rows of a one2many field to the new job; archived rows stay behind."""
        field = self._fields[field_name]
        if field.type != "one2many":
            job[field_name] = self[field_name]
            return
        for row in self[field_name]:
            row.copy({field.inverse_name: job.id})

    def _ats_stages_taken_over(self, job, copies):
        """Hook: the new job has what was copied; take over what hangs on it from outside.

        :param job: the new ``hr.job``
        :param dict copies: ``{stage of this job: its copy}``, for rows that point to stages
        """

    def action_ats_save_template(self):
        """Button: make a template out of this job."""
        self.ensure_one()
        template = self._ats_new_template(self._ats_free_name(self.env._("%s (template)", self.name)))
        return template._ats_open()

    def action_ats_new_from_this(self):
        """Button: start a job from this template or past job."""
        self.ensure_one()
        if not self.has_access("create"):
            raise UserError(self.env._("Ask a recruiter to open a job."))
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("New Job"),
            "res_model": "ats.job.start",
            "view_mode": "form",
            "target": "new",
            "context": {"default_source_id": self.id},
        }

    def _ats_open(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.job",
            "res_id": self.id,
            "view_mode": "form",
            "views": [(self.env.ref("hr.view_hr_job_form").id, "form")],
        }
