"""What a PDF page paints, as pieces of text with place, size, style and visibility.

Stands in for pdfminer's layout analysis, which costs more than reading the page and keeps neither
colours nor render modes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSEOF, PSKeyword
from pdfminer.utils import apply_matrix_pt, mult_matrix

from .content import Content, Operators
from .plain import clean_line
from .sheet import BOLD, ITALIC, TURNED

_INVISIBLE_MODES = (3, 7)
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|(?:^|[-,])bd", re.I)
_ITALIC_NAME = re.compile(r"italic|oblique|slanted", re.I)
_UNKNOWN_SPACES = ("Separation", "DeviceN", "Indexed", "Pattern", "Lab")
_MAX_GLYPHS = 400_000


@dataclass(slots=True)
class Piece:
    """Glyphs of one style on one baseline without a wide gap. Points, y from the top of the page."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    flags: int
    color: tuple | None
    order: int
    hidden: str = ""


@dataclass(slots=True)
class Paint:
    """A filled area: box and colour (None = picture, gradient or unknown), in painting order."""

    box: tuple[float, float, float, float]
    color: tuple | None
    order: int


class Interpreter(PDFPageInterpreter):
    """Keeps what pdfminer drops: opacity and the colour space behind q and Q. Reads content faster."""

    def execute(self, streams) -> None:
        """Do what the operators of the content streams say; what is no operator is passed over."""
        content = Content(streams)
        while True:
            try:
                _place, value = content.nextobject()
            except PSEOF:
                return
            if not isinstance(value, PSKeyword):
                self.push(value)
            elif operator := _OPERATORS.of(value):
                name, wanted = operator
                operands = self.pop(wanted) if wanted else []
                if len(operands) == wanted:
                    getattr(self, name)(*operands)

    def do_gs(self, name) -> None:
        """Read the opacity of filled things from a graphics state dictionary."""
        states = resolve1((self.resources or {}).get("ExtGState")) or {}
        state = resolve1(states.get(getattr(name, "name", name)))
        alpha = resolve1(state.get("ca")) if isinstance(state, dict) else None
        if isinstance(alpha, int | float):
            self.device.alpha = float(alpha)

    def get_current_state(self):
        """Return the state to restore, with the colour space and the opacity."""
        state = super().get_current_state()
        state[2].ncs = self.graphicstate.ncs
        state[2].ats_alpha = self.device.alpha
        return state

    def set_current_state(self, state) -> None:
        """Restore a state."""
        super().set_current_state(state)
        self.device.alpha = getattr(state[2], "ats_alpha", 1.0)

    def do_sh(self, name) -> None:
        """A gradient fills the clipping area: nothing on this page can be called invisible below it."""
        self.device.shaded()


_OPERATORS = Operators(Interpreter)


class GlyphDevice(PDFTextDevice):
    """Collects pieces and painted areas of one page after another."""

    def __init__(self, resources):
        super().__init__(resources)
        self.alpha = 1.0
        self.glyphs = 0
        self._styles: dict[int, int] = {}
        self.begin_page(None, (1, 0, 0, 1, 0, 0))

    def begin_page(self, page, ctm) -> None:
        """Start a page."""
        self.pieces: list[Piece] = []
        self.paints: list[Paint] = []
        self.mode3 = self.image_area = 0.0
        box = page.cropbox or page.mediabox if page else (0, 0, 612, 792)
        corners = [apply_matrix_pt(ctm, (box[0], box[1])), apply_matrix_pt(ctm, (box[2], box[3]))]
        xs, ys = zip(*corners, strict=True)
        self.left, self.right = min(xs), max(xs)
        self.bottom, self.top = min(ys), max(ys)
        self.alpha, self._order, self._ctms = 1.0, 0, []

    @property
    def width(self) -> float:
        """Return the width of the page in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return the height of the page in points."""
        return self.top - self.bottom

    def begin_figure(self, name, bbox, matrix) -> None:
        """Enter a form or a picture."""
        self._ctms.append(self.ctm)
        self.ctm = mult_matrix(matrix, self.ctm)

    def end_figure(self, name) -> None:
        """Leave a form or a picture."""
        self.ctm = self._ctms.pop()

    def render_image(self, name, stream: PDFStream) -> None:
        """A picture covers its unit square."""
        self._paint([(0, 0), (1, 1)], None)
        x0, y0, x1, y1 = self.paints[-1].box
        self.image_area += (x1 - x0) * (y1 - y0)

    def shaded(self) -> None:
        """A gradient was painted somewhere: take the whole page as its area."""
        self._order += 1
        self.paints.append(Paint((0, 0, self.width, self.height), None, self._order))

    def paint_path(self, graphicstate, stroke, fill, evenodd, path) -> None:
        """Remember the box of a filled path."""
        if not fill or self.alpha < 0.05 or len(self.paints) > 5000:
            return
        points = [step[-2:] for step in path if len(step) > 2]
        plain = self.alpha > 0.95 and sum(step[0] == "m" for step in path) == 1  # frames have two
        if points:
            self._paint(points, _color(graphicstate) if plain else None)

    def _paint(self, points, color) -> None:
        placed = [apply_matrix_pt(self.ctm, point) for point in points]
        xs, ys = [point[0] for point in placed], [point[1] for point in placed]
        self._order += 1
        box = (min(xs) - self.left, self.top - max(ys), max(xs) - self.left, self.top - min(ys))
        self.paints.append(Paint(box, color, self._order))

    def render_string(self, textstate, seq, ncs, graphicstate) -> None:
        """Turn one shown string into pieces."""
        font = textstate.font
        if font.is_vertical():
            return super().render_string(textstate, seq, ncs, graphicstate)
        matrix = mult_matrix(textstate.matrix, self.ctm)
        graphicstate.ncs = ncs
        writer = _Writer(self, textstate, matrix, _color(graphicstate))
        textstate.linematrix = writer.write(seq, *textstate.linematrix)

    def style_of(self, font) -> int:
        """Return the style flags of a font, by its name and descriptor."""
        known = self._styles.get(id(font))
        if known is None:
            name = str(getattr(font, "basefont", None) or getattr(font, "fontname", "") or "")
            descriptor = getattr(font, "descriptor", None) or {}
            weight = resolve1(descriptor.get("FontWeight", 0))
            heavy = _BOLD_NAME.search(name) or isinstance(weight, int | float) and weight >= 600
            slanted = _ITALIC_NAME.search(name) or getattr(font, "italic_angle", 0)
            known = self._styles[id(font)] = BOLD * bool(heavy) + ITALIC * bool(slanted)
        return known

    def next_order(self) -> int:
        """Return the next number of the painting order."""
        self._order += 1
        return self._order


