from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from ats_worktime import WorkCalendar, day_after, first_open, moment_to_send, reading_hours

EIGHT_TO_FIVE = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))
OFFICE = (EIGHT_TO_FIVE,) * 5 + ((), ())
BRUSSELS = WorkCalendar("Europe/Brussels", (OFFICE,))
WEEKDAYS = range(5)


def hours(zone="Europe/Brussels", start=9, end=17, days=WEEKDAYS):
    return reading_hours(zone, start, end, days)


def test_weekends_and_holidays_are_no_working_days():
    friday = datetime(2026, 3, 6, 11)
    assert day_after(BRUSSELS, friday, 1) == date(2026, 3, 9)
    closed = WorkCalendar("Europe/Brussels", (OFFICE,), ((datetime(2026, 3, 8, 23), datetime(2026, 3, 9, 23)),))
    assert day_after(closed, friday, 1) == date(2026, 3, 10)
    assert day_after(BRUSSELS, friday, 0) == date(2026, 3, 6)


def test_a_calendar_without_hours_counts_all_days():
    assert day_after(WorkCalendar("UTC", (((),) * 7,)), datetime(2026, 3, 6, 11), 3) == date(2026, 3, 9)


def test_at_once_within_the_hours_and_next_morning_after_them():
    assert moment_to_send(BRUSSELS, hours(), datetime(2026, 3, 2, 10, 7), 0) == datetime(2026, 3, 2, 10, 7)
    assert moment_to_send(BRUSSELS, hours(), datetime(2026, 3, 6, 20), 0) == datetime(2026, 3, 9, 8)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Asia/Tokyo", datetime(2026, 3, 5, 0)),
        ("Europe/Brussels", datetime(2026, 3, 5, 8)),
        ("America/Los_Angeles", datetime(2026, 3, 5, 17)),
    ],
)
def test_the_hours_are_those_of_the_reader(zone, expected):
    assert moment_to_send(BRUSSELS, hours(zone), datetime(2026, 3, 2, 10), 3) == expected


def test_nine_o_clock_stays_nine_when_clocks_change():
    """Brussels moves to summer time on 29 March 2026."""
    assert moment_to_send(BRUSSELS, hours(), datetime(2026, 3, 27, 12), 1) == datetime(2026, 3, 30, 7)


def test_an_hour_that_the_clock_skips_is_sent_after_it():
    night = hours(start=2, end=3, days=range(7))
    assert first_open(night, datetime(2026, 3, 29, 0)) == datetime(2026, 3, 30, 0)


def test_an_unknown_zone_is_utc_and_no_hours_is_never():
    assert moment_to_send(BRUSSELS, hours("Mars/Olympus"), datetime(2026, 3, 2, 3), 0) == datetime(2026, 3, 2, 9)
    assert moment_to_send(BRUSSELS, hours(None), datetime(2026, 3, 2, 3), 0) == datetime(2026, 3, 2, 9)
    assert moment_to_send(BRUSSELS, hours(start=17, end=9), datetime(2026, 3, 2, 3), 0) is None
    assert first_open(hours(days=()), datetime(2026, 3, 2)) is None


@pytest.mark.parametrize("zone", ["Europe/Brussels", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"])
def test_every_moment_of_a_year_ends_within_the_hours(zone):
    reading = hours(zone)
    moment = datetime(2026, 1, 1)
    while moment < datetime(2027, 1, 1):
        at = moment_to_send(BRUSSELS, reading, moment, 2)
        local = at.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
        assert at > moment
        assert local.weekday() < 5
        assert 9 <= local.hour < 17
        moment += timedelta(hours=7, minutes=13)
