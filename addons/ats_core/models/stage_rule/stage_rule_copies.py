from odoo import api, fields, models


class AtsStagePolicy(models.AbstractModel):
    """Copied stages take their rules along."""

    _inherit = "ats.stage.policy"

    def _ats_stages_copied(self, copies):
        for stage, copy in copies.items():
            for rule in stage.ats_rule_ids:
                target = copies.get(rule.target_stage_id or rule.target_pipeline_stage_id)
                if rule.action != "move" or target:
                    rule._copy_to(copy, target)
        return super()._ats_stages_copied(copies)


class AtsStageRule(models.Model):
    _inherit = "ats.stage.rule"

    def _copy_to(self, stage, target=None):
        """Copy the rule to another stage of either model; ``target`` is where the copy moves to."""
        of_job = stage._name == "hr.recruitment.stage"
        target_id = target.id if target else False
        return self.sudo().copy(
            {
                "stage_id": of_job and stage.id,
                "pipeline_stage_id": not of_job and stage.id,
                "target_stage_id": of_job and target_id,
                "target_pipeline_stage_id": not of_job and target_id,
            }
        )


class HrRecruitmentStage(models.Model):
    _inherit = "hr.recruitment.stage"

    ats_rule_ids = fields.One2many("ats.stage.rule", "stage_id", "Rules")
    # Stored, for each move of a card asks.
    ats_has_rules = fields.Boolean(compute="_compute_ats_has_rules", store=True)
    ats_rules_text = fields.Text("What Happens", compute="_compute_ats_rules_text")

    @api.depends("ats_rule_ids")
    def _compute_ats_has_rules(self):
        for stage in self.with_context(active_test=False):
            stage.ats_has_rules = bool(stage.ats_rule_ids)

    def _compute_ats_rules_text(self):
        for stage in self:
            stage.ats_rules_text = "\n".join(stage.sudo().ats_rule_ids.mapped("sentence")) or False


class AtsPipelineStage(models.Model):
    _inherit = "ats.pipeline.stage"

    ats_rule_ids = fields.One2many("ats.stage.rule", "pipeline_stage_id", "Rules")
    ats_rules_text = fields.Text("What Happens", compute="_compute_ats_rules_text")

    def _compute_ats_rules_text(self):
        for stage in self:
            stage.ats_rules_text = "\n".join(stage.sudo().ats_rule_ids.mapped("sentence")) or False
