import uuid

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from odoo.addons.base.models.res_partner import _tz_get

KINDS = [("phone", "Phone"), ("video", "Video"), ("onsite", "On site"), ("panel", "Panel")]
RECRUITER = "hr_recruitment.group_hr_recruitment_user"

# Written by the verbs alone.
VERB_FIELDS = {
    "applicant_id",
    "kit_id",
    "state",
    "panelist_ids",
    "scorecard_ids",
    "calendar_event_id",
    "ics_uid",
    "ics_sequence",
    "organizer_id",
    "rescheduled_at",
    "cancelled_at",
    "cancel_reason",
}
# What the candidate was told: a change is a move.
PLAN_FIELDS = {"start", "stop", "tz", "kind", "location", "video_url"}


class AtsInterview(models.Model):
    """A talk with a candidate at a time, with those who hold it.

    Every door goes through the verbs :meth:`_schedule`, :meth:`_reschedule` and :meth:`_cancel`:
    they keep bookings, the internal calendar event and the candidate's invitation in step.
    """

    _name = "ats.interview"
    _description = "Interview"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    # What is still ahead first, the next one on top; then what has been, the newest on top.
    _order = "upcoming_at, start desc, id desc"
    _rec_names_search = ["applicant_id.partner_name", "job_id.name"]

    applicant_id = fields.Many2one("hr.applicant", "Application", required=True, ondelete="cascade", index=True)
    partner_name = fields.Char(related="applicant_id.partner_name", string="Candidate")
    job_id = fields.Many2one(related="applicant_id.job_id", store=True, index="btree_not_null", ondelete="set null")
    company_id = fields.Many2one(related="applicant_id.company_id", store=True, index="btree_not_null")
    kit_id = fields.Many2one("ats.interview.kit", ondelete="set null", index=True)
    kind = fields.Selection(KINDS, required=True, default="video", tracking=True)
    start = fields.Datetime(required=True, tracking=True)
    stop = fields.Datetime("End", required=True)
    upcoming_at = fields.Datetime(
        compute="_compute_upcoming_at", store=True, help="The start while the interview is planned, for the order."
    )
    tz = fields.Selection(
        _tz_get, "Candidate's Time Zone", required=True, default=lambda self: self.env.user.tz or "UTC"
    )
    candidate_time = fields.Char("For the Candidate", compute="_compute_candidate_time")
    location = fields.Char(help="Address or room, or the number to call. The candidate reads it.")
    video_url = fields.Char("Video Link")
    state = fields.Selection(
        [("planned", "Planned"), ("done", "Done"), ("cancelled", "Cancelled"), ("no_show", "No-show")],
        default="planned",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )
    panelist_ids = fields.One2many("ats.interview.panelist", "interview_id", "Panel", readonly=True)
    panel_user_ids = fields.Many2many("res.users", string="Interviewers", compute="_compute_panel")
    scorecard_ids = fields.One2many("ats.scorecard", "interview_id", "Scorecards", readonly=True)
    calendar_event_id = fields.Many2one(
        "calendar.event", readonly=True, copy=False, ondelete="set null", index="btree_not_null"
    )
    organizer_id = fields.Many2one(
        "res.users",
        "Planned By",
        readonly=True,
        ondelete="set null",
        default=lambda self: self.env.user,
    )
    ics_uid = fields.Char("Invitation UID", readonly=True, copy=False)
    ics_sequence = fields.Integer("Invitation Sequence", readonly=True, copy=False)
    rescheduled_at = fields.Datetime(readonly=True, copy=False)
    cancelled_at = fields.Datetime(readonly=True, copy=False)
    cancel_reason = fields.Char(readonly=True, copy=False, help="Internal: not sent to anybody.")
    scorecard_summary = fields.Char("Scorecards In", compute="_compute_scorecard_summary")
    my_scorecard_id = fields.Many2one("ats.scorecard", compute="_compute_my_scorecard")
    my_scorecard_state = fields.Selection(
        [("draft", "Missing"), ("submitted", "Submitted")],
        "My Scorecard",
        compute="_compute_my_scorecard",
    )
    my_scorecard_due = fields.Boolean(compute="_compute_my_scorecard")
    can_plan = fields.Boolean(compute="_compute_can_plan")

    _stop_after_start = models.Constraint("CHECK (stop > start)", "An interview ends after it starts.")
    _state_start_idx = models.Index("(state, start)")
    _order_idx = models.Index("(upcoming_at, start DESC, id DESC)")

    @api.depends("kind", "applicant_id.partner_name")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for interview in self:
            interview.display_name = self.env._(
                "%(name)s: %(kind)s interview",
                name=interview.applicant_id.partner_name or self.env._("Candidate"),
                kind=kinds.get(interview.kind) or "",
            )

    @api.depends("start", "state")
    def _compute_upcoming_at(self):
        for interview in self:
            interview.upcoming_at = interview.state == "planned" and interview.start

    @api.depends("start", "stop", "tz")
    def _compute_candidate_time(self):
        for interview in self:
            interview.candidate_time = interview.start and interview._when(self.env.lang)

    @api.depends("panelist_ids.user_id")
    def _compute_panel(self):
        for interview in self:
            interview.panel_user_ids = interview.panelist_ids.user_id

    @api.depends("scorecard_ids.state")
    def _compute_scorecard_summary(self):
        """Counts only: they say nothing of what is on a scorecard."""
        counts = self.env["ats.scorecard"]._counts("interview_id", self)
        for interview in self:
            submitted, total = counts.get(interview.id, (0, 0))
            interview.scorecard_summary = bool(total) and f"{submitted}/{total}"

    @api.depends_context("uid")
    @api.depends("scorecard_ids.user_id", "scorecard_ids.state", "state", "start")
    def _compute_my_scorecard(self):
        own = self.env["ats.scorecard"].search([("interview_id", "in", self.ids), ("user_id", "=", self.env.uid)])
        own_by_interview = {scorecard.interview_id.id: scorecard for scorecard in own}
        for interview in self:
            scorecard = own_by_interview.get(interview.id, own.browse())
            interview.my_scorecard_id = scorecard
            interview.my_scorecard_state = scorecard.state
            interview.my_scorecard_due = (
                scorecard.state == "draft"
                and interview.state in ("planned", "done")
                and interview.start <= fields.Datetime.now()
            )

    @api.depends_context("uid")
    @api.depends("state", "applicant_id")
    def _compute_can_plan(self):
        for interview in self:
            interview.can_plan = interview.state == "planned" and self._may_plan(interview.applicant_id)

    def write(self, vals):
        """Lead direct writing (a drag in the calendar, an import) to the verbs."""
        if self.env.su:
            return super().write(vals)
        if forbidden := VERB_FIELDS & vals.keys():
            raise UserError(
                self.env._(
                    "Use the buttons of the interview to change: %s",
                    ", ".join(self._fields[name]._description_string(self.env) for name in forbidden),
                )
            )
        plan = {name: vals[name] for name in PLAN_FIELDS & vals.keys()}
        rest = {name: value for name, value in vals.items() if name not in plan}
        result = super().write(rest) if rest else True
        if plan:
            self._reschedule(plan.pop("start", None), plan.pop("stop", None), **plan)
        return result

    # ------------------------------------------------------------ verbs

    @api.model
    def _schedule(self, applicant, start, stop, panel, *, notify=True, **plan):
        """Plan an interview and tell everybody: candidate, panel, calendar.

        :param applicant: an ongoing application that the user may plan for
        :param datetime start: UTC
        :param datetime stop: UTC
        :param panel: ``res.users``; the first one leads
        :param bool notify: whether the candidate is invited by mail
        :param plan: ``kind`` (video), ``kit`` with the criteria (none: a free scorecard),
            ``location``, ``video_url``, ``tz`` of the candidate (else the application's or the user's)
        :raise SlotTaken: when one of the panel, or the candidate, is booked at that time
        :rtype: ats.interview
        """
        start, stop = fields.Datetime.to_datetime(start), fields.Datetime.to_datetime(stop)
        self._check_plan(applicant, start, stop, panel)
        bookings_sudo = self.env["ats.booking"]._book(self._resources(applicant, panel), start, stop)
        interview_sudo = self.sudo().create(self._prepare_interview(applicant, start, stop, panel, **plan))
        bookings_sudo.interview_id = interview_sudo
        interview_sudo._prepare_evaluation()
        interview_sudo._make_calendar_event()
        if notify:
            interview_sudo._tell_candidate("scheduled")
        interview_sudo._journal("interview.scheduled", {"kind": interview_sudo.kind, "panel": len(panel)})
        applicant._ats_interview_arranged()
        return self.browse(interview_sudo.id)

    def _reschedule(self, start=None, stop=None, **place):
        """Move the interview, or change where and how it is held, and tell everybody.

        :param datetime start: UTC; without ``stop`` the duration stays
        :param place: ``kind``, ``location``, ``video_url``, ``tz``
        :raise SlotTaken: nothing has changed then
        """
        for interview in self:
            interview._check_may_change()
            interview.sudo()._move_to(*interview._moved_times(start, stop), place)

    def _cancel(self, reason=None):
        """Call the interview off: time, calendar event and the candidate's entry go.

        :param str reason: internal, told to nobody outside
        """
        for interview in self:
            interview._check_may_change()
            interview_sudo = interview.sudo()
            interview_sudo.write(
                {
                    "state": "cancelled",
                    "cancelled_at": fields.Datetime.now(),
                    "cancel_reason": reason,
                    "ics_sequence": interview.ics_sequence + 1,
                }
            )
            interview_sudo._bookings()._release()
            interview_sudo._drop_calendar_event()
            interview_sudo._drop_scorecard_activities()
            interview_sudo._tell_candidate("cancelled")
            interview_sudo._journal("interview.cancelled")

    def _close(self, state):
        """Tell how the interview went: ``done`` or ``no_show``; planners and panel may."""
        for interview in self:
            if self.env.user not in interview.sudo().panelist_ids.user_id:
                self._check_may_plan(interview.applicant_id)
            if interview.state not in ("planned", "done", "no_show"):
                raise UserError(self.env._("This interview was cancelled."))
            if interview.start > fields.Datetime.now():
                raise UserError(self.env._("This interview has not started yet."))
            interview_sudo = interview.sudo()
            interview_sudo.state = state
            if state == "no_show":
                interview_sudo._drop_scorecard_activities()

    # ------------------------------------------------------------ steps of the verbs

    def _move_to(self, start, stop, place):
        if (start, stop) != (self.start, self.stop):
            self._bookings()._move(start, stop)
        self.write(
            {
                **place,
                "start": start,
                "stop": stop,
                "ics_sequence": self.ics_sequence + 1,
                "rescheduled_at": fields.Datetime.now(),
            }
        )
        self._update_calendar_event()
        self._plan_scorecard_activities()
        self._tell_candidate("rescheduled")
        self._journal("interview.rescheduled")

    def _moved_times(self, start, stop):
        start = fields.Datetime.to_datetime(start) or self.start
        stop = fields.Datetime.to_datetime(stop) or start + (self.stop - self.start)
        if stop <= start:
            raise UserError(self.env._("An interview ends after it starts."))
        return start, stop

    def _prepare_evaluation(self):
        """Give each panelist access, a scorecard and a reminder on the day."""
        applicant = self.applicant_id
        newcomers = self.panelist_ids.user_id - applicant.interviewer_ids
        if newcomers:
            applicant.write({"interviewer_ids": [fields.Command.link(user.id) for user in newcomers]})
        self.env["ats.scorecard"]._make_for(self)
        self._plan_scorecard_activities()

    @api.model
    def _prepare_interview(
        self, applicant, start, stop, panel, *, kind="video", kit=None, location=None, video_url=None, tz=None
    ):
        return {
            "applicant_id": applicant.id,
            "kind": kind,
            "start": start,
            "stop": stop,
            "tz": tz or applicant.sudo().ats_tz or self.env.user.tz or "UTC",
            "location": location,
            "video_url": video_url,
            "kit_id": kit.id if kit else False,
            "organizer_id": self.env.uid,
            "ics_uid": f"{uuid.uuid4()}@ats",
            "panelist_ids": [
                fields.Command.create({"user_id": user.id, "role": "member" if position else "lead"})
                for position, user in enumerate(panel)
            ],
        }

    @api.model
    def _resources(self, applicant, panel):
        candidate = applicant.sudo().ats_candidate_id
        return [
            *(("user", user.id) for user in panel),
            *(("candidate", id_) for id_ in candidate.ids),
        ]

    def _bookings(self):
        return self.env["ats.booking"].sudo().search([("interview_id", "in", self.ids), ("state", "!=", "released")])

    def _journal(self, event_type, payload=None):
        self.env["ats.event"]._record(event_type, applicant=self.applicant_id, res=self, payload=payload)

    # ------------------------------------------------------------ who may

    @api.model
    def _may_plan(self, applicant):
        """Recruiters, and the hiring manager of the job, plan; interviewers do not."""
        return self.env.su or (applicant.has_access("read") and self._is_planner_of(applicant))

    @api.model
    def _is_planner_of(self, applicant):
        """Whether the user plans interviews of an application that they may read."""
        user = self.env.user
        return user.has_group(RECRUITER) or applicant.sudo().job_id.ats_hiring_manager_id == user

    def _check_may_plan(self, applicant):
        if not self._may_plan(applicant):
            raise AccessError(self.env._("Interviews are planned by recruiters and the hiring manager of the job."))

    def _check_may_change(self):
        self._check_may_plan(self.applicant_id)
        if self.state != "planned":
            raise UserError(self.env._("Only a planned interview can be moved or cancelled."))

    @api.model
    def _check_plan(self, applicant, start, stop, panel):
        self._check_may_plan(applicant)
        if applicant.ats_state != "ongoing":
            raise UserError(
                self.env._(
                    "The application of %s has ended. Reopen it to plan an interview.",
                    applicant.partner_name,
                )
            )
        if not panel:
            raise UserError(self.env._("Choose at least one interviewer."))
        if stop <= start:
            raise UserError(self.env._("An interview ends after it starts."))
        self._check_panel(panel)

    @api.model
    def _check_panel(self, panel):
        if outsiders := panel.filtered(lambda user: user.share or not user.active):
            raise UserError(
                self.env._(
                    "Interviewers are active colleagues with a login: %s",
                    ", ".join(outsiders.mapped("name")),
                )
            )

    # ------------------------------------------------------------ buttons

    def action_reschedule(self):
        """Open the dialog that moves the interview."""
        self.ensure_one()
        return self.env["ats.interview.schedule"]._open(self.applicant_id, self)

    def action_done(self):
        """The interview took place."""
        self._close("done")

    def action_no_show(self):
        """The candidate did not come."""
        self._close("no_show")

    def action_my_scorecard(self):
        """Open the user's own scorecard."""
        self.ensure_one()
        if not self.my_scorecard_id:
            raise UserError(self.env._("You are not on the panel of this interview."))
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_interview.action_ats_scorecard_form")
        return {**action, "res_id": self.my_scorecard_id.id}
