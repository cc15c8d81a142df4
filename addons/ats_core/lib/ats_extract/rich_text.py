"""Text of RTF: striprtf, with embedded objects and pictures cut out beforehand."""

import re

from striprtf.striprtf import rtf_to_text

from .sheet import Sheet

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
    return _words(source)


def _words(source: str) -> str:
    return rtf_to_text(source, encoding="cp1252", errors="replace")
