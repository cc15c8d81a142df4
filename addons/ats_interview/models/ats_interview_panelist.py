from odoo import api, fields, models


class AtsInterviewPanelist(models.Model):
    """Somebody who holds an interview."""

    _name = "ats.interview.panelist"
    _description = "Interviewer of an Interview"
    _order = "role, id"
    _rec_name = "user_id"

    interview_id = fields.Many2one("ats.interview", required=True, readonly=True, ondelete="cascade", index=True)
    job_id = fields.Many2one(related="interview_id.job_id")
    user_id = fields.Many2one("res.users", "Interviewer", required=True, readonly=True, ondelete="restrict", index=True)
    role = fields.Selection([("lead", "Lead"), ("member", "Member")], required=True, readonly=True, default="member")
    response = fields.Selection(
        [("needsAction", "No answer yet"), ("accepted", "Accepted"), ("declined", "Declined"), ("tentative", "Maybe")],
        compute="_compute_response",
    )
    scorecard_state = fields.Selection(
        [("draft", "Missing"), ("submitted", "Submitted")],
        "Scorecard",
        compute="_compute_scorecard_state",
    )

    _user_uniq = models.UniqueIndex("(interview_id, user_id)", "This person is on the panel already.")

    @api.depends("interview_id.calendar_event_id.attendee_ids.state")
    def _compute_response(self):
        """What the interviewer answered to the calendar invitation."""
        for panelist in self:
            attendees = panelist.sudo().interview_id.calendar_event_id.attendee_ids.filtered(
                lambda attendee, user=panelist.user_id: attendee.partner_id == user.partner_id
            )
            panelist.response = attendees[:1].state

    @api.depends("interview_id.scorecard_ids.state")
    def _compute_scorecard_state(self):
        for panelist in self:
            scorecards = panelist.sudo().interview_id.scorecard_ids.filtered(
                lambda scorecard, user=panelist.user_id: scorecard.user_id == user
            )
            panelist.scorecard_state = scorecards[:1].state
