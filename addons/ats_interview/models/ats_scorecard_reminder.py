from datetime import datetime, time, timedelta

import pytz

from odoo import api, fields, models
from odoo.fields import Domain

from .verb import as_verb

ACTIVITY = "mail.mail_activity_data_todo"
LOOK_AHEAD_DAYS = 21


class AtsInterview(models.Model):
    """The to-do "Fill in the scorecard" of each interviewer."""

    _inherit = "ats.interview"

    scorecard_due_at = fields.Datetime(
        "Scorecards Due",
        compute="_compute_scorecard_due_at",
        store=True,
        index=True,
        help="One working day of the company after the interview.",
    )

    @api.depends("stop", "company_id.resource_calendar_id")
    def _compute_scorecard_due_at(self):
        for interview in self:
            interview.scorecard_due_at = interview.stop and interview._next_working_day()

    def _next_working_day(self):
        """Return the hour at which the interview ended, on the next day the company works."""
        calendar = (self.company_id or self.env.company).resource_calendar_id
        zone = pytz.timezone(calendar.tz or self.tz or "UTC")
        local_stop = pytz.utc.localize(self.stop).astimezone(zone)
        days = [local_stop.date() + timedelta(days=ahead) for ahead in range(1, LOOK_AHEAD_DAYS)]
        if calendar:
            day = self._first_worked(calendar, zone, days)
        else:
            day = next(day for day in days if day.weekday() < 5)
        due = zone.localize(datetime.combine(day, local_stop.time()))
        return due.astimezone(pytz.utc).replace(tzinfo=None)

    @api.model
    def _first_worked(self, calendar, zone, days):
        intervals = calendar._work_intervals_batch(
            zone.localize(datetime.combine(days[0], time.min)),
            zone.localize(datetime.combine(days[-1], time.max)),
        )[False]
        worked = {start.astimezone(zone).date() for start, _stop, _attendance in intervals}
        return next((day for day in days if day in worked), days[0])

    def _plan_scorecard_activities(self):
        """Put the to-do of each missing scorecard on the day of the interview."""
        self._drop_scorecard_activities()
        for interview in self:
            drafts = interview.scorecard_ids.filtered(lambda scorecard: scorecard.state == "draft")
            for scorecard in drafts:
                interview.with_context(mail_activity_quick_update=True)._add_scorecard_activity(
                    scorecard.user_id, interview.start.date(), self.env._("Fill in the scorecard")
                )

    def _add_scorecard_activity(self, user, date_deadline, summary):
        return self.activity_schedule(ACTIVITY, date_deadline=date_deadline, summary=summary, user_id=user.id)

    def _drop_scorecard_activities(self, users=None):
        """Remove the to-dos of these interviewers, or of all."""
        activities = self.activity_search([ACTIVITY])
        if users is not None:
            activities = activities.filtered(lambda activity: activity.user_id in users)
        activities.unlink()


class AtsScorecard(models.Model):
    _inherit = "ats.scorecard"

    @api.model
    def _reminder_domain(self):
        """Which scorecards are to be asked for now."""
        return (
            Domain("state", "=", "draft")
            & Domain("reminded_at", "=", False)
            & Domain("user_id.active", "=", True)
            & Domain("interview_id.state", "in", ("planned", "done"))
            & Domain("interview_id.scorecard_due_at", "<=", fields.Datetime.now())
        )

    def _remind(self):
        """Ask once for a missing scorecard: the quiet to-do becomes one that is mailed."""
        for scorecard in self:
            interview = scorecard.interview_id
            interview._drop_scorecard_activities(scorecard.user_id)
            interview._add_scorecard_activity(
                scorecard.user_id, fields.Date.today(), self.env._("Your scorecard is missing")
            )
            as_verb(scorecard).reminded_at = fields.Datetime.now()

    @api.model
    def _cron_remind(self, limit=200):
        """Remind whoever owes a scorecard. Each reminder is saved at once: an interrupted run
        goes on where it stopped and reminds nobody twice."""
        domain = self._reminder_domain()
        self.env["ir.cron"]._commit_progress(remaining=self.search_count(domain))
        for scorecard in self.search(domain, limit=limit, order="id").try_lock_for_update():
            scorecard._remind()
            if not self.env["ir.cron"]._commit_progress(1):
                break
