"""Where and how a person says they would work. Where the person lives is an address, and no input."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

ANYWHERE = "*"
_LONGEST = 160

# Without accents, lower case; what follows may name the places: "willing to relocate to Berlin or Hamburg".
_MOVES = re.compile(
    r"(?<!\w)(?:(?:willing|ready|open|happy|able|prepared) to (?:relocate|move|relocation)|open for relocation|"
    r"relocation (?:possible|welcome)|will relocate|"
    r"mobilite (?:geographique|nationale|internationale)|mobile (?:dans toute|en) (?:la )?(?:france|europe)|"
    r"pret(?:e)? a demenager|umzugsbereit\w*|umzug moglich|bundesweit(?: einsetzbar| mobil)?|"
    r"disponibilidad (?:para|de) (?:trasladarme|trasladarse|viajar y residir|cambio de residencia)|"
    r"movilidad (?:geografica|nacional|internacional)|dispuest[oa] a (?:trasladarme|mudarme)|"
    r"bereid (?:om )?te verhuizen|disponibilita (?:al|a) trasferi\w+|disponibilidade para mudanca|"
    r"mobilidade geografica|gotow\w* do (?:relokacji|przeprowadzki))(?!\w)"
    r"(?P<to>\s*(?:to|a|au|vers|nach|in|naar|do|para|within|en)\s+(?P<places>[^.;:\n|()]{2,80}))?"
)
_NOT = re.compile(r"\b(?:not|no|never|un(?:able|willing)|pas|nicht|kein\w*|sin|niet|geen|non|nao|nie)\b[^.;\n]{0,25}$")
_REMOTE = re.compile(
    r"(?<!\w)(?:(?:looking for|prefer|seeking|only|open to) (?:a )?(?:fully |100 ?% )?remote|remote only|fully remote|"
    r"100 ?% remote|uniquement (?:en )?(?:teletravail|remote)|teletravail (?:souhaite|complet)|nur remote|"
    r"ausschliesslich remote|solo (?:en )?remoto|teletrabajo preferid\w+|alleen remote|solo da remoto|"
    r"apenas remoto|tylko zdalnie)(?!\w)"
)
_WIDE = frozenset(
    "anywhere abroad worldwide internationally nationwide europe france germany deutschland spain espana partout "
    "l'etranger uberall".split()
) | {"toute la france", "ganz deutschland", "toda espana", "the eu", "another city"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a text says about where and how; empty where it does not."""

    workplaces: tuple[str, ...] = ()
    workplace_quote: str = ""
    places: tuple[str, ...] = ()
    place_quote: str = ""


def place_key(place: str) -> str:
    """Return a place as it is compared: without case, accents and what stands behind a comma."""
    return " ".join(_plain(place.partition(",")[0]).split())


def said_wishes(text: str) -> Wishes:
    """Return the wishes that a résumé tells in so many words; a sentence that says no says nothing here."""
    workplaces, workplace_quote, places, place_quote = (), "", (), ""
    for line in text.splitlines():
        plain = _plain(line)
        remote = _said(_REMOTE, plain)
        if remote and not workplaces:
            workplaces, workplace_quote = ("remote",), _quote(line)
        moves = _said(_MOVES, plain)
        if moves and not places:
            places, place_quote = _places(moves["places"]), _quote(line)
    return Wishes(workplaces, workplace_quote, places, place_quote)


def _said(pattern, plain):
    found = pattern.search(plain)
    return None if not found or _NOT.search(plain[: found.start()]) else found


def _places(named):
    places = [place_key(part) for part in re.split(r",|/|\bor\b|\band\b|\bou\b|\boder\b|\bo\b|\bund\b", named or "")]
    places = [place for place in places if place]
    if not places or any(place in _WIDE for place in places):
        return (ANYWHERE,)
    return tuple(dict.fromkeys(places))


def _quote(line):
    return " ".join(line.split())[:_LONGEST]


def _plain(text):
    flat = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in flat if not unicodedata.combining(char)).replace("ß", "ss")
