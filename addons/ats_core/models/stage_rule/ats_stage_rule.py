from odoo import api, fields, models
from odoo.exceptions import ValidationError

# What a rule means; changing one of these makes a new version.
MEANING = frozenset(
    {
        "trigger",
        "delay_days",
        "action",
        "template_id",
        "sms_template_id",
        "activity_type_id",
        "activity_summary",
        "activity_for",
        "tag_ids",
        "target_stage_id",
        "target_pipeline_stage_id",
        "reason_id",
        "again",
    }
)


class AtsStageRule(models.Model):
    """What happens by itself when applications enter a stage, or stay in it for some days."""

    _name = "ats.stage.rule"
    _description = "Stage Rule"
    _order = "stage_id, pipeline_stage_id, sequence, id"
    _rec_name = "sentence"

    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    version = fields.Integer(default=1, readonly=True, copy=False)
    stage_id = fields.Many2one("hr.recruitment.stage", ondelete="cascade", index="btree_not_null")
    pipeline_stage_id = fields.Many2one(
        "ats.pipeline.stage", "Stage of a Pipeline", ondelete="cascade", index="btree_not_null"
    )
    job_id = fields.Many2one(related="stage_id.ats_job_id", string="Job", store=True, index="btree_not_null")
    company_id = fields.Many2one("res.company", compute="_compute_company_id", store=True, index=True)
    trigger = fields.Selection([("enter", "enters"), ("after", "has been for")], "When", required=True, default="enter")
    delay_days = fields.Integer("Working Days", default=1)
    action = fields.Selection(
        [
            ("mail", "mail"),
            ("sms", "send an SMS"),
            ("activity", "plan an activity"),
            ("tag", "tag"),
            ("interview", "ask for an interview"),
            ("move", "move"),
            ("refuse", "propose a refusal"),
        ],
        "Then",
        required=True,
        default="mail",
    )
    template_id = fields.Many2one("mail.template", "Mail", domain="[('model', '=', 'hr.applicant')]")
    sms_template_id = fields.Many2one("sms.template", "SMS", domain="[('model', '=', 'hr.applicant')]")
    activity_type_id = fields.Many2one("mail.activity.type", "Activity")
    activity_summary = fields.Char("Summary")
    activity_for = fields.Selection(
        [("recruiter", "the recruiter"), ("manager", "the hiring manager")], "For", default="recruiter"
    )
    tag_ids = fields.Many2many("hr.applicant.category", string="Tags")
    target_stage_id = fields.Many2one("hr.recruitment.stage", "To Stage", ondelete="cascade", index="btree_not_null")
    target_pipeline_stage_id = fields.Many2one(
        "ats.pipeline.stage", "To Stage of the Pipeline", ondelete="cascade", index="btree_not_null"
    )
    reason_id = fields.Many2one("hr.applicant.refuse.reason", ondelete="restrict")
    again = fields.Boolean(
        "Again on Return", help="Also when a candidate comes back to the stage. Otherwise once for each application."
    )
    sentence = fields.Char("Rule", compute="_compute_sentence")
    run_ids = fields.One2many("ats.stage.rule.run", "rule_id", "Runs")
    run_count = fields.Integer("Ran", compute="_compute_run_count")

    _one_stage = models.Constraint(
        "CHECK (num_nonnulls(stage_id, pipeline_stage_id) = 1)", "A rule belongs to one stage."
    )
    _some_days = models.Constraint(
        "CHECK (trigger = 'enter' OR delay_days > 0)", "Say after how many working days: one or more."
    )

    @api.depends("stage_id.ats_job_id.company_id", "pipeline_stage_id.company_id")
    def _compute_company_id(self):
        for rule in self:
            rule.company_id = rule.stage_id.ats_job_id.company_id or rule.pipeline_stage_id.company_id

    @api.depends(lambda self: (*sorted(MEANING), "stage_id.name", "pipeline_stage_id.name"))
    @api.depends_context("lang")
    def _compute_sentence(self):
        for rule in self:
            stage = rule.stage_id.name or rule.pipeline_stage_id.name or self.env._("the stage")
            values = {"stage": stage, "act": rule._act_in_words(), "days": rule.delay_days}
            if rule.trigger == "enter":
                text = self.env._("On entering %(stage)s: %(act)s", **values)
            elif rule.delay_days == 1:
                text = self.env._("After 1 working day in %(stage)s: %(act)s", **values)
            else:
                text = self.env._("After %(days)s working days in %(stage)s: %(act)s", **values)
            rule.sentence = f"{text} {self.env._('(each time)')}" if rule.again else text

    def _compute_run_count(self):
        counts = dict(
            self.env["ats.stage.rule.run"]._read_group(
                [("rule_id", "in", self.ids), ("state", "=", "done")], ["rule_id"], ["__count"]
            )
        )
        for rule in self:
            rule.run_count = counts.get(rule, 0)

    @api.constrains("action", "template_id", "sms_template_id", "activity_type_id", "tag_ids", "reason_id", "again")
    def _check_complete(self):
        needs = {
            "mail": "template_id",
            "sms": "sms_template_id",
            "activity": "activity_type_id",
            "tag": "tag_ids",
            "refuse": "reason_id",
        }
        for rule in self:
            missing = needs.get(rule.action)
            if missing and not rule[missing]:
                label = self._fields[missing].get_description(self.env)["string"]
                raise ValidationError(self.env._("The rule is not complete. Fill in: %s.", label))
            if rule.again and rule.action in ("move", "refuse"):
                raise ValidationError(self.env._("A rule that moves or refuses acts once for each application."))

    @api.constrains("action", "stage_id", "pipeline_stage_id", "target_stage_id", "target_pipeline_stage_id")
    def _check_target(self):
        for rule in self.filtered(lambda rule: rule.action == "move"):
            stage, target = rule.stage_id, rule.target_stage_id
            if rule.pipeline_stage_id:
                stage, target = rule.pipeline_stage_id, rule.target_pipeline_stage_id
            if not target or target == stage:
                raise ValidationError(self.env._("Choose another stage to move to."))
            same = stage.ats_job_id == target.ats_job_id if rule.stage_id else stage.pipeline_id == target.pipeline_id
            if not same:
                raise ValidationError(self.env._("A rule moves within its own pipeline."))
            if target.ats_kind == "hired":
                raise ValidationError(self.env._("Nobody is hired by a rule."))

    def write(self, vals):
        """A change of what the rule does makes a new version; runs keep the version they followed."""
        if MEANING & vals.keys():
            for rule in self:
                super(AtsStageRule, rule).write({**vals, "version": rule.version + 1})
            self._replan_waiting()
            return True
        return super().write(vals)

    def _replan_waiting(self):
        """Hook: planned runs follow the new version."""

    def action_open_runs(self):
        """Button: what the rule did."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "ats.stage.rule.run",
            "name": self.env._("Runs"),
            "view_mode": "list",
            "domain": [("rule_id", "in", self.ids)],
        }
