"""Languages a person speaks, with the level when it is written beside them."""

from __future__ import annotations

import re

from .model import Fact
from .sections import Section
from .text import Text, fold
from .vocabulary import LANGUAGE_CODES, LEVELS

_WORD = re.compile(r"[^\W\d_]+")
_TOP = 12  # rows in which a name of a language, alone in its cell, is one that the person speaks
_LABEL = re.compile(r"^(?:languages?|langues?|sprachen|idiomas?|talen|lingue|linguas|jezyki)\s*:", re.IGNORECASE)


def find(text: Text, sections: tuple[Section, ...]) -> tuple[Fact, ...]:
    """Return the languages of their section; without one, those of lines that list nothing else."""
    lines = [line for section in sections if section.kind == "languages" for line in section.lines]
    confidence = 0.95
    if not lines:
        confidence = 0.7
        lines = [line for line in text.lines if _LABEL.match(fold(line.text)) or _only_languages(line.text)]
        lines += [line for line in text.lines if line.row <= _TOP and _is_language(line.text) and line not in lines]
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


def _is_language(text: str) -> bool:
    """Tell whether a cell is the name of one language."""
    return fold(text).strip(" ,;.") in LANGUAGE_CODES and text[:1].isupper()


def _only_languages(line: str) -> bool:
    words = _WORD.findall(fold(line))
    hits = sum(word in LANGUAGE_CODES for word in words)
    rest = [word for word in words if word not in LANGUAGE_CODES and word not in LEVELS and len(word) > 2]
    return hits > 1 and not rest
