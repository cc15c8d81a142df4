from odoo import fields, models


class AtsRuleFiring(models.Model):
    """That a version of a rule acted on an application: the evidence. Written by the verb, never edited."""

    _name = "ats.rule.firing"
    _description = "What a Screening Rule Did"
    _order = "id desc"
    _rec_name = "version_id"

    rule_id = fields.Many2one("ats.rule", required=True, readonly=True, ondelete="restrict", index=True)
    version_id = fields.Many2one("ats.rule.version", required=True, readonly=True, ondelete="restrict", index=True)
    version = fields.Integer(readonly=True)
    applicant_id = fields.Many2one(
        "hr.applicant", "Application", required=True, readonly=True, ondelete="cascade", index=True
    )
    job_id = fields.Many2one("hr.job", readonly=True, ondelete="set null", index="btree_not_null")
    company_id = fields.Many2one("res.company", readonly=True, ondelete="set null", index=True)
    answer_id = fields.Many2one("ats.answer", readonly=True, ondelete="set null", index="btree_not_null")
    because = fields.Text(readonly=True, help="The facts that the rule found, as they were.")
    door = fields.Selection(
        [
            ("apply", "New application"),
            ("hand", "Typed in"),
            ("import", "Imported"),
            ("board", "Mail of a job board"),
            ("answer", "Later answer"),
            ("facts", "Résumé read"),
            ("rerun", "Run again by a person"),
        ],
        readonly=True,
    )
    outcome = fields.Selection(
        [
            ("tagged", "Tagged"),
            ("moved", "Moved"),
            ("asked", "Asked"),
            ("proposed", "Refusal proposed"),
            ("refused", "Refused without a person"),
            ("blocked", "Could not act"),
        ],
        required=True,
        readonly=True,
    )
    note = fields.Char("Why It Could Not", readonly=True)
    proposal_id = fields.Many2one("ats.refusal.proposal", readonly=True, ondelete="set null", index="btree_not_null")
    decision = fields.Selection(
        [
            ("waits", "Waits for a person"),
            ("confirmed", "Confirmed"),
            ("dismissed", "Dismissed"),
            ("void", "Overtaken"),
        ],
        readonly=True,
        help="What a person made of the proposed refusal.",
    )
    is_confirmed = fields.Boolean("Confirmed by a Person", readonly=True)
    decided_by_id = fields.Many2one("res.users", readonly=True, ondelete="set null")
    decided_at = fields.Datetime("Decided", readonly=True)
    fired_at = fields.Datetime("When", readonly=True, default=fields.Datetime.now)

    _once_uniq = models.UniqueIndex("(version_id, applicant_id)", "A version acts once on an application.")


class AtsRefusalProposal(models.Model):
    _inherit = "ats.refusal.proposal"

    def _decide(self, state, **vals):
        """Write down at the firing what a person decided."""
        result = super()._decide(state, **vals)
        self._tell_firings(state)
        return result

    def _void(self):
        waiting = self.filtered(lambda proposal: proposal.state == "proposed")
        result = super()._void()
        waiting._tell_firings("void")
        return result

    def _tell_firings(self, state):
        by_person = state in ("confirmed", "dismissed")
        self.env["ats.rule.firing"].sudo().search([("proposal_id", "in", self.ids)]).write(
            {
                "decision": "waits" if state == "proposed" else state,
                "is_confirmed": state == "confirmed",
                "decided_by_id": by_person and self.env.uid,
                "decided_at": by_person and fields.Datetime.now(),
            }
        )
