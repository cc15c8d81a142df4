"""Towns beside employers: which words of a job's header name a place, and what is left without them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from .geography import TOWNS
from .model import Entry
from .parts import Block, Part, is_place_alone
from .places import is_place
from .roles import LEGAL, company_score, is_title, lean, title_score
from .text import fold

_SAID, _HINTED = 1.0, 0.5  # how much words must say that one text holds title and employer
_LEGAL_END = re.compile(r"\b(?:inc|llc|ltd|gmbh|ag|kg|s\.?l|s\.?a|s\.?r\.?l|s\.?p\.?a|b\.?v|lda|ltda|z o\.o)\.?$")
_GLUED = re.compile(r"(?<=[a-zà-žA-Z.)])([A-ZÀ-Ž][a-zà-ž]+(?:[ -][A-ZÀ-Ž]?[a-zà-ž]+)*)$")  # Example GmbHBerlin
_BRACKET = re.compile(r"([^()]+?) \(([^()]+)\)")
_DASH = re.compile(r"\s[–—-]\s")
_REACH = re.compile(r"@|https?://|www\.")


def towns_of(blocks: list[Block], home: str) -> frozenset[str]:
    """Return the towns of the document: where the person lives, and what stands behind several employers."""
    tails: dict[str, set[str]] = defaultdict(set)
    for block in blocks:
        full = len(block.parts) > 2
        for part in (*block.parts[-1:], *_at_the_right(block.parts)) if full else ():
            if _may_be_town(part.text):
                tails[fold(part.text)].add(fold(block.parts[0].text))
        for part in block.parts:
            head, _, tail = part.text.rpartition(", ")
            if head and _may_be_town(tail):
                tails[fold(tail)].add(fold(head))
    found = {tail for tail, heads in tails.items() if len(heads) > 1}
    return frozenset(found | _beside_pairs(blocks) | _level_with_towns(blocks) | ({home} if home else set()))


def _at_the_right(parts: tuple[Part, ...]) -> list[Part]:
    """Return the parts that stand right of something else than a title."""
    firsts = {part.line: part for part in reversed(parts)}
    return [part for part in parts if part.slot and part.slot[2] and not is_title(firsts[part.line].text)]


def _beside_pairs(blocks: list[Block]) -> set[str]:
    """Return what stands beside titles of several employers: Welder, Acme / 2019, Oberau."""
    tails: dict[str, dict[str, bool]] = defaultdict(dict)
    for block in blocks:
        if len(block.parts) == 2 and _holds_both(block.parts[0].text, _HINTED) and _may_be_town(block.parts[1].text):
            _title, _, employer = block.parts[0].text.rpartition(",")
            sure = not is_title(employer) and _holds_both(block.parts[0].text)
            tails[fold(block.parts[1].text)][fold(employer)] = sure
    found = {tail for tail, employers in tails.items() if len(employers) > 1 and any(employers.values())}
    dashed = [block.parts for block in blocks if len(block.parts) == 2 and _has_title_and_dash(block.parts[1].text)]
    return found | {
        fold(first.text)
        for first, second in dashed
        if _may_be_town(first.text) and fold(first.text.split(" ")[0]) not in fold(second.text)
    }


def _level_with_towns(blocks: list[Block]) -> set[str]:
    """Return what stands in full headers where others have a town that is known."""
    places: dict[tuple, list[str]] = defaultdict(list)
    for block in blocks:
        for part in block.parts if len(block.parts) > 2 else ():
            places[part.slot].append(part.text)
    return {
        fold(text)
        for slot, texts in places.items()
        if slot and any(map(_only_place, texts)) and all(_only_place(text) or _may_be_town(text) for text in texts)
        for text in texts
    }


def _holds_both(value: str, enough: float = _SAID) -> bool:
    """Tell whether a text is title and employer with a comma between: Welder, Acme."""
    head, _, tail = value.rpartition(",")
    if not head or not tail.strip()[:1].isupper():
        return False
    return abs(lean(head, tail)) >= enough and not (is_title(head) and is_title(tail))


def _has_title_and_dash(value: str) -> bool:
    """Tell whether a text is title and employer with a dash between: Welder – Acme."""
    halves = _DASH.split(value)
    return len(halves) == 2 and is_title(halves[0]) != is_title(halves[1])


def _halves(part: Part) -> tuple[Part, Part]:
    """Return the two sides of a dash as parts of their own."""
    dash = _DASH.search(part.text)
    slot = part.slot[:-1]
    first = part._replace(text=part.text[: dash.start()], slot=(*slot, 0) if part.slot else ())
    return first, Part(part.start + dash.end(), part.text[dash.end() :], part.line, (*slot, 1) if part.slot else ())


def _may_be_town(value: str) -> bool:
    words = value.split()
    known = title_score(value) + company_score(value.replace("-", " ")) >= 0.5 or LEGAL.match(fold(value))
    known = known and fold(value) not in TOWNS
    return 0 < len(words) <= 4 and words[0][:1].isupper() and not any(map(str.isdigit, value)) and not known


def without_towns(entries: tuple[Entry, ...], home: str) -> tuple[Entry, ...]:
    """Cut towns behind employers: those of lists, that of the person, all where every employer has one."""
    pairs = [_apart(entry.organisation) for entry in entries]
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


def without_places(parts: tuple[Part, ...], towns: frozenset[str] = frozenset()) -> tuple[Part, ...]:
    parts = tuple(part for part in parts if not _REACH.search(part.text))
    kept = tuple(part for part in parts if fold(part.text) not in towns and not _only_place(part.text))
    if not kept:  # what only has the shape of a place is none beside a known one
        kept = tuple(part for part in parts if fold(part.text) not in towns and not is_place(part.text))
    if len(kept) == 1 < len(parts) and _has_title_and_dash(kept[0].text):
        return _halves(kept[0])
    if len(kept) == 1 and _holds_both(kept[0].text, _HINTED):
        return kept
    return kept if len(kept) >= 2 or len(kept) == len(parts) else parts[:2] if len(parts) <= 2 else kept or parts


def _only_place(value: str) -> bool:
    if fold(value) in TOWNS:
        return True
    return is_place_alone(value) or is_place(value) and title_score(value) + company_score(value) < 1


def _apart(organisation: str) -> tuple[str, str, str]:
    """Return an employer, what divides it from a town, and the town: Acme, Oberau or Acme (Oberau)."""
    head, divider, tail = organisation.rpartition(", ")
    bracket = _BRACKET.fullmatch(organisation)
    return (bracket[1], "(", bracket[2]) if bracket and not head else (head, divider, tail)


def _without_town(organisation: str) -> str:
    """Return an employer without the town and country written behind it."""
    glued = _GLUED.search(organisation)
    if glued and (fold(glued[1]) in TOWNS or _LEGAL_END.search(fold(organisation[: glued.start(1)]))):
        organisation = organisation[: glued.start(1)]
    pieces = organisation.split(", ")
    while len(pieces) > 1 and (is_place(pieces[-1]) or re.fullmatch(r"[A-Z]{2}", pieces[-1].strip())):
        pieces.pop()
    return ", ".join(pieces)
