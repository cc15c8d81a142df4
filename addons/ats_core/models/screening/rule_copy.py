from odoo import Command, models


class AtsRule(models.Model):
    """Rules go with the job when it is made from a template."""

    _inherit = "ats.rule"

    def copy(self, default=None):
        """Copy rules with what they say now; on another job their stages are those of that job."""
        copies = super().copy(default)
        for rule, new_rule in zip(self, copies, strict=True):
            version = rule._shown_version()
            if not version:
                continue
            new_version = version.copy({"rule_id": new_rule.id, **version._on_job(new_rule.job_id)})
            if rule.active_version_id and not new_version._what_is_missing():
                new_version._activate()
        return copies


class AtsRuleVersion(models.Model):
    _inherit = "ats.rule.version"

    def _on_job(self, job):
        """Return the values that differ when this version is copied to a job."""
        self.ensure_one()
        if job == self.job_id or not self.stage_id or not self.stage_id.job_ids or job in self.stage_id.job_ids:
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
