"""How working time passes between moments."""

from datetime import datetime, timedelta

from .calendar import spans_of_day

# Nobody plans further ahead; a calendar that is closed for so long never gets there.
HORIZON_DAYS = 1500


def working_time(calendar, start, end, pauses=()):
    """Return the working time between two moments.

    :param WorkCalendar calendar: what counts as work
    :param datetime start: UTC, naive
    :param datetime end: UTC, naive; before ``start`` nothing has passed
    :param pauses: ``(start, end)`` pairs that do not count; an ``end`` of None still runs
    :rtype: timedelta
    """
    total = timedelta()
    for begin, finish in _spans(calendar, start, end, pauses):
        total += finish - begin
    return total


def moment_after(calendar, start, amount, pauses=()):
    """Return the first moment at which an amount of working time has passed since ``start``.

    :param WorkCalendar calendar: what counts as work
    :param datetime start: UTC, naive
    :param timedelta amount: more than nothing
    :param pauses: as in :func:`working_time`
    :return: the moment in UTC, naive, or None when it never comes: the clock stands still in a
        pause that still runs, or the calendar has no working hours
    """
    if calendar.is_empty:
        return None
    left = amount
    for begin, finish in _spans(calendar, start, start + timedelta(days=HORIZON_DAYS), pauses):
        if finish - begin >= left:
            return begin + left
        left -= finish - begin
    return None


def _spans(calendar, start, end, pauses):
    """Yield the working spans between two moments, in order, without holidays and pauses."""
    holes = _merged(calendar.closed, pauses)
    if holes and holes[-1][1] == datetime.max:
        end = min(end, holes[-1][0])
    if start >= end:
        return
    day, last = calendar.local_date(start), calendar.local_date(end)
    while day <= last:
        for begin, finish in spans_of_day(calendar, day):
            yield from _without(max(begin, start), min(finish, end), holes)
        day += timedelta(days=1)


def _merged(*groups):
    """Return spans in order, those that touch as one; an end of None is the end of time."""
    merged = []
    for start, end in sorted((start, end or datetime.max) for group in groups for start, end in group):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _without(start, end, holes):
    for hole_start, hole_end in holes:
        if start >= end or hole_start >= end:
            break
        if hole_end > start:
            if hole_start > start:
                yield start, hole_start
            start = hole_end
    if start < end:
        yield start, end
