"""Which lines of a section are the headers of its entries, by their looks and their place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from .dates import DateRange, find_range, find_single
from .text import Line, fold
from .vocabulary import LABELS

_SENTENCE = re.compile(r"[.!?;]$")
_ABBREVIATION = re.compile(r"(?:^|[\s.(])[A-ZÀ-Ž]\w{0,3}\.$|\b(?:z o\.o|e\.V|e\.G|d\.o\.o)\.$")
_MAX_ABOVE = 5
_CONNECTED = re.compile(
    r"(?:[,&/–-]|\b(?:of|and|the|for|in|at|de|du|des|et|und|fur|für|y|e|en|van|da|do|i|w|di))$", re.I
)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line of a section."""

    cells: tuple[Line, ...]
    index: int

    @property
    def first(self) -> Line:
        """Return the leftmost cell."""
        return self.cells[0]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A row that holds the period of an entry."""

    row: int
    cell: int
    period: DateRange


NO_DATES = DateRange("", "", 0, 0)


def rows_of(lines: tuple[Line, ...]) -> list[Row]:
    """Return the lines grouped by the row they stand in."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and rows[-1][-1].row == line.row:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [Row(tuple(cells), index) for index, cells in enumerate(rows)]


def anchors_of(rows: list[Row]) -> list[Anchor]:
    """Return the rows with a period, the surest cell of each."""
    found = []
    for row in rows:
        for number, cell in enumerate(row.cells):
            if period := period_of(cell):
                found.append(Anchor(row.index, number, period))
                break
    if not found:
        found = _single_dates(rows)
    return found


def _single_dates(rows: list[Row]) -> list[Anchor]:
    """Return rows whose only date is a lone one: entries of a single year."""
    found = []
    for row in rows:
        for number, cell in enumerate(row.cells):
            period = find_single(cell.text)
            if period and len(cell.text) - (period.finish - period.begin) < 60 and not cell.bullet:
                found.append(Anchor(row.index, number, period))
                break
    return found


def period_of(line: Line) -> DateRange | None:
    """Return the range of a line that is a header, not of a sentence that mentions years."""
    period = find_range(line.text)
    if period is None or line.bullet and len(line.text) > 70:
        return None
    rest = line.text[: period.begin] + line.text[period.finish :]
    if (
        period.end == "present"
        and len(rest.split()) > 6
        and re.search(r"[a-z]", line.text[period.finish : period.finish + 4])
    ):
        return None  # "since 2011 to clients around the world"
    return period if len(rest) < 110 and not (len(rest.split()) > 8 and ends_sentence(rest.strip())) else None


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends like a sentence, not like an abbreviation."""
    return bool(_SENTENCE.search(text)) and not _ABBREVIATION.search(text)


def is_label(line: Line) -> bool:
    """Tell whether a line only announces what follows inside an entry."""
    return fold(line.text).strip(" :") in LABELS


def looks_like_header(line: Line) -> bool:
    """Tell by the words alone whether a line may belong to the header of an entry."""
    return (
        not line.bullet
        and not is_label(line)
        and len(line.text) <= 100
        and len(line.text.split()) <= 14
        and not ends_sentence(line.text.rstrip(")"))
        and (line.text[:1].isupper() or line.text[:1].isdigit() or not line.text[:1].isalpha())
    )


def body_style(lines: tuple[Line, ...]) -> tuple | None:
    """Return the style of running text, None when the lines have no looks."""
    weights: Counter = Counter()
    for line in lines:
        if line.look is not None:
            running = line.bullet or len(line.text) > 60
            weights[line.look.style] += len(line.text) * (3 if running else 1)
    return weights.most_common(1)[0][0] if weights else None


def is_styled(row: Row, body: tuple | None) -> bool:
    """Tell whether a row stands out from running text."""
    if body is None:
        return False
    first = row.first
    if first.bullet or is_label(first) or len(first.text) > 120:
        return False
    return any(_stands_out(cell, body) for cell in row.cells[:2])


def _stands_out(line: Line, body: tuple) -> bool:
    look = line.look
    if look is None:
        return False
    if look.style != body and look.style[0] >= body[0] - 1.6:
        return True
    first = look.runs[0] if look.runs else None
    return bool(first) and (round(first[2] * 2) / 2, first[3] & 11) != body and first[1] > 3


def joined_rows(rows: list[Row]) -> list[list[Line]]:
    """Return the cells of header rows, those that wrap into the next row joined with it.

    A joined cell is a list of lines; most hold one.
    """
    cells: list[list[Line]] = []
    for row in rows:
        for cell in row.cells:
            above = cells[-1][-1] if cells else None
            if above is not None and wraps(above, cell):
                cells[-1].append(cell)
            else:
                cells.append([cell])
    return cells


def wraps(above: Line, below: Line) -> bool:
    """Tell whether a line goes on in the one below because it did not fit."""
    first, second = above.look, below.look
    if first is None or second is None or below.bullet or below.gap or above.row == below.row:
        return False
    if first.page != second.page or first.style != second.style or first.region != second.region:
        return False
    if abs(first.x0 - second.x0) > 2.5 or not 0 < second.top - first.top < 1.75 * first.size:
        return False
    word = below.text.split(" ")[0]
    width = (second.x1 - second.x0) / max(len(below.text), 1)
    fits = first.x1 + (len(word) + 1) * width <= first.edge
    goes_on = (
        word[:1].islower()
        or word[:1] in "(&"
        or bool(_CONNECTED.search(above.text))
        or above.text.count("(") > above.text.count(")")
    )
    return goes_on if fits is False else bool(goes_on and above.text.count("(") > above.text.count(")"))
