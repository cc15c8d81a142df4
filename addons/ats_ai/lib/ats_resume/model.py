"""Values the parser returns: every fact knows how sure it is and where it was read."""

from __future__ import annotations

from dataclasses import asdict, dataclass

PARSER_VERSION = "8"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text that was given to the parser: ``text[start:end]``, also quoted.

    ``page`` counts from 1 (0 = the format has no pages), ``box`` is left, top, right, bottom in
    points from the top left corner of the page.
    """

    start: int
    end: int
    quote: str
    page: int = 0
    box: tuple = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One value read; ``confidence`` is 0..1, ``detail`` a second form of the value."""

    value: str
    confidence: float
    span: Span
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SkillFact:
    """A skill of the catalogue (``key``) or, with an empty key, one only named in the document."""

    key: str
    name: str
    confidence: float
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A job (``organisation`` = employer, ``title``) or a course (school, degree, area).

    Dates are ``YYYY-MM``, ``YYYY``, ``present`` or empty.
    """

    kind: str
    title: str
    organisation: str
    area: str
    start: str
    end: str
    description: str
    confidence: float
    span: Span


@dataclass(frozen=True, slots=True)
class Resume:
    """What one document says. Empty fields were not found; nothing is guessed into them."""

    language: str
    name: Fact | None
    email: Fact | None
    phone: Fact | None
    city: Fact | None
    links: tuple[Fact, ...]
    skills: tuple[SkillFact, ...]
    listed_skills: tuple[SkillFact, ...]
    work: tuple[Entry, ...]
    education: tuple[Entry, ...]
    languages: tuple[Fact, ...]
    certificates: tuple[Fact, ...] = ()
    flags: tuple = ()
    version: str = PARSER_VERSION

    def link(self, kind: str) -> str:
        """Return the first link of a kind: ``linkedin``, ``github``, ``site``; may be empty."""
        return next((fact.value for fact in self.links if fact.detail == kind), "")

    def as_dict(self) -> dict:
        """Return plain values fit for JSON."""
        return asdict(self)
