"""The page that tells how a letter was answered, appended to the unchanged letter."""

import io
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from .stationery import GREY, INK, SIDE, _writer_of, dress, finished

# Letters between which a long word without spaces (a hash, an address) may be broken.
LONGEST_WORD = 48
# What reportlab keeps free inside the margins.
FRAME = 6


@dataclass(frozen=True, slots=True)
class Evidence:
    """Heading, an opening sentence, labelled facts and a closing sentence."""

    heading: str
    opening: str
    facts: tuple[tuple[str, str], ...]
    closing: str = ""


def append_evidence(pdf, evidence, stationery):
    """Return the letter followed by its evidence page; the letter's own pages stay as they are.

    :param bytes pdf: the sealed letter
    :param Evidence evidence: what to tell
    :param Stationery stationery: header and footer of the added page
    :rtype: bytes
    """
    writer = _writer_of(pdf)
    added = dress(_evidence_pdf(evidence, stationery.fonts), stationery)
    writer.append(io.BytesIO(added), import_outline=False)
    return finished(writer, stationery)


def _evidence_pdf(evidence, fonts):
    target = io.BytesIO()
    regular, bold = fonts.names()
    document = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=SIDE - FRAME,
        rightMargin=SIDE - FRAME,
        topMargin=42 * mm,
        bottomMargin=26 * mm,
        initialFontName=regular,
    )
    text = ParagraphStyle("text", fontName=regular, fontSize=9.5, leading=14, textColor=INK)
    label = ParagraphStyle("label", parent=text, textColor=GREY)
    heading = ParagraphStyle("heading", parent=text, fontName=bold, fontSize=16, leading=22)
    rows = [[Paragraph(escape(name), label), Paragraph(escape(_broken(value)), text)] for name, value in evidence.facts]
    document.build(
        [
            Paragraph(escape(evidence.heading), heading),
            Spacer(1, 4 * mm),
            Paragraph(escape(evidence.opening), text),
            Spacer(1, 6 * mm),
            Table(
                rows,
                colWidths=[52 * mm, 118 * mm],
                style=TableStyle(
                    [
                        ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor("#d1d5db")),
                        ("VALIGN", (0, 0), (-1, -1), "TOP"),
                        ("LEFTPADDING", (0, 0), (-1, -1), 0),
                    ]
                ),
            ),
            Spacer(1, 6 * mm),
            Paragraph(escape(evidence.closing), label),
        ]
    )
    return target.getvalue()


def _broken(value):
    """Put a space into words that are longer than a line."""
    return " ".join(
        " ".join(word[start : start + LONGEST_WORD] for start in range(0, len(word), LONGEST_WORD))
        for word in value.split()
    )
