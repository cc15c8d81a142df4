from datetime import datetime, timedelta

import pytest
from worktime_oracle import compare

from ats_worktime import WorkCalendar, moment_after, working_time

EIGHT_TO_FIVE = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))
OFFICE = (EIGHT_TO_FIVE,) * 5 + ((), ())
BRUSSELS = WorkCalendar("Europe/Brussels", (OFFICE,))
A_DAY = timedelta(hours=8)


def test_a_weekend_does_not_count():
    friday_noon = datetime(2026, 3, 6, 11)  # 12:00 in Brussels
    assert moment_after(BRUSSELS, friday_noon, A_DAY) == datetime(2026, 3, 9, 11)


def test_an_application_at_night_begins_in_the_morning():
    assert moment_after(BRUSSELS, datetime(2026, 3, 2, 22), A_DAY) == datetime(2026, 3, 3, 16)


def test_the_clock_change_keeps_the_hours_on_the_wall():
    """Brussels moves to summer time on 29 March 2026; eight o'clock is then 06:00 UTC."""
    friday_evening = datetime(2026, 3, 27, 16)
    assert moment_after(BRUSSELS, friday_evening, timedelta(hours=1)) == datetime(2026, 3, 30, 7)


def test_a_night_shift_over_the_repeated_hour_is_longer():
    night = WorkCalendar("Europe/Brussels", (((((60, 300),),) * 7),))
    october = working_time(night, datetime(2026, 10, 24, 20), datetime(2026, 10, 25, 12))
    march = working_time(night, datetime(2026, 3, 28, 20), datetime(2026, 3, 29, 12))
    assert (october, march) == (timedelta(hours=5), timedelta(hours=3))


def test_a_holiday_and_a_pause_do_not_count():
    holiday = WorkCalendar("Europe/Brussels", (OFFICE,), ((datetime(2026, 3, 3), datetime(2026, 3, 4)),))
    pause = (datetime(2026, 3, 2, 7), datetime(2026, 3, 2, 11))
    assert moment_after(holiday, datetime(2026, 3, 2, 7), A_DAY, [pause]) == datetime(2026, 3, 4, 11)


def test_a_pause_that_still_runs_stops_the_clock():
    pause = (datetime(2026, 3, 2, 9), None)
    assert moment_after(BRUSSELS, datetime(2026, 3, 2, 7), A_DAY, [pause]) is None
    assert working_time(BRUSSELS, datetime(2026, 3, 2, 7), datetime(2026, 3, 20), [pause]) == timedelta(hours=2)


def test_a_calendar_without_hours_never_gets_there():
    assert moment_after(WorkCalendar("UTC", (((),) * 7,)), datetime(2026, 3, 2), A_DAY) is None


def test_two_alternating_weeks():
    calendar = WorkCalendar("UTC", (OFFICE, ((),) * 7))
    weeks = [working_time(calendar, datetime(2026, 3, day), datetime(2026, 3, day + 7)) for day in (2, 9, 16)]
    assert sorted(weeks[:2]) == [timedelta(), 5 * A_DAY]
    assert weeks[0] == weeks[2]


@pytest.mark.parametrize("seed", [20261122])
def test_as_an_independent_oracle_says(seed):
    compare(WorkCalendar, working_time, moment_after, cases=300, seed=seed)
