from odoo import api, fields, models
from odoo.exceptions import UserError

from .verb import as_verb


class AtsInterview(models.Model):
    """Who holds the interview may change: somebody is ill, somebody steps in."""

    _inherit = "ats.interview"

    can_repanel = fields.Boolean(compute="_compute_can_repanel")

    @api.depends_context("uid")
    @api.depends("state", "applicant_id")
    def _compute_can_repanel(self):
        for interview in self:
            interview.can_repanel = interview.state in ("planned", "done") and self._may_plan(interview.applicant_id)

    def _repanel(self, panel):
        """Let these people hold the interview. Those who come get the time, the event, access and a
        scorecard; those who go lose them, unless their scorecard is submitted: they stay.

        :param panel: ``res.users``; the first one leads
        :raise SlotTaken: when one of the newcomers is booked at that time; nothing has changed then
        """
        self.ensure_one()
        self._check_may_repanel(panel)
        interview_sudo = self.sudo()
        submitted = interview_sudo.scorecard_ids.filtered(lambda card: card.state == "submitted").user_id
        before = interview_sudo.panelist_ids.user_id
        after = panel | submitted
        if after == before and after[:1] == before[:1]:
            return
        interview_sudo._book_newcomers(after - before)
        interview_sudo._dismiss(before - after)
        interview_sudo._seat(after)
        interview_sudo._update_event_panel(before - after)
        interview_sudo._journal(
            "interview.panel_changed", {"added": len(after - before), "removed": len(before - after)}
        )

    def _check_may_repanel(self, panel):
        self._check_may_plan(self.applicant_id)
        if self.state not in ("planned", "done"):
            raise UserError(self.env._("This interview did not take place: there is no panel to change."))
        if not panel:
            raise UserError(self.env._("Choose at least one interviewer."))
        self._check_panel(panel)

    def _book_newcomers(self, users):
        """Take the time of the newcomers while it is still ahead."""
        if users and self.stop > fields.Datetime.now():
            resources = [("user", user.id) for user in users]
            self.env["ats.booking"]._book(resources, self.start, self.stop).interview_id = self

    def _dismiss(self, users):
        """Take from those who leave what they had for this interview only."""
        if not users:
            return
        self._bookings().filtered(
            lambda booking: booking.resource_kind == "user" and booking.resource_id in users.ids
        )._release()
        self._drop_scorecard_activities(users)
        self.scorecard_ids.filtered(lambda card: card.user_id in users).unlink()
        self.panelist_ids.filtered(lambda row: row.user_id in users).unlink()
        applicant = self.applicant_id
        elsewhere = applicant.ats_interview_ids.filtered(lambda other: other.state != "cancelled").panelist_ids.user_id
        leaving = (users - elsewhere) & applicant.interviewer_ids
        if leaving:
            applicant.write({"interviewer_ids": [fields.Command.unlink(user.id) for user in leaving]})

    def _seat(self, panel):
        """Give everybody on the panel a place, with the first one as lead, and a scorecard."""
        seated = {row.user_id: row for row in self.panelist_ids}
        for position, user in enumerate(panel):
            role = "member" if position else "lead"
            if user not in seated:
                self.panelist_ids.create({"interview_id": self.id, "user_id": user.id, "role": role})
            elif seated[user].role != role:
                seated[user].role = role
        self._prepare_evaluation()

    def _update_event_panel(self, dismissed):
        """Bring the attendees in step; Odoo invites those who are new."""
        event = self._events().browse(self.calendar_event_id.id).exists()
        if not event:
            return
        template = self.env.ref("calendar.calendar_template_delete_event", raise_if_not_found=False)
        if template and dismissed and event.start > fields.Datetime.now():
            self._tell_panel(template, event, dismissed.partner_id)
        as_verb(event).write({"partner_ids": [fields.Command.set(self.panelist_ids.user_id.partner_id.ids)]})

    def action_change_panel(self):
        """Open the dialog that asks who holds the interview."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Who Holds the Interview?"),
            "res_model": "ats.interview.repanel",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_interview_id": self.id, "default_user_ids": self.sudo().panelist_ids.user_id.ids},
        }
