from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .verb import in_verb

WATCHED = {"start", "stop", "start_date", "stop_date", "allday", "duration", "active"}


class CalendarEvent(models.Model):
    """The door for people who live in their calendar: an interview follows its event."""

    _inherit = "calendar.event"

    ats_interview_ids = fields.One2many(
        "ats.interview",
        "calendar_event_id",
        "Interviews",
        groups="hr_recruitment.group_hr_recruitment_interviewer",
    )

    def write(self, vals):
        interviews_sudo = self._ats_followers(vals)
        result = super().write(vals)
        interviews_sudo._follow_event()
        return result

    def unlink(self):
        interviews_sudo = self._ats_followers(["active"])
        result = super().unlink()
        interviews_sudo._cancel(self.env._("The calendar event was deleted."))
        return result

    def _ats_followers(self, names):
        """Return the elevated planned interviews that must follow a change of these fields."""
        interviews_sudo = self.env["ats.interview"].sudo()
        if in_verb(self.env) or WATCHED.isdisjoint(names) or not self.ids:
            return interviews_sudo
        return interviews_sudo.search([("calendar_event_id", "in", self.ids), ("state", "=", "planned")])

    @api.constrains("partner_ids")
    def _check_ats_candidate_stays_out(self):
        """The candidate has an invitation of its own and must not meet the panel's."""
        interviews_sudo = self.env["ats.interview"].sudo().search([("calendar_event_id", "in", self.ids)])
        for interview in interviews_sudo:
            applicant = interview.applicant_id
            known = applicant.partner_id | applicant.ats_candidate_id.partner_id
            invited = interview.calendar_event_id.partner_ids
            addresses = set(filter(None, invited.mapped("email_normalized")))
            if known & invited or applicant.email_normalized in addresses:
                raise ValidationError(
                    self.env._(
                        "The candidate is invited by a message of its own. This event is for the interviewers only."
                    )
                )
