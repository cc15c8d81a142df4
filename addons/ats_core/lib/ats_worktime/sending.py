"""When something may be sent: some working days later, in the hours of who receives it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from .calendar import WorkCalendar, spans_of_day
from .passing import HORIZON_DAYS, working_time

_ONE_DAY = timedelta(days=1)
_MIDNIGHT = datetime.min.time()


def reading_hours(zone, start, end, weekdays):
    """Return the hours of a week in which a person likes to be written to.

    :param str zone: IANA name of the person's time zone; an unknown one is read as UTC
    :param float start: hour of the day from which on, 9.5 is half past nine
    :param float end: hour of the day until which
    :param weekdays: the days, 0 is Monday
    :rtype: WorkCalendar
    """
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError, TypeError):
        zone = "UTC"
    hours = ((round(start * 60), round(end * 60)),) if start < end else ()
    return WorkCalendar(zone, (tuple(hours if day in weekdays else () for day in range(7)),))


def day_after(calendar, moment, days):
    """Return the date on which a number of working days has passed since a moment.

    Friday plus one working day is Monday. None passes: it is the day of the moment itself.

    :param WorkCalendar calendar: what a working day is; one without any hour counts all days
    :param datetime moment: UTC, naive
    :param int days: how many
    :rtype: date
    """
    day = calendar.local_date(moment)
    limit = day + timedelta(days=HORIZON_DAYS)
    while days > 0 and day < limit:
        day += _ONE_DAY
        if calendar.is_empty or _is_worked(calendar, day):
            days -= 1
    return day


def moment_to_send(calendar, reading, moment, days):
    """Return the first moment in the reader's hours, so many working days after another moment.

    :param WorkCalendar calendar: the sender's working days
    :param WorkCalendar reading: see :func:`reading_hours`
    :param datetime moment: UTC, naive
    :param int days: working days between
    :return: UTC, naive; None when the reader has no hours
    """
    if reading.is_empty:
        return None
    day = day_after(calendar, moment, days)
    first = moment
    if days > 0:
        local = datetime.combine(day, _MIDNIGHT, tzinfo=ZoneInfo(reading.zone))
        first = max(moment, (local - local.utcoffset()).replace(tzinfo=None))
    return first_open(reading, first)


def first_open(reading, moment):
    """Return the first moment within the hours, the given one if it lies in them.

    :param WorkCalendar reading: hours without holidays
    :param datetime moment: UTC, naive
    :return: UTC, naive; None when there are no hours
    """
    if reading.is_empty:
        return None
    day = reading.local_date(moment)
    while True:
        for start, end in spans_of_day(reading, day):
            if moment < end:
                return max(start, moment)
        day += _ONE_DAY


def _is_worked(calendar, day):
    spans = spans_of_day(calendar, day)
    return bool(spans) and bool(working_time(calendar, spans[0][0], spans[-1][1]))
