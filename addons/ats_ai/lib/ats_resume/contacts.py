"""How to reach the person: e-mail, telephone, links."""

from __future__ import annotations

import re
from itertools import islice

import phonenumbers

from .dates import find_range
from .headers import breaks_word
from .model import Fact
from .text import Text, fold

_MAX_NUMBERS = 200
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![\w@])")
_BROKEN_LOCAL = re.compile(
    r"(?:^|\n)([\w.+-]{1,62}[._-])\n+\s?([\w.+-]{0,63}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24})(?!\w)"
)
_BROKEN_DOMAIN = re.compile(r"(?<![\w.+-])([\w.+-]{1,64}@[\w.-]{0,63})\s?\n+\s?([\w-]{0,62}\.?[A-Za-z]{2,24})(?![\w@])")
URL = re.compile(
    r"(?<![@\w.])(?:https?://|www\.)[^\s<>\"'|,;()•]{3,200}"
    r"|(?<![@\w./])(?:[\w-]{1,63}\.){0,3}(?:linkedin\.com|github\.com|gitlab\.com|"
    r"github\.io)(?:/[^\s<>\"'|,;()•]*)?",
    re.IGNORECASE,
)
_ENDINGS = frozenset(
    "COM ORG NET EDU INFO BIZ EU UK GOV MIL INT DEV APP IO AI ME CO TECH EMAIL ONLINE SITE XYZ NAME PRO WORK CLOUD CAT "
    "EXAMPLE TEST INVALID DESIGN AGENCY STUDIO ART BLOG CODES SPACE WORLD LIVE MAIL COOP JOBS MOBI TEL".split()
)
PHONE = re.compile(
    r"(?:(?<![\w/@.=-])|(?<=[a-zà-ž]{4})(?=\+\d|0\d{8}))"  # the second: glued to its label by a converter
    r"(?:\+|00)?\s?\(?\d(?:[\d ()./\u2010-\u2015-]{4,22})\d(?:\s?(?:x|ext\.?|"
    r"#)\s?\d{1,6})?(?![\w/@])"
)
PHONE_LABEL = re.compile(
    r"\b(?:phone|tel|telephone|mobile|cell|mob|portable|telefon|handy|mobil|mobiltelefon|"
    r"telefono|movil|celular|"
    r"telefoon|gsm|telefone|telemovel|cellulare|tel\. kom|komorka|numer|whatsapp|t|m|p)\b\.?"
)
_NOT_PHONE = re.compile(
    r"^\d{4,5}-\d{3,4}$|^(?:19|20)\d\d\s*[-–—./]\s*(?:(?:19|20)\d\d|\d\d(?:[-./]\d\d)?)$|"
    r"^\d{1,2}[./-]\d{1,2}[./-]\d{4}$"
)
_REGIONS = {
    "en": ("US", "GB"),
    "fr": ("FR",),
    "de": ("DE", "AT", "CH"),
    "es": ("ES", "MX"),
    "nl": ("NL", "BE"),
    "pt": ("PT", "BR"),
    "it": ("IT",),
    "pl": ("PL",),
}


def emails(text: Text) -> list[Fact]:
    """Return the e-mail addresses, those broken over two lines re-joined, in reading order."""
    found = [_email_fact(text, match.group(), match.span(), 0.98) for match in _EMAIL.finditer(text.clean)]
    joined = []
    for pattern in (_BROKEN_DOMAIN, _BROKEN_LOCAL):
        for match in pattern.finditer(text.clean):
            whole = match[1] + match[2]
            if _is_broken(match, pattern) and _EMAIL.fullmatch(whole):
                joined.append(_email_fact(text, whole, match.span(), 0.75))
    joined += _broken_by_columns(text)
    parts = {fact.value for fact in joined}
    kept = [
        fact
        for fact in found
        if not any(fact.value != part and part.endswith(fact.value) or part[:-1] == fact.value for part in parts)
        and not any(fact.value != part and part.startswith(fact.value) for part in parts)
    ]
    return sorted(
        kept + [fact for fact in joined if fact.value not in {f.value for f in kept}],
        key=lambda f: f.span.start,
    )


def _broken_by_columns(text: Text) -> list[Fact]:
    """Return the addresses that fill a narrow column and go on in the next line."""
    found = []
    for above, below in zip(text.lines, text.lines[1:], strict=False):
        head, tail = above.text.split(" ")[-1], below.text.split(" ")[0]
        if "@" not in head + tail or "@" in head and "@" in tail or not breaks_word(above, below):
            continue
        whole = head + tail
        if not _EMAIL.fullmatch(whole) or not known_ending(whole) or "@" in head and _is_complete(head):
            continue
        start = above.end - len(head)
        found.append(_email_fact(text, whole, (start, below.start + len(tail)), 0.8))
    return found


