"""What each board would refuse or show badly, told before a job is published."""

import re
from dataclasses import dataclass

from .linkedin import MAX_REFERENCE, location_text
from .texts import plain_text, simple_html

BOARDS = ("google", "indeed", "linkedin", "rss", "json")
ERROR, WARNING = "error", "warning"

MIN_DESCRIPTION = 100
MAX_DESCRIPTION = 25000
MAX_TITLE = 200
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}|https?://|www\.\w", re.IGNORECASE)
_PAY_IN_TITLE = re.compile(r"(?:[$€£¥]\s?\d|\d[\d.,]*\s?(?:[$€£¥k]\b|EUR|USD|GBP))", re.IGNORECASE)
_SHOUTING = re.compile(r"[!*★]{1,}|\b(?:urgent|hiring now|immediate start)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a board would object to. ``error`` means that it refuses the posting."""

    board: str
    level: str  # error | warning
    field: str
    code: str


def lint(posting, boards=BOARDS):
    """Return the findings of ``posting`` for each of ``boards``, errors first."""
    findings = [
        Finding(board, level, field, code)
        for board in boards
        for level, field, code in (*_common(posting), *_RULES[board](posting))
    ]
    return sorted(findings, key=lambda found: (boards.index(found.board), found.level != ERROR))


def _common(posting):
    text = plain_text(posting.description)
    if not posting.title.strip():
        yield ERROR, "title", "required"
    if not text:
        yield ERROR, "description", "required"
    elif posting.sample_text:
        yield WARNING, "description", "sample"
    if not posting.url.startswith(("https://", "http://")):
        yield ERROR, "url", "required"


def _google(posting):
    text = plain_text(posting.description)
    if text and text.casefold() == posting.title.strip().casefold():
        yield ERROR, "description", "same_as_title"
    if not any(place.country for place in posting.places):
        yield ERROR, "place", "country"
    elif not posting.is_remote and not posting.places[0].city:
        yield WARNING, "place", "city"
    if not posting.company:
        yield ERROR, "company", "required"
    if posting.company and posting.company.casefold() in posting.title.casefold():
        yield WARNING, "title", "company"
    yield from _title(posting, WARNING)
    for field in ("employment_type", "pay", "closes"):
        if not getattr(posting, field):
            yield WARNING, field, "recommended"


def _indeed(posting):
    yield from _needs_place(posting)
    if not posting.is_remote and posting.place and not posting.place.region:
        yield WARNING, "place", "region"
    yield from _title(posting, ERROR)
    if not posting.company:
        yield ERROR, "company", "required"
    if not posting.email:
        yield WARNING, "email", "verification"
    if not posting.pay:
        yield WARNING, "pay", "recommended"
    if posting.employment_type == "OTHER":
        yield WARNING, "employment_type", "unknown_here"
    elif not posting.employment_type:
        yield WARNING, "employment_type", "recommended"


def _linkedin(posting):
    yield from _length(posting.description)
    if len(posting.title) > MAX_TITLE:
        yield ERROR, "title", "too_long"
    if not location_text(posting):
        yield ERROR, "place", "required"
    if not posting.company:
        yield ERROR, "company", "required"
    if not posting.url.startswith("https://www."):
        yield WARNING, "url", "www"
    if not posting.email:
        yield ERROR, "email", "poster"
    if len(posting.reference) > MAX_REFERENCE:
        yield ERROR, "reference", "too_long"
    yield from _title(posting, WARNING)


def _length(description):
    markup = simple_html(description)
    if markup and len(plain_text(description)) < MIN_DESCRIPTION:
        yield ERROR, "description", "too_short"
    if len(markup) > MAX_DESCRIPTION:
        yield ERROR, "description", "too_long"


def _plain(posting):
    return ()


def _needs_place(posting):
    if not any(place.country for place in posting.places):
        yield ERROR, "place", "country"
    elif not posting.is_remote and not (posting.place and posting.place.city):
        yield ERROR, "place", "city"


def _title(posting, level):
    """Boards want the name of the job alone."""
    if _CONTACT.search(posting.title):
        yield level, "title", "contact"
    if _PAY_IN_TITLE.search(posting.title):
        yield level, "title", "pay"
    if _SHOUTING.search(posting.title) or (len(posting.title) > 12 and posting.title.isupper()):
        yield level, "title", "shouting"


_RULES = {"google": _google, "indeed": _indeed, "linkedin": _linkedin, "rss": _plain, "json": _plain}
