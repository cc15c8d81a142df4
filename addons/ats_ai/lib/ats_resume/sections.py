"""Cut the lines of a résumé into sections by their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .text import Line, Text, fold
from .vocabulary import HEADINGS, STOPWORDS

_KIND = {heading: kind for kind, headings in reversed(HEADINGS.items()) for heading in headings}
_JOIN = re.compile(r"\s*(?:&|/|,|\+|\band\b|\bet\b|\bund\b|\by\b|\ben\b|\be\b|\bi\b|\boraz\b)\s*")
_DECOR = re.compile(r"^[\W\d_]+|[\W_]+$")
_SPACED = re.compile(r"^(?:\w ){2,}\w$")


@dataclass(frozen=True, slots=True)
class Section:
    """Consecutive lines under one heading; the first section of a document is ``top``."""

    kind: str
    lines: tuple[Line, ...]


def heading_kind(text: str) -> str:
    """Return the kind of section that a line announces, or an empty text."""
    if len(text) > 60:
        return ""
    if _SPACED.match(text):
        text = text.replace(" ", "")
    folded = _DECOR.sub("", fold(text))
    if kind := _KIND.get(folded):
        return kind
    kinds = [_KIND.get(part) for part in _JOIN.split(folded) if part]
    return next((kind for kind in kinds if kind), "") if len(kinds) in (2, 3) and all(kinds) else ""


def split(text: Text) -> tuple[Section, ...]:
    """Return the sections in reading order."""
    sections, kind, lines = [], "top", []
    for line in text.lines:
        found = "" if line.bullet and len(line.text.split()) > 3 else heading_kind(line.text)
        if found and not _is_label(found, kind, line):
            sections.append(Section(kind, tuple(lines)))
            kind, lines = found, []
        else:
            lines.append(line)
    sections.append(Section(kind, tuple(lines)))
    return _with_inline_headings(sections)


def _is_label(found: str, current: str, line: Line) -> bool:
    """Tell whether a heading word is only a label inside the current section."""
    if found == current:
        return True
    if current == "skills" and found in ("languages", "other", "contact") and line.bullet:
        return True
    return current == "contact" and found == "profiles" and line.text.endswith(":")


def _with_inline_headings(sections: list[Section]) -> tuple[Section, ...]:
    """Find headings that share a line with an entry, for kinds without a line of their own."""
    missing = {"work", "education", "skills", "languages"} - {section.kind for section in sections}
    if not missing:
        return tuple(sections)
    result = []
    for section in sections:
        kind, lines = section.kind, []
        for line in section.lines:
            found, rest = _inline(line, missing)
            if found:
                result.append(Section(kind, tuple(lines)))
                kind, lines = found, [rest]
                missing = missing - {found}
            else:
                lines.append(line)
        result.append(Section(kind, tuple(lines)))
    return tuple(result)


def _inline(line: Line, missing: set[str]) -> tuple[str, Line]:
    words = line.text.split(" ")
    for count in (3, 2, 1):
        kind = _KIND.get(_DECOR.sub("", fold(" ".join(words[:count])))) if len(words) > count else None
        if kind in missing and words[0][:1].isupper() and words[count][:1].isupper() and line.gap:
            offset = len(" ".join(words[:count])) + 1
            return kind, Line(line.start + offset, line.text[offset:], True, False, line.row)
    return "", line


def language(text: Text) -> str:
    """Return the language the document is most likely written in (ISO code)."""
    words = re.findall(r"[a-z']+", fold(text.clean[:20_000]))
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    scores = {code: sum(counts.get(word, 0) for word in stop) / len(stop) ** 0.5 for code, stop in STOPWORDS.items()}
    for code, hints in _HEADING_HINTS.items():
        scores[code] += 4 * sum(fold(line.text).strip(" :") in hints for line in text.lines if len(line.text) < 40)
    return max(scores, key=lambda code: scores[code])


_HEADING_HINTS = {
    "en": {
        "work experience",
        "experience",
        "education",
        "skills",
        "languages",
        "work",
        "summary",
        "about",
    },
    "fr": {
        "experience professionnelle",
        "formation",
        "competences",
        "langues",
        "a propos",
        "experiences",
    },
    "de": {
        "berufserfahrung",
        "ausbildung",
        "kenntnisse",
        "sprachen",
        "fahigkeiten",
        "bildung",
        "arbeit",
        "profil",
    },
    "es": {
        "experiencia",
        "experiencia laboral",
        "educacion",
        "formacion",
        "habilidades",
        "idiomas",
        "perfil",
    },
    "nl": {"werkervaring", "opleiding", "opleidingen", "vaardigheden", "talen", "profiel"},
    "pt": {
        "experiencia profissional",
        "formacao",
        "educacao",
        "competencias",
        "idiomas",
        "linguas",
        "resumo",
    },
    "it": {
        "esperienza",
        "esperienze lavorative",
        "istruzione",
        "competenze",
        "lingue",
        "formazione",
        "profilo",
    },
    "pl": {
        "doswiadczenie",
        "doswiadczenie zawodowe",
        "wyksztalcenie",
        "umiejetnosci",
        "jezyki",
        "podsumowanie",
    },
}