def _is_complete(address: str) -> bool:
    return bool(_EMAIL.fullmatch(address)) and known_ending(address) and not address.lower().endswith(".co")


def known_ending(address: str) -> bool:
    """Tell whether an address ends in a top-level domain that people have."""
    ending = address.rpartition(".")[2].upper()
    return ending in phonenumbers.SUPPORTED_REGIONS or ending in _ENDINGS


def _is_broken(match: re.Match, pattern: re.Pattern) -> bool:
    if pattern is _BROKEN_LOCAL:
        return True
    domain = match[1].partition("@")[2]
    return "." not in domain or domain.endswith((".", "-"))


def _email_fact(text: Text, value: str, place: tuple[int, int], confidence: float) -> Fact:
    return Fact(value.strip("'.").lower(), confidence, text.span(*place))


def links(text: Text) -> tuple[Fact, ...]:
    """Return web addresses, told apart as linkedin, github or site."""
    result: dict[str, Fact] = {}
    for match in URL.finditer(text.clean):
        value = match.group().rstrip(".:/)]}>")
        address = value if "://" in value else f"https://{value}"
        host = re.sub(r"^www\.", "", address.split("/")[2].lower())
        path = address.split("/", 3)[3] if address.count("/") > 2 else ""
        kind = "linkedin" if host.endswith("linkedin.com") else "github" if host == "github.com" else "site"
        if "." in host and (path or kind == "site"):
            result.setdefault(
                address,
                Fact(address, 0.95, text.span(match.start(), match.start() + len(value)), kind),
            )
    return tuple(result.values())


def regions(language: str, default_region: str, addresses: list[Fact]) -> tuple[str, ...]:
    """Return the countries to try for a number without prefix, most likely first."""
    domains = [fact.value.rsplit(".", 1)[1].upper() for fact in addresses]
    hinted = [
        "GB" if domain == "UK" else domain
        for domain in domains
        if domain in phonenumbers.SUPPORTED_REGIONS or domain == "UK"
    ]
    order = [*hinted, *((default_region,) if default_region else ()), *_REGIONS.get(language, ())]
    return tuple(dict.fromkeys(order))


def phone(text: Text, tried: tuple[str, ...]) -> Fact | None:
    """Return the most likely telephone number; ``detail`` is E.164 when a country explains it."""
    best, best_score = None, 0.0
    size = max(len(text.clean), 1)
    for match in islice(PHONE.finditer(text.clean), _MAX_NUMBERS):
        raw = match.group().strip()
        digits = re.sub(r"\D", "", re.sub(r"(?:x|ext\.?|#)\s?\d+$", "", raw))
        if not 7 <= len(digits) <= 15 or _NOT_PHONE.match(raw) or find_range(raw):
            continue
        e164, valid = _e164(raw, tried)
        score = _phone_score(text, match, raw, valid) - match.start() / size
        if score > best_score:
            best_score = score
            best = Fact(
                raw,
                0.95 if valid else 0.7,
                text.span(match.start(), match.start() + len(match.group())),
                e164,
            )
    return best


def _phone_score(text: Text, match: re.Match, raw: str, valid: bool) -> float:
    line_start = text.clean.rfind("\n", 0, match.start()) + 1
    before = fold(text.clean[max(line_start, match.start() - 25) : match.start()])
    above = fold(text.clean[max(0, line_start - 30) : line_start]).strip().rpartition("\n")[2]
    labelled = bool(PHONE_LABEL.search(before) or PHONE_LABEL.fullmatch(above.strip(" :")))
    line_end = text.clean.find("\n", match.end())
    line = text.clean[line_start : line_end if line_end > 0 else None].strip()
    alone = len(line) - len(raw) < 15 or "@" in line or match.start() < 300
    return (
        1.0
        + valid * 2
        + labelled * 2
        + raw.startswith(("+", "("))
        + alone * 1.5
        + ("@" in before)
        - (0 if valid or labelled or alone or raw.startswith("+") else 3)
    )


def _e164(raw: str, tried: tuple[str, ...]) -> tuple[str, bool]:
    possible = ""
    international = raw.startswith("+")
    for region in (None,) if international else tried:
        try:
            number = phonenumbers.parse(raw, region)
        except phonenumbers.NumberParseException:
            continue
        form = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        if phonenumbers.is_valid_number(number):
            return form, True
        if not possible and phonenumbers.is_possible_number(number):
            possible = form
    return (possible if international else ""), False
