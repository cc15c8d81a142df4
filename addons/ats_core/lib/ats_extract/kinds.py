"""The type of a file, decided by its content and its last extension together."""

import re
import struct
from dataclasses import dataclass

from .archives import ArchiveRefused, BoundedArchive, end_record
from .names import split_extension
from .plain import looks_like_text

MAX_PIXELS = 40_000_000
_HEAD = 1024

MIMETYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "png": "image/png",
    "jpg": "image/jpeg",
}
_EXTENSIONS = {**{code: code for code in MIMETYPES}, "jpeg": "jpg", "text": "txt", "md": "txt"}
_MARKUP = re.compile(rb"\s*<(!doctype|html|head|body|script|svg|\?xml|\?php|iframe|img)\b", re.I)
_MARKUP_INSIDE = re.compile(rb"<(script|html|svg|iframe|body)\b", re.I)
_PDF_ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|OpenAction|RichMedia|XFA)\b")
_MACRO_ENTRIES = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml|Basic/.|Scripts/.)", re.I)
_EXECUTABLE_HEADS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"GIF8", b"PK\x03\x04", b"\x4c\0\0\0")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file is. A refused one has an empty code and says why in `reason`.

    Reasons: empty, extension, markup, macro, polyglot, encrypted, legacy_office, archive,
    too_large, pixels, unknown. `flags` are warnings about an accepted file: extension_mismatch,
    active_content.
    """

    code: str = ""
    mimetype: str = "application/octet-stream"
    reason: str = ""
    flags: tuple[str, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the file may be kept as a document."""
        return bool(self.code)

    @property
    def has_text(self) -> bool:
        """Whether text can be read from files of this kind."""
        return self.code not in ("", "png", "jpg")


class _Refused(Exception):
    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


def sniff(data: bytes, filename: str, *, markup: bool = False) -> Kind:
    """Return the kind of a file; never raises, never unpacks more than a few kilobytes.

    HTML is a kind only with `markup`: it can be read, but is never kept as a document.

    The content decides. The last real extension must be one of the accepted ones (or absent);
    where it names another accepted type the file keeps the type of its content and a flag.
    """
    try:
        if markup and _MARKUP.match(_head(data)):
            return Kind(code="html", mimetype="text/html")
        extension = _accepted_extension(filename)
        code, flags = _by_content(data)
    except _Refused as refusal:
        return Kind(reason=refusal.reason)
    if extension and extension != code:
        flags = (*flags, "extension_mismatch")
    return Kind(code=code, mimetype=MIMETYPES[code], flags=flags)


def _accepted_extension(filename: str) -> str:
    extension = split_extension((filename or "").split("\0")[-1])[1]
    if extension and extension not in _EXTENSIONS:
        raise _Refused("macro" if extension in ("docm", "dotm") else "extension")
    return _EXTENSIONS.get(extension, "")


def _by_content(data: bytes) -> tuple[str, tuple[str, ...]]:
    if not data:
        raise _Refused("empty")
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return "pdf", _check_pdf(data)
    if head.startswith(b"PK\x03\x04"):
        return _archive_kind(data), ()
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return _check_image("png", data, _png_pixels(data)), ()
    if head.startswith(b"\xff\xd8\xff"):
        return _check_image("jpg", data, _jpeg_pixels(data)), ()
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise _Refused("encrypted" if encrypted else "legacy_office")
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf", ("active_content",) if b"\\objdata" in data else ()
    return _check_text(data), ()


def _check_pdf(data: bytes) -> tuple[str, ...]:
    before = data[: data.find(b"%PDF-")]
    if before.startswith(_EXECUTABLE_HEADS) or _MARKUP_INSIDE.search(data[:_HEAD]):
        raise _Refused("polyglot")
    if end_record(data):
        raise _Refused("polyglot")
    return ("active_content",) if _PDF_ACTIVE.search(data) else ()


def _archive_kind(data: bytes) -> str:
    try:
        archive = BoundedArchive(data)
        if any(_MACRO_ENTRIES.search(name) for name in archive.names):
            raise _Refused("macro")
        if "[Content_Types].xml" in archive.names:
            return _word_kind(archive)
        if "mimetype" in archive.names:
            return _open_document_kind(archive)
    except ArchiveRefused as refusal:
        reasons = {"damaged": "archive"}
        raise _Refused(reasons.get(refusal.reason, refusal.reason)) from refusal
    raise _Refused("archive")


def _word_kind(archive: BoundedArchive) -> str:
    types = archive.read("[Content_Types].xml", 256 * 1024)
    if b"macroEnabled" in types or b"vbaProject" in types:
        raise _Refused("macro")
    if b"wordprocessingml" not in types and "word/document.xml" not in archive.names:
        raise _Refused("archive")
    return "docx"


def _open_document_kind(archive: BoundedArchive) -> str:
    if archive.read("mimetype", 200).strip() != MIMETYPES["odt"].encode():
        raise _Refused("archive")
    return "odt"


def _head(data: bytes) -> bytes:
    return data[:_HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")


def _check_text(data: bytes) -> str:
    if _MARKUP.match(_head(data)):
        raise _Refused("markup")
    if not looks_like_text(data):
        raise _Refused("unknown")
    return "txt"


def _check_image(code: str, data: bytes, pixels: int) -> str:
    if end_record(data) or _MARKUP_INSIDE.search(data[:_HEAD]):
        raise _Refused("polyglot")
    if not pixels:
        raise _Refused("unknown")
    if pixels > MAX_PIXELS:
        raise _Refused("pixels")
    return code


def _png_pixels(data: bytes) -> int:
    if len(data) < 33 or data[12:16] != b"IHDR":
        return 0
    width, height = struct.unpack_from(">II", data, 16)
    return width * height


def _jpeg_pixels(data: bytes) -> int:
    position = 2
    while position + 9 < len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, position + 5)
            return width * height
        if marker == 0xFF:
            position += 1
            continue
        position += 2 + struct.unpack_from(">H", data, position + 2)[0]
    return 0
