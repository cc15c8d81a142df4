"""Pieces of a page joined into cells: what stands on one baseline without a wide gap."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .glyphs import Paint, Piece
from .sheet import TURNED

_SAME_LINE = 0.35
_INDENT = 3.5  # times the size of the type, between the mark of an item and its text
_MARK = re.compile(r"[•●○▪▫■□◦‣⁃∙·➢➤►▸✓✔★❖»›–—\ue000-\uf8ff]")


@dataclass(slots=True)
class Cell:
    """One line of one column (or of one table cell); `runs` are its stretches of one style."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    flags: int
    order: int
    runs: list[tuple[int, int, float, int]] = field(default_factory=list)
    region: int = 0
    edge: float = 0.0
    bullet: bool = False
    page: int = 0
    depth: float = 0.0  # from the first baseline to the last, where lines were joined

    @property
    def top(self) -> float:
        """Return the upper edge."""
        return self.y - self.size * 0.8

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.y + self.depth + self.size * 0.22


def cells(pieces: list[Piece], paints: list[Paint] = ()) -> list[Cell]:
    """Return the cells of a page, from the top to the bottom and from left to right.

    A small filled shape in front of a cell makes it an item of a list; tabs divide labels in boxes of their own.
    """
    found: list[Cell] = []
    labels = [paint.box for paint in paints if paint.color is not None and _is_label(paint.box)]
    for row in _rows(pieces):
        boxes = [box for box in labels if box[1] < row[0].y - 0.3 * row[0].size < box[3]]
        found += [cell for cell in _with_marks(_joined(row, boxes)) if any(map(str.isalnum, cell.text))]
    dots = [paint.box for paint in paints if _is_dot(paint.box)]
    for cell in found if dots else ():
        cell.bullet = any(_stands_before(dot, cell) for dot in dots)
    return found


def _with_marks(row: list[Cell]) -> list[Cell]:
    """Return the cells of a row with the mark of an item in the cell that it stands before, however far."""
    found: list[Cell] = []
    for cell in row:
        mark = found[-1] if found else None
        if mark is not None and _MARK.fullmatch(mark.text) and cell.x0 - mark.x1 < _INDENT * cell.size:
            found[-1] = cell
            cell.runs = [(start + 2, end + 2, size, flags) for start, end, size, flags in cell.runs]
            cell.text = f"{mark.text} {cell.text}"
        else:
            found.append(cell)
    return found


def _is_dot(box: tuple[float, float, float, float]) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return 1.0 < width < 7 and 1.0 < height < 7 and 0.5 < width / height < 2


def _is_label(box: tuple[float, float, float, float]) -> bool:
    return 12 < box[2] - box[0] < 260 and 7 < box[3] - box[1] < 40


def _stands_before(dot: tuple[float, float, float, float], cell: Cell) -> bool:
    middle = (dot[1] + dot[3]) / 2
    return 0 < cell.x0 - dot[2] < 2 * cell.size and cell.y - 0.75 * cell.size < middle < cell.y


def _rows(pieces: list[Piece]):
    """Yield the pieces that share a baseline; raised and lowered ones stay with their line."""
    rest = sorted((piece for piece in pieces if not piece.hidden), key=lambda piece: (piece.y, piece.x0))
    row: list[Piece] = []
    for piece in rest:
        if row and piece.y - row[0].y > _SAME_LINE * min(max(row[0].size, 4), max(piece.size, 4)):
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _joined(row: list[Piece], boxes: list[tuple[float, float, float, float]]) -> list[Cell]:
    """Join what was painted in one go first: columns too narrow for their text overlap."""
    strokes: list[list[Piece]] = []
    for piece in sorted(row, key=lambda piece: piece.order):
        if strokes and _follows(strokes[-1][-1], piece):
            strokes[-1].append(piece)
        else:
            strokes.append([piece])
    found: list[Cell] = []
    last: Piece | None = None
    for stroke in sorted(strokes, key=lambda stroke: stroke[0].x0):
        beside = last is not None and -0.35 <= _gap(last, stroke[0]) < 0.55
        for number, piece in enumerate(stroke):
            if found and (number or beside):
                _append(found[-1], piece, "\t" if _divided(last, piece, boxes) else "")
            else:
                found.append(_cell(piece))
            last = piece
    return found


def _divided(last: Piece, piece: Piece, boxes: list[tuple[float, float, float, float]]) -> bool:
    """Tell whether two neighbours stand in two boxes: labels side by side."""
    if len(boxes) < 2:
        return False
    first, second = ([box for box in boxes if box[0] <= part.x0 and part.x1 <= box[2] + 1] for part in (last, piece))
    return bool(first and second) and not any(box in second for box in first)


def _gap(last: Piece, piece: Piece) -> float:
    """Return the distance in units of the type size; turned text stands alone."""
    if (last.flags | piece.flags) & TURNED:
        return 9.0
    return (piece.x0 - last.x1) / max(min(last.size, piece.size), 1.0)


def _follows(last: Piece, piece: Piece) -> bool:
    return piece.order - last.order <= 2 and -1.5 <= _gap(last, piece) < 1.1


def _cell(piece: Piece) -> Cell:
    text = piece.text.rstrip()
    return Cell(
        text,
        piece.x0,
        piece.x1,
        piece.y,
        piece.size,
        piece.flags,
        piece.order,
        [(0, len(text), piece.size, piece.flags)],
    )


def _append(cell: Cell, piece: Piece, mark: str) -> None:
    """Go on with a cell; ``mark`` is what divides the piece from the one before, if anything does."""
    gap = (piece.x0 - cell.x1) / max(piece.size, 1.0)
    text = piece.text.rstrip()
    new_word = gap > 0.13 or gap > 0.02 and cell.text[-1:].islower() and text[:1].isupper()
    blank = " " if new_word and not cell.text.endswith(" ") and not text.startswith(" ") else ""
    glue = mark or blank
    start = len(cell.text) + len(glue)
    cell.text += glue + text
    cell.x1 = max(cell.x1, piece.x1)
    first, end, size, flags = cell.runs[-1]
    if (size, flags) == (piece.size, piece.flags):
        cell.runs[-1] = (first, len(cell.text), size, flags)
    else:
        cell.runs.append((start, len(cell.text), piece.size, piece.flags))
    widest = max(cell.runs, key=lambda run: run[1] - run[0])
    cell.size, cell.flags = widest[2], widest[3]
