"""Draws a document as PDF pages: wrapped, hyphenless, with columns that go on over pages."""

from __future__ import annotations

import io
import random

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .nodes import Columns, Doc, Para, Table

WIDTH, HEIGHT = A4
FOLDER = "/usr/share/fonts/truetype/dejavu/"
SANS = {"": "DejaVuSans", "b": "DejaVuSans-Bold"}
SERIF = {"": "DejaVuSerif", "b": "DejaVuSerif-Bold"}
SIZES = {"name": 20.0, "sub": 12.0, "head": 12.5}


class _Flow:
    """A column that writes downwards and goes on on the next page."""

    def __init__(self, book: _Book, x: float, width: float, top: float, *, page: int = 0, light: bool = False):
        self.book, self.x, self.width, self.y, self.page, self.light = book, x, width, top, page, light
        self.opening = False

    def write(self, nodes: list) -> None:
        for node in nodes:
            if isinstance(node, Table):
                self._table(node)
            elif node.text:
                self._para(node)

    def _size(self, node: Para, style: str) -> float:
        size = SIZES.get(node.kind, self.book.size)
        return size * 0.86 if "s" in style else size

    def _para(self, node: Para) -> None:
        book = self.book
        if not self.opening:  # the cells of a row begin on one baseline
            self.y -= (0.9 if node.kind == "head" else 0.55) * book.size if node.gap or node.kind == "head" else 0
        self.opening = False
        indent = 12 if node.kind == "item" else 0
        lines = self._wrapped(node, indent)
        for number, line in enumerate(lines):
            height = max(size for _text, _font, size, _x in line) * book.leading
            if self.y - height < 50:
                self.page, self.y = self.page + 1, book.top
            self.y -= height
            if node.kind == "item" and not number:
                book.draw(self.page, self.x + 2, self.y, "•", book.fonts[""], book.size, self.light)
            if node.right and not number:
                size = book.size
                x = self.x + self.width - stringWidth(node.right, book.fonts[""], size)
                book.draw(self.page, x, self.y, node.right, book.fonts[""], size, self.light)
            shift = (self.width - self._width(line)) / 2 if node.center else 0
            for text, font, size, x in line:
                draw = book.draw_heading if node.kind == "head" else book.draw
                draw(self.page, self.x + indent + x + shift, self.y, text, font, size, self.light)
        if node.kind in ("name", "head"):
            self.y -= 3

    @staticmethod
    def _width(line) -> float:
        text, font, size, x = line[-1]
        return x + stringWidth(text, font, size)

    def _wrapped(self, node: Para, indent: float) -> list:
        room = (
            self.width
            - indent
            - (stringWidth(node.right, self.book.fonts[""], self.book.size) + 14 if node.right else 0)
        )
        lines, line, x = [], [], 0.0
        for text, style in node.runs:
            font = self.book.fonts["b" if "b" in style else ""]
            size = self._size(node, style)
            words = text.split(" ")
            current = ""
            for number, word in enumerate(words):
                tried = current + (" " if number else "") + word
                if x + stringWidth(tried, font, size) > room and (current or line):
                    if current:
                        line.append((current, font, size, x))
                    lines.append(line)
                    line, x, current = [], 0.0, word
                else:
                    current = tried
            if current:
                line.append((current, font, size, x))
                x += stringWidth(current, font, size)
        return [*lines, line] if line else lines

    def _table(self, table: Table) -> None:
        self.y -= 0.3 * self.book.size
        for row in table.rows:
            if self.y < 110:
                self.page, self.y = self.page + 1, self.book.top
            x, ends = self.x, []
            for share, cell in zip(table.shares, row, strict=True):
                flow = _Flow(self.book, x, self.width * share - 8, self.y, page=self.page, light=self.light)
                flow.opening = True
                flow.write(cell)
                ends.append((flow.page, -flow.y))
                x += self.width * share
            self.page, self.y = max(ends)
            self.y = -self.y - 0.25 * self.book.size


