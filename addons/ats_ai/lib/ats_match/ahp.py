"""Weights from comparing two things at a time (analytic hierarchy process)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy

# What random comparisons give, for 1, 2, 3 … things.
_RANDOM = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
CONSISTENT = 0.1
SCALE = 9.0


def weights(names: Sequence[str], comparisons: Mapping[tuple[str, str], float]) -> tuple[dict[str, float], float]:
    """Return the weights, which add up to 100, and the consistency ratio; above 0.1 the comparisons contradict.

    :param comparisons: ``{(a, b): how many times as important a is}``, 1/9 … 9; what is not compared counts as equal
    :raises ValueError: for a comparison outside the scale or of an unknown thing
    """
    size = len(names)
    matrix = numpy.ones((size, size))
    for (one, other), times in comparisons.items():
        if not 1 / SCALE - 1e-9 <= times <= SCALE + 1e-9:
            raise ValueError(f"{times} is outside the scale from 1/9 to 9")
        row, column = names.index(one), names.index(other)
        matrix[row, column], matrix[column, row] = times, 1.0 / times
    vector = numpy.ones(size) / size
    for _turn in range(200):
        following = matrix @ vector
        following /= following.sum()
        if numpy.abs(following - vector).max() < 1e-12:
            break
        vector = following
    largest = float(((matrix @ vector) / vector).mean())
    index = (largest - size) / (size - 1) if size > 1 else 0.0
    expected = _RANDOM[min(size, len(_RANDOM)) - 1] if size else 0.0
    ratio = index / expected if expected else 0.0
    return {name: 100.0 * float(value) for name, value in zip(names, vector, strict=True)}, max(ratio, 0.0)
