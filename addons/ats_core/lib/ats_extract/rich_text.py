"""Text of RTF: striprtf, with embedded objects and pictures cut out beforehand."""

import re

from striprtf.striprtf import rtf_to_text

from .sheet import Sheet

_CELL = re.compile(r"(\\cell|\\row)(?![a-z])")
_PARAGRAPH = re.compile(r"\\(?:par|line)(?![a-z])")
_BINARY = re.compile(r"[0-9a-fA-F\s]{2000,}")
_HIDDEN = re.compile(r"\{[^{}]*?\\v(?![\w])(?!0)[^{}]*\}")
_TINY = re.compile(r"\{[^{}]*?\\fs[1-4](?!\d)[^{}]*\}")


def rtf_text(data: bytes, sheet: Sheet) -> str:
    """Return the visible text; the bytes of objects and pictures are never interpreted."""
    source = _BINARY.sub("", data.replace(b"\0", b"").decode("latin-1"))
    for reason, pattern in (("vanish", _HIDDEN), ("tiny", _TINY)):
        for group in pattern.findall(source)[:200]:
            sheet.hide(reason, _words(r"{\rtf1\ansi " + group + "}"))
        source = pattern.sub(" ", source)
    return _words(_rows(source))


def _rows(source: str) -> str:
    """Return the source with rows of tables as lines: cells of one line stand beside each other, others below."""
    *pieces, rest = _CELL.split(source)
    found, cells = "", []
    for piece, mark in zip(pieces[0::2], pieces[1::2], strict=True):
        cells.append(piece)
        if mark == r"\row":
            found += _row(cells)
            cells = []
    return found + r"\par ".join([*cells, rest])


def _row(cells: list[str]) -> str:
    """Join the cells of a row; before the first of them may stand the text above the table."""
    above, begin, first = cells[0].rpartition(r"\trowd")
    *inside, end = [first, *(cell.removeprefix(" ") for cell in cells[1:])]
    glue = r"\par " if any(_PARAGRAPH.search(cell) for cell in inside) else r"\tab "
    return above + begin + glue.join(inside) + end + r"\par "


def _words(source: str) -> str:
    return rtf_to_text(source, encoding="cp1252", errors="replace")
