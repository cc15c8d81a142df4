"""Languages a person speaks, with the level when it is written beside them."""

from __future__ import annotations

import re

from .model import Fact
from .sections import Section
from .text import Line, Text, fold
from .vocabulary import LANGUAGE_CODES, LEVELS

_WORD = re.compile(r"[^\W\d_]+")
_TOP = 12  # rows in which a name of a language, alone in its cell, is one that the person speaks
_BELOW = 3  # lines in which the level of a language stands
_LABEL = re.compile(r"^(?:languages?|langues?|sprachen|idiomas?|talen|lingue|linguas|jezyki)\s*:", re.IGNORECASE)
_LEVEL_WORDS = frozenset(word for level in LEVELS for word in level.split()) - {"senior", "junior", "base", "working"}
_OF_LEVELS = frozenset(
    """
    speaker proficiency or working full limited level niveau nivel livello poziom kenntnisse in wort und schrift ou et e
    o y lu ecrit parle competencia competence competencies langue
    """.split()
)


def find(text: Text, sections: tuple[Section, ...]) -> tuple[Fact, ...]:
    """Return the languages of their section; without one, those of lines that list nothing else."""
    lines = [line for section in sections if section.kind == "languages" for line in section.lines]
    known = {line.start for line in lines}
    told = [
        (place, line) for place, line in enumerate(text.lines) if line.start not in known and _is_language(line.text)
    ]
    confidence = 0.95
    if any(_names(line.text) for line in lines):
        level = _baselines(lines)
        lines += [line for place, line in told if _has_level(text.lines, place) or _baseline(line) in level]
    else:
        confidence = 0.7
        lines = [line for line in text.lines if _LABEL.match(fold(line.text)) or _only_languages(line.text)]
        known = {line.start for line in lines}
        lines += [
            line
            for place, line in told
            if line.start not in known and (line.row <= _TOP or _has_level(text.lines, place))
        ]
    return _facts(text, lines, confidence)


def _facts(text: Text, lines: list[Line], confidence: float) -> tuple[Fact, ...]:
    """Return the languages that lines name, each once."""
    found: dict[str, Fact] = {}
    for line in lines:
        folded = fold(line.text)
        if len(folded.split()) > 25:
            continue
        for match in _WORD.finditer(folded):
            code = LANGUAGE_CODES.get(match.group())
            surface = line.text[match.start() : match.end()]
            if code and surface[:1].isupper() | (len(lines) < 15 and match.start() == 0):
                place = text.span(line.start + match.start(), line.start + match.end())
                found.setdefault(code, Fact(surface, confidence, place, code))
    return tuple(found.values())


def _names(text: str) -> bool:
    return any(word in LANGUAGE_CODES for word in _WORD.findall(fold(text)))


def _is_language(text: str) -> bool:
    """Tell whether a cell is the name of one language."""
    return fold(text).strip(" ,;.:") in LANGUAGE_CODES and text[:1].isupper()


def _has_level(lines: tuple[Line, ...], place: int) -> bool:
    """Tell whether the line below, in the same column, is how well a language is spoken."""
    line = lines[place]
    below = [other for other in lines[place + 1 : place + 1 + _BELOW] if other.row > line.row and _beneath(line, other)]
    return bool(below) and below[0].row == line.row + 1 and _is_level(below[0].text)


def _beneath(line: Line, other: Line) -> bool:
    return not (line.look and other.look and line.look.page) or abs(line.look.x0 - other.look.x0) < line.look.size


def _is_level(text: str) -> bool:
    """Tell whether a line says how well a language is spoken and nothing else."""
    words = re.findall(r"[^\W_]+", fold(text))
    return any(word in _LEVEL_WORDS for word in words) and all(word in _LEVEL_WORDS | _OF_LEVELS for word in words)


def _baselines(lines: list[Line]) -> set[tuple]:
    """Return where the languages of a section stand: others on these baselines belong to a grid read by columns."""
    return {_baseline(line) for line in lines if _is_language(line.text)} - {()}


def _baseline(line: Line) -> tuple:
    look = line.look
    return (look.page, look.style, round(look.baseline)) if look is not None and look.page else ()


def _only_languages(line: str) -> bool:
    words = _WORD.findall(fold(line))
    hits = sum(word in LANGUAGE_CODES for word in words)
    rest = [word for word in words if word not in LANGUAGE_CODES and word not in LEVELS and len(word) > 2]
    return hits > 1 and not rest
