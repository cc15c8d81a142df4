from markupsafe import Markup

from odoo import fields, models

from .verb import as_verb

CARRIED_PREFIXES = ("default_", "active_")


class AtsInterview(models.Model):
    """The internal calendar event of an interview.

    It is for the panel alone: private, without the candidate's name or address, and the candidate
    is no attendee (Odoo would make a contact, invite a second time and show the panel).
    """

    _inherit = "ats.interview"

    def _make_calendar_event(self):
        for interview in self:
            event = interview._events().create(interview._prepare_calendar_event())
            if interview.kind == "video" and not interview.video_url:
                event._set_discuss_videocall_location()
                interview.video_url = event.videocall_location
            interview.calendar_event_id = event

    def _events(self):
        """The model in a context in which nothing of the screen behind slips into the event."""
        context = {key: value for key, value in self.env.context.items() if not key.startswith(CARRIED_PREFIXES)}
        return self.env["calendar.event"].sudo().with_context(context, skip_contact_description=True)

    def _prepare_calendar_event(self):
        self.ensure_one()
        return {
            "name": self._event_title(),
            "start": self.start,
            "stop": self.stop,
            "user_id": self.organizer_id.id,
            "partner_ids": [fields.Command.set(self.panelist_ids.user_id.partner_id.ids)],
            "privacy": "private",
            "show_as": "busy",
            "location": self.location,
            "videocall_location": self.video_url,
            "description": Markup('<p><a href="%s">%s</a></p>')
            % (self._backend_url(), self.env._("Open the interview and your scorecard")),
        }

    def _event_title(self):
        if self.job_id and not self.job_id.ats_restricted:
            return self.env._("Interview: %s", self.job_id.name)
        return self.env._("Interview")

    def _backend_url(self):
        return f"{self.get_base_url()}/odoo/interviews/{self.id}"

    def _update_calendar_event(self):
        """Bring the event in step; when it was the event that moved there is nothing to do."""
        for interview in self:
            event = interview._events().browse(interview.calendar_event_id.id).exists()
            wanted = {
                "start": interview.start,
                "stop": interview.stop,
                "location": interview.location,
                "videocall_location": interview.video_url,
            }
            changed = {name: value for name, value in wanted.items() if event[name] != value}
            if event and changed:
                as_verb(event).write(changed)

    def _drop_calendar_event(self):
        """Remove the event and tell those who had it in their calendar."""
        template = self.env.ref("calendar.calendar_template_delete_event", raise_if_not_found=False)
        for interview in self:
            event = interview._events().browse(interview.calendar_event_id.id).exists()
            if not event:
                continue
            if template and event.start > fields.Datetime.now():
                interview._tell_panel(template, event)
            as_verb(event).unlink()

    def _tell_panel(self, template, event, partners=None):
        """Mail the interviewers, or these of them, except the one who does it."""
        partners = (event.partner_ids if partners is None else partners) - self.env.user.partner_id
        if partners:
            template.sudo().send_mail(
                event.id,
                email_layout_xmlid="mail.mail_notification_light",
                email_values={"recipient_ids": [fields.Command.set(partners.ids)]},
            )

    def _follow_event(self):
        """Bring interviews in step with their events, which a user moved or archived."""
        for interview in self.filtered(lambda interview: interview.state == "planned"):
            event = interview.calendar_event_id
            if not event.active:
                interview._cancel(self.env._("The calendar event was archived."))
            elif (event.start, event.stop) != (interview.start, interview.stop):
                interview._reschedule(event.start, event.stop)
