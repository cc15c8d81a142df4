"""The pieces of a header line: what may be an employer, a title, a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from .dates import DateRange
from .roles import company_score, title_score
from .text import Line, fold

HARD = re.compile(r"\s*[|·•]\s*(?![^()]*\))")
SPLIT = re.compile(
    r"\s+[–—-]\s+|\s*[|·•]\s*(?![^()]*\))|\s+(?:at|@|chez|bei|en|bij|presso|na|w|em|no|"
    r"na empresa)\s+(?=[A-ZÀ-Ž])"
)
DASH = re.compile(r"\s+[–—-]\s+|\s*[|·•]\s*(?![^()]*\))")
PLACE = re.compile(
    r"^(?:[A-ZÀ-Ž][\w’'.À-ž -]{1,30},\s*(?:[A-Z]{2,3}|[A-ZÀ-Ž][\w’'.À-ž -]{2,30})(?:,\s*[\w .]+)?"
    r"|remote|teletravail|home ?office|hybrid)$"
)
_LENGTH = re.compile(
    r"^[\W_]*\d+\+?\s*(?:years?|yrs?|months?|mos?|ans?|annees?|mois|jahre?n?|monate?n?|anos?|"
    r"mes(?:es)?|jaar|jaren|"
    r"maand(?:en)?|anni|anno|mesi|mese|lat|lata|rok|miesiac\w*|"
    r"miesiec\w*)\b[\W\d]*(?:[a-z]{2,9})?[\W_]*$"
)
EMPLOYED = frozenset("at @ chez bei bij presso".split())
_EDGES = " ,;:|·•–—-()\u2013\t"


class Part(NamedTuple):
    """A piece of a header line: what may be an employer, a title, a place."""

    start: int
    text: str
    line: int
    slot: tuple = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Header parts, dates and description of one entry, not yet named."""

    parts: tuple[Part, ...]
    period: DateRange
    first: int
    last: int
    description: str


def parts_of(line: Line, place: int, period: DateRange | None, separators: re.Pattern):
    pieces = (
        [(0, line.text)]
        if period is None
        else [(0, line.text[: period.begin]), (period.finish, line.text[period.finish :])]
    )
    for offset, piece in pieces:
        position = 0
        for match in [*_cuts(piece, separators), None]:
            raw = piece[position : match.start() if match else len(piece)]
            value = _trimmed(raw)
            if any(char.isalpha() for char in value) and not _LENGTH.match(fold(value)):
                yield Part(line.start + offset + position + raw.index(value), value, place)
            position = match.end() if match else position


def _trimmed(raw: str) -> str:
    value = raw.strip(_EDGES)
    if raw.count("(") == value.count("(") and raw.count(")") == value.count(")"):
        return value
    value = raw.strip(" ,;:|·•–—-\t")
    if value.count("(") > value.count(")") and value.endswith("("):  # its dates stood in brackets
        value = value[:-1]
    if value.count(")") > value.count("(") and value.startswith(")"):
        value = value[1:]
    return value.strip(" ,;:|·•–—-\t")


def is_duration(text: str) -> bool:
    """Tell whether a text only says how long something lasted: 3 years 2 months."""
    return bool(_LENGTH.match(fold(text)))


def is_place_alone(value: str) -> bool:
    """Tell whether a text has the shape of a place, and no words of trade: Larkspur, MA, but not Baker, Acme Inc."""
    return bool(PLACE.match(value)) and title_score(value) + company_score(value) < 1


def description(body: list[Line]) -> str:
    """Return what an entry says below its header."""
    return "\n".join(("- " if line.bullet else "") + line.text for line in body)[:4000]


def _cuts(piece: str, separators: re.Pattern):
    return (match for match in separators.finditer(piece) if _apart(piece, match))


def _apart(piece: str, match: re.Match) -> bool:
    """Tell whether a separator stands between title and employer; a word like "in" also stands inside of names."""
    if not any(map(str.isalpha, match.group())):
        return True
    left, right = piece[: match.start()].strip(_EDGES), piece[match.end() :]
    if fold(match.group()).strip() in EMPLOYED:
        return True
    near = re.split(r",|\s[|–—-]\s", left)[-1]  # Operator, Szpital Wojewódzki w Toruniu: inside of the employer
    plain = any(word[:1].islower() and len(word) > 3 for word in near.split()[1:])
    said = title_score(near) - company_score(near)
    return said > 0 or said == 0 and plain or company_score(right) > company_score(left) + title_score(right)


def pieces_of(text: str, period: DateRange | None, runs, separators: re.Pattern):
    """Yield ``(start, piece, number)`` of a header text without its dates.

    It is cut at separators and where the style changes.
    """
    cuts = [] if period is None else [period.begin, period.finish]
    changes = [run[0] for before, run in zip(runs, runs[1:], strict=False) if _changes(text, before, run)]
    borders = sorted({0, len(text), *cuts, *changes})
    number = 0
    for first, last in zip(borders, borders[1:], strict=False):
        if period is not None and first >= period.begin and last <= period.finish:
            continue
        for start, value in _split_at(text[first:last], separators):
            yield first + start, value, number
            number += 1


def _changes(text: str, before, run) -> bool:
    """Tell whether the style changes between two names, not inside one."""
    (first, end, size, flags), (start, last, next_size, next_flags) = before, run
    if (flags & 3) == (next_flags & 3) and abs(size - next_size) < 0.6:
        return False
    apart = text[max(end - 2, 0) : start + 2]
    glued = text[start : start + 1].isupper() and min(end - first, last - start) > 2
    divided = glued or bool(re.search(r"[\s,|–—·•@(:/-]", apart))
    return divided and _letters(text[first:end]) and _letters(text[start:last])


def _letters(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= 2


def _split_at(piece: str, separators: re.Pattern):
    position = 0
    for match in [*_cuts(piece, separators), None]:
        raw = piece[position : match.start() if match else len(piece)]
        value = _trimmed(raw)
        if any(char.isalpha() for char in value) and not _LENGTH.match(fold(value)):
            yield position + raw.index(value), value
        position = match.end() if match else position
