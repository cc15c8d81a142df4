from datetime import datetime, time, timedelta

import pytz

from odoo import api, fields, models
from odoo.fields import Domain

RECRUITER = "hr_recruitment.group_hr_recruitment_user"
ADMINISTRATOR = "hr_recruitment.group_hr_recruitment_manager"
MORNING = time(8, 0)


class AtsDay(models.AbstractModel):
    """Whose work it is, and which day."""

    _inherit = "ats.day"

    @api.model
    def _ats_day_applications(self, scope, path=""):
        """Return the domain of applications that are the user's work.

        ``mine``: the user is the application's recruiter, the job's recruiter where the application
        has none, or the job's hiring manager. ``team``: all of the jobs whose hiring team the user
        belongs to; for administrators every job.

        :param str path: field path from the group's model to the application, with a dot at its end
        """
        user = self.env.user
        if scope == "team" and user.has_group(ADMINISTRATOR):
            return Domain.TRUE
        mine = Domain(f"{path}user_id", "=", user.id)
        led = self._ats_day_jobs("ats_hiring_manager_id", "=", user.id)
        if led:
            mine |= Domain(f"{path}job_id", "in", led)
        recruits = self._ats_day_jobs("user_id", "=", user.id) if user.has_group(RECRUITER) else []
        if recruits:
            mine |= Domain(f"{path}user_id", "=", False) & Domain(f"{path}job_id", "in", recruits)
        if scope == "team":
            mine |= Domain(f"{path}job_id", "in", self._ats_day_jobs("ats_team_user_ids", "in", user.ids))
        return mine

    @api.model
    def _ats_day_jobs(self, field, operator, value):
        """Ids, and no subquery: PostgreSQL then joins both indexes of the application."""
        return self.env["hr.job"].sudo().with_context(active_test=False).search([(field, operator, value)]).ids

    # ------------------------------------------------------------ the user's clock

    @api.model
    def _ats_day_zone(self):
        return pytz.timezone(self.env.user.tz or "UTC")

    @api.model
    def _ats_day_moment(self, days=0, at=time.min):
        """Return a moment (UTC) of the user's calendar: so many days from today, at that time."""
        zone = self._ats_day_zone()
        day = pytz.utc.localize(fields.Datetime.now()).astimezone(zone).date() + timedelta(days=days)
        return zone.localize(datetime.combine(day, at)).astimezone(pytz.utc).replace(tzinfo=None)

    @api.model
    def _ats_day_until(self, choice):
        """Return when a row comes back (UTC): ``tomorrow``, ``monday`` or ``week``."""
        today = pytz.utc.localize(fields.Datetime.now()).astimezone(self._ats_day_zone()).date()
        days = {"tomorrow": 1, "monday": 7 - today.weekday(), "week": 7}
        return self._ats_day_moment(days[choice], MORNING)
