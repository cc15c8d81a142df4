"""Certificates and licences: the items of the sections that list them."""

from __future__ import annotations

import re
from dataclasses import replace

from .dates import find_range, find_single
from .headers import is_label, logical
from .model import Fact
from .sections import Section
from .text import Line, Text, fold

_MAX_WORDS = 14
_SEPARATOR = re.compile(r"\s*[|·•]\s*|\t+|\s{3,}")
_ISSUED = re.compile(
    r"^(?:issued (?:by|on|in)|issuer|awarded by|issuing (?:body|organi[sz]ation)|delivree? par|emetteur|organisme|"
    r"ausgestellt (?:von|am)|aussteller|expedid[oa] por|emitid[oa] por|emisor|entidad|uitgegeven door|uitgever|"
    r"entidade|rilasciat[oa] da|ente|wydan[ya] przez|wystawca)\b\s*:?\s*"
)
_EMPTY = re.compile(r"^[\W\d_]*$")
_NUMBER = re.compile(
    r"^(?:credential|certificate|licen[cs]e|zertifikats?)?\s*(?:id|no|nr|number|numero)\b", re.IGNORECASE
)


def find(text: Text, sections: tuple[Section, ...], person: Fact | None = None) -> tuple[Fact, ...]:
    """Return the certificates, each with the issuer in ``detail`` when it is written beside the name."""
    found: dict[str, Fact] = {}
    for section in sections:
        if section.kind == "certificates":
            facts = [fact for lines, below in _items(section.lines) if (fact := _fact(text, lines, below))]
            for fact in _issued(facts):
                if person is None or fold(fact.value) != fold(person.value):
                    found.setdefault(fold(fact.value), fact)
    return tuple(found.values())


def _items(lines: tuple[Line, ...]) -> list[tuple[list[Line], list[Line]]]:
    """Return the lines that name one, each with the line of its issuer, which may be empty.

    All of a plain list name one; where dates, weight or bullets show what names are, only those.
    """
    groups = [group for group in logical(lines) if not is_label(group[0]) and len(_whole(group).split()) <= _MAX_WORDS]
    if records := _records(groups):
        named = [[group for group in record if not _EMPTY.match(_undated(group))] or record for record in records]
        return [(record[0], record[1] if len(record) > 1 else []) for record in named]
    bold = [group for group in groups if group[0].look is not None and group[0].look.beginning[1] & 1]
    bullets = [group for group in groups if group[0].bullet]
    if bold and len(bold) < len(groups) and groups[0] is bold[0]:
        groups = bold
    elif bullets and len(bullets) * 2 >= len(groups):
        groups = bullets
    return [(group, []) for group in groups]


def _records(groups: list[list[Line]]) -> list[list[list[Line]]]:
    """Return the lines of each certificate where every one has a date at the same place: name, issuer, date."""
    dated = [_is_dated(_whole(group)) for group in groups]
    if sum(dated) < 2 or all(dated):
        return []
    records: list[list[list[Line]]] = []
    for number, group in enumerate(groups):
        if not number or (dated[number] if dated[0] else dated[number - 1]):
            records.append([])
        records[-1].append(group)
    heights = {len(record) for record in records[:-1]}
    return records if heights and max(heights) <= 4 and heights != {1} and len(records[-1]) <= max(heights) else []


def _is_dated(whole: str) -> bool:
    """Tell whether a line begins or ends with a date: a year inside a name says nothing."""
    period = find_range(whole) or find_single(whole)
    return period is not None and (period.begin < 4 or period.finish >= len(whole) - 2)


def _issued(facts: list[Fact]) -> list[Fact]:
    """Cut the issuer behind the last comma, where all items of the list have one."""
    if len(facts) < 2 or not all(", " in fact.value for fact in facts):
        return facts
    pairs = [fact.value.rpartition(", ") for fact in facts]
    return [replace(fact, value=name, detail=issuer) for fact, (name, _, issuer) in zip(facts, pairs, strict=True)]


def _whole(group: list[Line]) -> str:
    return " ".join(line.text for line in group)


def _undated(lines: list[Line]) -> str:
    whole = _whole(lines)
    for _turn in range(2):
        period = find_range(whole) or find_single(whole)
        whole = f"{whole[: period.begin]} {whole[period.finish :]}" if period else whole
    return re.sub(r"\(\s*\)", "", whole)


def _fact(text: Text, lines: list[Line], below: list[Line]) -> Fact | None:
    """Return a certificate; ``below`` is the line of its issuer."""
    name, *rest = _SEPARATOR.split(_undated(lines), maxsplit=1)
    name = name.strip(" ,;:.–—-")
    if _EMPTY.match(name) or len(name) < 3 or _NUMBER.match(fold(name)) or name.endswith((".", "!")):
        return None
    if _ISSUED.match(fold(name)) or name.islower() and " " not in name:
        return None
    issuer = rest[0] if rest else _undated(below)
    issuer = issuer[match.end() :] if (match := _ISSUED.match(fold(issuer))) else issuer
    return Fact(name, 0.75, text.span(lines[0].start, lines[-1].end), issuer.strip(" ,;()"))
