from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain

from ..day.day_group import DayGroup, DayVerb

ANSWER_WITHIN = timedelta(days=1)


class AtsSequenceEnrolment(models.Model):
    _inherit = "ats.sequence.enrolment"

    def _end_waiting(self):
        """What the person wrote needs no answer."""
        self._check_may_change()
        self.sudo().reply_since = False

    def _wait_again(self):
        self._check_may_change()
        for enrolment in self.sudo():
            enrolment.reply_since = enrolment.send_ids.filtered("replied_at")[:1].replied_at or fields.Datetime.now()


class AtsDay(models.AbstractModel):
    """Answers to sequences. Those that came into an open application are in "Reply to candidates" already."""

    _inherit = "ats.day"

    @api.model
    def _ats_day_groups(self, scope):
        domain = Domain("reply_since", "!=", False) & Domain("applicant_id", "!=", False)
        domain &= Domain("applicant_id.ats_state", "=", False) | Domain("applicant_id.ats_state", "!=", "ongoing")
        if scope == "mine":
            domain &= Domain("user_id", "=", self.env.uid)
        return [
            *super()._ats_day_groups(scope),
            DayGroup(
                key="sequence_replies",
                sequence=22,
                title=self.env._("Answers to your sequences"),
                model="ats.sequence.enrolment",
                domain=domain,
                since="reply_since",
                order="reply_since, id",
                late=("reply_since", fields.Datetime.now() - ANSWER_WITHIN),
                rows=self._ats_day_sequence_rows,
                verbs=(
                    DayVerb("reply", self.env._("Reply"), lambda one: one.action_write(), opens=True),
                    DayVerb(
                        "answered",
                        self.env._("No Answer Needed"),
                        lambda one: one._end_waiting(),
                        undo=lambda one: one._wait_again(),
                    ),
                ),
            ),
        ]

    @api.model
    def _ats_day_sequence_rows(self, enrolments):
        quotes = self._ats_day_reply_rows(enrolments.applicant_id)
        return {
            enrolment.id: {
                "name": enrolment.candidate_id.name,
                "job": enrolment.sequence_id.name,
                "why": quotes[enrolment.applicant_id.id]["why"],
                "verbs": ["reply", "answered"],
                "open": ("ats.candidate", enrolment.candidate_id.id),
            }
            for enrolment in enrolments
        }
