"""Periods whose end stands in the line below their beginning, as in narrow columns and cells of tables."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from .dates import find_range
from .text import Line, fold
from .vocabulary import MONTHS

_OPEN = re.compile(r"\d\s*[-–—]$")
_GOES_ON = re.compile(r"[-–—]\s*\S")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_STARTS = re.compile(r"\D{0,20}\b(?:\d{1,2}[./-])?(?:19|20)\d\d(?:[./-]\d{1,2})?\s*[-–—]")
_ASIDE = 3.0  # points between the left edges of lines below each other
_LONGEST = 32  # characters of the rest of a period


def with_ends_beside(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines with each end of a period behind its beginning: 03/2019 – above 05/2021."""
    lines = tuple(piece for line in lines for piece in _divided(line))
    rows = defaultdict(list)
    for number, line in enumerate(lines):
        rows[line.row].append(number)
    merged: dict[int, Line] = {}
    taken: set[int] = set()
    for number, line in enumerate(lines):
        if number in taken:
            continue
        below = min((row for row in range(line.row + 1, line.row + 3) if row in rows), default=None)
        place = rows[line.row].index(number)
        for position, other in enumerate(rows[below] if below is not None else ()):
            rest = lines[other]
            if _beneath(line, rest, place, position) and _is_broken(line.text, rest):
                merged[number] = replace(line, text=_whole(line.text, rest), bullet=False)
                taken.add(other)
                break
    return tuple(merged.get(number, line) for number, line in enumerate(lines) if number not in taken)


def _divided(line: Line) -> tuple[Line, ...]:
    """Return a line in two where a title in other type stands close behind the beginning of a period: 03/2019 – Clerk.

    The margin of such pages is as wide as the widest date.
    """
    runs = line.look.runs if line.look else ()
    changes = (run[0] for last, run in zip(runs, runs[1:], strict=False) if last[2:] != run[2:])
    cut = next((place for place in changes if _STARTS.fullmatch(line.text[:place].strip())), 0)
    if not cut or find_range(line.text):
        return (line,)
    rest = line.text[cut:]
    beside = Line(line.start + cut, rest, False, False, line.row, line.look.shifted(cut))
    return replace(line, text=line.text[:cut].rstrip()), beside


def _beneath(line: Line, other: Line, place: int, below: int) -> bool:
    if line.look and other.look and line.look.page:
        return abs(line.look.x0 - other.look.x0) < _ASIDE
    return place == below


def _is_broken(text: str, rest: Line) -> bool:
    """Tell whether a period begins at the end of a text and is the whole of the rest below."""
    if len(rest.text) > _LONGEST or len(text) > 110:
        return False
    if not (
        rest.bullet
        or _OPEN.search(text)
        or _GOES_ON.match(rest.text)
        or _YEAR.match(rest.text)
        and _ends_in_month(text)
    ):
        return False
    whole = _whole(text, rest)
    period = find_range(whole)
    return period is not None and period.begin < len(text) and len(whole) - period.finish < 3


def _whole(text: str, rest: Line) -> str:
    """Return both lines as one; what was taken for the mark of an item is the dash between the dates."""
    return f"{text} – {rest.text}" if rest.bullet else f"{text} {rest.text}"


def _ends_in_month(text: str) -> bool:
    words = [word.strip(".,(|") for word in fold(text).split()[-2:]]
    return bool(words) and (words[-1] in MONTHS or len(words) > 1 and words[-1] in ("de", "del") and words[0] in MONTHS)