class _Writer:
    """Lays the glyphs of one string side by side."""

    def __init__(self, device: GlyphDevice, state, matrix, color):
        self.device, self.state, self.color = device, state, color
        a, b, c, d, _e, _f = matrix
        self.matrix = matrix
        self.size = abs(state.fontsize) * ((c * c + d * d) ** 0.5)
        turned = abs(b) > 0.2 * abs(a) or a < 0 or d < 0
        self.flags = device.style_of(state.font) | (TURNED if turned else 0)
        self.hidden = "mode" if state.render in _INVISIBLE_MODES else "opacity" if device.alpha < 0.05 else ""
        self.glyphs: list[tuple[str, float, float]] = []

    def write(self, seq, x: float, y: float) -> tuple[float, float]:
        """Place every glyph, then cut the string where the gaps are wide; return the pen."""
        state, font = self.state, self.state.font
        scaling = state.scaling * 0.01
        charspace, wordspace = state.charspace * scaling, state.wordspace * scaling
        step = 0.001 * state.fontsize * scaling
        if font.is_multibyte():
            wordspace = 0
        needspace = False
        for item in seq:
            if isinstance(item, int | float):
                x -= item * step
                needspace = True
            elif isinstance(item, bytes):
                for cid in font.decode(item):
                    if needspace:
                        x += charspace
                    width = font.char_width(cid) * state.fontsize * scaling
                    self.glyphs.append((_character(font, cid), x, x + width))
                    x += width + (wordspace if cid == 32 else 0)
                    needspace = True
        self.device.glyphs += len(self.glyphs)
        if self.device.glyphs > _MAX_GLYPHS:
            raise OverflowError("glyphs")
        self._cut(y + state.rise)
        return x, y

    def _cut(self, y: float) -> None:
        a, b, c, d, e, f = self.matrix
        scale = (a * a + b * b) ** 0.5 or 1.0
        ems = max(self.size / scale, 1e-6)
        usual = _usual_gap(self.glyphs, ems)
        text, start, last = "", 0.0, None
        for char, x0, x1 in self.glyphs:
            gap = (x0 - last) / ems - usual if last is not None else 0.0
            if text and (gap > 0.9 or gap < -1.0):
                self._add(text, start, last, y)
                text = ""
            elif text and gap > 0.16 and text[-1] != " " and char != " ":
                text += " "
            if char == " " and not text:
                continue
            if not text:
                start = x0
            text += char
            last = x1
        if text:
            self._add(text, start, last, y)

    def _add(self, text: str, start: float, end: float, y: float) -> None:
        if not text.strip():
            return
        device = self.device
        x0, y0 = apply_matrix_pt(self.matrix, (start, y))
        x1, y1 = apply_matrix_pt(self.matrix, (end, y))
        trailing = len(text) - len(text.rstrip())
        if self.flags & TURNED:
            x0, x1 = min(x0, x1), max(x0, x1, min(x0, x1) + self.size)
        piece = Piece(
            clean_line(text),
            x0 - device.left,
            x1 - device.left,
            device.top - y0,
            self.size,
            self.flags,
            self.color,
            device.next_order(),
            self.hidden,
        )
        if trailing:
            piece.x1 -= trailing * 0.25 * self.size
        if self.hidden == "mode":
            device.mode3 += len(text)
        device.pieces.append(piece)


def _usual_gap(glyphs, ems: float) -> float:
    """Return the gap of letter-spaced text, which is not the gap between words."""
    gaps = sorted(
        (glyphs[i + 1][1] - glyphs[i][2]) / ems
        for i in range(len(glyphs) - 1)
        if glyphs[i][0] != " " and glyphs[i + 1][0] != " "
    )
    middle = gaps[len(gaps) // 2] if len(gaps) > 3 else 0.0
    return middle if 0.03 < middle < 1.0 else 0.0


def _character(font, cid: int) -> str:
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return "\ue000"
    if text in ("\xa0", "\t", "\u2009", "\u202f", "\u2002", "\u2003", "\n", "\r"):
        return " "
    return text if isinstance(text, str) else "\ue000"


def _color(state) -> tuple | None:
    """Return the fill colour as RGB 0..1, None when it cannot be told."""
    if getattr(state.ncs, "name", "") in _UNKNOWN_SPACES:
        return None
    value = state.ncolor
    parts = tuple(value) if isinstance(value, tuple | list) else (value,)
    if not all(isinstance(part, int | float) for part in parts):
        return None
    if len(parts) == 1:
        return (parts[0],) * 3
    if len(parts) == 3:
        return parts
    if len(parts) == 4:
        return tuple((1 - part) * (1 - parts[3]) for part in parts[:3])
    return None
