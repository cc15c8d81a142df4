from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import UserError

from .verb import as_verb

UNDO_SECONDS = 60


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_move(self, stage, *, rule=None, note=None, override_reason=None):
        """Move the applications to a stage.

        :param stage: the ``hr.recruitment.stage`` to enter
        :param rule: the rule that moves, empty when a person does
        :param str note: kept with the stay
        :param str override_reason: why the entry requirements are set aside
        :raise UserError: an application is not open, or an entry requirement is not met
        """
        stage.ensure_one()
        moving = self.filtered(lambda applicant: applicant.stage_id != stage)
        if not moving:
            return
        moving._ats_check_decides()
        moving._ats_check_can_enter(stage, override_reason)
        previous = {applicant: applicant.stage_id for applicant in moving}
        log = self.env["ats.stage.log"]
        # Natively all records of one write get the previous stage of the last one.
        for old_stage, applicants in moving.grouped("stage_id").items():
            backwards = old_stage and stage.sequence < old_stage.sequence
            log._leave(applicants, "back" if backwards else "moved")
            as_verb(applicants).write(
                {
                    "stage_id": stage.id,
                    "ats_last_activity": fields.Datetime.now(),
                }
            )
        log._enter(moving, note=note, override_reason=override_reason)
        moving._ats_set_deadline()
        self.env["ats.event"]._record_many(
            [
                {
                    "type": "application.stage_changed",
                    "applicant": applicant,
                    "payload": {
                        "from": previous[applicant].id,
                        "to": stage.id,
                        "rule": rule and rule.id,
                        "overridden": bool(override_reason),
                    },
                }
                for applicant in moving
            ]
        )
        for applicant in moving:
            applicant._ats_stage_entered(previous[applicant])
        moving._ats_send_stage_mail()
        moving._ats_tell_mover(stage)

    def _ats_tell_mover(self, stage):
        """Offer the person who moved cards in the backend to take the move back."""
        if self.env.su or not self.env.user._is_internal() or self.env.context.get("ats_no_toast"):
            return
        self.env.user._bus_send("ats_core/moved", self._ats_move_toast(stage))

    def _ats_move_toast(self, stage):
        """Return what the screen tells about a move: who, where to, and whether a mail waits."""
        names = self.mapped("partner_name")
        return {
            "ids": self.ids,
            "names": names[0] if len(self) == 1 else self.env._("%s candidates", len(self)),
            "stage": stage.name,
            "mail": bool(stage.sudo().template_id),
        }

    def _ats_stage_entered(self, previous_stage):
        """Hook: the application has entered its stage; called once for each move."""

    def _ats_undo_until(self):
        """Moment (UTC) until which a change can be undone before its mail leaves."""
        return fields.Datetime.now() + timedelta(seconds=UNDO_SECONDS)

    def _ats_set_deadline(self):
        """Hook: a stay began, set when the stage has to be answered."""

    def action_ats_undo_move(self):
        """Take back the user's own last move while its mail waits."""
        for applicant in self:
            stays = self.env["ats.stage.log"].search([("applicant_id", "=", applicant.id)], order="id desc", limit=2)
            if len(stays) < 2 or not stays[0]._is_undoable() or not stays[1].stage_id:
                raise UserError(
                    self.env._(
                        "There is nothing to undo: the move is older than a minute or not yours. "
                        "Move the card back instead."
                    )
                )
            applicant._ats_cancel_waiting_mails()
            applicant.with_context(ats_no_stage_mail=True)._ats_move(stays[1].stage_id)

    def _ats_cancel_waiting_mails(self):
        """Stop the mails about this application that still wait for the undo time."""
        self.env["mail.mail"].sudo().search(
            [
                ("model", "=", self._name),
                ("res_id", "in", self.ids),
                ("state", "=", "outgoing"),
                ("scheduled_date", ">", fields.Datetime.now()),
            ]
        ).write({"state": "cancel"})


class AtsStageLog(models.Model):
    _inherit = "ats.stage.log"

    def _is_undoable(self):
        self.ensure_one()
        age = (fields.Datetime.now() - self.entered_at).total_seconds()
        return self.entered_by_id == self.env.user and age <= UNDO_SECONDS
