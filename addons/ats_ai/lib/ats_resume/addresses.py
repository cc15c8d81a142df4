"""Postal addresses as eight countries write them: which of their words name the town."""

from __future__ import annotations

import re
from typing import NamedTuple

from .geography import COUNTRIES, REGIONS, TOWNS, WAYS
from .text import fold
from .vocabulary import LANGUAGE_CODES

_UK = r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}"
_NL = r"\d{4}\s?[A-Z]{2}(?![\w])"
_CODE = (
    rf"(?:{_UK}|{_NL}|[A-Z]{{1,2}}-\d{{4,5}}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{{2}}[-.]?\d{{3}}-\d{{3}}|\d{{5}}-\d{{3,4}}|"
    r"\d{4}-\d{3}|\d{2}-\d{3}|\d{8}|\d{4,6}|\d{3}\s\d{2})"
)
_POSTAL = re.compile(rf"(?<![\w./+-]){_CODE}(?![\w/-])")
_SHORT = re.compile(r"(?:^|\s)[A-Z]{2,3}$|^[A-Z]{2}(?=\s|[A-ZÀ-Ž][a-zà-ž])|\s*\([A-Z]{2}\)$")
_STREET_WORDS = """
    street st road rd avenue ave lane ln drive dr blvd boulevard court ct place pl way suite ste apt apartment
    unit floor flat highway hwy parkway pkwy terrace square close crescent grove gardens mews row circle cir trail
    rue chemin impasse allee quai cours faubourg route strasse straße str weg platz gasse ring damm ufer allee
    stiege calle avda avenida c/ plaza paseo ronda carrer camino carretera urbanizacion via viale corso piazza
    vicolo largo rua travessa praca estrada alameda rodovia ulica ul al os aleja plac osiedle straat laan plein
    kade dreef gracht singel pad po box postfach
"""
_STREET = frozenset(_STREET_WORDS.split())
_STREET_ENDING = re.compile(
    r"(?:strasse|straße|str|weg|platz|gasse|allee|straat|laan|plein|kade|dreef|gracht|singel|hof)$"
)
_LABELS = frozenset(
    """
    phone tel telephone telefon telefono telefone telefoon mobile mobil fax email e-mail mail web website linkedin
    github skype born geboren geburtsdatum nationality date
    """.split()
)
_PROVINCE = 1.45  # how sure a province beside a postal code is a town, at most
_NAME = re.compile(r"^[^\W\d_][\w’'.\- /]{1,38}$")


class Chunk(NamedTuple):
    """What stands between two commas of an address."""

    name: str
    code: bool  # a postal code stands beside the name
    region: bool  # a state or country stands beside it
    street: bool
    leading: bool  # the postal code stands before the name


def chunks(text: str) -> list[Chunk]:
    """Return the parts of an address."""
    found: list[Chunk] = []
    number, guessed = False, False
    for raw in re.split(r",|;|\s[-–]\s(?=[A-Z]{2}\b)|(?<=\w)\s[–—]\s", text):
        value = raw.strip(" .|·•").lstrip("() ")
        if not value:
            continue
        chunk = _chunk(value)
        if guessed and not chunk.name:  # 286, Trieste, IT: the end of a street above, then the town
            found[-1] = found[-1]._replace(street=False)
        guessed = number and not chunk.code and not chunk.street
        found.append(chunk._replace(street=chunk.street or guessed))
        number = bool(re.fullmatch(r"\d{1,3}\s?(?:bis|ter)?", value))
    return found


def _chunk(value: str) -> Chunk:
    match = _POSTAL.search(value)
    code = match is not None
    before = value[: match.start()].strip() if match else ""
    after = value[match.end() :].strip() if match else ""
    name, leading = (after or before, bool(after)) if match else (value, False)
    if match and before and after and not _SHORT.fullmatch(before) and len(before) > 3:
        leading = fold(after) not in COUNTRIES and len(after) > 3
        name = after if leading else before
    name, region = _without_region(name)
    street = _is_street(value if not match else name) or bool(match) and _is_street(value.replace(match.group(), " "))
    return Chunk(name, code, region or fold(name) in COUNTRIES or fold(name) in REGIONS, street, leading)


def _without_region(name: str) -> tuple[str, bool]:
    """Return a name without the state or country written behind or before it."""
    region = False
    while match := _SHORT.search(name):
        shorter = (name[: match.start()] + name[match.end() :]).strip(" ,.")
        if not shorter:
            return "", True
        name, region = shorter, True
    words = name.split(" ")
    for count in (3, 2, 1):
        if fold(" ".join(words[:count])) in REGIONS and fold(" ".join(words[count:])) in TOWNS:
            return " ".join(words[count:]), True
        if len(words) > count and fold(" ".join(words[-count:])) in COUNTRIES | REGIONS and fold(name) not in TOWNS:
            return " ".join(words[:-count]), True
    return name, region


def _is_street(value: str) -> bool:
    words = re.findall(r"[\w’'/]+", fold(value))
    if not words:
        return False
    digits = any(map(str.isdigit, value))
    if set(words) & _STREET and (digits or words[-1] in _STREET or words[0] in _STREET):
        return fold(value) not in TOWNS
    return digits or len(words) <= 2 and bool(_STREET_ENDING.search(words[-1])) and len(words[-1]) > 7


def town(text: str, *, labelled: bool = False) -> tuple[str, float]:
    """Return the town of an address and how surely it is one, 0 for none."""
    parts = chunks(text)
    best = max(_towns(parts, labelled), default=(False, 0.0, ""))
    return (best[2], best[1]) if best[1] > 0 else ("", 0.0)


def _towns(parts: list[Chunk], labelled: bool):
    """Yield ``(no region, score, name)`` of the parts that may be the town."""
    codes = sum(part.code for part in parts)
    for place, part in enumerate(parts):
        if part.street or not may_be_town(part.name) or _is_other(part):
            continue
        house = part.leading and place == 0 and (codes > 1 or len(parts) > 2)  # 3912 Wendy Plains, …
        if house:
            continue
        score = _score(parts, place, labelled)
        if fold(part.name) in REGIONS - TOWNS:  # a province that bears the name of its capital, if nothing else is one
            yield False, min(score, _PROVINCE), part.name
        else:
            yield True, score, part.name


def _score(parts: list[Chunk], place: int, labelled: bool) -> float:
    part = parts[place]
    before = parts[place - 1] if place else None
    after = parts[place + 1] if place + 1 < len(parts) else None
    score = 3.0 * part.code + 1.5 * part.region + (2.0 if fold(part.name) in TOWNS else 0.0)
    for beside in (before, after):
        if beside is not None and beside.code and not beside.name:
            score += 1.6
    if after is not None and (after.region or fold(after.name) in COUNTRIES | REGIONS):
        score += 1.5
    if before is not None and before.street:
        score += 1.2
    return score + 0.8 * labelled - 0.05 * place


def may_be_town(name: str) -> bool:
    """Tell whether a text has the shape of the name of a town."""
    return (
        len(name) > 2
        and bool(_NAME.match(name))
        and (name[:1].isupper() or name[:2] in ("'s", "’s"))
        and len(name.split()) <= 5
        and not any(fold(word).strip(".:") in _LABELS or fold(word) in LANGUAGE_CODES for word in name.split())
    )


def _is_other(part: Chunk) -> bool:
    """Tell whether a part names a country, a way of working or a region, which beside a postal code is a town."""
    folded = fold(part.name)
    if folded in TOWNS:
        return False
    return folded in COUNTRIES | WAYS or folded in REGIONS and not part.code
