"""Signs of symbol fonts before lines: which of them mark the items of a list, which are icons."""

from __future__ import annotations

import re
from typing import NamedTuple

_LED = re.compile(r"[ \t]*([\ue000-\uf8ff])[ \t]*(.*)")
_REACH = re.compile(r"@|https?:|www\.|\w\.\w{2,}/|\d[\d ()./–—-]{4,}\d")
_BETWEEN = 2  # lines into which an item may be wrapped
_WORDS = 4  # of an item that is a sentence
_LONG = 40  # characters of a line that may have been wrapped


class _Item(NamedTuple):
    """A line led by a sign; ``near`` tells that nothing but a wrapped item stands between it and the one above."""

    place: int
    sign: str
    said: str
    near: bool


def list_marks(text: str) -> dict[int, str]:
    """Return the places of the signs that mark items, with the bullet that each stands for.

    A sign marks a list where the same one leads several lines that are no ways to reach a person: icons stand before
    addresses, numbers, periods. A glyph that its font gives no meaning is the same sign wherever it stands.
    """
    runs = [run for run in _runs(text) if not any(_REACH.search(item.said) for item in run)]
    marks = {run[0].sign for run in runs if _is_list(run)}
    return {
        item.place: "•" for run in runs if run[0].sign in marks for item in run if len(run) > 1 or _is_sentence(item)
    }


def _runs(text: str) -> list[list[_Item]]:
    """Return the lines led by a sign, those of one list together."""
    runs: list[list[_Item]] = []
    start, between = 0, []
    for line in text.split("\n"):
        if led := _LED.match(line):
            near = bool(runs) and runs[-1][-1].sign == led[1] and _wraps(runs[-1][-1].said, between)
            item = _Item(start + led.start(1), led[1], led[2], near)
            runs += [] if near else [[]]
            runs[-1].append(item)
            between = []
        elif line.strip():
            between.append(line.strip())
        start += len(line) + 1
    return runs


def _wraps(said: str, between: list[str]) -> bool:
    """Tell whether the lines below an item are the rest of it."""
    if not between or between[0][:1].islower() and len(between) <= _BETWEEN:
        return True
    return len(said) >= _LONG and len(between) <= _BETWEEN and not any(map(_REACH.search, between))


def _is_sentence(item: _Item) -> bool:
    return len(item.said) >= _LONG and len(item.said.split()) >= _WORDS


def _is_list(run: list[_Item]) -> bool:
    words = sum(len(item.said.split()) for item in run)
    return len(run) > 2 or len(run) == 2 and words >= 2 * _WORDS
