"""Courses of a section without looks or dates: a second school, degree or period opens the next."""

from __future__ import annotations

import re

from .dates import find_range, find_single
from .model import Entry
from .parts import HARD, PLACE, Part, parts_of
from .roles import degree_score, school_score
from .sections import Section
from .text import Line, Text, fold


def courses(text: Text, section: Section):
    """Walk the lines; a second school, degree or period opens the next course."""
    group: dict = {}
    order = _opener(section)
    for line in section.lines:
        for part, kind, value in _course_parts(line):
            if kind in group and kind != "area" or (kind == order and group.keys() - {"area"}):
                if group.keys() & {"school", "degree"}:
                    yield _course(text, group)
                    group = {}
            if kind == "area" and (kind in group or not group):
                continue
            group.setdefault(kind, value)
            group.setdefault("first", part.start)
            group["last"] = part.start + len(part.text)
    if group.keys() & {"school", "degree"}:
        yield _course(text, group)


def _opener(section: Section) -> str:
    """Return what the first course begins with: every course of the section will."""
    for line in section.lines:
        for _part, kind, _value in _course_parts(line):
            if kind != "area":
                return kind
    return "school"


def _course_parts(line: Line):
    period = find_range(line.text) or find_single(line.text)
    if line.bullet and not period or len(line.text) > 140:
        return
    parts = [part for part in parts_of(line, 0, period, HARD) if _is_course_text(part.text)]
    if period and (period.begin < 8 or not parts):
        yield Part(line.start, line.text, 0), "period", period
        period = None
    for part in parts:
        yield from _course_kinds(part)
    if period:
        yield (
            Part(line.start + period.begin, line.text[period.begin : period.finish], 0),
            "period",
            period,
        )


def _is_course_text(value: str) -> bool:
    return (
        len(value.split()) <= 14
        and not value.endswith((";", "-"))
        and not (value.endswith(".") and len(value.split()) > 5)
        and (value[:1].isupper() or degree_score(value) > 0 or not value[:1].isalpha())
    )


def _course_kinds(part: Part):
    school, degree = school_score(part.text), degree_score(part.text)
    if school and degree and "," in part.text:
        head, _, tail = part.text.partition(",")
        offset = part.start + len(head) + 1
        if school_score(head) > school_score(tail) and degree_score(tail):
            yield part, "school", head.strip()
            yield Part(offset, tail, 0), "degree", tail.strip()
        else:
            head, _, tail = part.text.rpartition(",")
            yield part, "degree", head.strip()
            yield part, "school", tail.strip()
    elif school > degree or (
        school and school >= degree and not re.match(r"(?:bachelor|master|diplom)", fold(part.text))
    ):
        yield part, "school", part.text
    elif degree:
        yield part, "degree", part.text
    elif not PLACE.match(part.text) and len(part.text.split()) <= 7:
        yield part, "area", part.text


def _course(text: Text, group: dict) -> Entry:
    period = group.get("period")
    degree, _, area = group.get("degree", "").partition(", ")
    if not area and (match := re.match(r"(.{3,60}?)\s+(?:in|en|of the|im Fach)\s+(.+)", degree)):
        degree, area = match[1], match[2]
    start, end = (period.start, period.end) if period else ("", "")
    if period and period.single:
        start = ""
    confidence = 0.5 + 0.2 * ("school" in group) + 0.2 * ("degree" in group)
    return Entry(
        "education",
        degree.strip(),
        group.get("school", "").strip(),
        (area or group.get("area", "")).strip(),
        start,
        end,
        "",
        round(confidence, 2),
        text.span(group["first"], group["last"]),
    )
