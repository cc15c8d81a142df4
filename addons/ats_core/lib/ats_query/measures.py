"""Bounds of numbers and days as people type them: 3, >=3, 3..5, 2026, 2026-03, 2026-03-14."""

import calendar
import re
from datetime import date

from .nodes import Range

_NUMBER = re.compile(r"\d{1,6}(\.\d{1,3})?", re.ASCII)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)


class NotAMeasure(ValueError):
    """The text is no number or day."""


def bounds(field, kind, text):
    """Return the Range that a text stands for.

    :param str kind: ``number`` or ``day``
    :raise NotAMeasure: when it stands for none
    """
    span = _span_of_number if kind == "number" else _span_of_day
    if ".." in text:
        return _between(field, span, *text.split("..", 1))
    for sign in (">=", "<=", ">", "<"):
        if text.startswith(sign):
            return _beside(field, sign, *span(text[len(sign) :]))
    low, high = span(text)
    return Range(field, low, high)


def _between(field, span, first, last):
    low = span(first)[0] if first else None
    high = span(last)[1] if last else None
    if low is None and high is None:
        raise NotAMeasure
    return Range(field, low, high)


def _beside(field, sign, low, high):
    if sign == ">":
        return Range(field, low=high, low_open=True)
    if sign == ">=":
        return Range(field, low=low)
    if sign == "<":
        return Range(field, high=low, high_open=True)
    return Range(field, high=high)


def _span_of_number(text):
    if not _NUMBER.fullmatch(text):
        raise NotAMeasure
    return float(text), float(text)


def _span_of_day(text):
    """A year or a month is its first to its last day."""
    found = _DAY.fullmatch(text)
    if not found:
        raise NotAMeasure
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError as error:
        raise NotAMeasure from error
    if day:
        return first, first
    last_month = month or 12
    return first, date(year, last_month, calendar.monthrange(year, last_month)[1])
