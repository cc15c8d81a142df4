"""What a week of work looks like, and the spans of one day in UTC."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_MIDNIGHT = datetime.min.time()
_A_MINUTE = timedelta(minutes=1)
_MARGIN = timedelta(hours=3)


@dataclass(frozen=True)
class WorkCalendar:
    """Working hours of one week, or of two that alternate.

    :param zone: IANA name of the time zone the hours are read in
    :param weeks: one or two weeks of seven days (Monday first), a day being ``(from, to)`` pairs in
        minutes since midnight; with two, the first is that of even week numbers as Odoo counts
    :param closed: ``(start, end)`` pairs in UTC on which nobody works
    """

    zone: str
    weeks: tuple
    closed: tuple = ()

    def hours_of(self, day):
        """Return the ``(from, to)`` minutes of a date."""
        week = (day.toordinal() - 1) // 7 % len(self.weeks)
        return self.weeks[week][day.weekday()]

    def local_date(self, moment):
        """Return the date that the clock on the wall shows at a moment."""
        return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(self.zone)).date()

    @property
    def is_empty(self):
        """Whether no hour of any week is a working hour."""
        return not any(day for week in self.weeks for day in week)


@lru_cache(maxsize=20_000)
def spans_of_day(calendar, day):
    """Return the working spans of a local date as ``(start, end)`` in UTC, without holidays."""
    hours = calendar.hours_of(day)
    if not hours:
        return ()
    midnight = datetime.combine(day, _MIDNIGHT)
    spans = []
    for offset, lower, upper in _offsets(calendar.zone, day):
        for start, end in hours:
            begin = max(midnight + start * _A_MINUTE - offset, lower)
            finish = min(midnight + end * _A_MINUTE - offset, upper)
            if begin < finish:
                spans.append((begin, finish))
    return tuple(sorted(spans))


def _offsets(zone, day: date):
    """Yield ``(offset from UTC, first moment, end)`` for each part of a date between clock changes."""
    tzinfo = ZoneInfo(zone)
    midnight = datetime.combine(day, _MIDNIGHT)
    first = midnight.replace(tzinfo=tzinfo).utcoffset()
    last = (midnight + timedelta(days=1) - _A_MINUTE).replace(tzinfo=tzinfo, fold=1).utcoffset()
    if first == last:
        yield first, datetime.min, datetime.max
        return
    change = _clock_change(
        tzinfo, midnight - max(first, last) - _MARGIN, midnight + timedelta(days=1) - min(first, last) + _MARGIN
    )
    yield first, datetime.min, change
    yield last, change, datetime.max


def _clock_change(tzinfo, lower, upper):
    """Return the moment between two at which the zone's offset changes, to the minute."""
    before = _offset_at(tzinfo, lower)
    while upper - lower > _A_MINUTE:
        middle = lower + (upper - lower) / 2
        middle = middle.replace(second=0, microsecond=0)
        if _offset_at(tzinfo, middle) == before:
            lower = middle
        else:
            upper = middle
    return upper


def _offset_at(tzinfo, moment):
    return moment.replace(tzinfo=UTC).astimezone(tzinfo).utcoffset()
