"""Jobs: the entries of the work sections, and who is employer and who title in them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from . import plain_headers, styled_headers
from .headers import unlisted
from .job_towns import towns_of, without_places, without_towns
from .level import with_dates_beside
from .model import Entry
from .parts import EMPLOYED, Block, Part
from .places import is_place
from .roles import LEGAL, company_score, is_title, lean, title_score
from .sections import Section
from .text import Text, fold

_CONSISTENCY = 1.0
_LATER = 0.12


def work(text: Text, sections: tuple[Section, ...], home: str = "") -> tuple[Entry, ...]:
    """Return the jobs of the work sections; ``home`` is the town of the person."""
    found: list[Block] = []
    for section in sections:
        if section.kind == "work" and section.lines:
            lines = with_dates_beside(unlisted(section.lines))
            styled = styled_headers.blocks(lines, text.lines)
            found += plain_headers.blocks(lines) if styled is None else styled
    return without_towns(_named(text, found, fold(home)), fold(home))


def _named(text: Text, blocks: list[Block], home: str) -> tuple[Entry, ...]:
    """Give each block employer and title; what stands in the same place has the same role."""
    towns = towns_of(blocks, home)
    cleaned = [replace(block, parts=without_places(_one_title(text, block.parts), towns)) for block in blocks]
    leans = _leans(cleaned)
    commas = [block.parts[0].text for block in cleaned if len(block.parts) == 1 and "," in block.parts[0].text]
    comma_lean = sum(_comma_lean(value) for value in commas)
    entries = []
    for block in cleaned:
        if block.parts:
            pair = _told(text, block.parts) or _pair(block.parts, leans)
            entries.append(_entry(text, block, pair, comma_lean))
    return tuple(_inherited(entries))


def _told(text: Text, parts: tuple[Part, ...]) -> tuple[Part, Part] | None:
    """Return employer and title where a word says which is which: clerk at Acme."""
    if len(parts) != 2:
        return None
    first, second = parts
    between = fold(text.clean[first.start + len(first.text) : second.start]).strip()
    return (second, first) if between in EMPLOYED else None


def _one_title(text: Text, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Join neighbours of one line that are titles both, where another line names the employer."""
    if len({part.line for part in parts}) < 2:
        return parts
    result: list[Part] = []
    for part in parts:
        last = result[-1] if result else None
        if last is not None and last.line == part.line and is_title(last.text) and is_title(part.text):
            end = part.start + len(part.text)
            result[-1] = last._replace(text=" ".join(text.clean[last.start : end].split()))
        else:
            result.append(part)
    return tuple(result)


def _content(part: Part) -> tuple[float, float]:
    """Return what the words of a part say for employer and for title."""
    title, company = title_score(part.text), company_score(part.text)
    words = part.text.split()
    if not title and len(words) <= 3:
        company += 0.4
    if len(words) > 8:
        company -= 0.5
    place = 1.2 if is_place(part.text) else 0.0
    return company - 0.6 * title - place, title - 0.6 * company - place


def _leans(blocks: list[Block]) -> dict[tuple, tuple[float, float]]:
    """Return for each place in the header how much its texts look like employer and title."""
    sums: dict[tuple, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for block in blocks:
        for number, part in enumerate(block.parts):
            company, title = _content(part)
            for slot in _slots(part, number, len(block.parts)):
                entry = sums[slot]
                entry[0] += max(min(company, 2.0), -2.0)
                entry[1] += max(min(title, 2.0), -2.0)
                entry[2] += 1
    return {slot: (company / count, title / count) for slot, (company, title, count) in sums.items()}


def _slots(part: Part, number: int, count: int) -> tuple[tuple, tuple]:
    """Return the names of a part's place: by its looks, and by its number in the header."""
    return ("look", *part.slot), ("number", number, min(count, 3))


def _pair(parts: tuple[Part, ...], leans) -> tuple[Part | None, Part | None]:
    """Return employer and title."""
    if len(parts) == 1:
        return parts[0], None
    scored = []
    for number, part in enumerate(parts[:5]):
        company, title = _content(part)
        known = [leans[slot] for slot in _slots(part, number, len(parts))]
        later = _LATER * number + (0.25 if part.slot and part.slot[2] else 0.0)
        company += _CONSISTENCY * sum(said[0] for said in known) - later
        title += _CONSISTENCY * sum(said[1] for said in known) - later
        scored.append((part, company, title))
    pairs = [
        (first[1] + second[2] + (0.05 if first[0].start < second[0].start else 0.0), first[0], second[0])
        for first in scored
        for second in scored
        if first[0] is not second[0]
    ]
    _score, company, title = max(pairs, key=lambda pair: pair[0])
    return company, title


def _comma_lean(value: str) -> float:
    head, _, tail = value.rpartition(",")
    start, _, rest = value.partition(",")
    return lean(head, tail) + lean(start, rest)


def _entry(text: Text, block: Block, pair, comma_lean: float) -> Entry:
    first, second = pair
    if second is not None:
        organisation, title = first.text, second.text
        own = lean(organisation, title)
        confidence = 0.85 if own > 0 else 0.6
    else:
        organisation, title = _split_comma(first.text, comma_lean)
        confidence = 0.65 if organisation and title else 0.4
    return Entry(
        "work",
        title,
        organisation,
        "",
        block.period.start if not block.period.single else "",
        block.period.end,
        block.description,
        confidence,
        text.span(block.first, block.last),
    )


def _inherited(entries: list[Entry]) -> list[Entry]:
    """Give a title without employer that of the entry above: several positions in one house."""
    result: list[Entry] = []
    for entry in entries:
        if entry.title and not entry.organisation and result and result[-1].organisation:
            entry = replace(entry, organisation=result[-1].organisation, confidence=0.45)
        result.append(entry)
    return result


def _split_comma(value: str, comma_lean: float) -> tuple[str, str]:
    if "," not in value:
        return ("", value) if title_score(value) > company_score(value) else (value, "")
    places = [match.start() for match in re.finditer(",", value) if not LEGAL.match(fold(value[match.end() :]).strip())]
    if not places:
        return ("", value) if title_score(value) > company_score(value) else (value, "")
    options = [(value[:place].strip(), value[place + 1 :].strip()) for place in places]
    if comma_lean >= 0:
        return max(options, key=lambda pair: (round(lean(*pair), 1), len(pair[0])))
    title, organisation = max(options, key=lambda pair: (round(-lean(*pair), 1), -len(pair[0])))
    return organisation, title
