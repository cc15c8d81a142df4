"""The text of a document line by line, with what is known about each line's place and looks."""

from __future__ import annotations

from dataclasses import dataclass, field

from .plain import clean_line

BOLD, ITALIC, TURNED, HEADING = 1, 2, 4, 8
_MAX_HIDDEN = 2000


@dataclass(slots=True)
class Look:
    """How a line looks and where it stands; zeros where the format does not tell.

    Points from the top left corner of the page. `edge` is the right edge of the column, `runs`
    are stretches ``(start, end, size, flags)`` where the style changes inside the line.
    """

    page: int = 0
    x0: float = 0.0
    top: float = 0.0
    x1: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    flags: int = 0
    region: int = 0
    edge: float = 0.0
    bullet: bool = False
    runs: tuple = ()


@dataclass
class Sheet:
    """Collects lines into one text and remembers where each of them went."""

    limit: int
    pieces: list[str] = field(default_factory=list)
    lines: list[list] = field(default_factory=list)
    pages: list[list[float]] = field(default_factory=list)
    hidden: list[list[str]] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """Return the text so far."""
        return "".join(self.pieces)

    @property
    def full(self) -> bool:
        """Whether the limit is reached."""
        return self.length >= self.limit

    def row(self, cells: list[tuple[str, Look]], *, gap: bool) -> None:
        """Add the cells of one line, with a blank line above when there is a `gap`."""
        if self.full:
            return
        if gap and self.pieces:
            self._put("\n")
        for number, (text, look) in enumerate(cells):
            self._put("\t" if number else "")
            start = self.length
            self._put(text[: self.limit - start])
            self.lines.append(_line(start, self.length, look))
        self._put("\n")

    def plain(self, text: str) -> None:
        """Add text without looks."""
        self._put(text[: self.limit - self.length])

    def hide(self, reason: str, text: str) -> None:
        """Remember words that are in the file and not to be seen."""
        words = " ".join(clean_line(text).split())[:_MAX_HIDDEN]
        if any(map(str.isalnum, words)):
            self.hidden.append([reason, words])

    def as_dict(self) -> dict:
        """Return pages, lines and hidden words fit for JSON."""
        return {"pages": self.pages, "lines": self.lines, "hidden": self.hidden}

    def _put(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)


def _line(start: int, end: int, look: Look) -> list:
    numbers = (look.x0, look.top, look.x1, look.bottom, look.size)
    runs = [[a, b, round(size, 1), flags] for a, b, size, flags in look.runs] if len(look.runs) > 1 else 0
    return [
        start,
        end,
        look.page,
        *(round(number, 1) for number in numbers),
        look.flags,
        look.region,
        round(look.edge, 1),
        int(look.bullet),
        runs,
    ]


def add_rows(sheet: Sheet, rows) -> None:
    """Add the rows of a PDF in reading order."""
    pitches = _pitches(rows)
    last = None
    for row in rows:
        first = row[0]
        changed = last is None or (last.region, last.page) != (first.region, first.page)
        gap = changed or not 0 < first.y - last.y <= 1.3 * pitches[first.region] * max(first.size, last.size)
        sheet.row([(cell.text, _look(cell)) for cell in row], gap=gap)
        last = first


def _look(cell) -> Look:
    return Look(
        cell.page,
        cell.x0,
        cell.top,
        cell.x1,
        cell.bottom,
        cell.size,
        cell.flags,
        cell.region,
        cell.edge,
        cell.bullet,
        tuple(cell.runs),
    )


def _pitches(rows) -> dict[int, float]:
    """Return for each column the usual distance of lines in units of their size."""
    steps: dict[int, list[float]] = {}
    for above, below in zip(rows, rows[1:], strict=False):
        if above[0].region == below[0].region and below[0].y > above[0].y:
            steps.setdefault(below[0].region, []).append((below[0].y - above[0].y) / max(above[0].size, 1.0))
    usual = {region: sorted(values)[len(values) // 2] for region, values in steps.items()}
    return {row[0].region: min(max(usual.get(row[0].region, 1.2), 1.0), 1.8) for row in rows}
