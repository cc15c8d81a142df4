from odoo import api, fields, models

from odoo.addons.ats_core.enqueue import ats_enqueue

DECISIONS = [
    ("advance", "Advance"),
    ("invite", "Invite"),
    ("tag", "Tag"),
    ("ask", "Ask"),
    ("hold", "Keep"),
    ("refuse", "Refuse"),
]
FORWARD = ("advance", "invite", "tag")
# What may happen without a person. A refusal is not among it, here and in the database.
AUTOMATIC = ("advance", "tag", "invite", "ask")


class AtsReviewTask(models.Model):
    """An application that waits for a person's decision, with a timer."""

    _name = "ats.review.task"
    _description = "Review Task"
    _order = "queued_at, id"
    _rec_name = "applicant_id"

    applicant_id = fields.Many2one("hr.applicant", required=True, readonly=True, ondelete="cascade", index=True)
    job_id = fields.Many2one("hr.job", required=True, readonly=True, ondelete="cascade", index=True)
    company_id = fields.Many2one("res.company", readonly=True, index=True)
    state = fields.Selection(
        [("waiting", "Waiting"), ("working", "In Work"), ("done", "Done")],
        required=True,
        readonly=True,
        default="waiting",
    )
    reason = fields.Selection(
        [
            ("below", "Below the threshold"),
            ("unknown", "Too little is known"),
            ("proposed", "To be confirmed"),
            ("manual", "Asked for by a person"),
        ],
        required=True,
        readonly=True,
        default="manual",
    )
    proposal = fields.Selection(DECISIONS, readonly=True)
    scored = fields.Boolean(readonly=True)
    score = fields.Integer(readonly=True, aggregator="avg")
    threshold = fields.Integer(readonly=True, aggregator=None)
    formula_version = fields.Char(readonly=True)
    queued_at = fields.Datetime(required=True, readonly=True, default=fields.Datetime.now)
    reviewer_id = fields.Many2one("ats.reviewer", readonly=True, ondelete="restrict", index="btree_not_null")
    round = fields.Integer(readonly=True, default=0, aggregator=None, help="How many times it was assigned.")
    assigned_at = fields.Datetime(readonly=True)
    warn_at = fields.Datetime(readonly=True)
    deadline = fields.Datetime(readonly=True)
    warned = fields.Boolean(readonly=True)
    paused_at = fields.Datetime(readonly=True)
    pause_count = fields.Integer(readonly=True, aggregator=None)
    seconds_left = fields.Integer(readonly=True, aggregator=None)
    escalated = fields.Boolean(readonly=True)
    strike_ids = fields.One2many("ats.review.strike", "task_id", "Misses")
    decision = fields.Selection(DECISIONS, readonly=True)
    decided_at = fields.Datetime(readonly=True)
    decided_by_id = fields.Many2one("res.users", readonly=True, ondelete="set null", index="btree_not_null")
    automatic = fields.Boolean(readonly=True)
    minutes = fields.Float("Minutes to Decision", readonly=True, digits=(6, 1), aggregator="avg")
    agreement = fields.Selection([("agreed", "Agreed"), ("overrode", "Overrode")], readonly=True)
    note = fields.Text(readonly=True)

    _open_uniq = models.UniqueIndex(
        "(applicant_id) WHERE state <> 'done'", "This application waits for a decision already."
    )
    _queue_idx = models.Index("(escalated DESC, queued_at, id) WHERE state = 'waiting'")
    _timer_idx = models.Index("(deadline) WHERE state = 'working'")
    _done_idx = models.Index("(company_id, decided_at) WHERE state = 'done'")
    _working_has_reviewer = models.Constraint(
        "CHECK ((state = 'working') = (reviewer_id IS NOT NULL))", "A task in work has a reviewer, another has none."
    )
    _working_has_timer = models.Constraint(
        "CHECK (state <> 'working' OR (deadline IS NULL) = (paused_at IS NOT NULL))",
        "A task in work has a timer or is paused.",
    )
    _done_has_decision = models.Constraint(
        "CHECK ((state = 'done') = (decision IS NOT NULL))", "A task is done with a decision."
    )
    _automatic_never_refuses = models.Constraint(
        "CHECK (NOT automatic OR decision IN ('advance', 'tag', 'invite', 'ask'))",
        "Only a person refuses.",
    )

    @api.model
    def _queue(self, applicant, *, reason, row=None, proposal=None):
        """Have a person decide about an application; a task that waits already is brought up to date.

        :param row: the match with the job, if there is one
        :param str proposal: what the score proposes, one of ``AUTOMATIC``
        """
        applicant.ensure_one()
        values = {
            "reason": reason,
            "proposal": proposal or False,
            **self._values_of(applicant, row),
        }
        task_sudo = self.sudo().search([("applicant_id", "=", applicant.id), ("state", "!=", "done")])
        if task_sudo:
            task_sudo.write(values)
        else:
            task_sudo = self.sudo().create({**values, "queued_at": fields.Datetime.now()})
            self._assign_soon()
        task_sudo._tell_board()
        return task_sudo

    @api.model
    def _values_of(self, applicant, row):
        return {
            "applicant_id": applicant.id,
            "job_id": applicant.job_id.id,
            "company_id": applicant.company_id.id,
            "scored": bool(row and row.scored),
            "score": row.score if row else 0,
            "formula_version": row.formula_version if row else False,
            "threshold": applicant.job_id.ats_auto_threshold,
        }

    @api.model
    def _assign_soon(self):
        """Assign what waits, in the background."""
        ats_enqueue(self.sudo().browse(), "_assign_waiting", channel="root.match", key="review:assign")

    def _tell_board(self):
        """Tell the boards that something changed; who may see what they ask themselves."""
        for xml_id in ("hr_recruitment.group_hr_recruitment_user", "ats_core.group_ats_hiring_manager"):
            self.env.ref(xml_id).sudo()._bus_send("ats_ai/review", {"ids": self.ids})


class AtsReviewStrike(models.Model):
    """A task whose time ran out."""

    _name = "ats.review.strike"
    _description = "Missed Review"
    _order = "at desc, id desc"
    _rec_name = "task_id"

    task_id = fields.Many2one("ats.review.task", required=True, readonly=True, ondelete="cascade", index=True)
    round = fields.Integer(required=True, readonly=True)
    reviewer_id = fields.Many2one("ats.reviewer", required=True, readonly=True, ondelete="cascade", index=True)
    at = fields.Datetime(required=True, readonly=True, index=True)
    waived = fields.Boolean(help="Does not count any more.")

    _task_round_uniq = models.UniqueIndex("(task_id, round)", "This miss is counted already.")


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _erase_targets(self):
        """The score of an application and what was noted about it go with the person."""
        tasks = self.env["ats.review.task"].sudo().search([("applicant_id.ats_candidate_id", "=", self.id)])
        return [*super()._erase_targets(), (tasks, [])]
