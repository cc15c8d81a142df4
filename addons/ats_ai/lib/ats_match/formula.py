"""The one formula. A pair's score is the met share of the weight of its known requirements, 0..100.

Each requirement gives ``has * (floor + (1 - floor) * ratio)`` of its weight: having a skill at all
is worth the floor, the rest comes with the level. Works on plain lists; with numpy installed many
pairs cost a few array passes, with the same additions in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass, field

try:
    import numpy
except ImportError:  # numpy is not needed, it only makes rankings of many thousands faster
    numpy = None

FORMULA_VERSION = "1"
FLOORS = {"skill": 0.6, "degree": 0.0}


@dataclass(slots=True)
class Column:
    """Known requirements of many pairs, one row each; ``pair`` says whose row it is."""

    pair: list[int] = field(default_factory=list)
    weight: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    needed: list[float] = field(default_factory=list)
    held: list[float] = field(default_factory=list)

    def add(self, pair: int, weight: float, floor: float, needed: float, held: float) -> None:
        """Append one known requirement; ``held`` is negative when the person lacks it."""
        self.pair.append(pair)
        self.weight.append(weight)
        self.floor.append(floor)
        self.needed.append(needed)
        self.held.append(held)


def part(weight, has, floor, ratio):
    """Return what a requirement contributes (numbers or arrays alike)."""
    return weight * has * (floor + (1.0 - floor) * ratio)


def ratio_of(held: float, needed: float) -> float:
    """Return which share of the needed level is held, 0..1."""
    return 1.0 if needed <= 0 else min(max(held, 0.0) / needed, 1.0)


def part_of(weight: float, floor: float, needed: float, held: float) -> float:
    """Return what one known requirement contributes."""
    return part(weight, 0.0 if held < 0 else 1.0, floor, ratio_of(held, needed))


def score_of(total: float, weight: float) -> int | None:
    """Return the score of a pair, or None when nothing could be weighed."""
    return int(100.0 * total / weight + 0.5) if weight > 0 else None


def score_column(column: Column, pairs: int, *, vectorised: bool = True) -> list[int | None]:
    """Return the scores of pairs ``0 .. pairs-1``."""
    if vectorised and numpy is not None:
        return _score_arrays(column, pairs)
    totals, weights = [0.0] * pairs, [0.0] * pairs
    for pair, weight, floor, needed, held in zip(
        column.pair, column.weight, column.floor, column.needed, column.held, strict=True
    ):
        totals[pair] += part_of(weight, floor, needed, held)
        weights[pair] += weight
    return [score_of(total, weight) for total, weight in zip(totals, weights, strict=True)]


def _score_arrays(column: Column, pairs: int) -> list[int | None]:
    pair = numpy.asarray(column.pair, dtype=numpy.intp)
    weight, floor, needed, held = (
        numpy.asarray(values, dtype=float) for values in (column.weight, column.floor, column.needed, column.held)
    )
    positive = needed > 0
    ratio = numpy.where(
        positive,
        numpy.minimum(numpy.maximum(held, 0.0) / numpy.where(positive, needed, 1.0), 1.0),
        1.0,
    )
    totals = numpy.bincount(pair, part(weight, (held >= 0).astype(float), floor, ratio), minlength=pairs)
    weights = numpy.bincount(pair, weight, minlength=pairs)
    return [score_of(total, whole) for total, whole in zip(totals.tolist(), weights.tolist(), strict=True)]
