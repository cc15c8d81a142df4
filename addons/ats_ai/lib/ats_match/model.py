"""What matching knows about a job and a person. Neither holds a name, a photo, a gender, an age, an address, a
nationality or a school: what is not here cannot count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FORMULA_VERSION = "3"

# Families of requirements and their default weights; a job may have its own.
DEFAULT_WEIGHTS: Mapping[str, float] = {
    "skills": 45.0,
    "experience": 22.0,
    "education": 8.0,
    "languages": 8.0,
    "conditions": 6.0,
    "answers": 6.0,
    "text": 5.0,
}
FAMILIES = tuple(DEFAULT_WEIGHTS)
NICE_TO_HAVE = 0.4
WORKPLACES = ("onsite", "hybrid", "remote")


@dataclass(frozen=True, slots=True)
class Want:
    """One thing a job asks for. ``level`` is 0..100, ``years`` 0 where any practice will do.

    ``related`` are other skills that count in part; ``kin`` phrases (`phrase_key`) that mean nearly the same.
    """

    key: str
    name: str
    level: float = 0.0
    years: float = 0.0
    required: bool = True
    weight: float = 1.0
    related: Mapping[str, float] = field(default_factory=dict)
    kin: Mapping[int, float] = field(default_factory=dict)

    @property
    def importance(self) -> float:
        """Return how much it counts among its like."""
        return self.weight * (1.0 if self.required else NICE_TO_HAVE)


@dataclass(frozen=True, slots=True)
class Job:
    """What a job asks for. None and empty mean: it does not ask."""

    skills: tuple[Want, ...] = ()
    years: float = 0.0
    seniority: int | None = None
    titles: tuple[str, ...] = ()
    title_kin: Mapping[int, float] = field(default_factory=dict)
    degree: Want | None = None
    languages: tuple[Want, ...] = ()
    workplace: str = ""
    places: tuple[str, ...] = ()
    permit: bool = False
    pay_max: float | None = None
    questions: tuple[Want, ...] = ()
    terms: Mapping[int, float] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=lambda: DEFAULT_WEIGHTS)

    @property
    def asks(self) -> bool:
        """Tell whether there is a requirement that a number could be made of; title and text alone are none."""
        return bool(self.skills or self.degree or self.languages or self.years or self.questions)


@dataclass(frozen=True, slots=True)
class Held:
    """Something a person has: level 0..100, years and year of last use (0: not known), and the words that show it."""

    level: float = 100.0
    years: float = 0.0
    last_year: int = 0
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Known facts; None and empty mean: not known. What ``known`` names is complete: what lacks there is missing."""

    skills: Mapping[str, Held] = field(default_factory=dict)
    languages: Mapping[str, Held] = field(default_factory=dict)
    titles: Mapping[str, Held] = field(default_factory=dict)
    terms: Mapping[int, float] = field(default_factory=dict)
    answers: Mapping[str, Held] = field(default_factory=dict)
    places: Mapping[str, Held] = field(default_factory=dict)
    phrases: Mapping[str, Held] = field(default_factory=dict)
    years: float | None = None
    seniority: int | None = None
    degree: float | None = None
    workplaces: tuple[str, ...] = ()
    permit: bool | None = None
    pay: float | None = None
    quotes: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Item:
    """One requirement with its answer. ``share`` is the met part, 0..1, ``points`` what it adds to the score."""

    kind: str
    key: str
    name: str
    required: bool
    share: float
    points: float = 0.0
    of: float = 0.0
    quote: str = ""
    via: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A score (None: cannot be said) and its reasons."""

    score: int | None
    exact: float | None = None
    met: tuple[Item, ...] = ()
    missing: tuple[Item, ...] = ()
    unknown: tuple[Item, ...] = ()
    version: str = FORMULA_VERSION
