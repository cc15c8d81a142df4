"""Values and lines of RFC 5545. Nothing that a user typed can begin a line or a property."""

import re
from datetime import datetime, timezone
from urllib.parse import quote, urlsplit

MAX_OCTETS = 75

_LINE_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]|[\ud800-\udfff]")
_ADDRESS = re.compile(r"[^\s\x00-\x1f\x7f\"(),:;<>@\[\\\]]+@[^\s\x00-\x1f\x7f\"(),:;<>@\[\\\]]+")
# Reserved characters of RFC 3986 that keep their meaning inside an address of the web.
_KEPT_IN_URI = ":/?#[]@!$&'()*+,;=%-._~"


def text(value: str) -> str:
    """Return a TEXT value: escaped, one line, without control characters."""
    value = _CONTROLS.sub("", value)
    for char in "\\;,":
        value = value.replace(char, f"\\{char}")
    return _LINE_BREAKS.sub(r"\\n", value)


def parameter(value: str) -> str:
    """Return a quoted parameter value, in which a quote cannot be written."""
    value = _CONTROLS.sub("", _LINE_BREAKS.sub(" ", value))
    return '"{}"'.format(value.replace('"', "'"))


def address(email: str) -> str:
    """Return the mailto address of a calendar user."""
    if not _ADDRESS.fullmatch(email):
        raise ValueError(f"Not an e-mail address: {email!r}")
    return f"mailto:{quote(email, safe='@!$&*+-=._~')}"


def uri(value: str) -> str:
    """Return a web address; what is none is left out."""
    value = value.strip()
    if _LINE_BREAKS.search(value) or _CONTROLS.search(value):
        return ""
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return quote(value, safe=_KEPT_IN_URI)


def utc(moment: datetime) -> str:
    """Return a moment in UTC; a naive one is UTC already."""
    if moment.tzinfo:
        moment = moment.astimezone(timezone.utc)
    return f"{moment:%Y%m%dT%H%M%S}Z"


def fold(line: str) -> bytes:
    """Return the line in pieces of 75 octets at most, never cut inside a character."""
    pieces = []
    piece = b""
    for char in line:
        octets = char.encode()
        if len(piece) + len(octets) > MAX_OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
