"""Which lines of a section are the headers of its entries, by their looks and their place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from .dates import DateRange, find_range, find_single
from .looks import Look
from .text import Line, fold
from .vocabulary import LABELS

_SENTENCE = re.compile(r"[.!?;]$")
_ABBREVIATION = re.compile(r"(?:^|[\s.(])[A-ZÀ-Ž]\w{0,3}\.$|\b(?:z o\.o|e\.V|e\.G|d\.o\.o|[a-z]\.[a-z])\.$")
_ADDRESS = re.compile(r"@|://|\w\.[a-z]{2,}/")
_PARTICLE = re.compile(r"(?:(?:d[aeo]s?|d[ei]l?|della|van|von|der|den|la|le|ten|ter|el|al|zu[mr]?) |[dl]['’])+[A-ZÀ-Ž]")
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
            if period := lone_date(cell):
                found.append(Anchor(row.index, number, period))
                break
    return found


def lone_date(line: Line) -> DateRange | None:
    """Return the single date of a short line that is no item of a list."""
    period = None if line.bullet else find_single(line.text)
    return period if period and len(line.text) - (period.finish - period.begin) < 60 else None


def period_of(line: Line) -> DateRange | None:
    """Return the range of a line that is a header, not of a sentence that mentions years."""
    period = find_range(line.text)
    if period is None or line.bullet and len(line.text) > 70:
        return None
    rest = line.text[: period.begin] + line.text[period.finish :]
    if period.end == "present" and len(rest.split()) > 6 and re.match(r"\s*[a-z]", line.text[period.finish :]):
        return None  # "since 2011 to clients around the world"
    return period if len(rest) < 110 and not (len(rest.split()) > 8 and ends_sentence(rest.strip())) else None


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends like a sentence, not like an abbreviation."""
    return bool(_SENTENCE.search(text)) and not _ABBREVIATION.search(text)


def is_label(line: Line) -> bool:
    """Tell whether a line only announces what follows inside an entry."""
    return fold(line.text).strip(" :") in LABELS


