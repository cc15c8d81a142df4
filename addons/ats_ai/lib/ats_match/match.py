"""Persons, requirements, and the explained match of the two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from .formula import FLOORS, FORMULA_VERSION, Column, part_of, score_column, score_of

NICE_TO_HAVE = 0.4


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a job asks for. ``level`` is 0..100; a nice-to-have weighs less than a required one."""

    kind: str
    key: str
    name: str
    level: float = 0.0
    required: bool = True
    weight: float = 1.0

    @property
    def importance(self) -> float:
        """Return the weight in the score."""
        return self.weight * (1.0 if self.required else NICE_TO_HAVE)


@dataclass(frozen=True, slots=True)
class Held:
    """What a person has: the level, 0..100, and the words that show it."""

    level: float
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Known facts. ``known`` names the kinds whose list is complete; what lacks there is missing,
    elsewhere it is unknown."""

    facts: Mapping[tuple[str, str], Held]
    known: frozenset[str] = frozenset()

    def knows(self, requirement: Requirement) -> bool:
        """Tell whether the facts can answer a requirement."""
        return (requirement.kind, requirement.key) in self.facts or requirement.kind in self.known


@dataclass(frozen=True, slots=True)
class Item:
    """One requirement with its answer; ``share`` is the met part of it, 0..1."""

    kind: str
    key: str
    name: str
    required: bool
    share: float
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A score (None: cannot be said) and its reasons."""

    score: int | None
    met: tuple[Item, ...] = ()
    missing: tuple[Item, ...] = ()
    unknown: tuple[Item, ...] = ()
    version: str = FORMULA_VERSION

    def as_dict(self) -> dict:
        """Return the reasons as plain values fit for JSON."""
        return {name: [asdict(item) for item in getattr(self, name)] for name in ("met", "missing", "unknown")}


def _sayable(person: Person, requirements: Sequence[Requirement]) -> bool:
    """Tell whether a number may be given: with an unknown skill it would be a fake one."""
    return all(person.knows(requirement) for requirement in requirements if requirement.kind == "skill")


def _held(person: Person, requirement: Requirement) -> float:
    held = person.facts.get((requirement.kind, requirement.key))
    return -1.0 if held is None else held.level


def match(person: Person, requirements: Sequence[Requirement]) -> Match:
    """Return score and reasons of one pair."""
    groups: dict[str, list[Item]] = {"met": [], "missing": [], "unknown": []}
    total = weight = 0.0
    for requirement in requirements:
        group, share = _answer(person, requirement)
        groups[group].append(_item(person, requirement, share))
        if group != "unknown":
            total += part_of(
                requirement.importance,
                FLOORS[requirement.kind],
                requirement.level,
                _held(person, requirement),
            )
            weight += requirement.importance
    score = score_of(total, weight) if _sayable(person, requirements) else None
    return Match(score, *(tuple(groups[name]) for name in ("met", "missing", "unknown")))


def _answer(person: Person, requirement: Requirement) -> tuple[str, float]:
    if not person.knows(requirement):
        return "unknown", 0.0
    floor = FLOORS[requirement.kind]
    share = part_of(1.0, floor, requirement.level, _held(person, requirement))
    return ("met" if share >= 1.0 or (floor and share > 0) else "missing"), round(share, 4)


def _item(person: Person, requirement: Requirement, share: float) -> Item:
    held = person.facts.get((requirement.kind, requirement.key))
    quote = held.quote if held else ""
    return Item(requirement.kind, requirement.key, requirement.name, requirement.required, share, quote)


def score_many(pairs: Iterable[tuple[Person, Sequence[Requirement]]], *, vectorised: bool = True) -> list[int | None]:
    """Return the scores of many pairs at once: the numbers that ``match`` explains one by one."""
    column, sayable = Column(), []
    for number, (person, requirements) in enumerate(pairs):
        sayable.append(_sayable(person, requirements))
        for requirement in requirements:
            if person.knows(requirement):
                floor = FLOORS[requirement.kind]
                held = _held(person, requirement)
                column.add(number, requirement.importance, floor, requirement.level, held)
    scores = score_column(column, len(sayable), vectorised=vectorised)
    return [score if said else None for score, said in zip(scores, sayable, strict=True)]
