"""The town where a person lives."""

from __future__ import annotations

import re

from .geography import PLACES
from .model import Fact
from .roles import company_score, title_score
from .sections import Section, heading_kind
from .text import Text, fold
from .vocabulary import LANGUAGE_CODES

_POSTAL_CITY = re.compile(
    r"(?<![\w-])(?:[A-Z]{1,2}-)?(?:\d{4,5}|\d{2}-\d{3})(?:-\d{3})?(?: [A-Z]{2}(?=\s+\w))?"
    r"\s+(?P<city>[A-ZÀ-Ž][^\d,|]{2,40})"
)
_MARKER = re.compile(r"(?:^|[\s,])(?:[A-Z]{2}|\d{4,5}(?:-\d{3,4})?|\d{2}-\d{3}|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})$")
_PLAIN_PLACE = re.compile(r"^[A-ZÀ-Ž][\w’'.À-ž -]{1,30}(?:,\s+[A-ZÀ-Ž][\w’'.À-ž -]{1,30}){1,2}$")
_STREET = re.compile(
    r"\b(?:street|st|road|rd|avenue|ave|lane|drive|suite|apt|unit|"
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
    for line in text.lines:
        label = _ADDRESS_LABEL.match(fold(line.text))
        if not label and line.start not in near and line.row > 15 or len(line.text) > 140:
            continue
        start = label.end() if label else 0
        for offset, piece in _pieces(line.text[start:], start):
            if person and person.value.casefold() in piece.casefold() or "@" in piece:
                continue
            if place := _city_in(piece, bool(label)):
                first = line.start + offset + piece.index(place)
                return Fact(place, 0.8 if label else 0.6, text.span(first, first + len(place)))
    return None


def _pieces(rest: str, start: int):
    for match in re.finditer(r"[^|·•]+", rest):
        if piece := match.group().strip():
            yield start + match.start() + match.group().index(piece), piece


def _city_in(piece: str, labelled: bool) -> str:
    """Return the town in a piece that a postal code, a region or the form shows to be a place."""
    if title_score(piece) + company_score(piece) > 1 or fold(piece.split(",")[0].split(" ")[0]) in LANGUAGE_CODES:
        return ""
    if match := _POSTAL_CITY.search(piece):
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
