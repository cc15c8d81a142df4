"""Text to lines, with every position traceable to the text that was given."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from .looks import Look, looks_of
from .marks import list_marks
from .model import Span
from .vocabulary import MONTHS

MAX_CHARS = 200_000

_SPECIAL = re.compile(
    r"\(cid:\d+\)|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufb00-\ufb06]|"
    r"[^\W\d_][\u0300-\u036f]+|(?<=[a-zà-ž.)\d])(?=[A-ZÀ-Ž][a-zà-ž]{2,10}\.? (?:19|20)\d\d)"
    r"|(?<=(?:19|20)\d\d)(?=\d{1,2} (?:yea|yr|mo|an|[Jj]ahr|[Mm]onat|año|mes|jaar|maand|lat|rok|miesi))",
)
_MONTH = re.compile(r"[A-ZÀ-Ž][a-zà-ž]+")
_BLANKS = str.maketrans(
    {char: " " for char in map(chr, (*range(9), 11, *range(14, 32), 127, 0xA0, 0x2007, 0x202F))}
    | {char: "|" for char in map(chr, range(0xE000, 0xF900)) if char not in "\uf0b7\uf0a7"}  # icons
)
_ICONS = re.compile(r"[\s|]*")
_BULLET = re.compile(r"(?:[•●○▪▫■□◦‣⁃∙·➢➤►▸✓✔★❖*»›]|[-–—](?=\s)|\uf0b7|\uf0a7|o(?=\s{2,}))\s*")
_CELL = re.compile(r"\t+|\s{3,}")
_SPACED = re.compile(  # S K I L L S, W H E R E   I ' V E   B E E N
    r"\s*[^\W\d_](?: (?:[^\W\d_]|['’&-])){2,}(?: {2,5}[^\W\d_&](?: (?:[^\W\d_]|['’&-]))*)*\s*$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One visible line or table cell; ``gap`` = blank space above, ``bullet`` = a list item."""

    start: int
    text: str
    gap: bool
    bullet: bool
    row: int
    look: Look | None = None

    @property
    def end(self) -> int:
        """Return the offset after the last character."""
        return self.start + len(self.text)


class Text:
    """A cleaned text (no control, zero-width or glyph-id noise) that can name original offsets."""

    def __init__(self, original: str, layout: dict | None = None):
        self.original = original[:MAX_CHARS]
        self.clean, self._at, self._from = _clean(self.original)
        self._looks = looks_of(layout, len(self.original))
        self._starts = [first for first, _last, _look in self._looks]
        self.lines = tuple(self._looked_lines() if self._looks else _lines(self.clean))
        self.left_out: tuple[tuple[int, int], ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return the span in the original text of ``clean[start:end]``."""
        first = self._original(start)
        last = self._original(end - 1) + 1 if end > start else first
        quote = " ".join(self.clean[start:end].split())[:300]
        return Span(first, last, quote, *self._place(first, last))

    def span_over(self, lines: list[Line]) -> Span:
        """Return the span of lines that belong together, quoted without what stands between them."""
        spans = [self.span(line.start, line.end) for line in lines]
        box = _hull([span.box for span in spans if span.box and span.page == spans[0].page])
        quote = " ".join(span.quote for span in spans)[:300]
        return Span(spans[0].start, spans[-1].end, quote, spans[0].page, box)

    def shows(self, position: int) -> bool:
        """Tell whether a place is in a line that is read as what the person says."""
        return not any(start <= position < end for start, end in self.left_out)

    def _looked_lines(self):
        """Yield the lines that the layout names, cleaned."""
        row, position = 0, 0
        for first, last, look in self._looks:
            start, end = self._cleaned(first), self._cleaned(last)
            between = self.clean[position:start]
            row += between.count("\n")
            raw = self.clean[start:end]
            offset, bullet = _led(raw)
            for number, (at, text) in enumerate(_cells(raw, offset)):
                marked = bullet or look.bullet
                gap = between.count("\n") != 1 and "\t" not in between and not number
                yield Line(start + at, text, gap, marked and not number, row, look.shifted(at))
            position = end

    def _cleaned(self, position: int) -> int:
        """Return where a place of the original text is in the clean one."""
        index = max(bisect_right(self._from, position) - 1, 0)
        stop = self._at[index + 1] if index + 1 < len(self._at) else len(self.clean)
        return min(self._at[index] + position - self._from[index], stop)

    def _place(self, start: int, end: int) -> tuple[int, tuple]:
        """Return page and box of an original stretch, zeros when the layout does not tell."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        found = [
            look
            for first, last, look in self._looks[index : bisect_left(self._starts, end) + 1]
            if first < end and last > start and look.page
        ]
        if not found:
            return 0, ()
        same = [look for look in found if look.page == found[0].page]
        return found[0].page, _hull([(look.x0, look.top, look.x1, look.bottom) for look in same])

    def _original(self, position: int) -> int:
        index = max(bisect_right(self._at, position) - 1, 0)
        return min(self._from[index] + position - self._at[index], len(self.original))


