"""From vectors to shares: small whole numbers, so that every machine finds the same."""

from __future__ import annotations

import numpy

# Measured with the names of the own catalogue in four languages (bench/phrases.py): from .72 on, half of the names in
# another language find their skill and 3 of 100 find a strange one; from .75 on next to none does.
LEAST, SURE = 0.72, 0.85
_LEAST_SHARE, _SURE_SHARE = 0.4, 0.8
_SCALE = 127
LONGEST = 80


def tidy(phrase: str) -> str:
    """Return a phrase as it is compared: lower case, single spaces, not longer than a title."""
    return " ".join(phrase.lower().split())[:LONGEST].strip()


def packed(vectors: numpy.ndarray) -> list[bytes]:
    """Return each vector of length 1 as bytes, one for each of its numbers."""
    return [row.tobytes() for row in numpy.rint(vectors * _SCALE).astype(numpy.int8)]


def unpacked(records: list[bytes]) -> numpy.ndarray:
    """Return packed vectors as rows of whole numbers."""
    return numpy.frombuffer(b"".join(records), dtype=numpy.int8).reshape(len(records), -1)


def shares(asked: numpy.ndarray, known: numpy.ndarray) -> numpy.ndarray:
    """Return how much each known phrase counts for each asked one: rows of ``asked``, columns of ``known``.

    The products of whole numbers below 2 ** 24 are exact in single precision, in whatever order they are added up.
    """
    products = asked.astype(numpy.float32) @ known.astype(numpy.float32).T
    return share(numpy.rint(100.0 * products / (_SCALE * _SCALE)) / 100.0)


def share(cosine):
    """Return how much a likeness counts, 0..1: nothing below the least, never as much as the thing itself."""
    slope = (_SURE_SHARE - _LEAST_SHARE) / (SURE - LEAST)
    found = _LEAST_SHARE + slope * (numpy.minimum(cosine, SURE) - LEAST)
    return numpy.where(numpy.asarray(cosine) >= LEAST, numpy.round(found, 4), 0.0)
