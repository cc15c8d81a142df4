"""Courses: schools, degrees and areas, each course from the lines that stand together."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import product

from . import course_lines, plain_headers
from .course_parts import INITIALS, expanded, split_degree
from .dates import DateRange
from .headers import Anchor, body_style, is_label, lone_date, looks_like_header, period_of, rows_of, unlisted, wraps
from .level import with_dates_beside
from .model import Entry
from .parts import DASH, Block, Part, description
from .roles import area_score, degree_score, school_score
from .sections import Section
from .stacked_dates import with_ends_beside
from .styled_headers import located, parts_in
from .text import Line, Text, fold

_ROLES = ("school", "degree", "area")
_UNKNOWN = {"school": 0.3, "degree": 0.1, "area": 0.15}
_LATER = 0.08


def education(text: Text, sections: tuple[Section, ...]) -> tuple[Entry, ...]:
    """Return the courses of the education sections."""
    found: list[Entry] = []
    for section in sections:
        if section.kind == "education" and section.lines:
            lines = _whole(with_dates_beside(with_ends_beside(unlisted(section.lines))))
            found += _courses(text, Section(section.kind, lines))
    return tuple(_without_echoes(found))


def _whole(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines with names that a cell breaks in the first line of the cell, where others stand beside it."""
    rows = rows_of(lines)
    said: dict[Line, str] = {}
    firsts: dict[Line, Line] = {}
    for above, row in zip(rows, rows[1:], strict=False):
        beside = [cell for cell in above.cells if len(above.cells) > 1 or cell in firsts]
        for cell in row.cells:
            broken = next((other for other in beside if wraps(other, cell) and period_of(other) is None), None)
            if broken is not None:
                first = firsts[cell] = firsts.get(broken, broken)
                said[first] = f"{said.get(first, first.text)} {cell.text}"
    return tuple(replace(line, text=said.get(line, line.text)) for line in lines if line not in firsts)


def _without_echoes(entries: list[Entry]) -> list[Entry]:
    """Leave out a school with a lone date and no degree where the same school has a degree: its dates stood apart."""
    full = {fold(entry.organisation) for entry in entries if entry.title}
    return [entry for entry in entries if entry.title or entry.start or fold(entry.organisation) not in full - {""}]


def _courses(text: Text, section: Section) -> list[Entry]:
    blocks = _blocks(section.lines, text.lines)
    if not blocks:
        plain = [(block, expanded(block.parts)) for block in plain_headers.blocks(section.lines)]
        return max(_assigned(text, plain), list(course_lines.courses(text, section)), key=_total)
    found = _assigned(text, [(block, expanded(block.parts)) for block in blocks])
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
    initials = 0.0 if school or degree else 0.4 * bool(INITIALS.search(value))
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
