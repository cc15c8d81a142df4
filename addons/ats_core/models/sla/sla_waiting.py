from odoo import fields, models
from odoo.tools import email_normalize

from ..application.verb import as_verb, in_verb


class HrApplicant(models.Model):
    """Waiting for the candidate: the native status of the card, which stops the clock."""

    _inherit = "hr.applicant"

    ats_waiting_since = fields.Datetime("Waiting for the Candidate Since", readonly=True, copy=False)
    ats_pause_ids = fields.One2many("ats.sla.pause", "applicant_id", "Waited for the Candidate")

    def write(self, vals):
        result = super().write(vals)
        if "kanban_state" in vals and not in_verb(self.env):
            if vals["kanban_state"] == "waiting":
                self._ats_wait_for_candidate()
            else:
                self._ats_stop_waiting()
        return result

    def _ats_wait_for_candidate(self, reason=None):
        """The next step is the candidate's: no answer time passes until it is done.

        :param str reason: what the candidate has to do
        """
        starting = self.sudo().filtered(lambda row: row.ats_state == "ongoing" and not row.ats_waiting_since)
        if not starting:
            return
        now = fields.Datetime.now()
        self.env["ats.sla.pause"].sudo().create(
            [{"applicant_id": applicant.id, "started_at": now, "reason": reason} for applicant in starting]
        )
        as_verb(starting).write({"ats_waiting_since": now, "kanban_state": "waiting"})
        starting._ats_plan_sla()

    def _ats_stop_waiting(self):
        """The candidate has done it: the clock runs again."""
        waiting = self.sudo().filtered("ats_waiting_since")
        if not waiting:
            return
        waiting._ats_end_pauses()
        as_verb(waiting.filtered(lambda row: row.kanban_state == "waiting")).write({"kanban_state": "normal"})
        waiting._ats_plan_sla()

    def _ats_end_pauses(self):
        pauses_sudo = self.env["ats.sla.pause"].sudo()
        running = pauses_sudo.search([("applicant_id", "in", self.ids), ("ended_at", "=", False)])
        running.ended_at = fields.Datetime.now()
        running.flush_recordset()
        as_verb(self).write({"ats_waiting_since": False})

    def _ats_set_deadline(self):
        """A new stay waits for nobody yet."""
        waiting = self.sudo().filtered("ats_waiting_since")
        if waiting:
            waiting._ats_end_pauses()
        return super()._ats_set_deadline()

    def _ats_end(self, outcome, vals, payload=None):
        """An application that ended waits for nobody and is never late."""
        waiting = self.sudo().filtered("ats_waiting_since")
        if waiting:
            waiting._ats_end_pauses()
        return super()._ats_end(outcome, {**vals, "ats_sla_state": False}, payload=payload)

    def _message_post_after_hook(self, message, msg_vals):
        """What the candidate writes is the answer one waited for."""
        if self.sudo().ats_waiting_since and self.email_normalized:
            if email_normalize(message.email_from or "") == self.email_normalized:
                self._ats_stop_waiting()
        return super()._message_post_after_hook(message, msg_vals)
