"""An oracle for working time that shares nothing with the library: it looks at the clock on the
wall step by step. And random cases for it: zones, calendars, holidays, pauses, clock changes."""

import random
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

STEP = timedelta(minutes=5)

ZONES = (
    "UTC", "Europe/Brussels", "Europe/London", "America/New_York", "America/Sao_Paulo", "America/St_Johns",
    "Asia/Kathmandu", "Asia/Kolkata", "Asia/Tokyo", "Asia/Beirut", "Africa/Cairo", "Australia/Lord_Howe",
    "Australia/Adelaide", "Pacific/Auckland", "Pacific/Chatham", "America/Havana", "Atlantic/Azores",
)  # fmt: skip

# Around the clock changes of the two hemispheres, where mistakes live.
_CHANGES = [
    datetime(year, month, day)
    for year in (2024, 2025, 2026, 2027)
    for month, day in ((3, 8), (3, 27), (4, 2), (4, 24), (9, 26), (10, 1), (10, 24), (10, 30), (11, 1))
]


def counts(calendar, moment, pauses):
    """Tell whether the step that begins at a moment is working time."""
    if any(start <= moment < end for start, end in calendar.closed):
        return False
    if any(start <= moment and (end is None or moment < end) for start, end in pauses):
        return False
    wall = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(calendar.zone))
    minute = wall.hour * 60 + wall.minute
    weeks_passed = (wall.date() - datetime(1, 1, 1).date()).days // 7
    day = calendar.weeks[weeks_passed % len(calendar.weeks)][wall.weekday()]
    return any(start <= minute < end for start, end in day)


def slow_working_time(calendar, start, end, pauses=()):
    passed, moment = timedelta(), start
    while moment < end:
        if counts(calendar, moment, pauses):
            passed += STEP
        moment += STEP
    return passed


def slow_moment_after(calendar, start, amount, pauses, limit):
    """The moment, or None when it does not come before the limit."""
    moment, left = start, amount
    while moment < limit:
        if counts(calendar, moment, pauses):
            left -= STEP
            if not left:
                return moment + STEP
        moment += STEP
    return None


def _hours(rng):
    shape = rng.random()
    if shape < 0.12:
        return ()
    if shape < 0.55:
        return ((8 * 60, 12 * 60), (13 * 60, 17 * 60))
    if shape < 0.65:
        return ((0, 24 * 60),)
    cuts = sorted(rng.sample(range(0, 24 * 60 + 1, 5), 2 * rng.randint(1, 3)))
    return tuple(zip(cuts[::2], cuts[1::2], strict=True))


def random_case(rng, make_calendar):
    """Return ``(calendar, start, end, amount, pauses)``; moments lie on the oracle's steps."""
    start = rng.choice(_CHANGES) + STEP * rng.randint(-288 * 3, 288 * 5)
    days = rng.randint(1, 6)

    def spans(count):
        begins = [start + STEP * rng.randint(-288, 288 * days) for _ in range(count)]
        return tuple((begin, begin + STEP * rng.randint(1, 400)) for begin in begins)

    weeks = tuple(tuple(_hours(rng) for _ in range(7)) for _ in range(rng.choice((1, 1, 1, 2))))
    pauses = spans(rng.choice((0, 0, 1, 2, 3)))
    if rng.random() < 0.1:
        pauses += ((start + STEP * rng.randint(0, 288 * days), None),)
    calendar = make_calendar(rng.choice(ZONES), weeks, spans(rng.choice((0, 0, 1, 2))))
    end = start + STEP * rng.randint(0, 288 * days)
    return calendar, start, end, STEP * rng.randint(1, 12 * 20), pauses


def compare(make_calendar, working_time, moment_after, *, cases, seed):
    """Compare the library with the oracle on random cases; raise on the first difference."""
    rng = random.Random(seed)
    for number in range(cases):
        calendar, start, end, amount, pauses = random_case(rng, make_calendar)
        expected = slow_working_time(calendar, start, end, pauses)
        found = working_time(calendar, start, end, pauses)
        assert found == expected, f"case {number}, seed {seed}: {found} instead of {expected} for {calendar}"
        limit = start + timedelta(days=7)
        expected = slow_moment_after(calendar, start, amount, pauses, limit)
        found = moment_after(calendar, start, amount, pauses)
        if expected is None:
            assert found is None or found > limit, f"case {number}, seed {seed}: {found}, but never before {limit}"
        else:
            assert found == expected, f"case {number}, seed {seed}: {found} instead of {expected} for {calendar}"
