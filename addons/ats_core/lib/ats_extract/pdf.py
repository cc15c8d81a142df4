"""Text of a PDF through pdfminer.six, page by page, with bounded streams."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pdfminer import pdftypes
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from .cells import cells
from .glyphs import GlyphDevice, Interpreter
from .reading import Reader
from .visibility import mark

MAX_STREAM = 24 * 1024 * 1024
MAX_INFLATED = 96 * 1024 * 1024
_MAX_HIDDEN = 2000


class PdfRefused(BaseException):
    """The PDF is not read further; `reason` is encrypted or too_large.

    A BaseException, because pdfminer swallows exceptions of broken streams and goes on.
    """

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


class _BoundedZlib:
    """Stands in for the zlib module inside pdfminer: one stream and all together are bounded."""

    error = zlib.error
    decompressobj = staticmethod(zlib.decompressobj)

    def __init__(self):
        self._left = MAX_INFLATED

    def decompress(self, data: bytes) -> bytes:
        """Inflate one stream or refuse the document."""
        inflater = zlib.decompressobj()
        return self._checked(inflater, inflater.decompress(data, self._limit()))

    def decompress_corrupted(self, data: bytes) -> bytes:
        """Inflate what can be inflated of a broken stream, in small steps."""
        inflater = zlib.decompressobj()
        text = b""
        for start in range(0, len(data), 64):
            try:
                text += inflater.decompress(data[start : start + 64], self._limit() - len(text))
            except zlib.error:
                break
            if inflater.unconsumed_tail:
                break
        return self._checked(inflater, text)

    def _limit(self) -> int:
        return max(1, min(MAX_STREAM, self._left))

    def _checked(self, inflater, text: bytes) -> bytes:
        if inflater.unconsumed_tail:
            raise PdfRefused("too_large")
        self._left -= len(text)
        return text


@dataclass(slots=True)
class Page:
    """One page: its size in points and the text nobody sees."""

    number: int
    width: float
    height: float
    hidden: list[tuple[str, str]]


def pdf_lines(data: bytes, pages: int, reader: Reader) -> Iterator[Page]:
    """Yield the first `pages` pages, each as soon as its lines were handed to the reader."""
    bounded = _BoundedZlib()
    pdftypes.zlib = bounded  # this module lives only in the child process
    pdftypes.decompress_corrupted = bounded.decompress_corrupted
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
    except PDFPasswordIncorrect as error:
        raise PdfRefused("encrypted") from error
    resources = PDFResourceManager()
    device = GlyphDevice(resources)
    interpreter = Interpreter(resources, device)
    broken = False
    for number, page in enumerate(islice(PDFPage.create_pages(document), pages), start=1):
        broken |= not all(isinstance(part, pdftypes.PDFStream) for part in map(resolve1, page.contents))
        interpreter.process_page(page)
        mark(device)
        found = cells(device.pieces, device.paints)
        for cell in found:
            cell.page = number
        reader.read(found)
        yield Page(number, device.width, device.height, _hidden(device))
    if broken:
        raise ValueError("a page has no readable content")


def _hidden(device: GlyphDevice) -> list[tuple[str, str]]:
    """Return ``(reason, words)`` of what is on the page and cannot be seen."""
    words: dict[str, str] = {}
    for piece in device.pieces:
        if piece.hidden and len(words.get(piece.hidden, "")) < _MAX_HIDDEN:
            words[piece.hidden] = f"{words.get(piece.hidden, '')} {piece.text.strip()}".strip()
    return [(reason, text) for reason, text in words.items() if any(map(str.isalnum, text))]
