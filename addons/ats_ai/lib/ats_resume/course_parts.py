"""The pieces of a course's header: cut where school, degree and area meet, joined where a line broke a name."""

from __future__ import annotations

import re

from .parts import PLACE, Part
from .places import is_place
from .roles import area_score, begins_with_degree, degree_score, school_score
from .text import fold

_NOISE = re.compile(
    r"^(?:(?:(?:summa|magna)? ?cum laude|(?:with )?(?:first class |upper second class )?(?:honou?rs|distinction|merit)|"
    r"[\d.,/]+ ?(?:c?gpa|%)|mit auszeichnung|con lode|mention (?:tres )?bien|avec mention)\W*$|"
    r"(?:c?gpa|grade|score|note|nota|durchschnitt|moyenne|mention|media|cijfer|average|average grade|"
    r"abschlussnote|voto|ocena|promedio|notendurchschnitt|final grade|result|thesis|with honou?rs|cum laude)\b.{0,30}"
    r"|[\d.,/ %]+)$"
)
_IN = re.compile(r"(.{2,60}?)\s+(?:in|en|of the|im fach|em|nel|w zakresie)\s+(.+)", re.IGNORECASE)
_GLUE = re.compile(r"(?<=[a-zà-ž.)])(?=[A-ZÀ-Ž])|(?<=[A-ZÀ-Ž]{2})(?=[A-ZÀ-Ž][a-zà-ž])")
INITIALS = re.compile(r"^[A-ZÀ-Ž]{2,6}$|^[A-ZÀ-Ž]{2,5}\s[A-ZÀ-Ž]")  # KHBW, UC Oakvale


def expanded(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Cut parts that name school and degree, divided by commas; leave out places and grades."""
    parts = _rejoined(parts)
    alone = not any(school_score(part.text) for part in parts)
    result: list[Part] = []
    for part in parts:
        pieces = _unglued(part.text) or _pieces(part.text, alone)
        position = 0
        for number, piece in enumerate(pieces):
            offset = part.text.index(piece, position)
            position = offset + len(piece)
            slot = (*part.slot, number, len(pieces)) if part.slot else ()
            result.append(Part(part.start + offset, piece, part.line, slot))
    kept = tuple(
        part for part in result if not _NOISE.match(fold(part.text)) and not (_is_place(part.text) and len(result) > 1)
    )
    return kept or tuple(result)


def _rejoined(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Join a kind of school with its own name in the next line, in the same type: Fachhochschule, Oberau."""
    result: list[Part] = []
    for part in parts:
        last = result[-1] if result else None
        kind = last is not None and " " not in last.text and school_score(last.text) > 0
        same = kind and part.slot[1:3] == last.slot[1:3] != () and part.line == last.line + 1
        if same and not degree_score(part.text) + school_score(part.text) + area_score(part.text):
            result[-1] = last._replace(text=f"{last.text} {part.text}")
        else:
            result.append(part)
    return tuple(result)


def _unglued(value: str) -> list[str]:
    """Return school and degree of a text that lost the blank between them: Example UniversityBachelor of Arts."""
    for match in _GLUE.finditer(value):
        if begins_with_degree(value[match.start() :]):
            return [value[: match.start()], value[match.start() :]]
    return []


def _is_place(value: str) -> bool:
    return bool(PLACE.match(value) or is_place(value)) and not school_score(value) and not degree_score(value)


def _pieces(value: str, alone: bool) -> list[str]:
    """Cut a text at the commas between area, degree and school; ``alone``: no other part names a school."""
    pieces = _merged([piece.strip() for piece in value.split(",") if piece.strip()])
    schools = [_names_school(piece) for piece in pieces]
    degrees = [bool(degree_score(piece)) for piece in pieces]
    if len(pieces) < 2 or any(piece not in value for piece in pieces):
        return [value]
    if any(schools):
        return pieces if any(degrees) or not schools[0] else [value]
    unknown = [piece for piece, degree in zip(pieces, degrees, strict=True) if not degree]
    return pieces if alone and any(degrees) and any(map(INITIALS.search, unknown)) else [value]


def _merged(pieces: list[str]) -> list[str]:
    """Join what commas do not divide: degrees side by side, a school and its town or country."""
    merged: list[str] = []
    tail = next((number for number, piece in enumerate(pieces) if _names_school(piece)), len(pieces))
    abroad = bool(pieces) and is_place(pieces[-1]) and not any(map(degree_score, pieces[tail:]))
    for number, piece in enumerate(pieces):
        town = number > tail and abroad or number and _names_school(pieces[number - 1]) and is_place(piece)
        both = bool(merged) and degree_score(pieces[number - 1]) and degree_score(piece) and not _names_school(piece)
        if town or both:
            merged[-1] = f"{merged[-1]}, {piece}"
        else:
            merged.append(piece)
    return merged


def _names_school(piece: str) -> bool:
    return bool(school_score(piece)) and not degree_score(piece)


def split_degree(degree: str, area: str) -> tuple[str, str]:
    """Return degree and area of a text that may hold both: Bachelor of Science, Physics; Physics, BSc."""
    pieces = [piece.strip() for piece in degree.split(", ")]
    named = [piece for piece in pieces if degree_score(piece)]
    if not area and named and len(named) < len(pieces):
        return ", ".join(named), ", ".join(piece for piece in pieces if not degree_score(piece))
    if not area and (match := _IN.match(degree)) and degree_score(match[1]):
        return match[1].strip(), match[2].strip()
    return degree.strip(" ,"), area.strip()
