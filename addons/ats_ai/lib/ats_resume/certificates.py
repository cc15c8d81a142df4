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
_ISSUER = re.compile(r"\s*[|·•]\s*|\t+|\s{3,}")
_EMPTY = re.compile(r"^[\W\d_]*$")
_NUMBER = re.compile(
    r"^(?:credential|certificate|licen[cs]e|zertifikats?)?\s*(?:id|no|nr|number|numero)\b", re.IGNORECASE
)


def find(text: Text, sections: tuple[Section, ...], person: Fact | None = None) -> tuple[Fact, ...]:
    """Return the certificates, each with the issuer in ``detail`` when it is written beside the name."""
    found: dict[str, Fact] = {}
    for section in sections:
        if section.kind == "certificates":
            facts = [fact for lines in _items(section.lines) if (fact := _fact(text, lines))]
            for fact in _issued(facts):
                if person is None or fold(fact.value) != fold(person.value):
                    found.setdefault(fold(fact.value), fact)
    return tuple(found.values())


def _items(lines: tuple[Line, ...]):
    """Yield the lines that name one: all of a plain list; where names stand out, only those."""
    groups = [group for group in logical(lines) if not is_label(group[0]) and len(_whole(group).split()) <= _MAX_WORDS]
    bold = [group for group in groups if group[0].look is not None and group[0].look.beginning[1] & 1]
    bullets = [group for group in groups if group[0].bullet]
    if bold and len(bold) < len(groups) and groups[0] is bold[0]:
        return bold
    if bullets and len(bullets) * 2 >= len(groups):
        return bullets
    return groups


def _issued(facts: list[Fact]) -> list[Fact]:
    """Cut the issuer behind the last comma, where all items of the list have one."""
    if len(facts) < 2 or not all(", " in fact.value for fact in facts):
        return facts
    pairs = [fact.value.rpartition(", ") for fact in facts]
    return [replace(fact, value=name, detail=issuer) for fact, (name, _, issuer) in zip(facts, pairs, strict=True)]


def _whole(group: list[Line]) -> str:
    return " ".join(line.text for line in group)


def _fact(text: Text, lines: list[Line]) -> Fact | None:
    whole = _whole(lines)
    for _turn in range(2):
        period = find_range(whole) or find_single(whole)
        whole = f"{whole[: period.begin]} {whole[period.finish :]}" if period else whole
    name, *rest = _ISSUER.split(re.sub(r"\(\s*\)", "", whole), maxsplit=1)
    name = name.strip(" ,;:.–—-")
    if _EMPTY.match(name) or len(name) < 3 or _NUMBER.match(fold(name)) or name.endswith((".", "!")):
        return None
    return Fact(name, 0.75, text.span(lines[0].start, lines[-1].end), rest[0].strip(" ,;()") if rest else "")
