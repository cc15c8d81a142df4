import random
from datetime import datetime, timedelta

from pytz import utc

from odoo import Command
from odoo.tests import TransactionCase, tagged

from odoo.addons.ats_core.lib.ats_worktime import working_time


@tagged("post_install", "-at_install")
class TestWorkingCalendar(TransactionCase):
    """What is read from Odoo's calendars; the arithmetic has its own oracle in tests/unit."""

    def make(self, rng):
        calendar = self.env["resource.calendar"].create(
            {
                "name": "Random",
                "tz": rng.choice(["UTC", "Europe/Brussels", "America/New_York", "Asia/Kolkata"]),
                "attendance_ids": [
                    Command.clear(),
                    *(
                        Command.create(
                            {
                                "name": str(day),
                                "dayofweek": str(day),
                                "day_period": "morning",
                                "hour_from": start,
                                "hour_to": start + rng.choice([2, 3.5, 4]),
                            }
                        )
                        for day in rng.sample(range(7), rng.randint(2, 6))
                        for start in [rng.choice([6, 7.5, 9])]
                    ),
                ],
            }
        )
        for _number in range(rng.randint(0, 2)):
            begin = datetime(2026, 6, rng.randint(1, 28), rng.randint(0, 23))
            self.env["resource.calendar.leaves"].create(
                {
                    "name": "Closed",
                    "calendar_id": calendar.id,
                    "date_from": begin,
                    "date_to": begin + timedelta(hours=rng.randint(2, 60)),
                }
            )
        return calendar

    def test_it_counts_what_odoo_counts(self):
        """Away from clock changes, where Odoo localises only the ends of a span."""
        rng = random.Random(20261122)
        for _case in range(25):
            calendar = self.make(rng)
            start = datetime(2026, 6, 1) + timedelta(hours=rng.randint(0, 300))
            end = start + timedelta(hours=rng.randint(1, 400))
            ours = working_time(calendar._ats_work_calendar(), start, end).total_seconds() / 3600
            native = calendar.get_work_hours_count(utc.localize(start), utc.localize(end))
            self.assertAlmostEqual(ours, native, places=3)

    def test_two_weeks_alternate_as_odoo_counts_them(self):
        calendar = self.env["resource.calendar"].create({"name": "Two weeks", "tz": "UTC"})
        calendar.switch_calendar_type()
        calendar.attendance_ids.filtered(lambda line: line.week_type == "1" and line.dayofweek != "0").unlink()
        start = datetime(2026, 6, 1)
        for week in range(4):
            begin = start + timedelta(weeks=week)
            ours = working_time(calendar._ats_work_calendar(), begin, begin + timedelta(weeks=1))
            native = calendar.get_work_hours_count(utc.localize(begin), utc.localize(begin + timedelta(weeks=1)))
            self.assertAlmostEqual(ours.total_seconds() / 3600, native, places=3)

    def test_a_changed_calendar_is_read_anew(self):
        calendar = self.env["resource.calendar"].create({"name": "Office", "tz": "UTC"})
        start = datetime(2026, 6, 1)
        week = start, start + timedelta(weeks=1)
        before = working_time(calendar._ats_work_calendar(), *week)
        calendar.attendance_ids.filtered(lambda line: line.dayofweek == "0").unlink()
        self.assertLess(working_time(calendar._ats_work_calendar(), *week), before)
        before = working_time(calendar._ats_work_calendar(), *week)
        leave = self.env["resource.calendar.leaves"].create(
            {"name": "Closed", "calendar_id": calendar.id, "date_from": "2026-06-02", "date_to": "2026-06-03"}
        )
        self.assertLess(working_time(calendar._ats_work_calendar(), *week), before)
        leave.unlink()
        self.assertEqual(working_time(calendar._ats_work_calendar(), *week), before)
