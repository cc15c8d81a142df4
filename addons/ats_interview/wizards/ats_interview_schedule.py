from datetime import datetime, time, timedelta

import pytz

from odoo import api, fields, models
from odoo.tools import format_datetime

from odoo.addons.base.models.res_partner import _tz_get

from ..models.ats_interview import KINDS
from ..models.ats_interview_kit import DURATIONS

FIRST_HOUR = time(10, 0)
SATURDAY = 5


class AtsInterviewSchedule(models.TransientModel):
    """The dialog that plans an interview, or moves one."""

    _name = "ats.interview.schedule"
    _description = "Plan an Interview"

    applicant_id = fields.Many2one("hr.applicant", "Candidate", required=True, readonly=True)
    job_id = fields.Many2one(related="applicant_id.job_id")
    interview_id = fields.Many2one("ats.interview", readonly=True, ondelete="cascade")
    kind = fields.Selection(KINDS, required=True, default="video")
    start = fields.Datetime(required=True, default=lambda self: self._default_start())
    duration = fields.Selection(
        DURATIONS,
        compute="_compute_duration",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
    )
    panelist_ids = fields.Many2many("res.users", string="Interviewers", domain="[('share', '=', False)]")
    kit_id = fields.Many2one(
        "ats.interview.kit",
        domain="[('job_ids', 'in', [False, job_id])]",
        help="The criteria on the scorecards.",
    )
    location = fields.Char("Place")
    video_url = fields.Char("Video Link")
    tz = fields.Selection(_tz_get, "Candidate's Time Zone", required=True)
    candidate_time = fields.Char("For the Candidate", compute="_compute_candidate_time")
    conflicts = fields.Text(compute="_compute_conflicts")

    @api.model
    def _default_start(self):
        """Tomorrow or the next Monday, at ten in the user's zone."""
        zone = pytz.timezone(self.env.user.tz or "UTC")
        day = datetime.now(zone).date() + timedelta(days=1)
        while day.weekday() >= SATURDAY:
            day += timedelta(days=1)
        local = zone.localize(datetime.combine(day, FIRST_HOUR))
        return local.astimezone(pytz.utc).replace(tzinfo=None)

    @api.depends("kit_id")
    def _compute_duration(self):
        for dialog in self:
            dialog.duration = dialog.duration or dialog.kit_id.duration or "60"

    @api.depends("start", "duration", "tz")
    def _compute_candidate_time(self):
        for dialog in self:
            dialog.candidate_time = bool(dialog.start and dialog.tz) and self.env["ats.interview"].new(
                {
                    "start": dialog.start,
                    "stop": dialog._stop(),
                    "tz": dialog.tz,
                }
            )._when(self.env.lang)

    @api.depends("start", "duration", "panelist_ids")
    def _compute_conflicts(self):
        """Other meetings of the interviewers: a warning only, unlike booked interviews."""
        for dialog in self:
            dialog.conflicts = dialog.start and "\n".join(dialog._conflict_sentences())

    def _conflict_sentences(self):
        own_event = self.interview_id.sudo().calendar_event_id
        for user in self.panelist_ids:
            events_sudo = (
                self.env["calendar.event"]
                .sudo()
                .search(
                    [
                        ("partner_ids", "in", user.partner_id.ids),
                        ("start", "<", self._stop()),
                        ("stop", ">", self.start),
                        ("show_as", "=", "busy"),
                        ("id", "not in", own_event.ids),
                    ],
                    limit=1,
                )
            )
            for event in events_sudo:
                zone = self.env.user.tz or "UTC"
                yield self.env._(
                    "%(name)s is busy from %(start)s to %(stop)s.",
                    name=user.name,
                    start=format_datetime(self.env, event.start, tz=zone, dt_format="short"),
                    stop=format_datetime(self.env, event.stop, tz=zone, dt_format="short"),
                )

    def _stop(self):
        return self.start + timedelta(minutes=int(self.duration or 60))

    @api.model
    def _open(self, applicant, interview=None):
        """Return the action of the dialog, filled for this application or this interview."""
        values = interview._prepare_dialog() if interview else self._prepare_new(applicant)
        title = self.env._("Move the Interview") if interview else self.env._("Plan an Interview")
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": self._name,
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {f"default_{name}": value for name, value in values.items()},
        }

    @api.model
    def _prepare_new(self, applicant):
        job_sudo = applicant.sudo().job_id
        panel = (job_sudo.interviewer_ids | job_sudo.ats_hiring_manager_id) or self.env.user
        kit = self.env["ats.interview.kit"]._for_job(applicant.job_id)
        return {
            "applicant_id": applicant.id,
            "panelist_ids": panel.filtered("active").ids,
            "kit_id": kit.id,
            "duration": kit.duration or "60",
            "tz": applicant.sudo().ats_tz or self.env.user.tz or "UTC",
        }

    def action_confirm(self):
        """Plan, or move."""
        self.ensure_one()
        place = {"kind": self.kind, "location": self.location, "video_url": self.video_url, "tz": self.tz}
        if self.interview_id:
            self.interview_id._reschedule(self.start, self._stop(), **place)
            return self._toast(self.env._("Moved. Everybody is told."))
        self.env["ats.interview"]._schedule(
            self.applicant_id, self.start, self._stop(), self.panelist_ids, kit=self.kit_id, **place
        )
        return self._toast(self.env._("Planned. The candidate and the interviewers are invited."))

    def _toast(self, message):
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": message,
                "next": {"type": "ir.actions.act_window_close"},
            },
        }


class AtsInterview(models.Model):
    _inherit = "ats.interview"

    def _prepare_dialog(self):
        """Values of the dialog that moves this interview."""
        self.ensure_one()
        minutes = (self.stop - self.start).total_seconds() / 60
        longer = [value for value, _label in DURATIONS if int(value) >= minutes]
        return {
            "applicant_id": self.applicant_id.id,
            "interview_id": self.id,
            "kind": self.kind,
            "start": fields.Datetime.to_string(self.start),
            "duration": (longer or [DURATIONS[-1][0]])[0],
            "panelist_ids": self.panelist_ids.user_id.ids,
            "kit_id": self.kit_id.id,
            "location": self.location,
            "video_url": self.video_url,
            "tz": self.tz,
        }
