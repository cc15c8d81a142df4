"""The town where a person lives."""

from __future__ import annotations

import re

from .geography import COUNTRIES, PLACES, TOWNS
from .headers import logical
from .model import Fact
from .roles import company_score, title_score
from .sections import Section, heading_kind
from .text import Line, Text, fold
from .vocabulary import LANGUAGE_CODES

_POSTAL_CITY = re.compile(
    r"(?<![\w-])(?:[A-Z]{1,2}-)?(?:\d{4,5}|\d{2}-\d{3})(?:-\d{3})?(?: [A-Z]{2}(?=\s+\w))?"
    r"\s+(?P<city>[A-ZÀ-Ž][^\d,|]{2,40})"
)
_MARKER = re.compile(r"(?:^|[\s,])(?:[A-Z]{2}|\d{4,5}(?:-\d{3,4})?|\d{2}-\d{3}|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})$")
_PLAIN_PLACE = re.compile(r"^[A-ZÀ-Ž][\w’'.À-ž -]{1,30}(?:,\s+[A-ZÀ-Ž][\w’'.À-ž -]{1,30}){1,2}$")
_STREET = re.compile(
    r"\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|boulevard|court|ct|place|pl|way|suite|apt|unit|floor|"
    r"rue|strasse|straße|weg|platz|calle|via|rua|ulica|ul|straat|laan)\b\.?$"
)
_ADDRESS_LABEL = re.compile(
    r"^(?:address|location|adresse|lieu|wohnort|ort|anschrift|direccion|ubicacion|ciudad|"
    r"adres|woonplaats|"
    r"locatie|morada|endereco|localizacao|indirizzo|residenza|luogo|localidade|miejsce)\s*:?\s*"
)


def city(text: Text, sections: tuple[Section, ...], person: Fact | None = None) -> Fact | None:
    """Return the town of the address: at the top, in the contact part or beside its label."""
    near = {line.start for section in sections if section.kind in ("top", "contact") for line in section.lines}
    written = [line for line in text.lines if "@" in line.text][:2]  # an address often stands beside the e-mail
    near |= {line.start for line in text.lines for mail in written if abs(line.row - mail.row) <= 4}
    groups = []
    for lines in logical(text.lines):
        label = _ADDRESS_LABEL.match(fold(lines[0].text))
        if label or lines[0].start in near or lines[0].row <= 15:
            groups.append((lines, label))
    for lines, label in groups:
        found = _in_line(text, lines, label, person)
        if found:
            return found
    return next((fact for lines, _label in groups if (fact := _known_town(text, lines, person))), None)


def _in_line(text: Text, lines: list[Line], label, person: Fact | None) -> Fact | None:
    """Return the town that the form of a line shows."""
    whole = " ".join(line.text for line in lines)
    if len(whole) > 160:
        return None
    start = label.end() if label else 0
    for _offset, piece in _pieces(whole[start:], start):
        if person and person.value.casefold() in piece.casefold() or "@" in piece:
            continue
        if place := _city_in(piece, bool(label)):
            return Fact(place, 0.8 if label else 0.6, _span(text, lines, place))
    return None


def _span(text: Text, lines: list[Line], place: str):
    for line in lines:
        if place in line.text:
            first = line.start + line.text.index(place)
            return text.span(first, first + len(place))
    return text.span(lines[0].start, lines[-1].end)


def _known_town(text: Text, lines: list[Line], person: Fact | None) -> Fact | None:
    """Return a town of the list, or what stands before a country, in a short line of contacts."""
    whole = " ".join(line.text for line in lines)
    if len(whole.split()) > 12 or person and fold(person.value) in fold(whole) or "@" in whole:
        return None
    words = re.findall(r"[^\W\d_][\w'’.-]*", whole)
    folded = [fold(word).strip(".") for word in words]
    for count in (4, 3, 2, 1):
        for first in range(len(words) - count + 1):
            name = " ".join(folded[first : first + count])
            if name in TOWNS and words[first][:1].isupper():
                return Fact(" ".join(words[first : first + count]), 0.55, text.span(lines[0].start, lines[-1].end))
    if 2 <= len(words) <= 4 and folded[-1] in COUNTRIES and title_score(whole) == 0 and words[0][:1].isupper():
        return Fact(" ".join(words[:-1]), 0.5, text.span(lines[0].start, lines[-1].end))
    return None


def _pieces(rest: str, start: int):
    for match in re.finditer(r"[^|·•]+", rest):
        if piece := match.group().strip():
            yield start + match.start() + match.group().index(piece), piece


def _city_in(piece: str, labelled: bool) -> str:
    """Return the town in a piece that a postal code, a region or the form shows to be a place."""
    if title_score(piece) + company_score(piece) > 1 or fold(piece.split(",")[0].split(" ")[0]) in LANGUAGE_CODES:
        return ""
    match = _POSTAL_CITY.search(piece)
    if match and not _STREET.search(fold(match["city"].split(",")[0].strip(" ."))):
        return re.sub(r"\s+[A-Z]{2}$", "", match["city"].strip(" .-"))
    if not (labelled or _MARKER.search(piece) or _PLAIN_PLACE.match(piece)):
        return ""
    for chunk in piece.split(","):
        value = chunk.strip()
        while match := _MARKER.search(value):
            value = value[: match.start()].strip()
        if (
            value[:1].isupper()
            and not any(map(str.isdigit, value))
            and not _STREET.search(fold(value))
            and fold(value) not in COUNTRIES
            and (2 < len(value) and len(value.split()) <= 4 and not heading_kind(value))
        ):
            return value
    return ""


def is_place(value: str) -> bool:
    """Tell whether a text is the name of a country, of a large town or a way of working."""
    folded = fold(value).strip(" .,()")
    if folded in PLACES:
        return True
    pieces = [piece.strip() for piece in re.split(r"[,/]", folded) if piece.strip()]
    return len(pieces) > 1 and len(pieces) < 5 and any(piece in PLACES for piece in pieces)
