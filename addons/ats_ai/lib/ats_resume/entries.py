"""Jobs: the entries of the work sections, and who is employer and who title in them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from . import labelled_jobs, network_jobs, plain_headers, styled_headers
from .headers import unlisted
from .job_towns import towns_of, without_places, without_towns
from .level import with_dates_beside
from .model import Entry
from .parts import EMPLOYED, Block, Part
from .places import is_place
from .roles import LEGAL, company_score, is_title, lean, title_score
from .sections import Section
from .stacked_dates import with_ends_beside
from .text import Text, fold

_CONSISTENCY = 1.0
_LATER = 0.12
_TOLERANCE = 0.6


def work(text: Text, sections: tuple[Section, ...], home: str = "") -> tuple[Entry, ...]:
    """Return the jobs of the work sections; ``home`` is the town of the person."""
    found: list[Block] = []
    told: list[Entry] = []
    for section in sections:
        if section.kind == "work" and section.lines:
            lines = with_dates_beside(with_ends_beside(unlisted(section.lines)))
            if sure := labelled_jobs.jobs(text, lines) or network_jobs.jobs(text, lines):
                told += sure
                continue
            styled = styled_headers.blocks(lines, text.lines)
            found += plain_headers.blocks(lines) if styled is None else styled
    jobs = sorted((*told, *_named(text, found, fold(home))), key=lambda job: job.span.start)
    return without_towns(tuple(jobs), fold(home))


def _named(text: Text, blocks: list[Block], home: str) -> tuple[Entry, ...]:
    """Give each block employer and title; what stands in the same place has the same role."""
    blocks = [replace(block, parts=tuple(part for part in block.parts if not _is_label(part))) for block in blocks]
    towns = towns_of(blocks, home)
    cleaned = [replace(block, parts=without_places(_one_title(text, block.parts), towns)) for block in blocks]
    leans = _leans(cleaned)
    commas = [block.parts[0].text for block in cleaned if len(block.parts) == 1 and "," in block.parts[0].text]
    comma_lean = sum(_comma_lean(value) for value in commas)
    pairs = [_told(text, block.parts) or _pair(block.parts, leans) if block.parts else None for block in cleaned]
    spare = _spare(blocks, cleaned, pairs)
    rare = 2 * len(commas) < sum(len(block.parts) > 1 for block in cleaned) + 1  # "VP, Sales" is one title
    entries = []
    for block, pair in zip(cleaned, pairs, strict=True):
        if pair is not None:
            lone = _without_spare(block.parts, spare) or (_more_of_one_house(block.parts) if rare else None)
            entries.append(_entry(text, block, lone if lone and entries else pair, comma_lean))
    return tuple(_inherited(entries))


def _spare(blocks: list[Block], cleaned: list[Block], pairs: list) -> set[tuple]:
    """Return the places in which full headers have a third part, which is neither employer nor title: their towns.

    Short headers may have a part there too, if they are not the rule.
    """
    full = [(block.parts, pair) for block, pair in zip(blocks, pairs, strict=True) if pair and len(block.parts) > 2]
    chosen = {part.slot for _parts, pair in full for part in pair if part is not None}
    free = Counter(part.slot for parts, _pair in full for part in parts if part.slot and part.slot not in chosen)
    short = Counter(part.slot for block in cleaned if len(block.parts) == 2 for part in block.parts)
    return {slot for slot, count in free.items() if count >= short[slot]}


def _more_of_one_house(parts: tuple[Part, ...]) -> tuple[None, Part] | None:
    """Return the only part of a header as a title, if its words say that it is one."""
    only = parts[0].text
    return (None, parts[0]) if len(parts) == 1 and title_score(only) >= 1 and not company_score(only) else None


def _without_spare(parts: tuple[Part, ...], spare: set[tuple]) -> tuple[None, Part] | None:
    """Return only a title where the other part stands in the place of towns: one more position in the same house."""
    if len(parts) != 2:
        return None
    kept = [part for part in parts if part.slot not in spare]
    return (None, kept[0]) if len(kept) == 1 and title_score(kept[0].text) >= company_score(kept[0].text) else None


def _is_label(part: Part) -> bool:
    return labelled_jobs.role_of(part.text) == "period"


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
    if first is None:
        organisation, title, confidence = "", second.text, 0.6
    elif second is not None:
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
    best = max(-lean(*pair) for pair in options)
    near = [pair for pair in options if -lean(*pair) > best - _TOLERANCE]  # a town behind the employer says little
    title, organisation = min(near, key=lambda pair: len(pair[0]))
    return organisation, title
