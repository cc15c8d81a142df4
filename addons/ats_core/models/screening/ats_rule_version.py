from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

ACTIONS = [
    ("refuse", "propose a refusal"),
    ("tag", "tag"),
    ("move", "move"),
    ("ask", "ask"),
]
# An object, not a value: no client can put it into a context.
LIFECYCLE = object()


class AtsRuleVersion(models.Model):
    """What a rule says. A draft is edited and acts on nobody; an active or retired one never changes."""

    _name = "ats.rule.version"
    _description = "Version of a Screening Rule"
    _inherits = {"ats.rule": "rule_id"}
    _order = "sequence, rule_id, version desc"

    rule_id = fields.Many2one("ats.rule", required=True, ondelete="cascade", index=True)
    version = fields.Integer(default=1, readonly=True, copy=False)
    state = fields.Selection(
        [("draft", "Draft"), ("active", "Active"), ("retired", "Retired")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    match = fields.Selection([("all", "all"), ("any", "any")], default="all", required=True)
    condition_ids = fields.One2many("ats.rule.condition", "version_id", "Conditions")
    action = fields.Selection(ACTIONS, default="refuse", required=True)
    tag_ids = fields.Many2many("hr.applicant.category", string="Tags")
    stage_id = fields.Many2one(
        "hr.recruitment.stage",
        "To Stage",
        ondelete="restrict",
        domain="[('ats_pipeline_of_id', '=', job_id), ('ats_kind', '!=', 'hired')]",
    )
    ask_by = fields.Selection(
        [("activity", "the recruiter, with an activity"), ("mail", "the candidate, by mail")], default="activity"
    )
    ask_template_id = fields.Many2one(
        "mail.template", "Mail", domain="[('model', '=', 'hr.applicant')]", ondelete="restrict"
    )
    ask_what = fields.Char("What to Do")
    reason_id = fields.Many2one("hr.applicant.refuse.reason", ondelete="restrict")
    template_id = fields.Many2one(
        "mail.template", "Refusal Mail", domain="[('model', '=', 'hr.applicant')]", ondelete="restrict"
    )
    delay_days = fields.Integer(
        "Working Days", default=2, help="The mail leaves not before, on the company's calendar."
    )
    is_automatic = fields.Boolean(
        "Without a Person",
        help="Only where every condition is an answer to a question that the law asks. Everywhere else a person "
        "confirms each refusal.",
    )
    activated_at = fields.Datetime(readonly=True, copy=False)
    activated_by_id = fields.Many2one("res.users", readonly=True, copy=False, ondelete="set null")
    retired_at = fields.Datetime(readonly=True, copy=False)

    _version_uniq = models.UniqueIndex("(rule_id, version)", "A rule has one version of each number.")
    _active_uniq = models.UniqueIndex("(rule_id) WHERE state = 'active'", "A rule has one active version.")
    _draft_uniq = models.UniqueIndex("(rule_id) WHERE state = 'draft'", "A rule has one draft.")
    _automatic_refuses = models.Constraint(
        "CHECK (NOT COALESCE(is_automatic, FALSE) OR action = 'refuse')", "Only a refusal needs a person or none."
    )
    _delay_positive = models.Constraint("CHECK (delay_days >= 0)", "A delay is not negative.")

    @api.depends("name", "version")
    def _compute_display_name(self):
        for version in self:
            if not version.name:
                version.display_name = self.env._("New")
                continue
            version.display_name = self.env._(
                "%(rule)s (version %(version)s)", rule=version.name, version=version.version
            )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if vals.get("rule_id"):
                groups = self._read_group([("rule_id", "=", vals["rule_id"])], [], ["version:max"])
                vals["version"] = (groups[0][0] or 0) + 1
        return super().create(vals_list)

    def write(self, vals):
        """What a version says changes while it is a draft only."""
        says = {name for name in vals if name in self._fields and not self._fields[name].inherited}
        if says and self.env.context.get("ats_rule_lifecycle") is not LIFECYCLE:
            self._check_is_draft()
            if "state" in says:
                raise UserError(self.env._("Use the buttons: Activate, Stop."))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_once_active(self):
        self._check_is_draft()

    def _check_is_draft(self):
        if any(version.state != "draft" for version in self):
            raise UserError(
                self.env._(
                    "This version has been active, so it stays as it is: people were treated by it. Press Change to "
                    "make the next version."
                )
            )

    @api.constrains("is_automatic", "action", "condition_ids", "match")
    def _check_may_decide_alone(self):
        for version in self:
            if version.is_automatic and version.condition_ids and not version._may_decide_alone():
                raise ValidationError(
                    self.env._(
                        "“%s” cannot refuse without a person: a condition is not an answer to a question that the law "
                        "asks. Let it propose.",
                        version.name,
                    )
                )

    def _may_decide_alone(self):
        """Tell whether this version refuses without a person. Asked again each time it acts."""
        self.ensure_one()
        conditions = self.condition_ids
        return bool(
            self.is_automatic
            and self.action == "refuse"
            and conditions
            and all(condition._is_legal_fact() for condition in conditions)
        )

    def _what_is_missing(self):
        """Return a sentence for what the version needs before it can be active, or an empty string."""
        self.ensure_one()
        if not self.condition_ids:
            return self.env._("Say first when the rule applies: it has no condition.")
        missing = {
            "refuse": not self.reason_id and self.env._("Choose the reason of the refusal."),
            "tag": not self.tag_ids and self.env._("Choose a tag."),
            "move": not self.stage_id and self.env._("Choose the stage to move to."),
            "ask": self._missing_question(),
        }[self.action]
        return missing or next(filter(None, (condition._what_is_missing() for condition in self.condition_ids)), "")

    def _missing_question(self):
        if self.ask_by == "mail":
            return not self.ask_template_id and self.env._("Choose the mail that asks the candidate.")
        return not self.ask_what and self.env._("Write what the recruiter should do.")

    def _activate(self):
        """Let drafts act from now on; the versions that were active before retire."""
        for version in self:
            version.check_access("write")
            version._check_is_draft()
            if missing := version._what_is_missing():
                raise UserError(missing)
            version._check_may_decide_alone()
            version.rule_id.active_version_id._retire()
            version._change_state("active", activated_at=fields.Datetime.now(), activated_by_id=self.env.uid)
            self.env["ats.event"]._record(
                "rule.activated",
                job=version.job_id,
                res=version.rule_id,
                payload={"version": version.version, "automatic": version.is_automatic},
            )

    def _retire(self):
        """Let active versions act no more."""
        for version in self:
            version._change_state("retired", retired_at=fields.Datetime.now())
            self.env["ats.event"]._record(
                "rule.stopped", job=version.job_id, res=version.rule_id, payload={"version": version.version}
            )

    def _change_state(self, state, **vals):
        self.with_context(ats_rule_lifecycle=LIFECYCLE).write({"state": state, **vals})
        # The unique indexes must see it before the next version changes.
        self.flush_recordset()

    def _open(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Rule"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
        }

    def action_activate(self):
        """Button: let the draft act on new applications."""
        self._activate()

    def action_stop(self):
        """Button: let the rule act no more."""
        self._retire()

    def action_change(self):
        """Button: make the next version."""
        return self.rule_id.action_edit()

    def action_open_firings(self):
        """Show what the rule did."""
        return self.rule_id.action_open_firings()
