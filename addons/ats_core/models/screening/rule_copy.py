from odoo import Command, fields, models


class AtsRule(models.Model):
    """Rules go with the job when it is made from a template."""

    _inherit = "ats.rule"

    copied_from_id = fields.Many2one("ats.rule", readonly=True, copy=False, ondelete="set null", index="btree_not_null")

    def copy(self, default=None):
        """Copy rules with what they say now; on another job their stages are those of that job."""
        copies = super().copy(default)
        for rule, new_rule in zip(self, copies, strict=True):
            new_rule.copied_from_id = rule
            if version := rule._shown_version():
                version.copy({"rule_id": new_rule.id, **version._on_job(new_rule.job_id)})
                new_rule._follow_original()
        return copies

    def _follow_original(self):
        """Let the copy of an active rule act too, once nothing is missing."""
        draft = self.draft_version_id
        if draft and self.copied_from_id.active_version_id and not draft._what_is_missing():
            draft._activate()


class HrJob(models.Model):
    _inherit = "hr.job"

    def _ats_stages_taken_over(self, job, copies):
        """Rules that move find the new job's own stages, which are made after the rules."""
        result = super()._ats_stages_taken_over(job, copies)
        for rule in job.ats_rule_ids:
            original = rule.copied_from_id._shown_version() if rule.copied_from_id else None
            if rule.draft_version_id and original and original.stage_id in copies:
                rule.draft_version_id.stage_id = copies[original.stage_id]
                rule._follow_original()
        return result


class AtsRuleVersion(models.Model):
    _inherit = "ats.rule.version"

    def _on_job(self, job):
        """Return the values that differ when this version is copied to a job."""
        self.ensure_one()
        if not self.stage_id or self.stage_id._ats_is_for(job):
            return {}
        stages = self.env["hr.recruitment.stage"].search([("job_ids", "=", job.id)])
        same = stages.filtered(lambda stage: stage.name == self.stage_id.name)
        alike = stages.filtered(lambda stage: stage.ats_kind == self.stage_id.ats_kind)
        return {"stage_id": (same or alike)[:1].id}

    def copy_data(self, default=None):
        """A copy is the next version of its rule, a draft."""
        vals_list = super().copy_data(default)
        for version, vals in zip(self, vals_list, strict=True):
            vals["condition_ids"] = [Command.create(data) for data in version.condition_ids.copy_data()]
            for condition in vals["condition_ids"]:
                condition[2].pop("version_id", None)
        return vals_list
