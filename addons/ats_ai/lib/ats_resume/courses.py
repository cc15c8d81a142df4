"""Courses: schools, degrees and areas, each course from the lines that stand together."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import product

from . import course_lines, plain_headers
from .dates import DateRange
from .headers import Anchor, body_style, is_label, lone_date, looks_like_header, period_of, rows_of, unlisted, wraps
from .model import Entry
from .parts import DASH, PLACE, Block, Part, description
from .places import is_place
from .roles import area_score, begins_with_degree, degree_score, school_score
from .sections import Section
from .styled_headers import located, parts_in
from .text import Line, Text, fold

_ROLES = ("school", "degree", "area")
_UNKNOWN = {"school": 0.3, "degree": 0.1, "area": 0.15}
_LATER = 0.08
_NOISE = re.compile(
    r"^(?:(?:(?:summa|magna)? ?cum laude|(?:with )?(?:first class |upper second class )?(?:honou?rs|distinction|merit)|"
    r"[\d.,/]+ ?(?:c?gpa|%)|mit auszeichnung|con lode|mention (?:tres )?bien|avec mention)\W*$|"
    r"(?:c?gpa|grade|score|note|nota|durchschnitt|moyenne|mention|media|cijfer|average|average grade|"
    r"abschlussnote|voto|ocena|promedio|notendurchschnitt|final grade|result|thesis|with honou?rs|cum laude)\b.{0,30}"
    r"|[\d.,/ %]+)$"
)
_IN = re.compile(r"(.{2,60}?)\s+(?:in|en|of the|im fach|em|nel|w zakresie)\s+(.+)", re.IGNORECASE)
_GLUE = re.compile(r"(?<=[a-zà-ž.)])(?=[A-ZÀ-Ž])|(?<=[A-ZÀ-Ž]{2})(?=[A-ZÀ-Ž][a-zà-ž])")
_INITIALS = re.compile(r"^[A-ZÀ-Ž]{2,6}$|^[A-ZÀ-Ž]{2,5}\s[A-ZÀ-Ž]")  # DHBW, UC Berkeley


def education(text: Text, sections: tuple[Section, ...]) -> tuple[Entry, ...]:
    """Return the courses of the education sections."""
    found: list[Entry] = []
    for section in sections:
        if section.kind == "education" and section.lines:
            found += _courses(text, Section(section.kind, unlisted(section.lines)))
    return tuple(found)


def _courses(text: Text, section: Section) -> list[Entry]:
    blocks = _blocks(section.lines, text.lines)
    if not blocks:
        plain = [(block, _expanded(block.parts)) for block in plain_headers.blocks(section.lines)]
        return max(_assigned(text, plain), list(course_lines.courses(text, section)), key=_total)
    found = _assigned(text, [(block, _expanded(block.parts)) for block in blocks])
    walked = list(course_lines.courses(text, section)) if len(found) < 2 else []
    return walked if _total(walked) > _total(found) + 1 else found


def _total(entries: list[Entry]) -> float:
    return sum(map(_weight, entries))


def _weight(entry: Entry) -> float:
    return bool(entry.organisation) + bool(entry.title) - 0.5 * (not entry.end)


def _blocks(lines: tuple[Line, ...], document: tuple[Line, ...]) -> list[Block]:
    """Return the entries whose headers stand out, each with the plain lines up to its text."""
    body = body_style(lines, document)
    rows = rows_of(lines)
    anchors = _anchors(rows) if body else []
    spans = located(rows, anchors, body) if anchors else None
    if spans is None:
        return []
    found = []
    for number, (anchor, (first, last)) in enumerate(zip(anchors, spans, strict=True)):
        stop = spans[number + 1][0] if number + 1 < len(spans) else len(rows)
        while last + 1 < min(stop, first + 6) and _belongs(rows, first, last, last + 1):
            last += 1
        cells = [cell for row in rows[first : last + 1] for cell in row.cells]
        rest = [cell for row in rows[last + 1 : stop] for cell in row.cells]
        parts = parts_in(rows, anchor, (first, last), DASH)
        start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
        found.append(Block(tuple(parts), anchor.period, start, end, description(rest)))
    return found


def _belongs(rows, first: int, last: int, index: int) -> bool:
    """Tell whether a plain row goes on with the header that stands from ``first`` to ``last``."""
    line, above = rows[index].first, rows[last].first
    if line.bullet or is_label(line) or len(line.text) > 90 or line.text.endswith(";"):
        return False
    if line.look and above.look and line.look.page == above.look.page and line.look.region != above.look.region:
        return False
    if line.gap:  # the page turns, or paragraphs stand apart
        known = any(degree_score(cell.text) for row in rows[first : last + 1] for cell in row.cells)
        return not known and degree_score(line.text) > 0 and len(line.text.split()) <= 8
    return looks_like_header(line) or len(line.text.split()) <= 6 or wraps(above, line)


def _anchors(rows) -> list[Anchor]:
    """Return the rows with a period or a lone date; two lone dates in a row are a period."""
    found: list[Anchor] = []
    for row in rows:
        for number, cell in enumerate(row.cells):
            period = period_of(cell) or lone_date(cell)
            if not period:
                continue
            last = found[-1] if found else None
            if last and last.row == row.index - 1 and last.period.single and period.single and _bare(cell, period):
                merged = DateRange(last.period.end, period.end, period.begin, period.finish)
                if _bare(rows[last.row].cells[last.cell], last.period) and period.end >= last.period.end:
                    found[-1] = Anchor(row.index, number, merged)
                    break
            found.append(Anchor(row.index, number, period))
            break
    return found


def _bare(cell: Line, period: DateRange) -> bool:
    return len(cell.text) - (period.finish - period.begin) < 3


def _expanded(parts: tuple[Part, ...]) -> tuple[Part, ...]:
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
    return pieces if alone and any(degrees) and any(map(_INITIALS.search, unknown)) else [value]


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


def _assigned(text: Text, blocks: list[tuple[Block, tuple[Part, ...]]]) -> list[Entry]:
    leans = _leans([parts for _block, parts in blocks])
    entries = []
    for block, parts in blocks:
        if not parts:
            continue
        found = _roles(parts, leans)
        if found["school"] or found["degree"]:
            entries.append(_entry(text, block, found))
    return entries


def _content(value: str) -> dict[str, float]:
    school, degree = school_score(value), degree_score(value)
    if school and degree and re.match(r"(?:bachelor|master|diplom|licen|grado|laurea|doctor)", fold(value)):
        school *= 0.4
    weight = 0.3 if len(value.split()) > 12 else 0.0
    area = 0.0 if school or degree else 0.5 * area_score(value)
    initials = 0.0 if school or degree else 0.4 * bool(_INITIALS.search(value))
    kind = 0.3 * (school > 0 and " " not in value)  # a kind of school alone also names what it ends with
    return {
        "school": 1.2 * school - 0.9 * degree + initials - area - kind - weight,
        "degree": 1.2 * degree - 0.9 * school + 4 * kind - weight,
        "area": area - 0.8 * max(school, degree) - weight,
    }


def _slots(part: Part, number: int, count: int) -> tuple[tuple, tuple]:
    return ("look", *part.slot), ("number", number, min(count, 4))


def _leans(blocks: list[tuple[Part, ...]]) -> dict[tuple, dict[str, float]]:
    sums: dict[tuple, list] = defaultdict(lambda: [dict.fromkeys(_ROLES, 0.0), 0])
    for parts in blocks:
        for number, part in enumerate(parts):
            content = _content(part.text)
            for slot in _slots(part, number, len(parts)):
                for role in _ROLES:
                    sums[slot][0][role] += max(min(content[role], 1.5), -1.5)
                sums[slot][1] += 1
    return {slot: {role: value / count for role, value in sums_.items()} for slot, (sums_, count) in sums.items()}


def _roles(parts: tuple[Part, ...], leans) -> dict[str, Part | None]:
    """Return the part of each role, so that together they fit best."""
    parts = parts[:6]
    scores = {role: [0.0] for role in _ROLES}
    for number, part in enumerate(parts):
        content = _content(part.text)
        known = [leans[slot] for slot in _slots(part, number, len(parts)) if slot in leans]
        for role in _ROLES:
            lean = 0.5 * sum(entry[role] for entry in known)
            scores[role].append(_UNKNOWN[role] + content[role] + lean - _LATER * number)
    best, best_score = (0, 0, 0), -9.0
    for choice in product(range(len(parts) + 1), repeat=3):
        used = [place for place in choice if place]
        if len(set(used)) != len(used):
            continue
        score = sum(scores[role][place] for role, place in zip(_ROLES, choice, strict=True))
        if score > best_score:
            best, best_score = choice, score
    return {role: parts[place - 1] if place else None for role, place in zip(_ROLES, best, strict=True)}


def _entry(text: Text, block: Block, found: dict[str, Part | None]) -> Entry:
    values = {role: part.text if part else "" for role, part in found.items()}
    degree, area = split_degree(values["degree"], values["area"])
    period = block.period
    confidence = 0.5 + 0.2 * bool(values["school"]) + 0.2 * bool(degree)
    return Entry(
        "education",
        degree,
        values["school"].strip(),
        area,
        "" if period.single else period.start,
        period.end,
        block.description,
        round(confidence, 2),
        text.span(block.first, block.last),
    )


def split_degree(degree: str, area: str) -> tuple[str, str]:
    """Return degree and area of a text that may hold both: Bachelor of Science, Physics; Physics, BSc."""
    pieces = [piece.strip() for piece in degree.split(", ")]
    named = [piece for piece in pieces if degree_score(piece)]
    if not area and named and len(named) < len(pieces):
        return ", ".join(named), ", ".join(piece for piece in pieces if not degree_score(piece))
    if not area and (match := _IN.match(degree)) and degree_score(match[1]):
        return match[1].strip(), match[2].strip()
    return degree.strip(" ,"), area.strip()
