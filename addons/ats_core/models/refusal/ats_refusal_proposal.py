from odoo import api, fields, models
from odoo.exceptions import UserError

# What a person may still correct on a proposal before confirming it.
_CORRECTABLE = frozenset({"reason_id", "template_id", "send_at"})


class AtsRefusalProposal(models.Model):
    """A refusal that a rule proposes. It does nothing until a person confirms it."""

    _name = "ats.refusal.proposal"
    _description = "Proposed Refusal"
    _order = "id desc"
    _rec_name = "applicant_id"

    applicant_id = fields.Many2one(
        "hr.applicant", "Application", required=True, readonly=True, ondelete="cascade", index=True
    )
    candidate_id = fields.Many2one(related="applicant_id.ats_candidate_id")
    job_id = fields.Many2one(related="applicant_id.job_id", store=True, index="btree_not_null")
    company_id = fields.Many2one(related="applicant_id.company_id", store=True, index=True)
    user_id = fields.Many2one(related="applicant_id.user_id", store=True, index="btree_not_null")
    stage_id = fields.Many2one(related="applicant_id.stage_id")
    reason_id = fields.Many2one("hr.applicant.refuse.reason", required=True, ondelete="restrict")
    template_id = fields.Many2one(
        "mail.template",
        "Mail to the Candidate",
        domain="[('model', '=', 'hr.applicant')]",
        ondelete="set null",
        help="Empty: the candidate is refused without a mail.",
    )
    send_at = fields.Datetime("Mail not Before", help="Empty: a minute after the confirmation.")
    origin = fields.Text("Proposed Because", readonly=True)
    rule_model = fields.Char(readonly=True)
    rule_id = fields.Many2oneReference(model_field="rule_model", readonly=True)
    rule_version = fields.Integer(readonly=True)
    state = fields.Selection(
        [("proposed", "To Confirm"), ("confirmed", "Confirmed"), ("dismissed", "Dismissed"), ("void", "Overtaken")],
        default="proposed",
        required=True,
        readonly=True,
        help="Overtaken: the application ended or was hired before anybody decided.",
    )
    decided_by_id = fields.Many2one("res.users", readonly=True, ondelete="set null")
    decided_at = fields.Datetime("Decided", readonly=True)
    undo_until = fields.Datetime(readonly=True, help="Until then no mail has left and the refusal can be taken back.")
    note = fields.Char("Why Dismissed", readonly=True)
    can_undo = fields.Boolean(compute="_compute_can_undo")

    _waiting_uniq = models.UniqueIndex(
        "(applicant_id) WHERE state = 'proposed'", "A refusal of this application waits for a decision already."
    )
    _waiting_idx = models.Index("(user_id, job_id) WHERE state = 'proposed'")

    def _compute_can_undo(self):
        now = fields.Datetime.now()
        for proposal in self:
            waits = bool(proposal.undo_until) and proposal.undo_until > now
            proposal.can_undo = waits and proposal.state == "confirmed"

    def write(self, vals):
        """People correct what the candidate will read; everything else is done by the verbs."""
        if not self.env.su:
            forbidden = set(vals) - _CORRECTABLE
            if forbidden or any(proposal.state != "proposed" for proposal in self):
                raise UserError(
                    self.env._("Only the reason, the mail and its time change, and only before you confirm.")
                )
        return super().write(vals)

    @api.model
    def _prepare_vals(self, applicant, reason, *, template=None, rule=None, send_at=None, origin=None):
        """Return the values of a proposal; a rule tells its version and itself in a sentence."""
        has_version = rule is not None and "version" in rule._fields
        return {
            "applicant_id": applicant.id,
            "job_id": applicant.job_id.id,
            "company_id": applicant.company_id.id,
            "user_id": applicant.user_id.id,
            "reason_id": reason.id,
            "template_id": template.id if template else False,
            "send_at": send_at,
            "rule_model": rule._name if rule else False,
            "rule_id": rule.id if rule else False,
            "rule_version": rule.version if rule and has_version else 0,
            "origin": origin or (rule.display_name if rule else False),
        }

    def _rule(self):
        """Return the rule that proposed, or None when a person or a deleted rule did."""
        self.ensure_one()
        rule = self.env[self.rule_model].sudo().browse(self.rule_id).exists() if self.rule_model else None
        return rule or None