def _hull(boxes: list[tuple]) -> tuple:
    """Return the box around all boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True) if boxes else ((), (), (), ())
    return (min(lefts), min(tops), max(rights), max(bottoms)) if boxes else ()


def fold(value: str) -> str:
    """Return the text without case and accents, character for character (same length)."""
    return value.lower() if value.isascii() else value.translate(_FOLDS)


def squash(value: str) -> str:
    """Return the text with single blanks."""
    return " ".join(value.split())


class _Folds(dict):
    """The folded form of characters, found out when one is met; those of other scripts are not kept."""

    def __missing__(self, code: int) -> str:
        folded = _fold_char(chr(code))
        if code < 0x2100:
            self[code] = folded
        return folded


_FOLDS = _Folds()


def _fold_char(char: str) -> str:
    if char == "ł" or char == "Ł":
        return "l"
    base = unicodedata.normalize("NFKD", char)[0].lower()
    return base if len(base) == 1 else base[0]


def _clean(original: str) -> tuple[str, list[int], list[int]]:
    pieces, at, origin, length, done = [], [0], [0], 0, 0
    for match in _SPECIAL.finditer(original):
        piece, new = original[done : match.start()], _plain(match.group()) if match.group() else _apart(match)
        pieces += (piece, new)
        length += len(piece) + len(new)
        done = match.end()
        at.append(length)
        origin.append(done)
    pieces.append(original[done:])
    clean = "".join(pieces)
    clean = _marked(clean, list_marks(clean))
    clean = clean.translate(_BLANKS).replace("\r", "\n").replace("\f", "\n")
    if clean.count("\t") > clean.count(" "):  # some PDF writers put a tab between all words
        clean = clean.replace("\t", " ")
    return clean, at, origin


def _marked(clean: str, marks: dict[int, str]) -> str:
    """Return the text with other signs at some of its places."""
    if not marks:
        return clean
    signs = list(clean)
    for place, mark in marks.items():
        signs[place] = mark
    return "".join(signs)


def _apart(match: re.Match) -> str:
    """Return what belongs around a date that lost it: PhysicsAugust 2010March 2015, May 20153 years."""
    if match.string[match.start()].isdigit():
        return "\t"
    month = _MONTH.match(match.string, match.start())
    if month is None or fold(month.group()) not in MONTHS:
        return ""
    return " " if match.string[match.start() - 1].isdigit() else "\t"


def _plain(special: str) -> str:
    if special[0] == "(":
        return "•"
    if "\ufb00" <= special[0] <= "\ufb06":
        return unicodedata.normalize("NFKC", special)
    composed = unicodedata.normalize("NFC", special)
    return "".join(char for char in composed if not unicodedata.combining(char) and unicodedata.category(char) != "Cf")


def _lines(clean: str):
    start, gap = 0, True
    for row, raw in enumerate(clean.split("\n")):
        skipped, marked = _led(raw)
        cells = list(_cells(raw, skipped))
        for position, (offset, text) in enumerate(cells):
            yield Line(start + offset, text, gap and not position, marked and not position, row)
        gap = not cells
        start += len(raw) + 1


def _led(raw: str) -> tuple[int, bool]:
    """Return where the words of a line begin, and whether a mark of a list stands before them."""
    found = _ICONS.match(raw)
    mark = _BULLET.match(raw, found.end())
    return (mark.end(), True) if mark else (found.end(), False)


def _cells(raw: str, position: int):
    if _SPACED.match(raw, position):
        yield from _stripped(raw, position, len(raw))
        return
    for found in _CELL.finditer(raw, position):
        yield from _stripped(raw, position, found.start())
        position = found.end()
    yield from _stripped(raw, position, len(raw))


def _stripped(raw: str, start: int, end: int):
    piece = raw[start:end]
    text = piece.strip()
    if any(char.isalnum() for char in text):
        yield start + len(piece) - len(piece.lstrip()), text