def unlisted(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return lines without marks of lists where the marks mean nothing: on everything, or above bare dates."""
    everywhere = sum(line.bullet for line in lines) >= 0.95 * len(lines)
    found = []
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        header = everywhere or below is not None and only_dates(below) and not ends_sentence(line.text)
        found.append(replace(line, bullet=False) if line.bullet and (header or only_dates(line)) else line)
    return tuple(found)


def only_dates(line: Line) -> bool:
    """Tell whether a line is a period and nothing else."""
    period = find_range(line.text)
    return period is not None and len(line.text) - (period.finish - period.begin) < 4


def looks_like_header(line: Line) -> bool:
    """Tell by the words alone whether a line may belong to the header of an entry."""
    return (
        not line.bullet
        and not is_label(line)
        and len(line.text) <= 100
        and len(line.text.split()) <= 14
        and not ends_sentence(line.text.rstrip(")"))
        and (not line.text[:1].islower() or bool(_PARTICLE.match(line.text)))
    )


def body_style(lines: tuple[Line, ...], document: tuple[Line, ...] = ()) -> tuple | None:
    """Return the style of running text, None when the lines have no looks.

    Where a section has none (short entries in a side column) the document's own counts.
    """
    if not any(line.bullet or len(line.text) > 60 for line in lines) and len(lines) < 12 and document:
        regions = {line.look.region for line in lines if line.look is not None}
        near = tuple(line for line in document if line.look is not None and line.look.region in regions)
        lines = near or lines
    weights: Counter = Counter()
    for line in lines:
        if line.look is not None:
            bold = line.look.beginning[1] & 1 and not line.bullet
            running = (line.bullet or len(line.text) > 60) and not bold
            weights[line.look.style] += len(line.text) * (3 if running else 0.4 if bold else 1)
    ranked = weights.most_common()
    plain = [style for style, weight in ranked if not style[1] & 1 and weight > 0.2 * ranked[0][1]]
    return (plain or [style for style, _weight in ranked] or [None])[0]


def is_styled(row: Row, body: tuple | None) -> bool:
    """Tell whether a row stands out from running text."""
    if body is None:
        return False
    first = row.first
    weighty = first.look is not None and first.look.beginning[1] & 1 and not body[1] & 1
    if first.bullet and not weighty or is_label(first) or len(first.text) > 120:
        return False
    return any(_stands_out(cell, body) for cell in row.cells[:2])


def _stands_out(line: Line, body: tuple) -> bool:
    look = line.look
    if look is None:
        return False
    if look.style != body and look.style[0] >= body[0] - 1.6:
        return True
    first = look.runs[0] if look.runs else None
    if first and (round(first[2] * 2) / 2, first[3] & 11) != body and first[1] > 3:
        return True
    bold = sum(end - start for start, end, _size, flags in look.runs if flags & 1)
    return not body[1] & 1 and len(line.text) <= 100 and bold * 5 > 2 * len(line.text)


def wraps(above: Line, below: Line, *, sure: bool = False) -> bool:
    """Tell whether a line goes on in the one below because it did not fit.

    With `sure` the words must show it too, not the width alone.
    """
    first, second = above.look, below.look
    if first is None or second is None or below.bullet or above.row == below.row:
        return False
    if broken_headline(above, below):
        return True
    if below.gap and not below.text.startswith("("):
        return False
    if not _is_next(first, second) or any(_ADDRESS.search(line.text) for line in (above, below)):
        return False
    word = below.text.split(" ")[0]
    if word[:1].isupper() and ends_sentence(above.text):
        return False
    fits = _has_room(above, below)
    open_bracket = above.text.count("(") > above.text.count(")")
    goes_on = (
        word[:1].islower()
        and not above.text.endswith(".")
        or word[:1] in "(&"
        or bool(_CONNECTED.search(above.text))
        or open_bracket
    )
    if fits:
        return open_bracket or goes_on and not sure and second.top - first.top < 1.4 * first.size
    longest = first.x1 >= first.edge - 0.5  # the column may be wider than its longest line
    filled = first.x1 - first.x0 > 0.6 * (first.edge - first.x0)
    return goes_on or not sure and filled and not longest and first.edge - first.x0 > 60


def fills(above: Line, below: Line) -> bool:
    """Tell whether a line goes on in the one below for all that their place and type tell: no word had room."""
    first, second = above.look, below.look
    if first is None or second is None or below.bullet or below.gap or above.row == below.row:
        return False
    return _is_next(first, second) and not _has_room(above, below)


def _is_next(first: Look, second: Look) -> bool:
    """Tell whether a line stands directly below another in the same type."""
    if first.page != second.page or first.ending != second.beginning or first.region != second.region:
        return False
    return abs(first.x0 - second.x0) <= 2.5 and 0 < second.top - first.top < 1.75 * first.size


def _has_room(above: Line, below: Line) -> bool:
    """Tell whether the first word of a line would have found room in the one above."""
    width = (below.look.x1 - below.look.x0) / max(len(below.text), 1)
    return above.look.x1 + (len(below.text.split(" ")[0]) + 1) * width <= above.look.edge


def broken_headline(above: Line, below: Line) -> bool:
    """Tell whether two lines are one name in large type: two fields differ in size or stand apart."""
    first, second = above.look, below.look
    if first is None or second is None or not (first.large and second.large) or first.page != second.page:
        return False
    close = abs(first.x0 - second.x0) <= 2.5 and 0 < second.top - first.top < 1.65 * first.size
    return close and first.ending == second.beginning and first.x1 - first.x0 > 0.35 * (first.edge - first.x0)


def logical(lines: tuple[Line, ...], *, sure: bool = False) -> list[list[Line]]:
    """Return the lines in groups: those that a narrow column breaks stand together.

    In a list, a line without a bullet below one with a bullet goes on with that item.
    """
    groups: list[list[Line]] = []
    for line in lines:
        above = groups[-1][-1] if groups else None
        if above is not None and (wraps(above, line, sure=sure) or _continues_item(groups[-1][0], above, line)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues_item(first: Line, above: Line, line: Line) -> bool:
    if not first.bullet or line.bullet or line.gap or above.look is None or line.look is None:
        return False
    if not line.look.page and not line.text[:1].islower():  # paragraphs of a flowing document are not broken
        return False
    return line.look.region == above.look.region and abs(line.look.x0 - above.look.x0) < 3 and line.row == above.row + 1


def breaks_word(above: Line, below: Line) -> bool:
    """Tell whether a word without blanks fills its line and goes on below."""
    first, second = above.look, below.look
    if first is None or second is None or below.row != above.row + 1 or below.bullet:
        return False
    if first.region != second.region or first.style != second.style or abs(first.x0 - second.x0) > 3:
        return False
    width = (first.x1 - first.x0) / max(len(above.text), 1)
    return not below.gap and first.x1 + 2.5 * width > first.edge
