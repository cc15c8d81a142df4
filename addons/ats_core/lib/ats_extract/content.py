"""The operators of a PDF page, read several times faster than pdfminer does: most of a page is numbers and strings.

Whatever is plain is cut out by one expression; all the rest (escapes, dictionaries, pictures inside of pages,
comments, damage, the edge of the buffer) is left to pdfminer's own reader, at the same place.
"""

from __future__ import annotations

import re

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.psparser import KWD, LIT, PSKeyword

_NUMBER = rb"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?=[\s\[\]<>()/])"
_HEX = rb"<(?:[0-9A-Fa-f]{2})*>"
_STRING = rb"\([^()\\\r]*\)"
_ARRAY = rb"\[(?:\s+|" + _NUMBER.replace(rb"[\s\[\]<>()/]", rb"[\s\]<(]") + rb"|" + _HEX + rb"|" + _STRING + rb")*\]"
_PLAIN = re.compile(
    rb"\s*(?:(?P<number>"
    + _NUMBER
    + rb")|(?P<array>"
    + _ARRAY
    + rb")|(?P<hex>"
    + _HEX
    + rb")|(?P<string>"
    + _STRING
    + rb")|/(?P<name>[A-Za-z0-9_.+-]+)(?=[\s\[\]<>()/])|(?P<word>[A-Za-z][A-Za-z0-9*]*)(?=[\s\[<(/]))"
)
_ITEM = re.compile(rb"<([^>]*)>|\(([^)]*)\)|([-+.\d]+)")
_LEFT_TO_PDFMINER = frozenset((b"BI", b"ID", b"EI", b"true", b"false", b"null"))


class Content(PDFContentParser):
    """Yields what a page's content streams hold, as pdfminer's reader does."""

    BUFSIZ = 1 << 16

    def nextobject(self):
        """Return ``(place, object)``: an operand or, as a keyword, an operator. Raise PSEOF at the end."""
        if self._tokens or self.results or self.context or self.curstack or self._parse1 != self._parse_main:
            return super().nextobject()
        match = _PLAIN.match(self.buf, self.charpos)
        if match is None or match.end() >= len(self.buf) or match["word"] in _LEFT_TO_PDFMINER:
            return super().nextobject()
        self.charpos = match.end()
        return self.bufpos + match.start(), _VALUES[match.lastgroup](match[match.lastgroup])


def _number(value: bytes) -> int | float:
    return float(value) if b"." in value else int(value)


def _hex(value: bytes) -> bytes:
    return bytes.fromhex(value[1:-1].decode())


def _array(value: bytes) -> list:
    return [
        _number(number) if number else bytes.fromhex(code.decode()) if code else words
        for code, words, number in _ITEM.findall(value)
    ]


_VALUES = {
    "number": _number,
    "array": _array,
    "hex": _hex,
    "string": lambda value: value[1:-1],
    "name": lambda value: LIT(value.decode()),
    "word": KWD,
}


class Operators:
    """Which method of an interpreter does what an operator says, and how many operands it takes."""

    def __init__(self, interpreter: type):
        self._interpreter = interpreter
        self._known: dict[PSKeyword, tuple[str, int] | None] = {}

    def of(self, keyword: PSKeyword) -> tuple[str, int] | None:
        """Return the name of the method and its number of operands, None for what is no operator."""
        if keyword not in self._known:
            if len(self._known) > 500:  # a broken page has any number of words
                return self._found(keyword)
            self._known[keyword] = self._found(keyword)
        return self._known[keyword]

    def _found(self, keyword: PSKeyword) -> tuple[str, int] | None:
        name = keyword.name.decode("utf-8", "ignore").replace("*", "_a").replace('"', "_w").replace("'", "_q")
        method = getattr(self._interpreter, f"do_{name}", None)
        return (f"do_{name}", method.__code__.co_argcount - 1) if method is not None else None
