"""The order in which a person reads a page: columns one after the other, tables row by row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from .cells import Cell
from .headings import YEAR, across, is_level, may_head, type_of
from .labels import DASH_END, DASH_START, lifted

_MIN_LINES = 3
_HEADINGS = 0.7  # the share of a column that its headings are at most


@dataclass(slots=True)
class _Cut:
    """A white strip beside `x` between `top` and `bottom`, with the cells on both sides."""

    x: float
    top: float
    bottom: float
    left: list[Cell]
    right: list[Cell]

    @property
    def sides(self) -> tuple[list[Cell], list[Cell]]:
        """Return the cells on both sides."""
        return self.left, self.right


@dataclass(slots=True)
class Stretch:
    """Rows that follow each other: of the whole width (no `right`), or of two columns at `x`."""

    rows: list[list[Cell]]
    right: list[list[Cell]] | None = None
    x: float = 0.0


class Reader:
    """Puts the cells of pages in reading order and numbers the columns they stand in."""

    def __init__(self):
        self.region = 0
        self.stretches: list[Stretch] = []

    def read(self, page: list[Cell]) -> None:
        """Add a page; columns that go on from the page before are read on in one piece."""
        last = self.stretches[-1] if self.stretches else None
        hint = last.x if last is not None and last.right is not None else 0.0
        cut = _continued(page, hint) if hint else None
        if cut is not None:
            last.rows += self._ordered(cut.left, 1) if cut.left else []
            last.right += self._ordered(cut.right, 1) if cut.right else []
            below = [cell for cell in page if cell.y > cut.bottom]
            if below:
                self.stretches.append(Stretch(self._ordered(below, 1)))
            return
        self._fresh(page)

    def rows(self) -> list[list[Cell]]:
        """Return all rows in reading order."""
        return [row for part in self.stretches for row in (*part.rows, *(part.right or ()))]

    def _fresh(self, page: list[Cell]) -> None:
        cut = _best_cut(page) if len(page) >= 2 * _MIN_LINES else None
        if cut is None:
            self.stretches.append(Stretch(self._by_rows(page)))
            return
        above = [cell for cell in page if cell.y < cut.top]
        below = [cell for cell in page if cell.y > cut.bottom]
        if above:
            self.stretches.append(Stretch(self._ordered(above, 1)))
        self.stretches.append(Stretch(self._ordered(cut.left, 1), self._ordered(cut.right, 1), cut.x))
        if below:
            self.stretches.append(Stretch(self._ordered(below, 1)))

    def _ordered(self, page: list[Cell], depth: int) -> list[list[Cell]]:
        cut = _best_cut(page) if depth < 4 and len(page) >= 2 * _MIN_LINES else None
        if cut is None:
            return self._by_rows(page)
        above = [cell for cell in page if cell.y < cut.top]
        below = [cell for cell in page if cell.y > cut.bottom]
        rows = self._ordered(above, depth + 1) if above else []
        rows += self._ordered(cut.left, depth + 1)
        rows += self._ordered(cut.right, depth + 1)
        return rows + (self._ordered(below, depth + 1) if below else [])

    def _by_rows(self, page: list[Cell]) -> list[list[Cell]]:
        self.region += 1
        page = lifted(page)
        edge = max((cell.x1 for cell in page), default=0.0)
        rows: list[list[Cell]] = []
        for cell in sorted(page, key=lambda cell: (cell.y, cell.x0)):
            cell.region = self.region
            cell.edge = edge
            if rows and abs(cell.y - rows[-1][0].y) <= 0.35 * max(min(cell.size, rows[-1][0].size), 4):
                rows[-1].append(cell)
            else:
                rows.append([cell])
        rows = [sorted(row, key=lambda cell: cell.x0) for row in rows]
        for row in rows:
            for cell, beside in zip(row, row[1:], strict=False):
                cell.edge = min(cell.edge, beside.x0 - 2)
        return rows


def _continued(page: list[Cell], x: float) -> _Cut | None:
    """Return the cut of a page that goes on with the columns of the page before."""
    edge = x - 2.5
    crossing = [cell for cell in page if cell.x0 < edge - 1 and cell.x1 > edge + 1]
    first = min((cell.top for cell in crossing), default=1e9)
    inside = [cell for cell in page if cell.y < first]
    if len(inside) < max(2, 0.3 * len(page)):
        return None
    left = [cell for cell in inside if cell.x0 < edge]
    right = [cell for cell in inside if cell.x0 >= edge]
    cut = _Cut(x, -1.0, max(cell.y for cell in inside) + 1, left, right)
    tops = across(left, right) if left and right else []
    return _within(cut, -1.0, tops[0]) if tops else cut


def _best_cut(page: list[Cell]) -> _Cut | None:
    """Return the white strip that divides most of the page into two columns of their own."""
    best, best_weight = None, 0.0
    for x in _candidates(page):
        for cut in _strips(page, x):
            weight = _weight(cut)
            if weight > best_weight and not _is_table(cut):
                best, best_weight = cut, weight
    return best


def _candidates(page: list[Cell]) -> list[float]:
    """Return the left edges that several cells share."""
    counts: dict[int, int] = {}
    for cell in page:
        key = round(cell.x0 / 3)
        counts[key] = counts.get(key, 0) + 1
    leftmost = min(cell.x0 for cell in page)
    shared = [key * 3 for key, count in counts.items() if count >= 2 and key * 3 > leftmost + 40]
    return sorted(shared, key=lambda x: -counts[round(x / 3)])[:12]


def _strips(page: list[Cell], x: float):
    """Yield the stretches of the page in which nothing crosses `x`."""
    edge = x - 2.5
    crossing = sorted((cell.top, cell.bottom) for cell in page if cell.x0 < edge - 1 and cell.x1 > edge + 1)
    top = -1.0
    for first, last in [*crossing, (1e9, 1e9)]:
        inside = [cell for cell in page if top < cell.y and cell.top < first and cell.y <= first + 1]
        left = [cell for cell in inside if cell.x0 < edge]
        right = [cell for cell in inside if cell.x0 >= edge]
        if len(left) >= _MIN_LINES and len(right) >= _MIN_LINES:
            for band in _bands(_Cut(x, top, min(first, max(cell.y for cell in inside) + 1), left, right)):
                cut = _trimmed(_ended(band, page, crossed=first < 1e9))
                if len(cut.left) >= _MIN_LINES - 1 and len(cut.right) >= _MIN_LINES - 1:
                    yield cut
        top = max(top, last)


def _bands(cut: _Cut):
    """Yield a cut in parts, each below a heading of both sides."""
    tops = across(cut.left, cut.right)
    for first, last in zip([cut.top, *tops], [*tops, 1e9], strict=True) if tops else ():
        band = _within(cut, first, last)
        if band.left and band.right:
            yield band
    if not tops:
        yield cut


def _ended(cut: _Cut, page: list[Cell], *, crossed: bool) -> _Cut:
    """Leave out what a heading begins below the end of the right side, if it belongs to the whole width.

    That shows where a line below crosses the strip, or where nothing else follows on the page.
    """
    end = max(cell.bottom for cell in cut.right)
    below = sorted((cell for cell in cut.left if cell.top >= end), key=lambda cell: cell.y)
    if not below or not crossed and len(below) > 1:
        return cut
    beside = [cell for cell in cut.left if cell.top < end]
    largest = max(cell.size for cell in (*cut.right, *beside))
    headings = {type_of(cell) for cell in _openers(cut, page) if may_head(cell)}
    heading = next((cell for cell in below if type_of(cell) in headings or cell.size > largest + 1), None)
    return cut if heading is None else _within(cut, cut.top, heading.top)


def _openers(cut: _Cut, page: list[Cell]) -> list[Cell]:
    """Return what may be the heading of the strip: what stands last above it or above its right side."""
    begin = min(cell.top for cell in cut.right)
    above = ([cell for cell in page if cell.y <= cut.top], [cell for cell in cut.left if cell.bottom < begin + 1])
    return [max(cells, key=lambda cell: cell.y) for cells in above if cells]


def _trimmed(cut: _Cut) -> _Cut:
    """Leave out what stands above and below a grid that a heading on its left side introduces."""
    begin = min(cell.top for cell in cut.right)
    above = [cell for cell in cut.left if cell.bottom < begin + 1]
    if not above:
        return cut
    sizes = sorted(cell.size for cell in cut.left)
    normal = sizes[len(sizes) // 2]
    heading = max(above, key=lambda cell: cell.y)
    if heading.size < normal + 0.7 and not heading.text.isupper():
        return cut
    top = heading.y + 0.5
    style = (round(heading.size, 1), heading.flags)
    ended = [cell.y for cell in cut.left if cell.y > top and (round(cell.size, 1), cell.flags) == style]
    stop = min([y - heading.size for y in ended], default=1e9)
    if any(cell.y >= stop for cell in cut.right) or not ended and len(above) < 4:
        return cut if ended else _within(cut, top, 1e9)
    return _within(cut, top, stop)


def _within(cut: _Cut, top: float, stop: float) -> _Cut:
    left = [cell for cell in cut.left if top < cell.y < stop]
    right = [cell for cell in cut.right if top < cell.y < stop]
    bottom = max((cell.y for cell in (*left, *right)), default=top) + 1
    return _Cut(cut.x, top, min(cut.bottom, bottom), left, right)


def _weight(cut: _Cut) -> float:
    """Return how much of the page a cut orders: the lines of its smaller side, favouring height."""
    lefts, rights = _extent(cut.left), _extent(cut.right)
    shared = min(lefts[1], rights[1]) - max(lefts[0], rights[0])
    if shared < 30:
        return 0.0
    return min(len(cut.left), len(cut.right)) + shared / 20


def _extent(side: list[Cell]) -> tuple[float, float]:
    return min(cell.top for cell in side), max(cell.bottom for cell in side)


def _is_table(cut: _Cut) -> bool:
    """Tell whether the two sides are read row by row: labels or dates beside what they belong to.

    The blocks of such a side are one or two lines high, and each begins on a line of the other.
    """
    if _is_form(cut):
        return True
    if _both_headed(cut):
        return False
    small, large = sorted(cut.sides, key=_lines)
    if _is_label_column(small, large) or _heads_blocks(small, large):
        return True
    blocks = _blocks(small)
    height = sum(map(len, blocks)) / len(blocks)
    baselines = [cell.y for cell in large]
    aligned = sum(any(abs(block[0].y - y) <= 0.45 * block[0].size for y in baselines) for block in blocks)
    share = aligned / len(blocks)
    if height <= 2.3 and share >= 0.7:
        return True
    starts = [block[0].y for block in _blocks(large)]
    begin = sum(any(abs(block[0].y - y) <= 0.45 * block[0].size for y in starts) for block in blocks)
    if height <= 4 and len(blocks) >= 2 and begin >= 0.75 * len(blocks):
        return True
    rows = _aligned_rows(small, large)
    return rows > 0.9 and height <= 3.2 and len(blocks) >= 3


def _both_headed(cut: _Cut) -> bool:
    """Tell whether both sides have headings of the same rare type, each where the other side has none.

    A side of headings only is the margin of the other one.
    """
    everything = Counter(map(type_of, (*cut.left, *cut.right)))
    for style, uses in everything.items():
        left, right = ([cell for cell in side if may_head(cell) and type_of(cell) == style] for side in cut.sides)
        shorter = min(len(left), len(right))
        if shorter < 2 or uses * 3 > everything.total() or sum(is_level(cell, right) for cell in left) * 2 >= shorter:
            continue
        if len(left) < _HEADINGS * len(cut.left) and len(right) < _HEADINGS * len(cut.right):
            return True
    return False


def _is_label_column(small: list[Cell], large: list[Cell]) -> bool:
    """Tell whether one side only names or dates what stands on the same baselines of the other."""
    heads = [block[0] for block in _blocks(small)]
    exact = [cell for cell in small if is_level(cell, large)]
    labels = all(len(cell.text) <= 24 for cell in small)
    if labels and len(exact) == len(small) and _lines(large) <= 1.4 * _lines(small):
        return True
    opened = [block[0] for block in _blocks(large)]
    if len(heads) >= 3 and sum(is_level(cell, opened) for cell in heads) >= 0.9 * len(heads):
        return True
    dated = [cell for cell in small if YEAR.search(cell.text)]
    if len(dated) * 2 < len(small) or any(len(cell.text) > 40 for cell in dated):
        return False
    starts = [cell for cell in dated if not _below_dash(cell, small)]
    return len(starts) >= 2 and sum(is_level(cell, large) for cell in starts) >= 0.9 * len(starts)


def _is_form(cut: _Cut) -> bool:
    """Tell whether the left side repeats labels, each on the baseline of a value: a form to fill in."""
    uses = Counter(cell.text for cell in cut.left)
    again = [cell for cell in cut.left if uses[cell.text] > 1]
    names = {cell.text for cell in again}
    return len(names) > 1 and 3 * len(again) > len(cut.left) and all(is_level(cell, cut.right) for cell in again)


def _heads_blocks(small: list[Cell], large: list[Cell]) -> bool:
    """Tell whether one side holds lone words, each beside a block of its own: headings centred in a margin."""
    heads = _blocks(small)
    if len(heads) < 3 or any(len(block) > 1 or len(block[0].text) > 24 for block in heads):
        return False
    extents = [(block[0].top, block[-1].bottom) for block in _blocks(large)]
    beside = [[number for number, (top, bottom) in enumerate(extents) if top <= head[0].y <= bottom] for head in heads]
    named = {numbers[0] for numbers in beside if numbers}
    return len(named) == len(heads) and 4 * len(named) >= 3 * len(extents)


def _below_dash(cell: Cell, side: list[Cell]) -> bool:
    """Tell whether the line above waits for this one: 03/2019 –."""
    above = [other for other in side if 0 < cell.y - other.y < 1.6 * cell.size]
    return any(DASH_END.search(other.text) or DASH_START.match(cell.text) for other in above)


def _aligned_rows(small: list[Cell], large: list[Cell]) -> float:
    baselines = [cell.y for cell in large]
    return sum(any(abs(cell.y - y) <= 0.3 * cell.size for y in baselines) for cell in small) / len(small)


def _lines(side: list[Cell]) -> int:
    return len({round(cell.y / 2) for cell in side})


def _blocks(side: list[Cell]) -> list[list[Cell]]:
    """Return the runs of lines without a wider gap than that between lines."""
    blocks: list[list[Cell]] = []
    for cell in sorted(side, key=lambda cell: (cell.y, cell.x0)):
        if blocks:
            last = blocks[-1][-1]
            if cell.y - last.y < 1.75 * max(cell.size, last.size):
                if cell.y - last.y > 2:
                    blocks[-1].append(cell)
                continue
        blocks.append([cell])
    return blocks
