"""Cells that look like headings, and those of them that stand at the left and head both columns."""

from __future__ import annotations

import re

from .cells import Cell
from .sheet import BOLD

YEAR = re.compile(r"(?:19|20)\d\d")


def may_head(cell: Cell) -> bool:
    """Tell whether a cell may be a heading: short, bold or in capitals, without a year."""
    return len(cell.text) <= 40 and bool(cell.text.isupper() or cell.flags & BOLD) and not YEAR.search(cell.text)


def type_of(cell: Cell) -> tuple[float, int, bool]:
    """Return what headings of one rank share."""
    return round(cell.size, 1), cell.flags, cell.text.isupper()


def is_level(cell: Cell, others: list[Cell]) -> bool:
    """Tell whether a cell shares its baseline with one of the others."""
    return any(abs(cell.y - other.y) <= 0.12 * cell.size for other in others)


def across(left: list[Cell], right: list[Cell]) -> list[float]:
    """Return where headings at the left begin that head both sides: below each, both go on level with each other.

    The right side has no headings of that rank, and is blank beside each.
    """
    sizes = sorted(cell.size for cell in left)
    normal, largest = sizes[len(sizes) // 2], max(cell.size for cell in right)
    ranks = {type_of(cell) for cell in left if may_head(cell) or cell.size > normal + 0.7}
    begin, end = min(cell.top for cell in right), max(cell.bottom for cell in right)
    for rank in ranks - {type_of(cell) for cell in right}:
        heads = sorted((cell for cell in left if type_of(cell) == rank), key=lambda cell: cell.y)
        inner = [head for head in heads if begin < head.top and head.bottom < end]
        few = 3 * len(heads) <= len(left) and rank[0] > largest - 0.1
        if inner and few and _head_both(inner, [cell for cell in left if cell not in heads], right):
            return [head.top for head in inner]
    return []


def _head_both(heads: list[Cell], left: list[Cell], right: list[Cell]) -> bool:
    if any(cell.top < head.top - 1 and cell.bottom > head.top + 1 for head in heads for cell in right):
        return False
    tops = [head.top for head in heads]
    told = [_go_on_level(top, below, left, right) for top, below in zip(tops, [*tops[1:], 1e9], strict=True)]
    return all(said is not False for said in told) and any(told)


def _go_on_level(top: float, below: float, left: list[Cell], right: list[Cell]) -> bool | None:
    """Tell whether both sides begin on one line between two headings, None where the right side has nothing there."""
    first, second = ([cell for cell in side if top - 1 <= cell.top and cell.y < below] for side in (left, right))
    if not second:
        return None
    return bool(first) and is_level(min(second, key=lambda cell: cell.y), [min(first, key=lambda cell: cell.y)])
