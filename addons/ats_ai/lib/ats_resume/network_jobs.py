"""Jobs as networks print them: employer, title, dates with how long it lasted, town; one employer, several titles."""

from __future__ import annotations

from .dates import DateRange
from .geography import TOWNS
from .headers import ends_sentence, logical, period_of
from .model import Entry
from .parts import description, is_duration
from .places import is_place
from .roles import lean
from .text import Line, Text, fold

_FEWEST = 2
_WORDS = 6  # of a town


def jobs(text: Text, lines: tuple[Line, ...]) -> list[Entry]:
    """Return the jobs of a section whose dates all say how long it lasted, otherwise none."""
    groups = logical(lines, sure=True)
    firsts = [group[0] for group in groups]
    dated = {place: period for place, line in enumerate(firsts) if (period := period_of(line))}
    if len(dated) < _FEWEST or not all(_lasted(firsts[place], period) for place, period in dated.items()):
        return []
    heads = _heads(firsts, list(dated))
    if not heads or sum(lean(_said(groups[house]), _said(groups[date - 1])) for date, house in heads) < 0:
        return []
    return _entries(text, groups, dated, dict(heads))


def _lasted(line: Line, period: DateRange) -> bool:
    """Tell whether a line is a period and its length, and nothing else."""
    rest = line.text[: period.begin] + line.text[period.finish :]
    return is_duration(rest)


def _heads(lines: list[Line], dates: list[int]) -> list[tuple[int, int]]:
    """Return the places of dates and of the employer above them, nothing where the lines are no such jobs."""
    first = dates[0]
    house = first - 3 if first == 3 and is_duration(lines[1].text) else first - 2
    if house != 0:
        return []
    found = [(first, 0)]
    for last, date in zip(dates, dates[1:], strict=False):
        place = date - 2
        if date - last < 2:
            return []
        if place > last and is_duration(lines[place].text):
            place -= 1
        if place > last and (place < date - 2 or _is_house(lines, place, last, lines[0])):
            found.append((date, place))
    return found


def _is_house(lines: list[Line], place: int, last: int, first: Line) -> bool:
    """Tell whether the line above a title is an employer, not the town or the text of the job before."""
    line, title = lines[place], lines[place + 1]
    if line.look and first.look and first.look.style != title.look.style:
        return line.look.style == first.look.style
    if line.bullet or len(line.text) > 60 or ends_sentence(line.text) or title.gap and not line.gap:
        return False
    return place > last + 1 or not _is_town(line)


def _is_town(line: Line) -> bool:
    short = not line.bullet and len(line.text.split()) <= _WORDS
    return short and (fold(line.text) in TOWNS or is_place(line.text))


def _said(group: list[Line]) -> str:
    return " ".join(line.text for line in group)


def _entries(text: Text, groups: list[list[Line]], dated: dict[int, DateRange], houses: dict[int, int]) -> list[Entry]:
    found, organisation = [], ""
    dates = list(dated)
    for number, (date, period) in enumerate(dated.items()):
        first = houses.get(date, date - 1)
        organisation = _said(groups[first]) if date in houses else organisation
        after = dates[number + 1] if number + 1 < len(dates) else len(groups) + 1
        body = groups[date + 1 : houses.get(after, after - 1)]
        body = body[1:] if body and _is_town(body[0][0]) else body
        found.append(
            Entry(
                "work",
                _said(groups[date - 1]),
                organisation,
                "",
                "" if period.single else period.start,
                period.end,
                description([line for group in body for line in group]),
                0.85,
                text.span(groups[first][0].start, groups[date][-1].end),
            )
        )
    return found
