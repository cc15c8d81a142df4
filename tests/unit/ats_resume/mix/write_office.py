"""Writes a document as DOCX (as Word and LibreOffice do) and as ODT."""

from __future__ import annotations

import io
import random
import zipfile
from xml.sax.saxutils import escape

from .nodes import Columns, Doc, Para, Table

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl '
    'w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style><w:style w:type="paragraph" '
    'w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:sz w:val="48"/></w:rPr></w:style><w:style w:type="paragraph" '
    'w:styleId="ListParagraph"><w:name w:val="List Paragraph"/></w:style></w:styles>'
)
SIZES = {"name": 44, "sub": 26, "head": 28}


class _Word:
    def __init__(self, seed):
        pick = random.Random(f"word {seed}")
        self.styled = pick.random() < 0.5  # headings by style, or only bold and large
        self.box = pick.random() < 0.4  # the narrow column stands in a text box, not in a table
        self.split = pick.random() < 0.3  # spelling marks cut runs in pieces

    def nodes(self, nodes) -> str:
        return "".join(self.node(node) for node in nodes)

    def node(self, node) -> str:
        if isinstance(node, Table):
            rows = "".join(
                "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{self.cell(cell)}</w:tc>" for cell in row) + "</w:tr>"
                for row in node.rows
            )
            return f"<w:tbl><w:tblPr/>{rows}</w:tbl><w:p/>"
        if isinstance(node, Columns):
            return self.columns(node)
        return self.para(node)

    def cell(self, nodes) -> str:
        inner = self.nodes(nodes)
        return inner if inner else "<w:p/>"

    def columns(self, node) -> str:
        if not self.box:
            fill = '<w:shd w:val="clear" w:fill="1F3347"/>' if node.dark else ""
            sides = [self.cell(node.left), self.cell(node.right)]
            fills = (fill, "") if node.share < 0.5 else ("", fill)
            cells = "".join(
                f"<w:tc><w:tcPr>{fill}</w:tcPr>{side}</w:tc>" for side, fill in zip(sides, fills, strict=True)
            )
            return f"<w:tbl><w:tblPr/><w:tr>{cells}</w:tr></w:tbl><w:p/>"
        narrow, wide = (node.left, node.right) if node.share < 0.5 else (node.right, node.left)
        inside = f"<wps:txbx><w:txbxContent>{self.cell(narrow)}</w:txbxContent></wps:txbx>"
        shape = (
            f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp>{inside}</wps:wsp></w:drawing>'
            f"</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{self.cell(narrow)}</w:txbxContent></w:pict>"
            "</mc:Fallback></mc:AlternateContent>"
        )
        return f"<w:p><w:r>{shape}</w:r></w:p>{self.nodes(wide)}"

    def para(self, node: Para) -> str:
        if not node.text:
            return "<w:p/>"
        properties = ""
        if self.styled and node.kind in ("name", "head"):
            properties += f'<w:pStyle w:val="{"Title" if node.kind == "name" else "Heading1"}"/>'
        if node.kind == "item":
            properties += '<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        if node.right:
            properties += '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>'
        if node.center:
            properties += '<w:jc w:val="center"/>'
        runs = "".join(self.run(text, style, node.kind) for text, style in node.runs)
        if node.right:
            runs += f"<w:r><w:tab/></w:r>{self.run(node.right, '', 'p')}"
        gap = "<w:p/>" if node.gap and not self.styled else ""
        return f"{gap}<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"

    def run(self, text: str, style: str, kind: str) -> str:
        direct = "" if self.styled and kind in ("name", "head") else f'<w:sz w:val="{SIZES.get(kind, 20)}"/>'
        look = ("<w:b/>" if "b" in style else "") + ("<w:i/>" if "i" in style else "") + direct
        pieces = [text]
        if self.split and len(text) > 12:
            pieces = [text[:5], text[5:]]
        return "".join(
            f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>' for piece in pieces
        )


def docx(doc: Doc, seed) -> bytes:
    """Return the DOCX of a document."""
    word = _Word(seed)
    body = f"<w:document {W}><w:body>{word.nodes(doc.nodes)}<w:sectPr/></w:body></w:document>"
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": body, "word/styles.xml": STYLES}
    if doc.header:
        parts["word/header1.xml"] = f"<w:hdr {W}>{word.nodes(doc.header)}</w:hdr>"
    if doc.footer:
        parts["word/footer1.xml"] = f"<w:ftr {W}>{word.nodes(doc.footer)}</w:ftr>"
    return _zipped(parts)


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = (
    f'xmlns:office="{OFFICE}office:1.0" xmlns:text="{OFFICE}text:1.0" xmlns:table="{OFFICE}table:1.0" '
    f'xmlns:style="{OFFICE}style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
AUTOMATIC = (
    '<office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties '
    'fo:font-weight="bold"/></style:style><style:style style:name="I" style:family="text"><style:text-properties '
    'fo:font-style="italic"/></style:style><style:style style:name="H" style:family="paragraph"><style:text-properties '
    'fo:font-weight="bold" fo:font-size="14pt"/></style:style><style:style style:name="N" style:family="paragraph">'
    '<style:text-properties fo:font-weight="bold" fo:font-size="22pt"/></style:style></office:automatic-styles>'
)


def odt(doc: Doc, seed) -> bytes:
    """Return the ODT of a document."""
    pick = random.Random(f"odt {seed}")
    headings = pick.random() < 0.5
    body = "".join(_odt(node, headings) for node in [*doc.header, *doc.nodes, *doc.footer])
    content = (
        f"<office:document-content {NAMES}>{AUTOMATIC}<office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return _zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _odt(node, headings: bool) -> str:
    if isinstance(node, Columns):
        node = Table([[node.left, node.right]], (node.share, 1 - node.share))
    if isinstance(node, Table):
        rows = "".join(
            "<table:table-row>"
            + "".join(
                f"<table:table-cell>{''.join(_odt(part, headings) for part in cell)}</table:table-cell>" for cell in row
            )
            + "</table:table-row>"
            for row in node.rows
        )
        return f"<table:table>{rows}</table:table>"
    runs = "".join(_span(text, style) for text, style in node.runs)
    right = f"<text:tab/>{escape(node.right)}" if node.right else ""
    if node.kind == "item":
        return f"<text:list><text:list-item><text:p>{runs}</text:p></text:list-item></text:list>"
    if node.kind == "head" and headings:
        return f'<text:h text:style-name="H" text:outline-level="1">{runs}</text:h>'
    style = {"name": ' text:style-name="N"', "head": ' text:style-name="H"'}.get(node.kind, "")
    return ("<text:p/>" if node.gap else "") + f"<text:p{style}>{runs}{right}</text:p>"


def _span(text: str, style: str) -> str:
    name = "B" if "b" in style else "I" if "i" in style else ""
    return f'<text:span text:style-name="{name}">{escape(text)}</text:span>' if name else escape(text)


def _zipped(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()
