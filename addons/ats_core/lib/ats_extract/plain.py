"""Plain text: encodings and the cleaning that every text goes through."""

import re

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE = 16 * 1024
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b\0"))
_UNWANTED = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st", 0x00A0: " ", 0x2028: "\n", 0x2029: "\n", 0x0085: "\n",
}  # fmt: skip
_LATIN = frozenset({"iso-8859-1", "iso-8859-9", "iso-8859-15", "windows-1252", "windows-1254", "ascii"})


def decode(data: bytes) -> str:
    """Return the text of `data`: UTF-8/16/32, then what chardet is sure of, then Windows-1252."""
    encoding = _encoding(data)
    return data.decode(encoding, "replace").replace("\ufffd\ufffe", "")


def _encoding(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding
    if wide := _utf16_without_bom(data[:_SAMPLE]):
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:  # cut in the middle of a character
            return "utf-8"
        return _guess(data.replace(b"\0", b"")[:_SAMPLE])
    return "utf-8"


def _utf16_without_bom(sample: bytes) -> str:
    half = len(sample) // 2
    if half < 8 or sample.count(0) < half * 0.4:
        return ""
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd < half * 0.1 else ""


def _guess(sample: bytes) -> str:
    import chardet  # noqa: PLC0415 (slow to import and rarely needed)

    found = chardet.detect(sample)
    encoding = (found["encoding"] or "").lower()
    if not encoding or encoding in _LATIN or found["confidence"] < 0.8:
        return "cp1252"
    return "gb18030" if encoding == "gb2312" else encoding


def looks_like_text(data: bytes) -> bool:
    """Whether the bytes are plausible text in some encoding: hardly any control characters."""
    sample = data[:_SAMPLE]
    if any(sample.startswith(bom) for bom, _encoding in _BOMS):
        return True
    if _utf16_without_bom(sample):
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    return controls * 100 <= len(sample) and sample.count(0) * 4 <= len(sample)


def clean_text(text: str, limit: int) -> str:
    """Return the text without NUL, control, bidi and tag characters, at most `limit` long."""
    text = text[: limit * 2].replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    text = text.replace("\0", " ")
    text = _UNWANTED.sub("", text.translate(_LIGATURES))
    text = re.sub(r"[ \t]+(?=\n)", "", text)
    text = re.sub(r"\n{3,}", "\n\n", text)
    return text.strip()[:limit]


def clean_line(text: str) -> str:
    """Return a stretch of one line without control and bidi characters, ligatures spelled out."""
    return _UNWANTED.sub("", text.translate(_LIGATURES)).replace("\0", "").replace("\n", " ")


def has_words(text: str) -> bool:
    """Whether there is enough in the text to call it a text (page numbers alone are not)."""
    return sum(char.isalnum() for char in text[:5000]) >= 10
