from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

STOP_REASONS = [
    ("replied", "Answered"),
    ("applied", "Applied for a job"),
    ("hired", "Was hired"),
    ("bounced", "A mail came back"),
    ("unsubscribed", "Unsubscribed"),
    ("no_consent", "No agreement, or taken back"),
    ("do_not_contact", "Does not want to be contacted"),
    ("no_address", "No e-mail address"),
    ("no_file", "No application and in no pool"),
    ("left_pool", "Left the pool"),
    ("merged", "Is in it as one person with another"),
    ("erased", "Data erased"),
    ("archived", "Archived"),
    ("by_hand", "Stopped by hand"),
    ("failed", "A step could not be done"),
]


class AtsSequenceEnrolment(models.Model):
    """One person in one sequence: where they stand, what comes next, and why it ended."""

    _name = "ats.sequence.enrolment"
    _description = "Person in a Sequence"
    _order = "id desc"
    _rec_name = "candidate_id"

    sequence_id = fields.Many2one("ats.sequence", required=True, readonly=True, ondelete="cascade", index=True)
    candidate_id = fields.Many2one(
        "ats.candidate", "Person", required=True, readonly=True, ondelete="cascade", index=True
    )
    company_id = fields.Many2one(related="sequence_id.company_id", store=True, index=True)
    user_id = fields.Many2one(related="sequence_id.user_id", store=True, index="btree_not_null", string="Sender")
    state = fields.Selection(
        [("active", "In it"), ("finished", "Finished"), ("stopped", "Stopped")],
        required=True,
        readonly=True,
        default="active",
    )
    enrolled_at = fields.Datetime("Since", required=True, readonly=True, default=fields.Datetime.now)
    enrolled_by_id = fields.Many2one("res.users", "Added By", readonly=True, ondelete="set null")
    tz = fields.Char("Time Zone", readonly=True)
    step_id = fields.Many2one("ats.sequence.step", "Next Step", readonly=True, ondelete="set null", index=True)
    next_at = fields.Datetime("Next", readonly=True)
    is_held = fields.Boolean("Waits, Enough Mails Lately", readonly=True)
    last_step_id = fields.Many2one("ats.sequence.step", readonly=True, ondelete="set null", index=True)
    last_at = fields.Datetime("Last", readonly=True)
    ended_at = fields.Datetime("Ended", readonly=True)
    stop_reason = fields.Selection(STOP_REASONS, "Why It Stopped", readonly=True)
    stop_note = fields.Char("More About It", readonly=True)
    applicant_id = fields.Many2one(
        "hr.applicant",
        "Written From",
        readonly=True,
        ondelete="set null",
        index="btree_not_null",
        help="The mails and the answers to them stand in the messages of this record.",
    )
    reply_since = fields.Datetime("Waits for a Reply since", readonly=True)
    send_ids = fields.One2many("ats.sequence.send", "enrolment_id", "What Happened", readonly=True)
    status_text = fields.Char("Where They Stand", compute="_compute_status_text")

    _in_it_uniq = models.UniqueIndex(
        "(sequence_id, candidate_id) WHERE state = 'active'", "This person is in this sequence already."
    )
    _due_idx = models.Index("(next_at, id) WHERE state = 'active'")
    _reply_idx = models.Index("(reply_since) WHERE reply_since IS NOT NULL")

    @api.depends("state", "stop_reason", "stop_note", "is_held", "step_id", "next_at")
    @api.depends_context("lang", "tz")
    def _compute_status_text(self):
        reasons = dict(self._fields["stop_reason"]._description_selection(self.env))
        for enrolment in self:
            enrolment.status_text = enrolment._status_in_words(reasons)

    def _status_in_words(self, reasons):
        if self.state == "finished":
            return self.env._("Has had all steps")
        if self.state == "stopped":
            reason = reasons.get(self.stop_reason, "")
            return f"{reason}: {self.stop_note}" if self.stop_note else reason
        if self.is_held:
            return self.env._("Waits: has had enough mails lately")
        if not self.next_at:
            return self.env._("Begins when the sequence is started")
        return self.env._("Next: %s", self.step_id.sentence)

    # ------------------------------------------------------------
    # Ending and going on
    # ------------------------------------------------------------

    def _stop(self, reason, note=None):
        """End it for these people, once, and keep why.

        :param str reason: one of ``STOP_REASONS``
        :param str note: more about it, without an address
        """
        active = self.sudo().filtered(lambda enrolment: enrolment.state == "active")
        if not active:
            return
        active.write(
            {
                "state": "stopped",
                "stop_reason": reason,
                "stop_note": note,
                "ended_at": fields.Datetime.now(),
                "next_at": False,
                "is_held": False,
            }
        )
        self.env["ats.event"]._record_many(
            [
                {
                    "type": "sequence.stopped",
                    "candidate": enrolment.candidate_id,
                    "res": enrolment,
                    "payload": {"sequence": enrolment.sequence_id.id, "reason": reason},
                }
                for enrolment in active
            ]
        )

    def _check_may_change(self):
        """Who changes the sequence decides who is in it."""
        self.check_access("read")
        self.sequence_id.check_access("write")

    def action_stop(self):
        """Button: take these people out."""
        self._check_may_change()
        self._stop("by_hand", self.env._("by %s", self.env.user.name))

    def action_go_on(self):
        """Button: let these people go on where they stopped, if nothing stands against it.

        :raise UserError: something does; it says what
        """
        self._check_may_change()
        ended = self.filtered(lambda enrolment: enrolment.state == "stopped")
        for sequence, enrolments in ended.grouped("sequence_id").items():
            blockers = sequence._blockers(enrolments.candidate_id)
            problems = [f"{person.name}: {' '.join(why.values())}" for person, why in blockers.items() if why]
            if problems:
                raise UserError("\n".join(problems))
        ended.sudo().write({"state": "active", "stop_reason": False, "stop_note": False, "ended_at": False})
        ended.sudo()._plan()

    def action_write(self):
        """Button: answer in the messages they stand in."""
        self.ensure_one()
        if not self.applicant_id:
            raise AccessError(self.env._("Nothing was written to this person yet."))
        return self.applicant_id.action_ats_write_to_candidate()
