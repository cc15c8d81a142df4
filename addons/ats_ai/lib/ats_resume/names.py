"""The person's name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .model import Fact
from .roles import company_score, school_score, title_score
from .sections import Section, heading_kind
from .text import Line, Text, fold, squash
from .vocabulary import LANGUAGE_CODES

_LINES = 400  # how far the name is looked for, when an address agrees with it
_TOP = 40  # and when none does
_SURE = 0.6
_NAME_NOISE = re.compile(
    r"^(?:name|nom|nombre|nome|naam|imie i nazwisko|curriculum vitae|resume|cv|"
    r"lebenslauf)\s*[:\-–]?\s*",
    re.IGNORECASE,
)
_NAME_END = re.compile(r"\s{2,}|\s+(?=\S+@|\+\d|https?:|www\.)|\s*[|·•]\s*|,\s*|\s+[-–—]\s+|\s*\(")
_REGION_TAIL = re.compile(r"^[A-Z]{2}(?=$|\s*[\d,|·•]|\s+USA?\b)|^[^,]+,\s*[A-Z]{2,3}$|^\d")
_PARTICLES = frozenset(
    "de da do dos das del della di du van von der den ten ter la le el al bin ibn y e i zu of st".split()
)
_DOCUMENT_WORDS = frozenset(
    "curriculum vitae resume cv lebenslauf page profile contact photo profil portfolio "
    "street road avenue "
    "present email phone address linkedin github website about".split()
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A text that may be the name, with how well the address and the profiles agree."""

    text: str
    start: int
    agreed: float
    cut: bool = False  # more words follow in the line


def name(text: Text, sections: tuple[Section, ...], addresses: list[Fact], urls: tuple[Fact, ...]) -> Fact | None:
    """Return the person's name: a line near the top that reads like one, best with the e-mail's
    agreement."""
    handles = _handles(addresses, urls)
    unlikely = ("work", "education", "skills", "languages")
    inner = {line.row for section in sections if section.kind in unlikely for line in section.lines}
    best, best_score = None, 0.0
    for rank, line in enumerate(text.lines[: _LINES if handles else _TOP + 1]):
        for found in _candidates(text.lines, rank, handles):
            if rank > _TOP and found.agreed < _SURE:
                continue
            score = _score(found, rank) - (line.row in inner) * 0.8 - line.bullet * 0.3
            if score > best_score:
                best, best_score = (found, rank), score
    return _fact(text, *best) if best else None


def _handles(addresses: list[Fact], urls: tuple[Fact, ...]) -> list[str]:
    """Return what stands before the @ and at the end of profile links."""
    profiles = [fact.value for fact in urls if fact.detail in ("linkedin", "github")]
    return [fold(fact.value.partition("@")[0]) for fact in addresses[:1]] + [
        fold(profile.rstrip("/").rsplit("/", 1)[-1]) for profile in profiles
    ]


def _score(found: _Candidate, rank: int) -> float:
    score = 1.4 - min(rank, 30) * 0.06 + found.agreed * 3
    score -= (title_score(found.text) + company_score(found.text)) * 0.5
    words = 0.02 * min(len(found.text.split()), 4) if found.agreed else 0.0
    return score - words if found.cut else score + words  # before a title, words that agree with nothing are its own


def _fact(text: Text, found: _Candidate, rank: int) -> Fact:
    confidence = round(min(0.5 + found.agreed * 0.45 + (rank < 3) * 0.1, 0.98), 2)
    return Fact(_tidy(found.text), confidence, text.span(found.start, found.start + len(found.text)))


def _candidates(lines: tuple[Line, ...], rank: int, handles: list[str]):
    line = lines[rank]
    for offset, piece, cut in _pieces(line):
        yield _Candidate(piece, line.start + offset, _agreed(piece, handles), cut)
    joined = _wrapped(lines, rank)
    if joined:  # two lines: only when both of them explain the handles
        halves = max(_agreed(half, handles) for half in (line.text, lines[rank + 1].text))
        agreed = _agreed(joined, handles)
        if agreed > halves + 0.05:
            yield _Candidate(joined, line.start, agreed)


def _agreed(piece: str, handles: list[str]) -> float:
    return max([_agreement(piece, handle) for handle in handles], default=0.0)


def _pieces(line: Line):
    if heading_kind(line.text):
        return
    noise = _NAME_NOISE.match(fold(line.text))
    offset = noise.end() if noise else 0
    rest = line.text[offset:]
    head, *tail = _NAME_END.split(rest, maxsplit=1)
    if tail and _REGION_TAIL.match(tail[0]):
        return
    words = head.split(" ")
    for count in sorted({len(words), 3, 2} & set(range(2, len(words) + 1)), reverse=True):
        piece = " ".join(words[:count])
        if _is_name(piece):
            yield offset, piece, count < len(words)


def _wrapped(lines: tuple[Line, ...], rank: int) -> str:
    """Return the name that a narrow column may have broken over two lines."""
    if rank + 1 >= len(lines) or lines[rank + 1].row != lines[rank].row + 1:
        return ""
    first, second = lines[rank].text, lines[rank + 1].text
    if heading_kind(first) or heading_kind(second) or fold(first) == fold(second):
        return ""
    joined = f"{first} {second}"
    short = len(first.split()) <= 2 and len(second.split()) <= 2
    return joined if short and _is_name(joined) else ""


def _is_name(piece: str) -> bool:
    if len(piece) > 60 or any(char.isdigit() for char in piece) or piece.endswith((":", "!", "?")):
        return False
    words = [word for word in re.split(r"[\s]+", piece) if word not in ("-",)]
    folded = [fold(word).strip(".,") for word in words]
    if len(words[-1]) == 2 and words[-1].isupper() and not piece.isupper():  # a place: "Austin TX"
        return False
    if not 2 <= len(words) <= 7 or any(word in _DOCUMENT_WORDS or word in LANGUAGE_CODES for word in folded):
        return False
    if any(re.search(r"[^\w.'’,\- ]", word) for word in words):
        return False
    return all(word[:1].isupper() or low in _PARTICLES for word, low in zip(words, folded, strict=True)) and (
        heading_kind(piece) == "" and school_score(piece) == 0
    )


def _agreement(candidate: str, handle: str) -> float:
    """Return how well a handle (before the @, a profile slug) is explained by a name, 0..1."""
    letters = re.sub(r"[^a-z]", "", handle)
    if len(letters) < 3:
        return 0.0
    return max(_explained(spelling, letters) for spelling in {fold(candidate), fold(_german(candidate))})


def _german(name: str) -> str:
    """Return a name as addresses spell it: ö as oe, ß as ss."""
    return name.lower().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})


def _explained(spelling: str, letters: str) -> float:
    words = [word for word in re.findall(r"[a-z]+", spelling) if len(word) > 1 and word not in _PARTICLES]
    hits = [word for word in words if len(word) > 2 and word in letters]
    if not hits:
        return 0.0
    covered = sum(map(len, hits)) / len(letters)
    return min((0.6 if len(hits) > 1 else 0.15) + 0.4 * min(covered, 1.0), 1.0)


def _tidy(found: str) -> str:
    value = squash(found).strip(" ,.-")
    if value.isupper():
        value = re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), value.lower())
    return value
