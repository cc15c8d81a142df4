"""The town where a person lives."""

from __future__ import annotations

import re

from . import addresses, among_contacts
from .contacts import PHONE, URL
from .dates import find_range
from .geography import COUNTRIES, PLACES, TOWNS
from .headers import logical
from .model import Fact
from .roles import company_score, degree_score, school_score, title_score
from .sections import Section, heading_kind
from .text import Line, Text, fold
from .vocabulary import LANGUAGE_CODES

_LABEL = re.compile(
    r"^(?:(?:home |postal |current )?(?:address|location)|adresse|lieu|domicile|wohnort|wohnhaft in|ort|anschrift|"
    r"direccion|"
    r"domicilio|ubicacion|ciudad|residencia|adres|woonplaats|locatie|morada|endereco|localizacao|localidade|cidade|indirizzo|"
    r"residenza|luogo|citta|miejsce(?: zamieszkania)?|miejscowosc|zamieszkaly|city|based in|lives in)\b\s*[:.–-]?\s*"
)
_REACH = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|\+\d[\d ()/.-]{7,}\d|(?<![\w-])\(?0\d[\d ()/.-]{6,}\d(?!\w)")
_SURE, _LIKELY = 2.4, 1.4
_MAX_LINES = 4
_AROUND = 12  # lines before and behind one in which other contacts may stand level with it


def city(text: Text, sections: tuple[Section, ...], person: Fact | None = None) -> Fact | None:
    """Return the town of the address: beside its label, in the contact part, near the e-mail or at the top."""
    best, best_score = None, 0.0
    near = _near(text, sections)
    places = {line.start: place for place, line in enumerate(text.lines)}
    for rank, grown in enumerate(_groups(text.lines)):
        first = grown[0][0][0]
        label = _LABEL.match(fold(first.text))
        stands_near = any(line.start in near for group in grown[-1] for line in group)
        if not label and (not stands_near or heading_kind(first.text)):
            continue
        for groups in reversed(grown):  # the whole address says more than its first line
            found, score = _in_group(groups, label, person)
            if found:
                break
        else:
            place = places[first.start]
            around = text.lines[max(place - _AROUND, 0) : place + _AROUND]
            found, score = among_contacts.town(around, grown[0][0], person)
        score -= 0.02 * min(rank, 40)
        if found and score > max(best_score, _LIKELY - 0.8):
            best, best_score = ([line for group in groups for line in group], found, bool(label)), score
    if best is None:
        return None
    lines, found, labelled = best
    return Fact(found, 0.8 if labelled or best_score >= _SURE else 0.55, _span(text, lines, found))


def _near(text: Text, sections: tuple[Section, ...]) -> set[int]:
    """Return where the lines begin that may hold the address."""
    far = {
        line.start
        for section in sections
        if section.kind in ("work", "education", "skills", "languages", "certificates", "other")
        for line in section.lines
    }
    near = {line.start for section in sections if section.kind in ("top", "contact") for line in section.lines}
    written = [line for line in text.lines if "@" in line.text][:2]  # an address often stands beside the e-mail
    near |= {line.start for line in text.lines for mail in written if abs(line.row - mail.row) <= 4}
    return near | {line.start for line in text.lines if line.row <= 15 and line.start not in far}


def _groups(lines: tuple[Line, ...]):
    """Yield for each line what may be an address: alone, and with the lines below it, more and more."""
    groups = logical(lines)
    for place, group in enumerate(groups):
        grown, joined = [[group]], list(group)
        for below in groups[place + 1 : place + 4]:
            if not _goes_on(joined, below) or len(joined) >= _MAX_LINES:
                break
            joined += below
            grown.append([*grown[-1], below])
        if len(grown) == 1 and (below := _beneath(groups, place)):
            grown.append([group, below])
        yield grown


def _goes_on(group: list[Line], below: list[Line]) -> bool:
    first, last, line = group[0], group[-1], below[0]
    if not _beneath_each_other(last, line):
        return False
    if (
        line.gap
        and not last.text.endswith(",")
        or len(line.text) > 45
        or not _plain(last.text)
        or not _plain(line.text)
    ):
        return False
    if line.row - last.row > 2 or heading_kind(line.text) or heading_kind(first.text):
        return False
    whole = " ".join(line.text for line in group)
    return last.text.endswith(",") or any(part.street or part.code for part in addresses.chunks(whole))


def _beneath_each_other(last: Line, line: Line) -> bool:
    if last.row == line.row:
        return False
    first, second = last.look, line.look
    return not (first and second and second.page) or second.x0 < first.x1 and second.x1 > first.x0


def _beneath(groups: list[list[Line]], place: int) -> list[Line] | None:
    """Return the cell below one that ends with a comma, where several stand side by side."""
    last = groups[place][-1]
    if not last.text.endswith(",") or last.look is None:
        return None
    for group in groups[place + 1 : place + 5]:
        if group[0].row == last.row + 1 and _beneath_each_other(last, group[0]):
            return group
    return None


def _plain(text: str) -> bool:
    return "@" not in text and not URL.search(text) and not _is_phone(text)


def _is_phone(text: str) -> bool:
    match = PHONE.search(text)
    return bool(match) and sum(map(str.isdigit, match.group())) > 8


def _in_group(groups: list[list[Line]], label, person: Fact | None) -> tuple[str, float]:
    """Return the town in a group of lines and how surely it is one."""
    whole = _joined(groups)
    if len(whole) > 160 or any(line.bullet for group in groups for line in group) and not label:
        return "", 0.0
    best, best_score = "", 0.0
    for piece in re.split(r"\s*[|·•]\s*|\s{3,}", whole[label.end() if label else 0 :]):
        if person and fold(person.value) in fold(piece):
            continue
        found, score = _town(_REACH.sub(" ", piece), bool(label))
        if score > best_score:
            best, best_score = found, score
    return best, best_score


def _joined(groups: list[list[Line]]) -> str:
    """Return the lines of an address with commas between them, where a line did not just have to be broken."""
    whole = ""
    for group in groups:
        look = group[-1].look
        full = look is not None and look.page and look.x1 > look.edge - 2 and not group[-1].text[-1:].isdigit()
        whole += _in_one(group).rstrip(",") + (" " if full else ", ")
    return whole.rstrip(", ")


def _in_one(group: list[Line]) -> str:
    """Return lines that only had to be broken, with a comma where one ends with the number of a house."""
    whole = group[0].text
    for line in group[1:]:
        whole += f", {line.text}" if whole[-1:].isdigit() and line.text[:1].isupper() else f" {line.text}"
    return whole


def _town(piece: str, labelled: bool) -> tuple[str, float]:
    inner = _LABEL.match(fold(piece))
    if inner:
        piece, labelled = piece[inner.end() :], True
    if _is_work(piece) or _is_phone(piece) and "," not in piece or find_range(piece):
        return "", 0.0
    found, score = addresses.town(piece, labelled=labelled)
    if school_score(found) or degree_score(found):
        return "", 0.0
    if found and (score >= _LIKELY or labelled):
        return found, score
    return _known_town(piece)


def _is_work(piece: str) -> bool:
    first = fold(piece.split(",")[0].split(" ")[0])
    names = title_score(piece) + company_score(piece) > 1 or degree_score(piece) > 0 or school_score(piece) > 0
    return (names and not any(map(str.isdigit, piece))) or first in LANGUAGE_CODES


def _known_town(piece: str) -> tuple[str, float]:
    """Return a town of the list, or what stands before a country, in a short line of contacts."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", piece)
    if not words or len(words) > 12 or school_score(piece):
        return "", 0.0
    folded = [fold(word).strip(".") for word in words]
    for count in (4, 3, 2, 1):
        for first in range(len(words) - count + 1):
            if " ".join(folded[first : first + count]) in TOWNS and words[first][:1].isupper():
                return " ".join(words[first : first + count]), 1.2
    if 2 <= len(words) <= 4 and folded[-1] in COUNTRIES and title_score(piece) == 0 and words[0][:1].isupper():
        return " ".join(words[:-1]), 1.0
    return "", 0.0


def _span(text: Text, lines: list[Line], place: str):
    for line in lines:
        if place in line.text:
            first = line.start + line.text.index(place)
            return text.span(first, first + len(place))
    return text.span(lines[0].start, lines[-1].end)


def is_place(value: str) -> bool:
    """Tell whether a text is the name of a country, of a large town or a way of working."""
    folded = fold(value).strip(" .,()")
    if folded in PLACES:
        return True
    pieces = [piece.strip() for piece in re.split(r"[,/]", folded) if piece.strip()]
    return len(pieces) > 1 and len(pieces) < 5 and any(piece in PLACES for piece in pieces)
