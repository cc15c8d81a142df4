from odoo import fields, models


class AtsStageRuleRun(models.Model):
    """One rule for one stay of one application: planned, then done or not, and why."""

    _name = "ats.stage.rule.run"
    _description = "Run of a Stage Rule"
    _order = "due_at desc, id desc"
    _rec_name = "sentence"

    rule_id = fields.Many2one("ats.stage.rule", readonly=True, ondelete="set null", index="btree_not_null")
    rule_version = fields.Integer("Version", readonly=True)
    sentence = fields.Char("Rule as It Was", readonly=True)
    applicant_id = fields.Many2one(
        "hr.applicant", "Application", required=True, readonly=True, ondelete="cascade", index=True
    )
    stay_id = fields.Many2one("ats.stage.log", required=True, readonly=True, ondelete="cascade", index=True)
    job_id = fields.Many2one("hr.job", readonly=True, ondelete="set null", index="btree_not_null")
    company_id = fields.Many2one("res.company", readonly=True, ondelete="set null", index=True)
    due_at = fields.Datetime("Due", required=True, readonly=True)
    state = fields.Selection(
        [
            ("planned", "Planned"),
            ("done", "Done"),
            ("skipped", "Nothing to do"),
            ("cancelled", "Cancelled"),
            ("failed", "Failed"),
        ],
        default="planned",
        required=True,
        readonly=True,
    )
    ran_at = fields.Datetime("Ran", readonly=True)
    note = fields.Char("Outcome", readonly=True)

    # Whatever its version, a rule acts once for a stay: two runners never send twice, and a changed
    # text is not sent again to those who are there already.
    _stay_uniq = models.UniqueIndex(
        "(rule_id, stay_id) WHERE rule_id IS NOT NULL", "The rule ran for this stay already."
    )
    _due_idx = models.Index("(due_at, id) WHERE state = 'planned'")
    _done_idx = models.Index("(applicant_id, rule_id) WHERE state = 'done'")