class _Book:
    """Collects what is drawn on which page, then paints it in the order of the habit."""

    def __init__(self, seed: int | str):
        pick = random.Random(f"book {seed}")
        self.fonts = pick.choice((SANS, SANS, SERIF))
        self.size = pick.choice((8.5, 9.0, 9.5, 10.0))
        self.leading = pick.choice((1.18, 1.25, 1.35))
        self.margin = pick.choice((40.0, 52.0, 64.0))
        self.top = HEIGHT - 48
        self.head = pick.choice(("plain", "plain", "apart", "small capitals"))
        self.by_line = pick.random() < 0.3  # some writers paint line by line across the columns
        self.drawn: list[tuple] = []

    def draw(self, page, x, y, text, font, size, light, apart=0.0) -> None:
        self.drawn.append((page, x, y, text, font, size, light, apart))

    def draw_heading(self, page, x, y, text, font, size, light) -> None:
        """Draw letters apart or as small capitals if that is the habit of the document."""
        if self.head == "apart" and not text[1:2] == " ":  # letters that stand apart already
            self.draw(page, x, y, text, font, size * 0.8, light, 0.16 * size)
        elif self.head == "small capitals" and not text.isupper():
            for word in text.split(" "):
                for piece, points in ((word[:1].upper(), size), (word[1:].upper(), size * 0.78)):
                    if piece:
                        self.draw(page, x, y, piece, font, points, light)
                        x += stringWidth(piece, font, points)
                x += stringWidth(" ", font, size)
        else:
            self.draw(page, x, y, text, font, size, light)


def write(doc: Doc, seed: int | str) -> bytes:
    """Return the PDF of a document."""
    for font in (*SANS.values(), *SERIF.values()):
        registerFont(TTFont(font, f"{FOLDER}{font}.ttf"))
    book = _Book(seed)
    book.top -= 16 * len(doc.header)
    flow = _Flow(book, book.margin, WIDTH - 2 * book.margin, book.top)
    bars = []
    for node in doc.nodes:
        if isinstance(node, Columns):
            bars += _columns(book, flow, node)
        else:
            flow.write([node])
    return _painted(book, doc, bars)


def _columns(book: _Book, flow: _Flow, node: Columns) -> list:
    gap, width = 22, flow.width
    left_width = width * node.share - gap / 2
    narrow_left = node.share < 0.5
    y = flow.y - 6
    left = _Flow(book, flow.x, left_width, y, light=node.dark and narrow_left)
    right = _Flow(book, flow.x + left_width + gap, width - left_width - gap, y, light=node.dark and not narrow_left)
    left.write(node.left)
    right.write(node.right)
    flow.page, flow.y = max((left.page, -left.y), (right.page, -right.y))
    flow.y = -flow.y
    if not node.dark:
        return []
    first = (0, flow.x + left_width + gap / 2) if narrow_left else (flow.x + left_width + gap / 2, WIDTH)
    return [(page, *first, y + 4 if not page else HEIGHT) for page in range(flow.page + 1)]


def _painted(book: _Book, doc: Doc, bars: list) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for page in range(max(entry[0] for entry in book.drawn) + 1):
        for number, first, last, top in bars:
            if number == page:
                canvas.setFillColorRGB(0.13, 0.2, 0.3)
                canvas.rect(first, 0, last - first, top, fill=1, stroke=0)
        canvas.setFillGray(0)
        for place, node in enumerate(doc.header):
            canvas.setFont(book.fonts[""], 8)
            canvas.drawString(book.margin, HEIGHT - 30 - 12 * place, node.text)
        for node in doc.footer:
            canvas.setFont(book.fonts[""], 7.5)
            canvas.drawString(book.margin, 26, f"{node.text}  {page + 1}")
        entries = [entry for entry in book.drawn if entry[0] == page]
        if book.by_line:
            entries.sort(key=lambda entry: (-round(entry[2]), entry[1]))
        for _page, x, y, text, font, size, light, apart in entries:
            canvas.setFillGray(1 if light else 0.1)
            canvas.setFont(font, size)
            canvas.drawString(x, y, text, charSpace=apart)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
