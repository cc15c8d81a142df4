"""Draws nested plain values (dicts, lists, texts) as headings, rows and paragraphs."""

import io
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

INK = HexColor("#1f2937")
GREY = HexColor("#6b7280")


@dataclass(frozen=True, slots=True)
class Labels:
    """Words of the document: title, and what the keys of the values are called."""

    title: str
    keys: dict = field(default_factory=dict)
    lang: str = ""

    def of(self, key):
        return self.keys.get(key) or str(key).replace("_", " ").strip("$ ").capitalize()


def write_pdf(values, labels, fonts):
    """Return the bytes of a PDF that shows all values.

    :param dict values: sections by name; anything JSON has
    :param Labels labels: words to use
    :param fonts: pair of names of fonts known to reportlab, regular and bold
    :rtype: bytes
    """
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=A4,
        title=labels.title,
        lang=labels.lang.replace("_", "-") or None,
        leftMargin=20 * mm,
        rightMargin=20 * mm,
        topMargin=18 * mm,
        bottomMargin=18 * mm,
    )
    styles = _styles(*fonts)
    story = [Paragraph(escape(labels.title), styles["title"])]
    for key, value in values.items():
        if value not in (None, "", [], {}):
            story += [Spacer(1, 5 * mm), Paragraph(escape(labels.of(key)), styles["section"])]
            story += list(_lines(value, labels, styles, depth=0))
    document.build(story)
    return target.getvalue()


def _styles(regular, bold):
    text = ParagraphStyle("text", fontName=regular, fontSize=9.5, leading=13.5, textColor=INK, splitLongWords=True)
    return {
        "title": ParagraphStyle("title", text, fontName=bold, fontSize=18, leading=24),
        "section": ParagraphStyle("section", text, fontName=bold, fontSize=12.5, leading=18),
        "text": text,
        "bold": bold,
    }


def _lines(value, labels, styles, depth):
    if isinstance(value, dict):
        for key, inner in value.items():
            if inner in (None, "", [], {}):
                continue
            if isinstance(inner, dict | list):
                yield _paragraph(f'<font name="{styles["bold"]}">{escape(labels.of(key))}</font>', styles, depth)
                yield from _lines(inner, labels, styles, depth + 1)
            else:
                yield _paragraph(
                    f'<font color="#6b7280">{escape(labels.of(key))}:</font> {_text(inner)}', styles, depth
                )
    elif isinstance(value, list):
        for inner in value:
            yield from _lines(inner, labels, styles, depth)
            yield Spacer(1, 2 * mm)
    else:
        yield _paragraph(_text(value), styles, depth)


def _paragraph(markup, styles, depth):
    return Paragraph(markup, ParagraphStyle("row", styles["text"], leftIndent=min(depth, 5) * 5 * mm))


def _text(value):
    return escape(str(value)).replace("\n", "<br/>")
