"""What a query is made of. Trees are values: frozen, comparable, and flat where And stands in And."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    """Text to be found, anywhere or in one field.

    ``phrase``: the words stand side by side. ``prefix``: the word may go on.
    """

    text: str
    field: str | None = None
    phrase: bool = False
    prefix: bool = False


@dataclass(frozen=True)
class Range:
    """A measure between two bounds, both included unless open; None is no bound.

    Bounds are ``float`` for numbers and ``datetime.date`` for days.
    """

    field: str
    low: object = None
    high: object = None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True)
class Not:
    part: object


@dataclass(frozen=True)
class And:
    parts: tuple


@dataclass(frozen=True)
class Or:
    parts: tuple


def joined(kind, parts):
    """Return one node for the parts: themselves if there is one, and no And in And or Or in Or."""
    flat = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    return flat[0] if len(flat) == 1 else kind(tuple(flat))
