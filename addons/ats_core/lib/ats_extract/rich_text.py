"""Text of RTF: striprtf, with embedded objects and pictures cut out beforehand."""

import re

from striprtf.striprtf import rtf_to_text

_BINARY = re.compile(r"[0-9a-fA-F\s]{2000,}")


def rtf_text(data: bytes) -> str:
    """Return the visible text; the bytes of objects and pictures are never interpreted."""
    source = data.replace(b"\0", b"").decode("latin-1")
    return rtf_to_text(_BINARY.sub("", source), encoding="cp1252", errors="replace")
