"""Working time: how much of it lies between two moments, and when an amount of it has passed.

Moments are naive datetimes in UTC. A minute counts when the clock on the wall of the calendar's
time zone reads a working hour, no holiday lies over it and no pause runs. So the hour that a
clock change repeats counts twice, and the hour it skips does not count.
"""

from .calendar import WorkCalendar
from .passing import moment_after, working_time
from .sending import day_after, first_open, moment_to_send, reading_hours

__all__ = [
    "WorkCalendar",
    "day_after",
    "first_open",
    "moment_after",
    "moment_to_send",
    "reading_hours",
    "working_time",
]
