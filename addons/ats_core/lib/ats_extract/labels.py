"""Labels and dates that a narrow column breaks over two lines, beside what they label."""

from __future__ import annotations

import re

from .cells import Cell
from .headings import YEAR

_PADDING = 2.0  # times the size of the type: white between columns
DASH_END = re.compile(r"[-–—/]\s*$|\b(?:to|a|bis|au|al|tot|do)\s*$")
_LAST_YEAR = re.compile(r"^(?:[^\W\d]+\.? (?:de |of )?)?(?:19|20)\d\d$")
DASH_START = re.compile(r"^\s*[-–—]")


def lifted(page: list[Cell]) -> list[Cell]:
    """Join labels and dates that a narrow column breaks over two lines, where they begin."""
    kept: list[Cell] = []
    by_left: dict[int, Cell] = {}
    for cell in sorted(page, key=lambda cell: (cell.y, cell.x0)):
        above = by_left.get(round(cell.x0 / 2))
        if above is not None and _goes_on(above, cell, page):
            start = len(above.text) + 1
            above.runs.append((start, start + len(cell.text), cell.size, cell.flags))
            above.text += f" {cell.text}"
            above.x1, above.depth = max(above.x1, cell.x1), cell.y - above.y
            continue
        by_left[round(cell.x0 / 2)] = cell
        kept.append(cell)
    return kept


def _is_label_of_form(cell: Cell, page: list[Cell]) -> bool:
    """Tell whether a cell is one of the labels of a form: it comes again, each time with a value at its right."""
    again = [other for other in page if other.text == cell.text and abs(other.x0 - cell.x0) < 3]
    return len(again) > 1 and all(any(_is_value(other, label) for other in page) for label in again)


def _is_dated(cell: Cell, page: list[Cell]) -> bool:
    return any(_is_value(other, cell) and YEAR.search(other.text) for other in page)


def _is_value(other: Cell, label: Cell) -> bool:
    """Tell whether a cell stands right of a label, on its baseline."""
    return other.x0 > label.x1 and abs(other.y - label.y) < 0.2 * label.size


def _goes_on(above: Cell, cell: Cell, page: list[Cell]) -> bool:
    if not 0.5 * cell.size < cell.y - above.y < 1.6 * cell.size or above.flags != cell.flags:
        return False
    if abs(above.size - cell.size) > 0.5 or len(above.text) > 24 or len(cell.text) > 24:
        return False
    beside = [
        other
        for other in page
        if other is not above
        and abs(other.y - above.y) < 0.5 * cell.size
        and (other.x0 > above.x1 or other.x1 < above.x0)
    ]
    if not beside:
        return False
    if DASH_END.search(above.text) or DASH_START.match(cell.text):
        return True
    if len(YEAR.findall(above.text)) == 1 and re.search(r"[-–—]", above.text) and _LAST_YEAR.match(cell.text):
        return True
    return _is_one_label(above, cell, beside, page)


def _is_one_label(above: Cell, cell: Cell, beside: list[Cell], page: list[Cell]) -> bool:
    """Tell whether two cells are the halves of a label, with its value at the right."""
    text = f"{above.text} {cell.text}"
    if any(map(str.isdigit, text)) or len(text.split()) > 3:
        return False
    if _is_label_of_form(cell, page) and _is_label_of_form(above, page):
        return False  # two labels, each of a row of its own
    if _is_dated(cell, page) and _is_dated(above, page):
        return False  # two titles, each with its dates
    if _had_room(above, cell, min(other.x0 for other in beside)):
        return False  # two rows of a grid
    return all(other.x0 > max(above.x1, cell.x1) for other in beside)


def _had_room(above: Cell, cell: Cell, edge: float) -> bool:
    """Tell whether the first word of a cell would easily have found room in the one above, before the edge."""
    word = (cell.x1 - cell.x0) * (len(cell.text.split(" ")[0]) + 1) / max(len(cell.text), 1)
    return above.x1 + word + _PADDING * cell.size < edge
