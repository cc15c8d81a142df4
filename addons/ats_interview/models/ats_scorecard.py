from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .verb import as_verb, in_verb

ADMINISTRATOR = "hr_recruitment.group_hr_recruitment_manager"
RATINGS = [
    ("definitely_not", "Definitely not"),
    ("no", "No"),
    ("mixed", "Mixed"),
    ("yes", "Yes"),
    ("strong_yes", "Strong yes"),
    ("no_decision", "No decision"),
]
RECOMMENDATIONS = [rating for rating in RATINGS if rating[0] != "mixed"]

# Whose, of what and in which state a scorecard is: never written by hand.
VERB_FIELDS = {
    "interview_id",
    "applicant_id",
    "job_id",
    "company_id",
    "user_id",
    "state",
    "submitted_at",
    "reminded_at",
}


class AtsScorecard(models.Model):
    """What one interviewer thinks after an interview.

    Written by that person alone; submitting locks it. Other interviewers read it only after
    submitting their own (record rules), so nobody is led by a colleague's opinion.
    """

    _name = "ats.scorecard"
    _description = "Scorecard"
    _order = "interview_id desc, id"
    _rec_names_search = ["user_id.name", "applicant_id.partner_name"]

    interview_id = fields.Many2one("ats.interview", required=True, readonly=True, ondelete="cascade", index=True)
    applicant_id = fields.Many2one(related="interview_id.applicant_id", store=True, index=True, ondelete="cascade")
    job_id = fields.Many2one(related="interview_id.job_id", store=True, index="btree_not_null", ondelete="set null")
    company_id = fields.Many2one(related="interview_id.company_id", store=True, index="btree_not_null")
    partner_name = fields.Char(related="interview_id.partner_name", string="Candidate")
    interview_start = fields.Datetime(related="interview_id.start", string="Interview Time")
    interview_kind = fields.Selection(related="interview_id.kind")
    interview_state = fields.Selection(related="interview_id.state")
    instructions = fields.Text(related="interview_id.kit_id.instructions")
    user_id = fields.Many2one("res.users", "Interviewer", required=True, readonly=True, ondelete="restrict", index=True)
    line_ids = fields.One2many("ats.scorecard.line", "scorecard_id", "Criteria")
    recommendation = fields.Selection(RECOMMENDATIONS, "Overall Recommendation")
    notes = fields.Text(help="What you saw and heard. Facts help more than adjectives.")
    state = fields.Selection(
        [("draft", "Draft"), ("submitted", "Submitted")],
        default="draft",
        required=True,
        readonly=True,
    )
    submitted_at = fields.Datetime("Submitted", readonly=True)
    reminded_at = fields.Datetime(readonly=True)
    is_mine = fields.Boolean(compute="_compute_is_mine")
    can_edit = fields.Boolean(compute="_compute_is_mine")

    _user_uniq = models.UniqueIndex(
        "(interview_id, user_id)", "There is one scorecard for each interviewer of an interview."
    )
    # Read by the rule that keeps interviewers blind until they have submitted.
    _applicant_user_idx = models.Index("(applicant_id, user_id, state)")

    @api.depends("user_id.name")
    def _compute_display_name(self):
        for scorecard in self:
            scorecard.display_name = self.env._("Scorecard of %s", scorecard.user_id.name)

    @api.depends_context("uid")
    @api.depends("user_id", "state")
    def _compute_is_mine(self):
        for scorecard in self:
            scorecard.is_mine = scorecard.user_id == self.env.user
            scorecard.can_edit = scorecard.is_mine and scorecard.state == "draft"

    # ------------------------------------------------------------ lock

    def write(self, vals):
        if not in_verb(self.env):
            self._check_unlocked()
            if forbidden := VERB_FIELDS & vals.keys():
                raise UserError(
                    self.env._(
                        "This is not changed by hand: %s",
                        ", ".join(self._fields[n]._description_string(self.env) for n in forbidden),
                    )
                )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_submitted(self):
        if not in_verb(self.env):
            self._check_unlocked()

    def _check_unlocked(self):
        if any(scorecard.state == "submitted" for scorecard in self):
            raise UserError(self.env._("A submitted scorecard is locked. A recruitment administrator can reopen it."))

    # ------------------------------------------------------------ verbs

    @api.model
    def _make_for(self, interview_sudo):
        """Make the empty scorecards of those on the panel who have none, with the kit's criteria."""
        missing = interview_sudo.panelist_ids.user_id - interview_sudo.scorecard_ids.user_id
        return as_verb(self).create(
            [
                {
                    "interview_id": interview_sudo.id,
                    "user_id": user.id,
                    "line_ids": [
                        fields.Command.create(
                            {
                                "sequence": line.sequence,
                                "criterion": line.criterion,
                                "guidance": line.guidance,
                            }
                        )
                        for line in interview_sudo.kit_id.line_ids
                    ],
                }
                for user in missing
            ]
        )

    def _submit(self):
        """Lock the evaluation and let its author see those of the others."""
        for scorecard in self:
            scorecard._check_may_submit()
            as_verb(scorecard).write({"state": "submitted", "submitted_at": fields.Datetime.now()})
            as_verb(scorecard).line_ids.filtered(lambda line: not line.rating).write({"rating": "no_decision"})
            scorecard._tell_interview()
            # Nothing of the content: the journal is read by more people than the scorecard.
            self.env["ats.event"]._record("scorecard.submitted", applicant=scorecard.sudo().applicant_id, res=scorecard)

    def _reopen(self):
        """Give a submitted scorecard back to its author; recruitment administrators only."""
        if not self.env.user.has_group(ADMINISTRATOR):
            raise AccessError(self.env._("Only a recruitment administrator reopens a scorecard."))
        for scorecard in self:
            if scorecard.state != "submitted":
                raise UserError(self.env._("This scorecard is open already."))
            as_verb(scorecard).write({"state": "draft", "submitted_at": False, "reminded_at": False})
            interview_sudo = scorecard.sudo().interview_id
            interview_sudo._plan_scorecard_activities()
            interview_sudo.message_post(body=self.env._("The scorecard of %s was reopened.", scorecard.user_id.name))
            self.env["ats.event"]._record("scorecard.reopened", applicant=scorecard.sudo().applicant_id, res=scorecard)

    def _check_may_submit(self):
        self.check_access("read")
        if self.user_id != self.env.user:
            raise AccessError(self.env._("Only %s submits this scorecard.", self.user_id.name))
        self._check_unlocked()
        interview_sudo = self.sudo().interview_id
        if interview_sudo.state not in ("planned", "done"):
            raise UserError(self.env._("This interview did not take place."))
        if interview_sudo.start > fields.Datetime.now():
            raise UserError(
                self.env._("This interview has not started yet. Your notes are kept; submit them afterwards.")
            )
        if not self.recommendation:
            raise UserError(self.env._("Choose your overall recommendation first."))

    def _tell_interview(self):
        interview_sudo = self.sudo().interview_id
        interview_sudo._drop_scorecard_activities(self.user_id)
        if interview_sudo.state == "planned":
            interview_sudo.state = "done"
        interview_sudo.message_post(body=self.env._("%s submitted the scorecard.", self.user_id.name))

    # ------------------------------------------------------------ figures

    @api.model
    def _counts(self, field_name, records):
        """Return ``{record id: (submitted, all)}`` of interviews that count, for whoever asks:
        numbers without content.

        :param str field_name: ``interview_id`` or ``applicant_id``
        """
        totals = {}
        for record, state, count in self.sudo()._read_group(
            [(field_name, "in", records.ids), ("interview_id.state", "in", ("planned", "done"))],
            [field_name, "state"],
            ["__count"],
        ):
            submitted, total = totals.get(record.id, (0, 0))
            totals[record.id] = (submitted + count * (state == "submitted"), total + count)
        return totals

    # ------------------------------------------------------------ buttons

    def action_submit(self):
        """Submit and tell what happens next."""
        self._submit()
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("Thank you. Your scorecard is locked now."),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def action_reopen(self):
        """Give it back to its author."""
        self._reopen()
