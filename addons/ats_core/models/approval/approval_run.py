from psycopg2.errors import UniqueViolation

from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ...lib.ats_approval import Step, Vote, counted, shortages, standing
from .ats_approval_approver import DECIDED


class AtsApproval(models.Model):
    """From asking to the end. Every decision holds the flow's row, so there is one transition."""

    _inherit = "ats.approval"

    def _steps(self):
        return [Step(step.id, step.required, step._people()) for step in self.step_ids.sorted()]

    def _barred(self):
        """Ids of those who never approve this document, because it is their own request."""
        return tuple(self._document()._ats_approval_barred().ids)

    def _votes(self):
        return [
            Vote(row.step_id.id, row.user_id.id, row.state == "approved")
            for row in self.approver_ids
            if row.state in DECIDED
        ]

    def _check_enough(self):
        """Refuse a flow that could never end.

        :raise UserError: which group has fewer approvers than it needs, and why
        """
        steps, names = self._steps(), {step.id: step.name for step in self.step_ids}
        if not steps:
            raise UserError(self.env._("Nobody is named to approve this. Add a group of approvers first."))
        short = shortages(steps, self._barred())
        if short:
            raise UserError(
                "\n".join(
                    self.env._(
                        "%(group)s needs %(required)s approvals and has %(count)s people who count. "
                        "Nobody approves the own request, and who is in several groups counts in the first.",
                        group=names[step.key],
                        required=step.required,
                        count=count,
                    )
                    for step, count in short
                )
            )

    def _start(self):
        """Ask the approvers. From here on a change of the groups starts anew."""
        self.ensure_one()
        self._lock()
        if self.state != "draft":
            raise UserError(self.env._("The approvers were asked already."))
        self._check_enough()
        self._write_by_verb(
            {
                "state": "running",
                "name": self._document()._ats_approval_title(),
                "requested_by_id": self.env.uid,
                "started_at": fields.Datetime.now(),
            }
        )
        self._record("approval.requested")
        self._settle()

    def _decide(self, row, approve, comment=None, door="screen"):
        """Write the decision of the current user in the name of one approver.

        :param row: the ``ats.approval.approver`` it is about
        :param bool approve: or reject, which takes a comment
        :param str door: where it was done
        :raise AccessError: the user neither is that approver nor stands in for them today
        :raise UserError: it was decided already, or is not this group's turn
        """
        self.ensure_one()
        self._lock()
        comment = (comment or "").strip()
        if self.state != "running" or row.state != "open":
            raise UserError(self._ended_sentence(row))
        if row.user_id not in self.env["ats.approval.delegate"]._acting_for(self.env.user):
            raise AccessError(self.env._("%s was asked, and you do not stand in for them today.", row.user_id.name))
        if self.env.uid in self._barred():
            raise AccessError(self.env._("You asked for this yourself. Somebody else has to approve it."))
        if not approve and not comment:
            raise UserError(self.env._("Say why you reject it, so that it can be corrected."))
        row._note_decision(approve, comment, door)
        self._write_by_verb({"turn": self.turn + 1})
        self._record("approval.given" if approve else "approval.refused", row)
        self._settle()

    def _ended_sentence(self, row):
        if self.state == "approved":
            return self.env._("This was approved already. Nothing is left to do.")
        if self.state == "rejected":
            return self.env._("This was rejected already. Nothing is left to do.")
        if self.state == "void":
            return self.env._("This approval was called off. You will be asked again if it is still needed.")
        if row.state in DECIDED:
            return self.env._("This was decided already by %s.", row.decided_by_id.name)
        return self.env._("It is not your turn, or enough others have approved already.")

    def _settle(self):
        """Bring the rows in step with the votes, ask whose turn it is, and end what has ended."""
        steps, barred = self._steps(), self._barred()
        now = standing(steps, self._votes(), sequential=self.sequential, barred=barred)
        people = counted(steps, barred)
        for row in self.approver_ids.filtered(lambda row: row.state not in DECIDED):
            state = self._row_state(row, now, people, barred)
            if row.state != state:
                row._write_by_verb({"state": state})
        self.approver_ids.flush_recordset()
        self.approver_ids.filtered(lambda row: row.state != "open")._stop_asking()
        if now.outcome == "running":
            self.approver_ids.filtered(lambda row: row.state == "open")._ask()
        else:
            self._end(now.outcome)

    @staticmethod
    def _row_state(row, now, people, barred):
        if row.user_id.id in barred:
            return "own"
        if row.user_id.id not in people[row.step_id.id]:
            return "elsewhere"
        if row.user_id.id in now.open.get(row.step_id.id, ()):
            return "open"
        return "not_needed" if now.outcome != "running" or row.step_id.id in now.satisfied else "waiting"

    def _end(self, outcome, **vals):
        """The one place where a flow ends; the document learns it in the same transaction."""
        self._write_by_verb({"state": outcome, "ended_at": fields.Datetime.now(), "turn": self.turn + 1, **vals})
        self.flush_recordset()
        self._record(f"approval.{'voided' if outcome == 'void' else outcome}")
        self._document()._ats_approval_ended(outcome)

    def _void(self, reason):
        """Call off what runs or take back what was approved: from here on it counts for nothing.

        An approved flow stays as it ended; the document merely no longer points at it.
        """
        self.ensure_one()
        self._lock()
        if self.state == "running":
            self.approver_ids.filtered(lambda row: row.state in ("open", "waiting"))._write_by_verb(
                {"state": "not_needed"}
            )
            self.approver_ids.flush_recordset()
            self.approver_ids._stop_asking()
            self._end("void", void_reason=reason)

    def _restart(self, reason):
        """Begin a running flow anew: earlier decisions are kept as a void flow and dropped here."""
        self.ensure_one()
        self._lock()
        if self._votes():
            self._keep_snapshot(reason)
        # Whoever changed it is who asks now, and therefore does not approve it.
        self._write_by_verb(
            {"turn": self.turn + 1, "requested_by_id": self.env.uid, "started_at": fields.Datetime.now()}
        )
        self._check_enough()
        self.approver_ids._stop_asking()
        self.approver_ids._write_by_verb(
            {
                "state": "waiting",
                "asked_at": False,
                "reminded_at": False,
                "decided_at": False,
                "decided_by_id": False,
                "comment": False,
                "door": False,
            }
        )
        self._record("approval.restarted")
        self._settle()

    def _keep_snapshot(self, reason):
        """Copy the decisions given so far into a flow that has ended as void."""
        decided = self.approver_ids.filtered(lambda row: row.state in DECIDED)
        fields_kept = ("sequential", "kind", "res_model", "res_id", "name", "started_at")
        vals = {name: self[name] for name in fields_kept}
        [snapshot] = self.create(
            [
                {
                    **vals,
                    "requested_by_id": self.requested_by_id.id,
                    "company_id": self.company_id.id,
                    "job_id": self.job_id.id,
                    "manager_id": self.manager_id.id,
                    "state": "void",
                    "ended_at": fields.Datetime.now(),
                    "void_reason": reason,
                }
            ]
        )
        for step in decided.step_id:
            decided.filtered(lambda row, step=step: row.step_id == step)._copy_into(step, snapshot)

    def _record(self, event_type, row=None):
        document = self._document()
        self.env["ats.event"]._record(
            event_type,
            job=self.job_id,
            res=document,
            payload={"approval": self.id, "kind": self.kind, **({"for": row.user_id.id} if row else {})},
        )


