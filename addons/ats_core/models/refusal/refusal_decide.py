from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from ..application.move import UNDO_SECONDS


class AtsRefusalProposal(models.Model):
    """What a person decides about proposals."""

    _inherit = "ats.refusal.proposal"

    def _confirm(self):
        """Refuse the candidates. Proposals that cannot be confirmed stay, with the reason.

        :return: ``(confirmed proposals, {proposal: why it was skipped})``
        """
        confirmed, skipped = self.browse(), {}
        for proposal in self._lock_waiting():
            try:
                with self.env.cr.savepoint():
                    proposal._confirm_one()
            except (UserError, AccessError) as error:
                skipped[proposal] = str(error)
            else:
                confirmed |= proposal
        for proposal in self - confirmed:
            skipped.setdefault(proposal, self.env._("It was decided already."))
        return confirmed, skipped

    def _confirm_one(self):
        applicant = self.applicant_id.with_env(self.env)
        applicant._ats_check_decides()
        now = fields.Datetime.now()
        leaves_at = max(self.send_at or now, now + timedelta(seconds=UNDO_SECONDS))
        # First the state: the refusal makes every proposal that still waits void.
        self._decide("confirmed", undo_until=leaves_at)
        applicant._ats_refuse(self.reason_id, template=self.template_id, send_at=leaves_at, rule=self._rule())
        self._record("refusal.confirmed")

    def _dismiss(self, note=None):
        """Keep the candidates; the same rule does not propose the same again by itself.

        :param str note: why, for the record
        """
        for proposal in self._lock_waiting():
            proposal.applicant_id.with_env(self.env)._ats_check_decides()
            proposal._decide("dismissed", note=note)
            proposal._record("refusal.dismissed")

    def _undo(self):
        """Take confirmed refusals back while their mail waits; they wait for a decision again.

        :raise UserError: the mail has left
        """
        for proposal in self:
            if not proposal.can_undo:
                raise UserError(
                    self.env._(
                        "The mail to %(name)s has left or nothing was confirmed. Restore the application instead.",
                        name=proposal.applicant_id.partner_name,
                    )
                )
            proposal.applicant_id.with_env(self.env)._ats_reopen()
            proposal._decide("proposed")

    def _void(self):
        """Close proposals that the course of things has overtaken."""
        waiting = self.filtered(lambda proposal: proposal.state == "proposed")
        waiting.sudo().write({"state": "void", "decided_at": fields.Datetime.now()})

    def _decide(self, state, **vals):
        decided = state != "proposed"
        self.sudo().write(
            {
                "state": state,
                "decided_by_id": decided and self.env.uid,
                "decided_at": decided and fields.Datetime.now(),
                "undo_until": False,
                **vals,
            }
        )
        # The unique index must see it before anything else is proposed or voided.
        self.flush_recordset()

    def _lock_waiting(self):
        """Return those that still wait, locked, so that two people never decide one twice."""
        self.check_access("read")
        self.flush_recordset(["state"])
        rows = self.env.execute_query(
            SQL(
                "SELECT id FROM ats_refusal_proposal WHERE id IN %s AND state = 'proposed' ORDER BY id FOR UPDATE",
                tuple(self.ids) or (None,),
            )
        )
        waiting = self.browse([id_ for (id_,) in rows])
        waiting.invalidate_recordset(["state"])
        return waiting

    def _record(self, event_type):
        self.env["ats.event"]._record_many(
            [
                {
                    "type": event_type,
                    "applicant": proposal.applicant_id,
                    "res": proposal,
                    "payload": {
                        "reason": proposal.reason_id.id,
                        "rule_model": proposal.rule_model,
                        "rule": proposal.rule_id,
                        "version": proposal.rule_version,
                    },
                }
                for proposal in self
            ]
        )

    def action_confirm(self):
        """Button: confirm the selected proposals and tell what was skipped."""
        confirmed, skipped = self._confirm()
        return self._tell(self.env._("%s candidates refused; mails leave in a minute.", len(confirmed)), skipped)

    def action_dismiss(self):
        """Button: keep the selected candidates."""
        self._dismiss()
        return self._tell(self.env._("%s candidates kept.", len(self)), {})

    def action_undo(self):
        """Button: take the confirmation back."""
        self._undo()
        return self._tell(self.env._("Taken back; no mail was sent."), {})

    def _tell(self, message, skipped):
        lines = [f"{proposal.display_name}: {why}" for proposal, why in skipped.items()]
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if lines else "success",
                "sticky": bool(lines),
                "message": "\n".join([message, *lines[:10]]),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }
