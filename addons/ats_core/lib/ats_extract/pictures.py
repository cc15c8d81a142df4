"""The pictures that scanned pages consist of, as files that a recogniser of letters reads. Runs in the child only."""

from __future__ import annotations

import io
import struct
import zlib
from itertools import islice

from pdfminer import pdftypes
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1

MAX_BYTES = 6 * 1024 * 1024
_MIN_SIDE = 300
_KINDS = {"/'DeviceRGB'": 2, "/'DeviceGray'": 0}


def pictures(data: bytes, pages: int) -> list[bytes]:
    """Return the largest picture of each of the first pages: JPEG as it is, plain pixels as PNG."""
    from .pdf import _BoundedZlib  # noqa: PLC0415 (a neighbour that loads the page reader)

    pdftypes.zlib = _BoundedZlib()
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    found = []
    for page in islice(PDFPage.create_pages(document), pages):
        streams = [resolve1(entry) for entry in (resolve1((page.resources or {}).get("XObject")) or {}).values()]
        images = [stream for stream in streams if isinstance(stream, PDFStream) and _side(stream) >= _MIN_SIDE]
        image = _file(max(images, key=_side)) if images else b""
        if image and len(image) <= MAX_BYTES:
            found.append(image)
    return found


def _side(stream: PDFStream) -> int:
    if str(stream.get("Subtype")) != "/'Image'":
        return 0
    width, height = resolve1(stream.get("Width")), resolve1(stream.get("Height"))
    return min(width, height) if isinstance(width, int) and isinstance(height, int) else 0


def _file(stream: PDFStream) -> bytes:
    """Return a picture as JPEG or PNG, nothing for codings of fax machines and the like."""
    filters = [str(name) for name, _parameters in stream.get_filters()]
    data = stream.get_data()
    if "/'DCTDecode'" in filters:
        return data
    bits, space = resolve1(stream.get("BitsPerComponent")), str(resolve1(stream.get("ColorSpace")))
    if any(name not in ("/'FlateDecode'", "/'ASCII85Decode'") for name in filters) or space not in _KINDS:
        return b""
    return _png(data, resolve1(stream["Width"]), resolve1(stream["Height"]), bits, _KINDS[space])


def _png(data: bytes, width: int, height: int, bits: int, kind: int) -> bytes:
    row = (width * bits * (3 if kind else 1) + 7) // 8
    if bits not in (1, 8) or len(data) < row * height:
        return b""
    lines = b"".join(b"\0" + data[place * row : (place + 1) * row] for place in range(height))
    head = struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 1)), (b"IEND", b""))
    )