class AtsApprovalApprover(models.Model):
    _inherit = "ats.approval.approver"

    def _note_decision(self, approve, comment, door):
        try:
            with self.env.cr.savepoint():
                self._write_by_verb(
                    {
                        "state": "approved" if approve else "rejected",
                        "decided_at": fields.Datetime.now(),
                        "decided_by_id": self.env.uid,
                        "comment": comment or False,
                        "door": door,
                    }
                )
                self.flush_recordset()
        except UniqueViolation as error:
            raise UserError(
                self.env._("You have decided in this group already. Somebody else has to decide here.")
            ) from error

    def _copy_into(self, step, snapshot):
        """Keep decided rows of a group in the snapshot of a flow."""
        copied = self.env["ats.approval.step"]._create_by_verb(
            [{"approval_id": snapshot.id, "name": step.name, "required": step.required, "sequence": step.sequence}]
        )
        self._create_by_verb(
            [
                {
                    "step_id": copied.id,
                    "user_id": row.user_id.id,
                    "state": row.state,
                    "asked_at": row.asked_at,
                    "decided_at": row.decided_at,
                    "decided_by_id": row.decided_by_id.id,
                    "comment": row.comment,
                    "door": row.door,
                }
                for row in self
            ]
        )

    # Verbs of the person who was asked --------------------------------------------------------

    def _decide(self, approve, comment=None, door="screen"):
        """Approve or reject in the name of this approver, as the current user."""
        self.ensure_one()
        self.check_access("read")
        row_sudo = self.sudo()
        row_sudo.approval_id._decide(row_sudo, approve, comment, door)

    def action_approve(self):
        """Approve what waits for the user, one or several at once."""
        for row in self:
            row._decide(True)
        return self._after_deciding()

    def action_reject(self):
        """Ask why before rejecting."""
        return self._dialog(approve=False)

    def action_comment(self):
        """Approve with a remark."""
        return self._dialog(approve=True)

    def _dialog(self, approve):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Approve") if approve else self.env._("Reject"),
            "res_model": "ats.approval.decision",
            "view_mode": "form",
            "target": "new",
            "context": {"default_approver_id": self.id, "default_approve": approve},
        }

    def _after_deciding(self):
        """Whoever loses sight of the document with the decision is led back to what is left."""
        if len(self) == 1:
            document = self.sudo().approval_id._document().with_env(self.env)
            if document.has_access("read"):
                return None
        return self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_approval_approver_action")
