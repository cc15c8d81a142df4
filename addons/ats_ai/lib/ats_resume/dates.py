"""Dates and date ranges as résumés write them, to the month, in eight languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .text import fold
from .vocabulary import MONTHS, NEAR_YEAR, PRESENT, SINCE

_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_NAMES = sorted(MONTHS, key=len, reverse=True)
_LONG = "|".join(name for name in _NAMES if len(name) > 4)  # also found where it is glued to the word before
_MONTH = rf"(?:(?:{_LONG})|(?<![^\W\d_])(?:{'|'.join(_NAMES)}))(?![a-z])\.?"
_NEAR = (
    r"(?:\b(?:(?:q[1-4]|[1-4]\.?\s?q(?:uartal|uarter)?|h[12]|[1-4](?:st|nd|rd|th) quarter|"
    + "|".join(sorted(map(re.escape, NEAR_YEAR), key=len, reverse=True))
    + r")[\s./,'’-]{0,2}(?:of |de |del |di )?))"
)
_DATE = (
    rf"(?:(?P<iy>{_YEAR})[-./](?P<im>0?[1-9]|1[0-2])(?:[-./][0-3]?\d)?(?![\d/])"
    rf"|(?:[0-3]?\d[./])?(?P<nm>0?[1-9]|1[0-2])\s?[-./]\s?(?P<ny>{_YEAR})(?!\d)"
    rf"|(?:[0-3]?\d\.?\s(?:de\s)?)?(?P<wm>{_MONTH}),?\s*(?:[0-3]?\d(?:st|nd|rd|"
    rf"th)?,\s*)?(?:de[l]?\s|d[’']|/)?[’']?"
    rf"(?P<wy>{_YEAR}|(?<=[’'])\d\d)(?!\d)"
    rf"|{_NEAR}?(?P<y>{_YEAR})(?!\d)(?:\s?[/-]?\s?(?:q[1-4]|h[12])\b)?)"
)
_PRESENT = "(?:" + "|".join(sorted(map(re.escape, PRESENT), key=len, reverse=True)) + r")(?![a-z])"
_TO = (
    r"(?:\s*(?:[-‐‑–—−~→>]+|\b(?:to|until|till|bis|a|au|al|hasta|ate|tot|t/m|do|fino (?:a|al)"
    r"|jusqu'?a|en met)\b)\s*(?:(?:l|el|la|o|a|zum|zur|zu|le)\s)?)"
)
_SINCE = r"(?:\b(?:" + "|".join(sorted(map(re.escape, SINCE), key=len, reverse=True)) + r")\s+)"


def _named(pattern: str, prefix: str) -> str:
    return re.sub(r"\?P<(\w+)>", rf"?P<{prefix}\1>", pattern)


_RANGE = re.compile(
    rf"(?<![\d/])(?:(?P<half>{_MONTH}){_TO}{_named(_DATE, 'h')}"
    rf"|{_named(_DATE, 's')}{_TO}(?:(?P<now>{_PRESENT})|{_named(_DATE, 'e')})"
    rf"|(?P<fm>0?[1-9]|1[0-2])[/.](?P<fy>\d\d)(?![\d/.]){_TO}"
    rf"(?:(?P<fnow>{_PRESENT})|(?P<lm>0?[1-9]|1[0-2])[/.](?P<ly>\d\d)(?![\d/.]))"
    rf"|(?<!-)(?P<yy>{_YEAR})\s?[-–/]\s?(?P<yz>1[3-9]|[2-4]\d)(?![\d/.-])"
    rf"|(?P<since>{_SINCE}){_named(_DATE, 'b')}"
    rf"|{_named(_DATE, 'o')}\s*[-–—](?=\s*(?:$|[|·)])))"
)
_DIGITS = re.compile(r"\d\d")
_PAIR = re.compile(rf"\W*{_named(_DATE, 's')}(?:\s+{_named(_DATE, 'e')}|\s*(?P<now>{_PRESENT}))\W*")
_SINGLE = re.compile(rf"(?<![\d/.-]){_DATE}(?![\d/-])")


@dataclass(frozen=True, slots=True)
class DateRange:
    """``start`` and ``end`` as YYYY-MM, YYYY, 'present' or empty, with the place in the line."""

    start: str
    end: str
    begin: int
    finish: int
    single: bool = False


NO_DATES = DateRange("", "", 0, 0)


@lru_cache(maxsize=4096)
def find_range(text: str) -> DateRange | None:
    """Return the first date range of a line, or None."""
    if not _DIGITS.search(text):
        return None
    folded = fold(text)
    match = _RANGE.search(folded)
    if not match:
        return _side_by_side(folded)
    start, end = _ends(match)
    if end not in ("", "present") and end[:4] < start[:4] and not (len(start) == len(end) == 7):
        return None
    return DateRange(start, end, match.start(), match.end())


def _side_by_side(folded: str) -> DateRange | None:
    """Return the range of a text that is two dates without a word between them: 2004 2006, March 2024 present."""
    pair = _PAIR.fullmatch(folded) if len(folded) < 40 else None
    start, end = (_value(pair, "s"), "present" if pair["now"] else _value(pair, "e")) if pair else ("", "")
    return DateRange(start, end, 0, len(folded)) if start and start <= end else None


def _ends(match: re.Match) -> tuple[str, str]:
    if match["fm"]:
        start = f"{_century(match['fy'])}-{int(match['fm']):02d}"
        return start, "present" if match["fnow"] else f"{_century(match['ly'])}-{int(match['lm']):02d}"
    if match["yy"]:
        return match["yy"], match["yy"][:2] + match["yz"]
    if match["half"]:
        end = _value(match, "h")
        return f"{end[:4]}-{_month(match['half']):02d}", end
    if match["since"]:
        return _value(match, "b"), "present"
    if start := _value(match, "s"):
        return start, "present" if match["now"] else _value(match, "e")
    return _value(match, "o"), "present"  # "2019 –" is still going on


@lru_cache(maxsize=4096)
def find_single(text: str) -> DateRange | None:
    """Return a lone date (a graduation year, an only year) of a line, or None."""
    match = _SINGLE.search(fold(text))
    if not match:
        return None
    value = _value(match, "")
    return DateRange(value, value, match.start(), match.end(), single=True)


def _value(match: re.Match, prefix: str) -> str:
    year = match[f"{prefix}iy"] or match[f"{prefix}ny"] or match[f"{prefix}wy"] or match[f"{prefix}y"]
    if not year:
        return ""
    year = _century(year)
    if match[f"{prefix}wm"]:
        return f"{year}-{_month(match[f'{prefix}wm']):02d}"
    month = match[f"{prefix}im"] or match[f"{prefix}nm"]
    return f"{year}-{int(month):02d}" if month else year


def _century(year: str) -> str:
    return year if len(year) == 4 else f"20{year}" if int(year) < 50 else f"19{year}"


def _month(word: str) -> int:
    return MONTHS[word.rstrip(".")]


def months_between(start: str, end: str, today: str) -> tuple[int, int] | None:
    """Return the first and last month (counted from year 0) of a period; ``today`` is YYYY-MM."""
    if not start:
        return None
    first = _ordinal(start, 1)
    last = _ordinal(today, 12) if end == "present" else _ordinal(end, 12) if end else None
    return (first, last) if last is not None and last >= first else None


def total_months(periods, today: str) -> int:
    """Return the months covered by the periods; months shared by overlapping ones count once."""
    covered: set[int] = set()
    for start, end in periods:
        if bounds := months_between(start, end, today):
            covered.update(range(bounds[0], bounds[1] + 1))
    return len(covered)


def _ordinal(value: str, default_month: int) -> int:
    year, _, month = value.partition("-")
    return int(year) * 12 + (int(month) if month else default_month) - 1
