"""The rules of credit.

A touch is the moment at which somebody opened a personal share link, or the link in a mail that a
colleague had sent to them. In this order a touch is not valid when

1. the application came before it (``later``),
2. it is older than the company's number of months (``expired``),
3. its link was switched off, or whose it is has left (``revoked``),
4. whose it is applies themselves (``self``),
5. the company had an open application of the person when it happened (``known``).

Of the valid touches the first gets the credit; the others are ``second``.
"""

import calendar
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


@dataclass(frozen=True)
class Touch:
    """One opening of a link; ``at`` in UTC."""

    key: object
    at: datetime
    is_live: bool = True
    is_self: bool = False


@dataclass(frozen=True)
class Applicant:
    """Who applied: when, and since when the company has another open application of theirs."""

    applied_at: datetime
    known_since: datetime | None = None


class Verdict(NamedTuple):
    touch: Touch
    outcome: str


def months_before(moment, months):
    """Return the moment as many calendar months earlier; the 31st becomes the last day of the month."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def judge(touches, applicant, months):
    """Return a :class:`Verdict` for each touch, in the order of time.

    :param touches: sequence of :class:`Touch`
    :param int months: how long a touch counts
    """
    verdicts, is_taken = [], False
    for touch in sorted(touches, key=lambda touch: touch.at):
        outcome = _objection(touch, applicant, months) or ("second" if is_taken else "credited")
        is_taken = is_taken or outcome == "credited"
        verdicts.append(Verdict(touch, outcome))
    return verdicts


def credited(verdicts):
    """Return the touch that gets the credit, or ``None``."""
    return next((touch for touch, outcome in verdicts if outcome == "credited"), None)


def _objection(touch, applicant, months):
    objections = (
        ("later", touch.at > applicant.applied_at),
        ("expired", touch.at < months_before(applicant.applied_at, months)),
        ("revoked", not touch.is_live),
        ("self", touch.is_self),
        ("known", applicant.known_since is not None and applicant.known_since <= touch.at),
    )
    return next((outcome for outcome, holds in objections if holds), None)
