"""Skills that a skills section enumerates, known to a catalogue or not."""

from __future__ import annotations

import re

from .broken_cells import cells_of
from .headers import fills, logical
from .model import SkillFact, Span
from .sections import Section, heading_kind
from .text import Line, Text, fold
from .vocabulary import LEVELS

_PIECE = re.compile(r"(?:[^,;|•·/()]|\([^()]*\)|(?<=[A-Z])/(?=[A-Z]))+")
_SEPARATED = re.compile(r"\s[|·•]\s|[,;]\s")
_WHOLE = re.compile(r"(?:[^,;|•·()]|\([^()]*\))+")


def listed(text: Text, sections: tuple[Section, ...]) -> tuple[SkillFact, ...]:
    """Return what the skills sections enumerate, known to a catalogue or not."""
    found: dict[str, SkillFact] = {}
    for section in sections:
        section_lists = sum(line.bullet for line in section.lines) * 2 > len(section.lines)
        for lines in _lists(section.lines) if section.kind == "skills" else ():
            whole = " ".join(line.text for line in lines)
            for item in _items(whole, slash=not section_lists):
                place = _place(text, lines, item)
                found.setdefault(fold(item), SkillFact("", item, 0.7, place))
    return tuple(found.values())


def _lists(lines: tuple[Line, ...]) -> list[list[Line]]:
    """Return the lines in groups: those of one enumeration or cell together, where a name is broken over two lines."""
    if cells := cells_of(lines):
        return cells
    groups: list[list[Line]] = []
    for group in logical(lines, sure=True):
        above = groups[-1][-1] if groups else None
        if above is not None and len(_SEPARATED.findall(above.text)) > 1 and fills(above, group[0]):
            groups[-1] += group
        else:
            groups.append(group)
    return groups


def _place(text: Text, lines: list[Line], item: str) -> Span:
    for line in lines:
        if item in line.text:
            start = line.start + line.text.index(item)
            return text.span(start, start + len(item))
    return text.span_over(lines)


def _items(line: str, *, slash: bool):
    head = re.match(r"[^:,;]{2,40}:\s*(?=\S)", line)
    rest = line[head.end() if head else 0 :]
    separate = slash and rest.count("/") > 2 and "," not in rest
    pieces = list((_PIECE if separate else _WHOLE).finditer(rest))
    for piece in pieces:
        item = piece.group().strip(" .:-–—")
        item = re.sub(r"\s*(?:\([^()]*\)|[-–—:]\s*\d+\s?%?|\d+\s?%|[★☆●○]+)$", "", item).strip()
        alone = len(pieces) == 1 and not head
        if item and _is_skill_item(item) and not (alone and heading_kind(item) not in ("", "other")):
            yield item


def _is_skill_item(item: str) -> bool:
    folded = fold(item)
    return (
        len(item) <= 60
        and len(item.split()) <= 6
        and folded not in LEVELS
        and any(char.isalpha() for char in item)
        and not re.search(r"\b(?:19|20)\d\d\b|@|https?:", item)
    )
