"""What a résumé says about a skill besides its name: how well, how long, when last."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

# Words of a level, 0..100, in the languages that the parser reads. Compared without accents.
_LEVELS = {
    100: "expert expertise expertin experte experta experto master guru perito esperto ekspert biegly",
    85: "advanced proficient fluent strong senior profound avance confirme courant maitrise fortgeschritten sicher "
    "sehr\\ gut fundiert verhandlungssicher avanzado fluido dominio gevorderd vloeiend avanzato fluente avancado "
    "zaawansowany",
    60: "intermediate good solid working intermediaire bon bonne gut gute solide intermedio bueno goed buono medio "
    "intermediario sredniozaawansowany dobry",
    25: "basic basics beginner elementary novice fundamentals notions debutant grundkenntnisse anfanger basico basica "
    "principiante nociones basis beginnend base iniciante podstawowy podstawy",
}
_WORDS = {word.replace("\\ ", " "): level for level, words in _LEVELS.items() for word in re.split(r"(?<!\\) ", words)}
_LEVEL = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_YEAR = r"(?:years?|yrs?|ans?|annees?|jahre?n?|anos?|anni|jaar|lat|lata|roku)"
_YEARS = re.compile(rf"(?<![\d.,/-])(\d{{1,2}})(?:[.,]5)?\s*\+?\s*(?:(?:-|–|to|a|bis|à)\s*\d{{1,2}}\s*)?{_YEAR}\b")
_JOIN = r"[\s:(\[/–—-]{1,4}"
_OF = (
    r"(?:\s+(?:in|of|with|knowledge|skills?|experience|level|en|de|du|d|mit|in\s+der|con|met|van|di|com|kenntnisse))*"
    r"\s+"
)
_AFTER_YEARS = r"(?:\s+(?:of|experience|in|with|d|de|experiencia|erfahrung|mit|ervaring|met|di|esperienza|con|en))*\s+"
MOST_YEARS = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """One period of work that shows a skill. Dates as the parser writes them: ``YYYY-MM``, ``YYYY``, ``present``."""

    key: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about a skill; None where the document does not say."""

    level: int | None = None
    years: float | None = None
    last_used: date | None = None


def level_in(name: str, folded: str) -> int | None:
    """Return the level that stands directly beside the name, 0..100. Both texts folded (no accents, lower case)."""
    place = re.escape(name)
    after = re.search(rf"(?<!\w){place}{_JOIN}(?:level\s+|niveau\s+)?({_LEVEL})(?!\w)", folded)
    before = re.search(rf"(?<!\w)({_LEVEL}){_OF}{place}(?!\w)", folded)
    found = after or before
    return _WORDS[found.group(1)] if found else None


def years_in(name: str, folded: str) -> float | None:
    """Return the years that the text claims for the name: "5 years of Python", "Python (5 years)"."""
    place = re.escape(name)
    after = re.search(rf"(?<!\w){place}{_JOIN}{_YEARS.pattern}", folded)
    before = re.search(rf"{_YEARS.pattern}{_AFTER_YEARS}{place}(?!\w)", folded)
    found = after or before
    return float(found.group(1)) if found and int(found.group(1)) <= MOST_YEARS else None


def evidence(
    mentions: Iterable[Mention], quotes: Iterable[tuple[str, str, str]], *, today: date
) -> dict[str, Evidence]:
    """Return what is known about each skill.

    :param mentions: periods of work that show the skill; overlapping ones count once
    :param quotes: ``(key, folded name, folded words around it)``
    """
    periods: dict[str, list[tuple[int, int]]] = {}
    for mention in mentions:
        first, last = _month(mention.start, today, last=False), _month(mention.end, today, last=True)
        if first is not None and last is not None and first <= last:
            periods.setdefault(mention.key, []).append((first, last))
    claims: dict[str, tuple[int | None, float | None]] = {}
    for key, name, words in quotes:
        level, years = claims.get(key, (None, None))
        claims[key] = (level or level_in(name, words), years or years_in(name, words))
    found = {}
    for key in {*periods, *claims}:
        level, claimed = claims.get(key, (None, None))
        months = _months(periods.get(key, ()))
        worked = round(months / 12, 1) if months else None
        years = max((value for value in (claimed, worked) if value is not None), default=None)
        last = max((end for _start, end in periods.get(key, ())), default=None)
        found[key] = Evidence(level, years, None if last is None else date(last // 12, last % 12 + 1, 1))
    return found


def _month(value: str, today: date, *, last: bool) -> int | None:
    now = today.year * 12 + today.month - 1
    if value == "present":
        return now
    year, _dash, month = (value or "").partition("-")
    if not year.isdigit():
        return None
    number = int(month) if month.isdigit() else (12 if last else 1)
    month_number = int(year) * 12 + number - 1
    if last:
        return min(month_number, now)
    return month_number if month_number <= now else None


def _months(periods) -> int:
    total, until = 0, -1
    for first, last in sorted(periods):
        total += max(0, last - max(first, until + 1) + 1)
        until = max(until, last)
    return total


def worked_years(periods: Iterable[tuple[str, str]], *, today: date) -> float | None:
    """Return the years of work, overlapping jobs counted once; None when no job has dates."""
    dated = [
        (first, last)
        for first, last in ((_month(start, today, last=False), _month(end, today, last=True)) for start, end in periods)
        if first is not None and last is not None and first <= last
    ]
    return round(_months(dated) / 12, 2) if dated else None
