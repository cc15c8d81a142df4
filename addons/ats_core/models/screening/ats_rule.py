from odoo import api, fields, models
from odoo.exceptions import UserError


class AtsRule(models.Model):
    """A rule of a job. What it says is in its versions: at most one active, one draft."""

    _name = "ats.rule"
    _description = "Screening Rule"
    _order = "job_id, sequence, id"

    name = fields.Char(required=True, translate=True)
    job_id = fields.Many2one("hr.job", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="job_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10)
    version_ids = fields.One2many("ats.rule.version", "rule_id", "Versions")
    active_version_id = fields.Many2one("ats.rule.version", compute="_compute_versions")
    draft_version_id = fields.Many2one("ats.rule.version", compute="_compute_versions", string="Draft")
    rule_state = fields.Selection(
        [("draft", "Draft"), ("active", "Active"), ("changing", "Active, draft waits"), ("stopped", "Stopped")],
        "State",
        compute="_compute_versions",
    )
    sentence = fields.Text("What It Says", compute="_compute_sentence")
    firing_count = fields.Integer("Acted", compute="_compute_firing_count")

    @api.depends("version_ids.state")
    def _compute_versions(self):
        for rule in self:
            by_state = {version.state: version for version in rule.version_ids}
            active, draft = by_state.get("active"), by_state.get("draft")
            rule.active_version_id = active
            rule.draft_version_id = draft
            if active:
                rule.rule_state = "changing" if draft else "active"
            else:
                rule.rule_state = "draft" if draft else "stopped"

    @api.depends("version_ids.sentence", "version_ids.state")
    def _compute_sentence(self):
        for rule in self:
            rule.sentence = rule._shown_version().sentence

    def _compute_firing_count(self):
        counts = dict(self.env["ats.rule.firing"]._read_group([("rule_id", "in", self.ids)], ["rule_id"], ["__count"]))
        for rule in self:
            rule.firing_count = counts.get(rule, 0)

    def _shown_version(self):
        self.ensure_one()
        newest = self.version_ids.sorted("version", reverse=True)[:1]
        return self.active_version_id or self.draft_version_id or newest

    def _draft(self):
        """Return the draft of the rule; a new one says what the rule says now."""
        self.ensure_one()
        if self.draft_version_id:
            return self.draft_version_id
        return self._shown_version().copy({"rule_id": self.id})

    @api.ondelete(at_uninstall=False)
    def _unlink_except_that_acted(self):
        if acted := self.env["ats.rule.firing"].sudo().search([("rule_id", "in", self.ids)], limit=1):
            raise UserError(
                self.env._(
                    "“%s” has acted on applications, so it is kept as evidence. Stop it instead.", acted.rule_id.name
                )
            )

    def action_edit(self):
        """Open the rule for changes; an active version stays as it is until the draft replaces it."""
        return self._draft()._open()

    def action_open(self):
        """Open what the rule says now."""
        return (self.draft_version_id or self._shown_version())._open()

    def action_stop(self):
        """Stop the rules."""
        self.active_version_id._retire()

    def action_open_firings(self):
        """Show what the rule did."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_rule_firing_action")
        return {**action, "domain": [("rule_id", "=", self.id)], "context": {}}
