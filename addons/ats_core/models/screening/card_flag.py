from odoo import models


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_card_facts(self):
        """The flag of a knock-out, with the rule and what was answered."""
        facts = super()._ats_card_facts()
        if not self.env["ats.rule.firing"].has_access("read"):
            return facts
        firings = self.env["ats.rule.firing"].search(
            [("applicant_id", "in", self.ids), ("outcome", "in", ("proposed", "refused"))]
        )
        decisions = dict(firings._fields["decision"]._description_selection(self.env))
        for firing in firings:
            if firing.decision == "dismissed" or facts.get(firing.applicant_id.id, [{}])[0].get("kind") == "knockout":
                continue
            state = decisions.get(firing.decision) or self.env._("Without a person")
            fact = {
                "label": f"⚑ {firing.rule_id.name}",
                "title": self.env._(
                    "Rule “%(rule)s”: %(because)s. %(state)s.",
                    rule=firing.rule_id.name,
                    because=firing.because,
                    state=state,
                ),
                "kind": "knockout",
            }
            facts.setdefault(firing.applicant_id.id, []).insert(0, fact)
        return facts
