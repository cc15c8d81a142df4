from odoo import api, fields, models


class AtsRuleVersion(models.Model):
    """A version as a sentence."""

    _inherit = "ats.rule.version"

    sentence = fields.Text(compute="_compute_sentence")

    @api.depends(
        "match",
        "condition_ids.words",
        "action",
        "tag_ids",
        "stage_id",
        "ask_by",
        "ask_template_id",
        "ask_what",
        "reason_id",
        "delay_days",
        "is_automatic",
    )
    @api.depends_context("lang")
    def _compute_sentence(self):
        for version in self:
            joint = self.env._(" and ") if version.match == "all" else self.env._(" or ")
            conditions = joint.join(condition.words for condition in version.condition_ids) or "…"
            version.sentence = self.env._(
                "If %(conditions)s → %(action)s", conditions=conditions, action=version._action_words()
            )

    def _action_words(self):
        """Return what the version does, in words."""
        self.ensure_one()
        if self.action == "tag":
            return self.env._("tag as %s", ", ".join(self.tag_ids.mapped("name")) or "…")
        if self.action == "move":
            return self.env._("move to %s", self.stage_id.name or "…")
        if self.action == "ask":
            if self.ask_by == "mail":
                return self.env._("ask the candidate by mail “%s”", self.ask_template_id.name or "…")
            return self.env._("ask the recruiter: %s", self.ask_what or "…")
        return self._refusal_words()

    def _refusal_words(self):
        values = {"reason": self.reason_id.name or "…", "days": self.delay_days}
        if self.is_automatic:
            if not self.delay_days:
                return self.env._("refuse “%(reason)s” at once, without a person", **values)
            return self.env._("refuse “%(reason)s” without a person, mail after %(days)s working days", **values)
        if not self.delay_days:
            return self.env._("propose refusal “%(reason)s”", **values)
        return self.env._("propose refusal “%(reason)s”, mail after %(days)s working days", **values)
