"""Skills without a heading of that name: some pages set each skill, or each group of skills, like a heading."""

from __future__ import annotations

from .headers import ends_sentence
from .sections import Section, heading_styles, strength
from .text import Line, Text

_BEFORE = ("contact", "profiles", "summary")  # what such a list follows without a heading of its own
_FEWEST = 3
_WORDS = 6


def parted(sections: tuple[Section, ...], text: Text) -> tuple[Section, ...]:
    """Return the sections with the skills that follow somebody's contact or profile in a section of their own."""
    styles = heading_styles(text.lines)
    found: list[Section] = []
    for section in sections:
        place = _beginning(section.lines, styles) if section.kind in _BEFORE and styles else None
        found.append(Section(section.kind, section.lines[:place]))
        if place is not None:
            found.append(Section("skills", section.lines[place:]))
    return tuple(found)


def _beginning(lines: tuple[Line, ...], styles: dict) -> int | None:
    """Return where lines begin that look like headings with nothing or only a few words below each."""
    heads = [place for place, line in enumerate(lines) if _looks_like_heading(line, styles)]
    if len(heads) < _FEWEST or not all(_is_short(line) for line in lines[heads[0] :]):
        return None
    return heads[0]


def _looks_like_heading(line: Line, styles: dict) -> bool:
    look = line.look
    if look is None or look.region not in styles or not line.gap or line.bullet or "@" in line.text:
        return False
    emphasis = strength(line)
    return (round(look.size, 1), emphasis) == styles[look.region] and (emphasis > 0 or look.large)


def _is_short(line: Line) -> bool:
    return len(line.text.split()) <= _WORDS and not ends_sentence(line.text)
