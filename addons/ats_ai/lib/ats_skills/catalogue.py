"""Reads the list of skills that comes with the addon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("catalogue.txt")


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill of the list; ``aliases`` are ``(language, name)``, the language empty for English and for names
    that are the same everywhere."""

    name: str
    kind: str
    parents: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...]


@cache
def catalogue() -> tuple[Skill, ...]:
    """Return the skills of the list, in its order.

    :raises ValueError: when a line has another form, or a broader skill is not in the list
    """
    found, kind = [], ""
    for number, line in enumerate(_FILE.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            name, *rest = (cell.strip() for cell in line.split("|"))
            if len(rest) != 2:
                raise ValueError(f"line {number} of the skills has {len(rest) + 1} columns, not 3")
            found.append(Skill(name, kind, tuple(_cells(rest[0])), tuple(map(_alias, _cells(rest[1])))))
    unknown = {parent for skill in found for parent in skill.parents} - {skill.name for skill in found}
    if unknown:
        raise ValueError(f"broader skills that are not in the list: {sorted(unknown)}")
    return tuple(found)


def _cells(text):
    return [cell.strip() for cell in text.split(";") if cell.strip()]


def _alias(cell):
    language, colon, name = cell.partition(":")
    return (language, name) if colon and len(language) == 2 else ("", cell)
