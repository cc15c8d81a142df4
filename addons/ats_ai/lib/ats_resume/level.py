"""Dates that stand level with a header but were read in a column of their own, put back beside it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from .headers import only_dates
from .text import Line

_LEVEL = 1.0  # points


def with_dates_beside(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines with each period of another column in the row on whose baseline it stands."""
    moved = _moved(lines)
    if not moved:
        return lines
    beside = defaultdict(list)
    for date, place in moved.items():
        beside[place].append(replace(lines[date], row=lines[place].row, gap=False))
    return tuple(
        cell
        for number, line in enumerate(lines)
        for cell in (*([] if number in moved else [line]), *beside.get(number, ()))
    )


def _moved(lines: tuple[Line, ...]) -> dict[int, int]:
    """Return for each period that stands alone in its row the line beside which it belongs."""
    rows, baselines = defaultdict(list), defaultdict(list)
    for number, line in enumerate(lines):
        if line.look is not None and line.look.page:
            rows[line.row].append(line)
            baselines[line.look.page, round(line.look.baseline)].append(number)
    dated = {row for row, cells in rows.items() if any(map(only_dates, cells))}
    moved = {}
    for number, line in enumerate(lines):
        if line.row not in dated or not only_dates(line) or sum(not cell.bullet for cell in rows[line.row]) != 1:
            continue
        near = (round(line.look.baseline) + step for step in (-1, 0, 1))
        places = [place for y in near for place in baselines[line.look.page, y] if _is_level(lines[place], line)]
        if len(places) == 1 and lines[places[0]].row not in dated:
            moved[number] = places[0]
    return moved


def _is_level(other: Line, dates: Line) -> bool:
    look, own = other.look, dates.look
    if other.bullet or other.row == dates.row or look.region == own.region:
        return False
    return abs(look.baseline - own.baseline) < _LEVEL and (look.x1 <= own.x0 or own.x1 <= look.x0)
