"""Names of a list or grid that are broken over two or three lines because their cell is narrow.

In a grid the second line of a cell stands below the first lines of all the others. What tells it from the next row is
its place: at the same left edge, nearer than a row would be, and with a word that had no room above.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from .text import Line

_NEAR = 0.75  # times the size of the type: the white between lines, not between rows
_MORE = 1.15  # times the distance of lines: what rows are apart at least
_HIGHEST = 5  # lines of one cell
_ASIDE = 2.5  # points between left edges that are the same


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two lines that may be one name, and how far their column reaches."""

    above: Line
    below: Line
    edge: float

    @property
    def step(self) -> float:
        """Return the distance of the lines in units of their size; what is above may be of two lines itself."""
        first, second = self.above.look, self.below.look
        return (second.top - first.bottom) / max(first.size, 1.0) + 1

    @property
    def has_room(self) -> bool:
        """Whether the first word below would have found room above: then it is no rest of a name."""
        look = self.below.look
        width = (look.x1 - look.x0) / max(len(self.below.text), 1)
        return self.above.look.x1 + (len(self.below.text.split(" ")[0]) + 1) * width <= self.edge


def cells_of(lines: tuple[Line, ...]) -> list[list[Line]]:
    """Return the lines of a section in cells, nothing where no cell is broken."""
    if any(line.look is None or not line.look.page for line in lines):
        return []
    stretches = [_rows(group) for _place, group in groupby(lines, key=lambda line: (line.look.page, line.look.region))]
    near = [(rows, pair) for rows in stretches for pair in _pairs(rows)]
    step = _MORE * min((pair.step for _rows, pair in near), default=0.0)
    near = [(rows, pair) for rows, pair in near if pair.step <= step]
    if not near or 4 * sum(pair.has_room for _rows, pair in near) > len(near):
        return []
    touched = {id(rows): rows for rows, _pair in near}.values()
    blocks = [block for rows in touched for block in _blocks(rows, step)]
    return _joined(lines, [pair for _rows, pair in near]) if _shows_cells(blocks) else []


def broken(lines: tuple[Line, ...]) -> list[list[Line]]:
    """Return the cells of several lines."""
    return [cell for cell in cells_of(lines) if len(cell) > 1]


def _rows(lines) -> list[list[Line]]:
    """Return the lines of a column of the page by their baseline."""
    ranked = sorted(lines, key=lambda line: (round(line.look.top), line.look.x0))
    return [list(row) for _top, row in groupby(ranked, key=lambda line: round(line.look.top))]


def _pairs(rows: list[list[Line]]):
    """Yield the lines that follow each other closely at one left edge."""
    labels = Counter((line.row, line.look.x0) for row in rows for line in row)  # several on one line of the page
    lefts = sorted(line.look.x0 for row in rows if len(row) > 1 for line in row)
    steps = (after - left for left, after in zip(lefts, lefts[1:], strict=False))
    widest = max((step for step in steps if step > _ASIDE), default=1e9)
    last: list[Line] = []
    for row in rows:
        for line in row:
            column = [other for other in last if abs(other.look.x0 - line.look.x0) <= _ASIDE]
            if column and labels[line.row, line.look.x0] == labels[column[0].row, column[0].look.x0] == 1:
                above = column[0]
                if _is_near(above, line):
                    yield _Pair(above, line, _edge(above, widest, rows))
            last = [other for other in last if other not in column] + [line]


def _edge(line: Line, widest: float, rows: list[list[Line]]) -> float:
    """Return how far the column of a line reaches: to the next one, the last one as far as the widest."""
    column = [other.look.edge for row in rows for other in row if abs(other.look.x0 - line.look.x0) <= _ASIDE]
    padding = line.look.size if widest < 1e9 else 0.0
    return min(line.look.x0 + widest, *column, line.look.edge) - padding


def _is_near(above: Line, below: Line) -> bool:
    first, second = above.look, below.look
    same = first.ending == second.beginning and not below.bullet
    return same and first.top < second.top < first.bottom + _NEAR * first.size


def _blocks(rows: list[list[Line]], step: float):
    """Yield the rows in groups: those that are as near to each other as the lines of a cell."""
    block: list[list[Line]] = []
    for row in rows:
        last = block[-1][0].look if block else None
        if last and row[0].look.top - last.top > step * last.size:
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _shows_cells(blocks: list[list[list[Line]]]) -> bool:
    """Tell whether lines that stand together are cells of a grid or items of a list, not rows of it."""
    if max(map(len, blocks)) > _HIGHEST:
        return False
    if all(len(row) == 1 for block in blocks for row in block):
        return len(blocks) > 2 and 2 * sum(len(block) == 1 for block in blocks) >= len(blocks)
    below = [(_columns(block[0]), _columns(row)) for block in blocks for row in block[1:]]
    if not all(_within(row, first) for first, row in below):
        return False
    return any(_has_hole(row, first) for first, row in below) or _is_grid([block[0] for block in blocks])


def _columns(row: list[Line]) -> list[float]:
    return [line.look.x0 for line in row]


def _within(row: list[float], first: list[float]) -> bool:
    return all(any(abs(left - x) <= _ASIDE for x in first) for left in row)


def _has_hole(row: list[float], first: list[float]) -> bool:
    """Tell whether a row leaves out a column and fills one behind it: rows of their own are filled from the left."""
    return any(abs(left - x) > _ASIDE for left, x in zip(row, first, strict=False))


def _is_grid(rows: list[list[Line]]) -> bool:
    """Tell whether two rows fill the same columns."""
    filled = Counter(place for row in rows for place in {round(left / _ASIDE) for left in _columns(row)[1:]})
    return any(uses > 1 for uses in filled.values())


def _joined(lines: tuple[Line, ...], pairs: list[_Pair]) -> list[list[Line]]:
    above = {id(pair.below): id(pair.above) for pair in pairs}
    cells: dict[int, list[Line]] = {}
    for line in lines:
        cell = cells.get(above.get(id(line), 0))
        if cell is None:
            cell = []
        cell.append(line)
        cells[id(line)] = cell
    return [cell for first, cell in cells.items() if id(cell[0]) == first]
