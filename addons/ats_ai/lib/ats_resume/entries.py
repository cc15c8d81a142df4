"""Jobs: the entries of the work sections, and who is employer and who title in them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from . import plain_headers, styled_headers
from .geography import TOWNS
from .headers import unlisted
from .model import Entry
from .parts import EMPLOYED, Block, Part, is_place_alone
from .places import is_place
from .roles import company_score, title_score
from .sections import Section
from .text import Text, fold

_CONSISTENCY = 1.0
_LATER = 0.12


_LEGAL = re.compile(
    r"^(?:inc|llc|ltd|llp|plc|corp|co|gmbh|ag|s\.?l|s\.?a|s\.?r\.?l|s\.?p\.?a|bv|b\.v|lda|ltda|sp\. z o\.o)\b"
)
_LEGAL_END = re.compile(r"\b(?:inc|llc|ltd|gmbh|ag|kg|s\.?l|s\.?a|s\.?r\.?l|s\.?p\.?a|b\.?v|lda|ltda|z o\.o)\.?$")
_GLUED = re.compile(r"(?<=[a-zà-žA-Z.)])([A-ZÀ-Ž][a-zà-ž]+(?:[ -][A-ZÀ-Ž]?[a-zà-ž]+)*)$")  # Example GmbHBerlin
_REACH = re.compile(r"@|https?://|www\.")


def work(text: Text, sections: tuple[Section, ...], home: str = "") -> tuple[Entry, ...]:
    """Return the jobs of the work sections; ``home`` is the town of the person."""
    found: list[Block] = []
    for section in sections:
        if section.kind == "work" and section.lines:
            lines = unlisted(section.lines)
            styled = styled_headers.blocks(lines, text.lines)
            found += plain_headers.blocks(lines) if styled is None else styled
    return _without_towns(_named(text, found, fold(home)), fold(home))


def _named(text: Text, blocks: list[Block], home: str) -> tuple[Entry, ...]:
    """Give each block employer and title; what stands in the same place has the same role."""
    towns = _towns(blocks, home)
    cleaned = [replace(block, parts=_without_places(_one_title(text, block.parts), towns)) for block in blocks]
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
        if last is not None and last.line == part.line and _is_title(last.text) and _is_title(part.text):
            end = part.start + len(part.text)
            result[-1] = last._replace(text=" ".join(text.clean[last.start : end].split()))
        else:
            result.append(part)
    return tuple(result)


def _is_title(value: str) -> bool:
    return title_score(value) >= 1.0 and company_score(value) < 1.0


def _towns(blocks: list[Block], home: str) -> frozenset[str]:
    """Return the towns of the document: where the person lives, and what stands behind several employers."""
    tails: dict[str, set[str]] = defaultdict(set)
    for block in blocks:
        if len(block.parts) > 2 and _may_be_town(block.parts[-1].text):
            tails[fold(block.parts[-1].text)].add(fold(block.parts[0].text))
        for part in block.parts:
            head, _, tail = part.text.rpartition(", ")
            if head and _may_be_town(tail):
                tails[fold(tail)].add(fold(head))
    return frozenset({tail for tail, heads in tails.items() if len(heads) > 1} | ({home} if home else set()))


def _may_be_town(value: str) -> bool:
    words = value.split()
    known = title_score(value) + company_score(value) >= 0.5 or _LEGAL.match(fold(value))
    return 0 < len(words) <= 4 and words[0][:1].isupper() and not any(map(str.isdigit, value)) and not known


def _without_towns(entries: tuple[Entry, ...], home: str) -> tuple[Entry, ...]:
    """Cut towns behind employers: those of lists, that of the person, all where every employer has one."""
    pairs = [entry.organisation.rpartition(", ") for entry in entries]
    tails = Counter(fold(tail) for head, _, tail in pairs if head)
    towns = [bool(head) and (_may_be_town(tail) or is_place(tail) or fold(tail) == home) for head, _, tail in pairs]
    all_have = len(entries) > 1 and all(towns)
    found = []
    for entry, town, (head, _, tail) in zip(entries, towns, pairs, strict=True):
        organisation = _without_town(entry.organisation)
        if town and organisation == entry.organisation and (fold(tail) == home or all_have or tails[fold(tail)] > 1):
            organisation = head
        found.append(replace(entry, organisation=organisation))
    return tuple(found)


def _without_places(parts: tuple[Part, ...], towns: frozenset[str] = frozenset()) -> tuple[Part, ...]:
    parts = tuple(part for part in parts if not _REACH.search(part.text))
    kept = tuple(part for part in parts if fold(part.text) not in towns and not _only_place(part.text))
    return kept if len(kept) >= 2 or len(kept) == len(parts) else parts[:2] if len(parts) <= 2 else kept or parts


def _only_place(value: str) -> bool:
    return is_place_alone(value) or is_place(value) and title_score(value) + company_score(value) < 1


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
        company += _CONSISTENCY * sum(lean[0] for lean in known) - later
        title += _CONSISTENCY * sum(lean[1] for lean in known) - later
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
    return _lean(head, tail) + _lean(start, rest)


def _lean(first: str, second: str) -> float:
    """Return > 0 when the first looks like the employer and the second like the title."""
    return company_score(first) - title_score(first) - company_score(second) + title_score(second)


def _entry(text: Text, block: Block, pair, comma_lean: float) -> Entry:
    first, second = pair
    if second is not None:
        organisation, title = first.text, second.text
        own = _lean(organisation, title)
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


def _without_town(organisation: str) -> str:
    """Return an employer without the town and country written behind it."""
    glued = _GLUED.search(organisation)
    if glued and (fold(glued[1]) in TOWNS or _LEGAL_END.search(fold(organisation[: glued.start(1)]))):
        organisation = organisation[: glued.start(1)]
    pieces = organisation.split(", ")
    while len(pieces) > 1 and (is_place(pieces[-1]) or re.fullmatch(r"[A-Z]{2}", pieces[-1].strip())):
        pieces.pop()
    return ", ".join(pieces)


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
    places = [
        match.start() for match in re.finditer(",", value) if not _LEGAL.match(fold(value[match.end() :]).strip())
    ]
    if not places:
        return ("", value) if title_score(value) > company_score(value) else (value, "")
    options = [(value[:place].strip(), value[place + 1 :].strip()) for place in places]
    if comma_lean >= 0:
        return max(options, key=lambda pair: (round(_lean(*pair), 1), len(pair[0])))
    title, organisation = max(options, key=lambda pair: (round(-_lean(*pair), 1), -len(pair[0])))
    return organisation, title
