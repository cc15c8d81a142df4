from odoo import fields, models
from odoo.exceptions import UserError


class HrJob(models.Model):
    _inherit = "hr.job"

    ats_rule_ids = fields.One2many("ats.rule", "job_id", "Rules")
    ats_proposed_refusal_count = fields.Integer(compute="_compute_ats_proposed_refusal_count")

    def _compute_ats_proposed_refusal_count(self):
        counts = dict(
            self.env["ats.refusal.proposal"]._read_group(
                [("job_id", "in", self.ids), ("state", "=", "proposed")], ["job_id"], ["__count"]
            )
        )
        for job in self:
            job.ats_proposed_refusal_count = counts.get(job, 0)

    def _ats_template_children(self):
        return [*super()._ats_template_children(), "ats_rule_ids"]

    def _ats_rules_to_try(self):
        """Return the versions as they would be with every draft active, in order."""
        versions = self.env["ats.rule.version"]
        for rule in self.ats_rule_ids.sorted(lambda rule: (rule.sequence, rule.id)):
            versions |= rule.draft_version_id or rule.active_version_id
        return versions

    def action_ats_try_rules(self):
        """Button: show whom the rules, drafts included, would hit among the last applications."""
        self.ensure_one()
        versions = self._ats_rules_to_try()
        if not versions:
            raise UserError(self.env._("Add a rule first."))
        return self.env["ats.rule.run"]._try_out(versions)._open()

    def action_ats_rerun_rules(self):
        """Button: preview the active rules on the ongoing applications."""
        self.ensure_one()
        return self.env["ats.rule.run"]._prepare_rerun(self)._open()

    def action_ats_add_rule(self):
        """Button: write a new rule."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("New Rule"),
            "res_model": "ats.rule.version",
            "view_mode": "form",
            "context": {"default_job_id": self.id, "default_sequence": 10 * (len(self.ats_rule_ids) + 1)},
        }

    def action_ats_open_proposed_refusals(self):
        """Button: the refusals of this job that wait for a person."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_refusal_proposal_action")
        return {**action, "domain": [("job_id", "=", self.id)]}


class AtsRuleVersion(models.Model):
    _inherit = "ats.rule.version"

    def action_try(self):
        """Button: show whom this version would hit among the last 50 applications."""
        self.ensure_one()
        return self.env["ats.rule.run"]._try_out(self)._open()
