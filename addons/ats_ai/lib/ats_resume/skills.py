"""Skills of a catalogue in a text: one dictionary walk, whatever the size of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from .broken_cells import broken
from .model import SkillFact, Span
from .sections import Section
from .text import Text, fold

_TOKEN = re.compile(r"\.?[^\W_]+(?:[+#]+|(?:[.'’&][^\W_]+)+)?[+#]*")
_LIST_MARK = re.compile(r"[,;/|•·\n\t()&+:]|(?:\s(?:and|et|und|y|en|e|i|oraz|or|ou|oder|of|lub)\s)")
_AROUND = 60
_END = ""
# Words of everyday language that are also names of skills: alone in a sentence they prove nothing.
_AMBIGUOUS = frozenset(
    """
    go swift rust ruby dart spark storm hive pig chef puppet flask express spring struts access
    word office teams project basic assembly ada crystal elm lean scheme racket processing less
    stylus ember backbone next nest meteor node unity unreal maya sketch pages keynote numbers
    slack notion asana monday sage cobra falcon phoenix rails play ant make bash shell fish forth
    logo snap scratch helm vault consul nomad packer salt eagle solid works bridge prototype
    """.split()
)
# Names that are also words, told apart by their capital letter.
_CASED = frozenset("excel outlook oracle sap illustrator julia scala perl pascal tableau looker react".split())
_HINT = re.compile(
    r"^[\s-]*(?:programming|developers?|development|language|lang|code|scripts?|scripting|"
    r"engineers?|library|framework|"
    r"entwickler\w*|programmierung|developpeur\w*|langage|desarrollador\w*|lenguaje|"
    r"statistic\w*|studio|packages?|"
    r"programmeur|ontwikkelaar|programista|routines?|\d+(?:\.\d+)*)\b"
)


class _Found(NamedTuple):
    """A form of the catalogue at its place in the text."""

    start: int
    end: int
    key: str
    surface: str


class Catalogue:
    """Names and aliases of skills, arranged so that reading a text costs the text's length only."""

    def __init__(self, skills: Iterable[tuple[str, str, Iterable[str]]] = ()):
        """Take ``(key, name, aliases)``; the first owner of a form keeps it."""
        self._root: dict = {}
        self.names: dict[str, str] = {}
        for key, name, aliases in skills:
            self.names[key] = name
            for form in (name, *aliases):
                self._add(key, form)

    def __len__(self) -> int:
        return len(self.names)

    def _add(self, key: str, form: str) -> None:
        node = self._root
        tokens = [token for _start, _end, token in _tokens(form)]
        for token in tokens:
            node = node.setdefault(token, {})
        if tokens:
            node.setdefault(_END, (key, form))

    def _matches(self, clean: str):
        """Yield the longest forms, from left to right."""
        tokens = list(_tokens(clean))
        index = 0
        while index < len(tokens):
            found, node = None, self._root
            for position in range(index, len(tokens)):
                if position > index and not _adjoining(clean, tokens, position):
                    break
                node = node.get(tokens[position][2])
                if node is None:
                    break
                found = (position, node[_END]) if _END in node else found
            if found:
                yield _Found(tokens[index][0], tokens[found[0]][1], *found[1])
            index = found[0] + 1 if found else index + 1

    def find(self, text: Text, sections: tuple[Section, ...] = ()) -> tuple[SkillFact, ...]:
        """Return each skill once, with its surest place."""
        areas = [(line.start, line.end) for section in sections if section.kind == "skills" for line in section.lines]
        matches = [found for found in self._matches(text.clean) if text.shows(found.start)]
        listed_beside = _beside_sure_ones(text.clean, matches)
        best: dict[str, SkillFact] = {}
        for position, found in enumerate(matches):
            in_area = any(first <= found.start < last for first, last in areas)
            sureness = _confidence(text.clean, found, in_area, position in listed_beside)
            known = best.get(found.key)
            if sureness and (known is None or known.confidence < sureness):
                place = _quoted(text, found.start, found.end)
                best[found.key] = SkillFact(found.key, self.names[found.key], sureness, place)
        best.update((fact.key, fact) for fact in self._in_cells(text, sections))
        return tuple(best.values())

    def _in_cells(self, text: Text, sections: tuple[Section, ...]):
        """Yield skills whose words stand in several lines of one cell."""
        for cell in (cell for section in sections if section.kind == "skills" for cell in broken(section.lines)):
            for found in self._matches(" ".join(line.text for line in cell)):
                if found.start <= len(cell[0].text) < found.end:
                    yield SkillFact(found.key, self.names[found.key], 0.95, text.span_over(cell))


def _beside_sure_ones(clean: str, matches: list[_Found]) -> set[int]:
    """Return which matches stand in a list beside a skill that cannot be anything else."""
    beside = set()
    for position in range(len(matches) - 1):
        first, second = matches[position : position + 2]
        between = clean[first.end : second.start]
        if len(between) <= 8 and _LIST_MARK.search(between) and not re.search(r"[^\W\d_]{4,}", between):
            beside |= {position + 1} if _sure(first) else set()
            beside |= {position} if _sure(second) else set()
    return beside


def _quoted(text: Text, start: int, end: int) -> Span:
    """Return the place of a skill, quoted with the words around it."""
    first = max(text.clean.rfind("\n", 0, start) + 1, start - _AROUND)
    last = text.clean.find("\n", end)
    last = min(last if last >= 0 else len(text.clean), end + _AROUND)
    place = text.span(start, end)
    return Span(place.start, place.end, text.span(first, last).quote)


def _sure(found: _Found) -> bool:
    return not _is_ambiguous(found.surface)


def _is_ambiguous(form: str) -> bool:
    return len(form) <= 2 or fold(form) in _AMBIGUOUS


def _tokens(clean: str):
    folded = fold(clean)
    for match in _TOKEN.finditer(folded):
        yield match.start(), match.end(), match.group()


def _adjoining(clean: str, tokens: list, position: int) -> bool:
    between = clean[tokens[position - 1][1] : tokens[position][0]]
    return len(between) <= 2 and "\n\n" not in between and between.strip(" -/\n.&") == ""


def _confidence(clean: str, found: _Found, in_area: bool, beside: bool) -> float:
    """Return 0 when the word is not shown to mean the skill."""
    start, end, surface = found.start, found.end, found.surface
    if not _is_ambiguous(surface):
        wrong_case = fold(surface) in _CASED and clean[start].islower()
        return 0.0 if wrong_case else 0.95 if in_area else 0.8
    if clean[start:end] != surface or _is_glued(clean, start, end):
        return 0.0
    if in_area and _is_own_item(clean, start, end):
        return 0.9
    if beside:
        return 0.85
    return 0.75 if _HINT.match(fold(clean[end : end + 24])) else 0.0


def _is_glued(clean: str, start: int, end: int) -> bool:
    """Tell whether the word is part of a longer one: R&D, C-level, go-to-market, o'c."""
    before, after = clean[start - 1 : start], clean[end : end + 2]
    return before in ("-", "&", "'", "’", ".", "@") and before != "" or bool(re.match(r"[-&'’@](?=\w)", after))


def _is_own_item(clean: str, start: int, end: int) -> bool:
    before = clean[max(0, start - 3) : start].rstrip(" ")
    after = clean[end : end + 3].lstrip(" ")
    return (not before or before[-1] in ",;/|•·\n\t(:-–") and (not after or after[0] in ",;/|•·\n\t().-–:")
