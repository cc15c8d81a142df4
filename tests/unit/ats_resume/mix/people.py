"""A person, drawn with a seed: what a résumé says, and how its dates are written."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass, field

from . import words

DATE_STYLES = ("long", "short", "slash", "dot", "iso", "year", "apostrophe", "since", "quarter", "season", "iso_slash")


@dataclass
class Job:
    """An employment; dates as YYYY-MM, YYYY or present, ``when`` as they are written."""

    company: str
    title: str
    start: str
    end: str
    when: str
    town: str
    duties: list[str]


@dataclass
class Course:
    """A course of studies."""

    school: str
    degree: str
    area: str
    start: str
    end: str
    when: str


@dataclass
class Person:
    """Everything that a layout may show."""

    language: str
    name: str
    email: str
    phone: str
    street: str
    town_line: str
    town: str
    headline: str
    summary: str
    jobs: list[Job]
    courses: list[Course]
    skills: list[str]
    languages: list[tuple[str, str]]
    certificates: list[str]
    headings: dict[str, str]
    labels: list[str]
    together: str
    document: str
    date_style: str
    grouped: bool
    pick: random.Random = field(repr=False, default=None)


def person(language: str, seed: int | str, *, promoted: bool = False) -> Person:
    """Return the person of a language and a seed; ``promoted``: two jobs are in one house."""
    pick = random.Random(f"person {language} {seed}")
    name = pick.choice(words.NAMES[language].split(";"))
    street, town_line, town, phone = pick.choice(words.PLACES[language])
    style = pick.choice([style for style in DATE_STYLES if style != "season" or language in words.SEASONS])
    duties = words.DUTIES[language].split(";")
    titles = pick.sample(words.TITLES[language].split(";"), 3)
    employers = pick.sample(words.EMPLOYERS[language].split(";"), 3)
    towns = [line[2] for line in words.PLACES[language]]
    count = pick.choice((2, 3, 3))
    present = pick.choice(words.PRESENT[language].split(";"))
    jobs, year = [], 2025
    for number in range(count):
        months = pick.randint(1, 12), pick.randint(1, 12)
        first = year - pick.randint(2, 5)
        last = None if number == 0 and pick.random() < 0.8 else (year - 1, months[1])
        start, end, when = _period(language, style, (first, months[0]), last, present, pick)
        chosen = pick.sample(duties, pick.randint(1, 3))
        jobs.append(Job(employers[number], titles[number], start, end, when, pick.choice(towns), chosen))
        year = first
    if promoted and len(jobs) > 1:
        first = pick.randint(0, len(jobs) - 2)
        jobs[first + 1].company, jobs[first + 1].town = jobs[first].company, jobs[first].town
    courses = []
    year_style = style if style in ("long", "short", "slash", "dot", "iso") and pick.random() < 0.5 else "year"
    for school, degree, area in pick.sample(words.COURSES[language], pick.choice((1, 2, 2))):
        first = year - pick.randint(3, 5)
        start, end, when = _period(language, year_style, (first, 9), (year, 6), present, pick)
        if pick.random() < 0.25:
            start, end, when = "", end, re.split(r"\s[-–—]\s", when)[-1]
        courses.append(Course(school, degree, area, start, end, when))
        year = first
    headings = {
        kind: pick.choice(options.split(";"))
        for kind, options in zip(
            ("work", "education", "skills", "languages", "summary", "certificates", "interests"),
            words.HEADINGS[language],
            strict=True,
        )
    }
    grouped = pick.random() < 0.3
    skills = pick.sample(words.SKILLS.split(";"), pick.randint(4, 9))
    spoken = [tuple(value.split(":")) for value in words.LANGUAGE_NAMES[language]][: pick.choice((2, 3))]
    return Person(
        language=language,
        name=name,
        email=_email(name, pick),
        phone=phone,
        street=street,
        town_line=town_line,
        town=town,
        headline=titles[0],
        summary=words.SUMMARIES[language],
        jobs=jobs,
        courses=courses,
        skills=[item for _group, items in words.GROUPS for item in items.split(", ")] if grouped else skills,
        languages=spoken,
        certificates=pick.sample(words.CERTIFICATES.split(";"), 2) if pick.random() < 0.6 else [],
        headings=headings,
        labels=words.LABELS[language].split(";"),
        together=words.TOGETHER[language],
        document=words.DOCUMENT[language],
        date_style=style,
        grouped=grouped,
        pick=pick,
    )


def _email(name: str, pick: random.Random) -> str:
    folded = unicodedata.normalize("NFKD", name.lower().replace("ł", "l").replace("ß", "ss"))
    plain = "".join(char for char in folded if char.isascii() and (char.isalpha() or char == " ")).split()
    plain = [part for part in plain if part != "dr"]
    first, last = plain[0], plain[-1]
    local = pick.choice((f"{first}.{last}", f"{first[0]}{last}", f"{last}{pick.randint(1, 99)}", f"{first}_{last}"))
    return f"{local}@{pick.choice(('posteo.example', 'mail.example.org', 'inbox.example'))}"


def _date(language: str, style: str, year: int, month: int) -> tuple[str, str]:
    """Return a date as it is meant and as it is written."""
    months = words.MONTHS[language].split()
    short = words.SHORT_MONTHS[language].split()
    of = " de " if language in ("es", "pt") and style == "long" else " "
    value = f"{year}-{month:02d}"
    if style == "year":
        return str(year), str(year)
    if style == "quarter":
        return str(year), f"Q{(month - 1) // 3 + 1} {year}"
    if style == "season":
        return str(year), f"{words.SEASONS[language].split()[(month - 1) // 3]} {year}"
    return value, {
        "long": f"{months[month - 1]}{of}{year}",
        "short": f"{short[month - 1]} {year}",
        "slash": f"{month:02d}/{year}",
        "dot": f"{month:02d}.{year}",
        "iso": value,
        "iso_slash": value.replace("-", "/"),
        "apostrophe": f"{short[month - 1].rstrip('.')} ’{year % 100:02d}",
        "since": f"{month:02d}/{year}",
    }[style]


def _period(language, style, first, last, present, pick):
    """Return start and end, and the period as it is written."""
    start, written = _date(language, style, *first)
    if last is None:
        if style == "since":
            return start, "present", f"{words.SINCE[language]} {written}"
        return start, "present", f"{written} {_dash(pick)} {present}"
    end, other = _date(language, style, *last)
    return start, end, f"{written} {_dash(pick)} {other}"


def _dash(pick: random.Random) -> str:
    return pick.choice(("–", "-", "–", "—"))
