"""Paragraphs of flowing documents (DOCX, ODT, HTML) on their way to a sheet."""

from __future__ import annotations

import re

from .plain import clean_line
from .sheet import BOLD, HEADING, ITALIC, Look, Sheet

_LABELS, _LONGEST = 5, 40  # runs at least, blanks included; letters of a label
_BLANKS = re.compile(r"[ \u00a0]+")


class Flow:
    """Collects the runs of a paragraph; tabs make cells, line breaks make lines."""

    def __init__(self, sheet: Sheet):
        self.sheet = sheet
        self._lines: list[list[tuple[str, list]]] = [[("", [])]]
        self._row: list | None = None
        self._gap = False

    def say(self, text: str, *, size: float = 0.0, flags: int = 0) -> None:
        """Add words of one style."""
        text = _BLANKS.sub(" ", clean_line(text))
        known, runs = self._lines[-1][-1]
        if not known or known.endswith(" "):
            text = text.lstrip()
        if text:
            runs.append((len(known), len(known) + len(text), size, flags))
            self._lines[-1][-1] = (known + text, runs)

    def tab(self) -> None:
        """Go to the next cell of the line."""
        self._lines[-1].append(("", []))

    def line_break(self) -> None:
        """Go to the next line of the paragraph."""
        self._lines.append([("", [])])

    def blank(self) -> None:
        """Leave a gap before the next line."""
        self._gap = True

    def close(self, *, heading: bool = False, bullet: bool = False) -> None:
        """End the paragraph if anything was said in it: no blank line for an empty one."""
        if any(text.strip() for cells in self._lines for text, _runs in cells):
            self.end(heading=heading, bullet=bullet)

    def end(self, *, heading: bool = False, bullet: bool = False) -> None:
        """Close the paragraph and hand its lines on."""
        lines, self._lines = self._lines, [[("", [])]]
        for row in lines:
            cells = [label for cell in row for label in _labels(*cell)]
            looks = [_cell(text, runs, heading, bullet) for text, runs in cells if any(map(str.isalnum, text))]
            if not looks:
                self._gap = True
            elif self._row is not None:
                self._row[-1].append(looks)
            else:
                self.sheet.row(looks, gap=self._gap or heading)
                self._gap = False

    def open_row(self) -> None:
        """Start a row of a table."""
        self._row = self._row or []

    def open_cell(self) -> None:
        """Start a cell of the row."""
        if self._row is not None:
            self._row.append([])

    def close_row(self) -> None:
        """Hand the row on: as one line where every cell is one, else cell after cell."""
        row, self._row = self._row or [], None
        cells = [cell for cell in row if cell]
        if all(len(cell) == 1 for cell in cells):
            looks = [look for cell in cells for look in cell[0]]
            if looks:
                self.sheet.row(looks, gap=self._gap)
        else:
            for cell in cells:
                for number, looks in enumerate(cell):
                    self.sheet.row(looks, gap=number == 0)
        self._gap = False


def _labels(text: str, runs: list) -> list[tuple[str, list]]:
    """Return a cell in parts where its runs are labels side by side, each apart from the next by a run that is a blank.

    Such runs are no pieces of a sentence: some have several words, most begin with a capital, none ends in a mark.
    """
    said = [text[start:end] for start, end, _size, _flags in runs]
    alike = len({run[2:] for run in runs[::2]}) == 1
    if len(runs) < _LABELS or not len(runs) % 2 or not alike or any(map(str.strip, said[1::2])):
        return [(text, runs)]
    names = [name.strip() for name in said[::2]]
    capitals = sum(not name[:1].islower() for name in names)
    labels = all(0 < len(name) <= _LONGEST and name[-1] not in ".,;:!?" for name in names)
    if not labels or 2 * capitals < len(names) or not any(" " in name for name in names):
        return [(text, runs)]
    return [(name, [(0, len(name), *run[2:])]) for name, run in zip(names, runs[::2], strict=True)]


def _cell(text: str, runs: list, heading: bool, bullet: bool) -> tuple[str, Look]:
    value = text.rstrip()
    joined: list[tuple[int, int, float, int]] = []
    for start, end, size, flags in runs:
        end = min(end, len(value))
        if start >= end:
            continue
        if joined and joined[-1][2:] == (size, flags):
            joined[-1] = (joined[-1][0], end, size, flags)
        else:
            joined.append((start, end, size, flags))
    widest = max(joined, key=lambda run: run[1] - run[0])
    flags = widest[3] | (HEADING if heading else 0)
    return value, Look(size=widest[2], flags=flags, bullet=bullet, runs=tuple(joined))


__all__ = ["BOLD", "ITALIC", "Flow"]
