"""Company header, footer and page numbers drawn over pages that have blank margins."""

import io
import re
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PdfReadError
from pypdf.generic import NameObject, TextStringObject
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from .fonts import Fonts, fitted

GREY = HexColor("#6b7280")
INK = HexColor("#1f2937")
SIDE = 20 * mm
LOGO_HEIGHT = 15 * mm
LOGO_WIDTH = 62 * mm
LOGO_PIXELS = (900, 300)
# The lists of characters in a font's table of names.
LISTS = re.compile(rb"\[[^\]]*\]")


class UnreadablePdf(ValueError):
    """The bytes are not a PDF whose pages can be drawn on."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """What is printed around the text of a letter."""

    company: str
    fonts: Fonts
    address: tuple[str, ...] = ()
    logo: bytes | None = None
    footer: str = ""
    reference: str = ""
    page_label: str = "Page {page} / {pages}"
    title: str = ""
    lang: str = ""
    accent: str = "#374151"


def dress(pdf, stationery):
    """Return the PDF with company header, footer and page numbers on every page.

    :param bytes pdf: pages whose margins are blank: 40 mm on top, 24 mm at the foot
    :param Stationery stationery: what to print
    :raise UnreadablePdf: when the bytes are no usable PDF
    :rtype: bytes
    """
    writer = _writer_of(pdf)
    count = len(writer.pages)
    logo = _readable_logo(stationery.logo)
    for number, page in enumerate(writer.pages, start=1):
        size = (float(page.mediabox.width), float(page.mediabox.height))
        overlay = _overlay(stationery, logo, number, count, size)
        _name_spaces(page)
        page.merge_page(PdfReader(io.BytesIO(overlay)).pages[0])
        page.compress_content_streams()
    return finished(writer, stationery)


def _name_spaces(page):
    """Tell readers that a gap is a space. Qt names the glyph of the space a tab."""
    fonts = page.get("/Resources", {}).get("/Font", {})
    for font in fonts.values():
        names = font.get_object().get("/ToUnicode")
        if names is not None:
            stream = names.get_object()
            stream.set_data(LISTS.sub(lambda found: found.group().replace(b"<0009>", b"<0020>"), stream.get_data()))


def finished(writer, stationery):
    """Return the bytes of a writer, titled, with the language that screen readers need."""
    writer.add_metadata({"/Title": stationery.title, "/Author": stationery.company})
    if stationery.lang:
        lang = stationery.lang.replace("_", "-")
        writer.root_object[NameObject("/Lang")] = TextStringObject(lang)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _writer_of(pdf):
    try:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    except (PdfReadError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadablePdf("The bytes are not a readable PDF.") from error
    if not len(writer.pages):
        raise UnreadablePdf("The PDF has no page.")
    return writer


def _readable_logo(raw):
    """Return the logo as reportlab takes it, or None when it is no picture that can be drawn."""
    if not raw:
        return None
    try:
        picture = Image.open(io.BytesIO(raw))
        picture.thumbnail(LOGO_PIXELS)
        return ImageReader(picture.convert("RGBA"))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError):
        return None


def _overlay(stationery, logo, number, count, size):
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, initialFontName=stationery.fonts.names()[0])
    if number == 1:
        _draw_first_header(canvas, stationery, logo, size)
    else:
        _draw_next_header(canvas, stationery, size)
    _draw_footer(canvas, stationery, number, count, size)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_first_header(canvas, stationery, logo, size):
    width, height = size
    regular, bold = stationery.fonts.names()
    top = height - 12 * mm
    if logo:
        _draw_logo(canvas, logo, top)
    else:
        canvas.setFillColor(HexColor(stationery.accent))
        name, points = fitted(stationery.company, bold, 17, width / 2 - SIDE)
        canvas.setFont(bold, points)
        canvas.drawString(SIDE, top - 20, name)
    canvas.setFillColor(GREY)
    lines = (stationery.company, *stationery.address) if logo else stationery.address
    for row, line in enumerate(lines[:6]):
        text, points = fitted(line, regular, 8, width / 2 - SIDE)
        canvas.setFont(bold if logo and not row else regular, points)
        canvas.drawRightString(width - SIDE, top - 5 - row * 10, text)
    canvas.setStrokeColor(HexColor(stationery.accent))
    canvas.setLineWidth(1.2)
    canvas.line(SIDE, height - 36 * mm, width - SIDE, height - 36 * mm)


def _draw_logo(canvas, logo, top):
    pixels_wide, pixels_high = logo.getSize()
    scale = min(LOGO_WIDTH / pixels_wide, LOGO_HEIGHT / pixels_high)
    wide, high = pixels_wide * scale, pixels_high * scale
    canvas.drawImage(logo, SIDE, top - high, wide, high, mask="auto")


def _draw_next_header(canvas, stationery, size):
    width, height = size
    regular, bold = stationery.fonts.names()
    baseline = height - 20 * mm
    canvas.setFillColor(INK)
    name, points = fitted(stationery.company, bold, 9, width / 2 - SIDE)
    canvas.setFont(bold, points)
    canvas.drawString(SIDE, baseline, name)
    canvas.setFillColor(GREY)
    title, points = fitted(stationery.title, regular, 8, width / 2 - SIDE)
    canvas.setFont(regular, points)
    canvas.drawRightString(width - SIDE, baseline, title)
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(0.4)
    canvas.line(SIDE, baseline - 6, width - SIDE, baseline - 6)


def _draw_footer(canvas, stationery, number, count, size):
    width = size[0]
    regular, _bold = stationery.fonts.names()
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(0.4)
    canvas.line(SIDE, 18 * mm, width - SIDE, 18 * mm)
    canvas.setFillColor(GREY)
    label = stationery.page_label.format(page=number, pages=count)
    canvas.setFont(regular, 7.5)
    canvas.drawRightString(width - SIDE, 14 * mm, label)
    room = width - 2 * SIDE - 30 * mm
    for row, line in enumerate((stationery.reference, stationery.footer)):
        text, points = fitted(line, regular, 7.5, room)
        canvas.setFont(regular, points)
        canvas.drawString(SIDE, 14 * mm - row * 9, text)
