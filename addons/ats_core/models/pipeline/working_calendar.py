from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import ormcache

from ...lib.ats_worktime import WorkCalendar

NOON = 12 * 60
# What lies further back changes no clock that still runs.
_HOLIDAYS_BACK_DAYS = 400


class ResourceCalendar(models.Model):
    _inherit = "resource.calendar"

    def _ats_work_calendar(self):
        """Return the working hours and holidays as plain values.

        Whoever works flexible hours works the average of a day around noon, Monday to Friday.

        :rtype: WorkCalendar
        """
        return self._ats_work_calendar_and_day()[0]

    def _ats_day_length(self):
        """Return the working time of one working day.

        :rtype: timedelta
        """
        return self._ats_work_calendar_and_day()[1]

    @ormcache("self.id")
    def _ats_work_calendar_and_day(self):
        """Each move of a card asks; calendars change some times a year."""
        self.ensure_one()
        calendar = self.sudo()
        work = WorkCalendar(calendar.tz or "UTC", calendar._ats_weeks(), calendar._ats_closed())
        return work, timedelta(hours=calendar.hours_per_day or 8)

    def write(self, vals):
        self.env.registry.clear_cache()
        return super().write(vals)

    def _ats_weeks(self):
        if self.flexible_hours:
            half = round(self.hours_per_day * 30)
            return ((((NOON - half, NOON + half),),) * 5 + ((), ()),)
        weeks = []
        for week_type in ("0", "1") if self.two_weeks_calendar else (False,):
            days = [[] for _weekday in range(7)]
            for line in self.attendance_ids:
                if not line.display_type and line.day_period != "lunch" and week_type in (False, line.week_type):
                    days[int(line.dayofweek)].append((round(line.hour_from * 60), round(line.hour_to * 60)))
            weeks.append(tuple(tuple(sorted(day)) for day in days))
        return tuple(weeks)

    def _ats_closed(self):
        leaves = self.env["resource.calendar.leaves"].search_fetch(
            [
                ("resource_id", "=", False),
                ("time_type", "=", "leave"),
                ("calendar_id", "in", (self.id, False)),
                ("company_id", "in", (self.company_id.id, False)),
                ("date_to", ">", fields.Datetime.now() - timedelta(days=_HOLIDAYS_BACK_DAYS)),
            ],
            ["date_from", "date_to"],
            order="date_from, id",
        )
        return tuple((leave.date_from, leave.date_to) for leave in leaves)


class ResourceCalendarAttendance(models.Model):
    _inherit = "resource.calendar.attendance"

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()


class ResourceCalendarLeaves(models.Model):
    _inherit = "resource.calendar.leaves"

    @api.model_create_multi
    def create(self, vals_list):
        leaves = super().create(vals_list)
        leaves._ats_forget_holidays()
        return leaves

    def write(self, vals):
        self._ats_forget_holidays()
        result = super().write(vals)
        self._ats_forget_holidays()
        return result

    def unlink(self):
        self._ats_forget_holidays()
        return super().unlink()

    def _ats_forget_holidays(self):
        """Time off of one person, which is made all day, changes no calendar."""
        if not all(leave.resource_id for leave in self):
            self.env.registry.clear_cache()


class HrDepartment(models.Model):
    _inherit = "hr.department"

    ats_calendar_id = fields.Many2one(
        "resource.calendar",
        "Hiring Calendar",
        ondelete="set null",
        help="Answer times of this department's jobs count on it. Empty: the department above, then the company.",
    )


class HrJob(models.Model):
    _inherit = "hr.job"

    ats_calendar_id = fields.Many2one(
        "resource.calendar",
        "Working Calendar",
        ondelete="set null",
        help="Answer times of this job count on it. Empty: the department's, then the company's.",
    )

    def _ats_calendar(self, company=None):
        """Return the calendar on which answers for this job are due; works without a job too.

        :param company: ``res.company`` of the application, for jobs that belong to none
        """
        job_sudo = self.sudo()
        department_sudo = job_sudo.department_id
        calendar = job_sudo.ats_calendar_id
        while department_sudo and not calendar:
            calendar = department_sudo.ats_calendar_id
            department_sudo = department_sudo.parent_id
        return calendar or (job_sudo.company_id or company or self.env.company).sudo().resource_calendar_id
