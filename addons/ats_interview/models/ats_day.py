from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_time

from odoo.addons.ats_core.models.day.day_group import DayGroup, DayVerb


class AtsDay(models.AbstractModel):
    """Scorecards that are missing, and the interviews of today."""

    _inherit = "ats.day"

    @api.model
    def _ats_day_groups(self, scope):
        theirs = self._ats_day_applications(scope, "applicant_id.")
        return [
            *super()._ats_day_groups(scope),
            self._ats_day_scorecards(theirs),
            self._ats_day_interviews(theirs),
        ]

    @api.model
    def _ats_day_scorecards(self, theirs):
        now = fields.Datetime.now()
        draft = Domain("state", "=", "draft")
        # Whether a scorecard is missing is no secret, unlike what is on it: hence "any!".
        own = Domain("scorecard_ids", "any!", draft & Domain("user_id", "=", self.env.uid))
        missing = Domain("scorecard_ids", "any!", draft)
        return DayGroup(
            key="scorecards",
            sequence=50,
            title=self.env._("Scorecards missing"),
            model="ats.interview",
            domain=(own | theirs & missing) & Domain("state", "in", ("planned", "done")) & Domain("stop", "<", now),
            since="stop",
            order="stop, id",
            late=("scorecard_due_at", now),
            rows=self._ats_day_scorecard_rows,
            verbs=(
                DayVerb("fill", self.env._("Fill In"), lambda one: one.action_my_scorecard(), opens=True),
                DayVerb("remind", self.env._("Remind"), lambda one: one._remind_in_day()),
            ),
        )

    @api.model
    def _ats_day_interviews(self, theirs):
        held = Domain("panelist_ids.user_id", "=", self.env.uid)
        return DayGroup(
            key="interviews",
            sequence=60,
            title=self.env._("Interviews today"),
            model="ats.interview",
            domain=(held | theirs)
            & Domain("state", "=", "planned")
            & Domain("start", ">=", self._ats_day_moment())
            & Domain("start", "<", self._ats_day_moment(days=1)),
            since="start",
            order="start, id",
            rows=self._ats_day_interview_rows,
            verbs=(
                DayVerb("join", self.env._("Join"), lambda one: one._ats_day_join(), opens=True),
                DayVerb("took_place", self.env._("Took Place"), lambda one: one._close("done")),
                DayVerb("prepare", self.env._("Prepare"), lambda one: one.get_formview_action(), opens=True),
            ),
        )

    # ------------------------------------------------------------ rows

    @api.model
    def _ats_day_scorecard_rows(self, interviews):
        drafts_sudo = (
            self.env["ats.scorecard"]
            .sudo()
            .search_fetch(
                [("interview_id", "in", interviews.ids), ("state", "=", "draft")], ["interview_id", "user_id"]
            )
        )
        missing = drafts_sudo.grouped("interview_id")
        rows = {}
        for interview in interviews:
            users = missing.get(interview.sudo(), drafts_sudo.browse()).user_id
            own = self.env.user in users
            why = (
                self.env._("You held the interview; your scorecard is missing.")
                if own
                else self.env._("Interviewed; missing: %s.", ", ".join(users.mapped("name")))
            )
            rows[interview.id] = self._ats_day_interview_row(interview, why, ["fill"] if own else ["remind"])
        return rows

    @api.model
    def _ats_day_interview_rows(self, interviews):
        now, zone = fields.Datetime.now(), self.env.user.tz or "UTC"
        kinds = dict(self.env["ats.interview"]._fields["kind"]._description_selection(self.env))
        rows = {}
        for interview in interviews:
            why = self.env._(
                "%(start)s – %(stop)s · %(kind)s · %(panel)s",
                start=format_time(self.env, interview.start, tz=zone, time_format="short"),
                stop=format_time(self.env, interview.stop, tz=zone, time_format="short"),
                kind=kinds[interview.kind],
                panel=", ".join(interview.sudo().panelist_ids.user_id.mapped("name")),
            )
            verbs = ["join"] if interview.video_url else []
            verbs += ["took_place"] if interview.start <= now else []
            rows[interview.id] = self._ats_day_interview_row(interview, why, verbs or ["prepare"])
        return rows

    @api.model
    def _ats_day_interview_row(self, interview, why, verbs):
        return {
            "name": interview.partner_name or self.env._("Candidate"),
            "job": interview.job_id.sudo().name,
            "why": why,
            "verbs": verbs,
            "open": ("ats.interview", interview.id),
        }


class AtsInterview(models.Model):
    _inherit = "ats.interview"

    def _ats_day_join(self):
        self.ensure_one()
        return {"type": "ir.actions.act_url", "url": self.video_url, "target": "new"}

    def _remind_in_day(self):
        """Remind those who owe a scorecard, and let the row rest until tomorrow."""
        self.ensure_one()
        self._check_may_plan(self.applicant_id)
        drafts_sudo = self.sudo().scorecard_ids.filtered(lambda card: card.state == "draft" and card.user_id.active)
        drafts_sudo._remind()
        day = self.env["ats.day"]
        self.env["ats.day.snooze"]._put_off("scorecards", self, day._ats_day_until("tomorrow"))
        return self.env._("Reminded: %s", ", ".join(drafts_sudo.user_id.mapped("name")))


class AtsScorecard(models.Model):
    _inherit = "ats.scorecard"

    # The few drafts among the scorecards of years.
    _draft_idx = models.Index("(interview_id, user_id) WHERE state = 'draft'")
