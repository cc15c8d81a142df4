"""Text of a PDF through pdfminer.six, page by page, with bounded streams."""

import io
import re
import zlib
from collections.abc import Iterator
from itertools import islice

from pdfminer import pdftypes
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTContainer, LTFigure, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

MAX_STREAM = 24 * 1024 * 1024
MAX_INFLATED = 96 * 1024 * 1024
_NO_CHARACTER = re.compile(r"\(cid:\d+\)")
_HIDDEN_SIZE = 2.0
_VISIBLE_CHARS = 20  # a page of nothing but tiny characters is a scaled one: keep them


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


class _PageReader(PDFPageAggregator):
    """Drops characters too small to be seen (keyword stuffing) before the layout analysis."""

    hidden = False

    def end_page(self, page) -> None:
        """Analyse the page without its invisible characters."""
        chars = list(_characters(self.cur_item))
        tiny = {id(char) for char in chars if char.size < _HIDDEN_SIZE}
        if tiny and len(chars) - len(tiny) >= _VISIBLE_CHARS:
            self.hidden = True
            _remove(self.cur_item, tiny)
        super().end_page(page)


def _characters(container: LTContainer) -> Iterator[LTChar]:
    for item in container:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTFigure):
            yield from _characters(item)


def _remove(container: LTContainer, ids: set[int]) -> None:
    container._objs = [item for item in container._objs if id(item) not in ids]
    for item in container._objs:
        if isinstance(item, LTFigure):
            _remove(item, ids)


def pdf_pages(data: bytes, pages: int, notes: set[str]) -> Iterator[str]:
    """Yield the text of the first `pages` pages, each as soon as it is read.

    `notes` receives ``hidden_text`` when invisible characters were left out.
    """
    bounded = _BoundedZlib()
    pdftypes.zlib = bounded  # this module lives only in the child process
    pdftypes.decompress_corrupted = bounded.decompress_corrupted
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
    except PDFPasswordIncorrect as error:
        raise PdfRefused("encrypted") from error
    resources = PDFResourceManager()
    device = _PageReader(resources, laparams=LAParams(all_texts=True))
    interpreter = PDFPageInterpreter(resources, device)
    broken = False
    for page in islice(PDFPage.create_pages(document), pages):
        broken |= not all(isinstance(part, pdftypes.PDFStream) for part in map(resolve1, page.contents))
        interpreter.process_page(page)
        notes.update({"hidden_text"} if device.hidden else ())
        yield _NO_CHARACTER.sub("", "".join(_text(device.get_result()))) + "\n"
    if broken:
        raise ValueError("a page has no readable content")


def _text(item) -> Iterator[str]:
    if isinstance(item, LTTextLine):
        yield item.get_text()
    elif isinstance(item, LTContainer):
        for child in item:
            yield from _text(child)
        if isinstance(item, LTTextBox):
            yield "\n"
