"""A town that is one word among the ways to reach a person, without postal code, country or label."""

from __future__ import annotations

import re

from .addresses import may_be_town
from .contacts import PHONE, PHONE_LABEL, URL
from .geography import COUNTRIES, REGIONS, TOWNS, WAYS
from .model import Fact
from .roles import company_score, degree_score, school_score, title_score
from .sections import heading_kind
from .text import Line, fold
from .vocabulary import LEVELS

_BETWEEN = re.compile(r"\s*[|·•◦∙⋄♦/]\s*|\s+[–—-]\s+|\s{3,}")
_WORD = r"(?:[^\W\d_]{1,3}\.(?=.)|[^\W\d_](?:[^\W\d_]|[’'-])*)"
_SHAPE = re.compile(rf"{_WORD}(?: (?:[a-zà-ž]{{1,3}} )*(?=[A-ZÀ-Ž]){_WORD})*")
_IN_LINE, _IN_STACK = 1.0, 0.9
_MOST_WORDS = 4
_SAYS = 1.0  # an ending alone, as in Aveiro, says nothing
# What else stands in a row of contacts: networks, the person's situation, what a click opens.
_OTHERS = frozenset(
    """
    linkedin github gitlab twitter xing behance dribbble skype whatsapp telegram facebook instagram medium youtube
    stackoverflow mastodon discord signal website webseite portfolio blog homepage page site web profile profil perfil
    contact kontakt contacto contatto contato kontakty mail correo courriel posta poczta adresse address
    resume cv lebenslauf curriculum vitae single married ledig verheiratet celibataire marie mariee soltero soltera
    casado casada male female mannlich weiblich male open available
    """.split()
)


def town(lines: tuple[Line, ...], group: list[Line], person: Fact | None) -> tuple[str, float]:
    """Return the town of a line of contacts, or of a line between lines of contacts, and how surely it is one."""
    first, last = group[0], group[-1]
    text = " ".join(line.text for line in group)
    pieces = [piece.strip(" ,;") for piece in _BETWEEN.split(text)]
    if len(pieces) > 1 and any(map(_reaches, pieces)):
        found = next((piece for piece in pieces if _may_be(piece, person)), "")
        return found, _IN_LINE if found else 0.0
    level = [line for line in lines if line.row == first.row and line not in group]
    if _may_be(text, person) and (any(_reaches(line.text) for line in level) or _in_stack(lines, first, last)):
        return text, _IN_STACK
    return "", 0.0


def _in_stack(lines: tuple[Line, ...], first: Line, last: Line) -> bool:
    """Tell whether ways to reach the person stand directly above and below, or one below a heading."""
    column = [line for line in lines if _region(line) == _region(first)]
    place, stop = column.index(first), column.index(last) + 1
    above = column[place - 1] if place else None
    below = column[stop] if stop < len(column) else None
    if above is None or below is None or any(_differs(line, first) for line in (above, below) if _reaches(line.text)):
        return False
    return _reaches(below.text) and (_reaches(above.text) or bool(heading_kind(above.text)))


def _region(line: Line) -> int:
    return line.look.region if line.look else 0


def _differs(line: Line, other: Line) -> bool:
    return bool(line.look and other.look) and line.look.style != other.look.style


def _reaches(text: str) -> bool:
    if "@" in text or URL.search(text):
        return True
    number = PHONE.search(text)
    return bool(number) and sum(map(str.isdigit, number.group())) > 6


def _may_be(text: str, person: Fact | None) -> bool:
    folded = fold(text)
    words = re.findall(r"[^\W\d_]+", folded)
    if not may_be_town(text) or not 0 < len(words) <= _MOST_WORDS or heading_kind(text):
        return False
    if not _SHAPE.fullmatch(text) or PHONE_LABEL.search(folded):
        return False
    if folded in (COUNTRIES | REGIONS | WAYS) - TOWNS or _OTHERS.intersection(words) or folded in LEVELS:
        return False
    if person and set(words) & set(re.findall(r"[^\W\d_]+", fold(person.value))):
        return False
    if folded in TOWNS:
        return True
    return not any(
        score(text.replace("-", " ")) >= _SAYS for score in (title_score, company_score, degree_score, school_score)
    )
