"""Résumés as Word documents and as plain text."""

import io
import zipfile
from xml.sax.saxutils import escape

from .resume_pdf import period

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

# Style id: name, size in half points, colour, bold, space before in twentieths of a point.
STYLES = {
    "Title": ("Title", 44, "1F4E5F", True, 0),
    "Subtitle": ("Subtitle", 22, "666666", False, 0),
    "Heading1": ("heading 1", 26, "1F4E5F", True, 240),
    "Heading2": ("heading 2", 21, "222222", True, 120),
    "Quiet": ("Quiet", 18, "666666", False, 0),
    "ListBullet": ("List Bullet", 20, "222222", False, 0),
    "Normal": ("Normal", 20, "222222", False, 40),
}


def outline(person):
    """Yield the résumé as pairs of style and text."""
    yield "Title", person.name
    yield "Subtitle", person.headline
    yield "Quiet", f"{person.email} | {person.phone} | {person.city}"
    yield "Quiet", person.linkedin
    yield "Heading1", "Summary"
    yield "Normal", person.summary
    yield "Heading1", "Professional Experience"
    for role in person.roles:
        yield "Heading2", f"{role.title}, {role.employer}"
        yield "Quiet", f"{period(role)}, {role.city}"
        for text in role.bullets:
            yield "ListBullet", text
    degree, school, start, end = person.education
    yield "Heading1", "Education"
    yield "Heading2", degree
    yield "Quiet", f"{school}, {start} – {end}"
    yield "Heading1", "Skills"
    yield "Normal", ", ".join(person.skills)
    yield "Heading1", "Languages"
    yield "Normal", ", ".join(f"{language} ({level})" for language, level in person.languages)


def resume_txt(person):
    """Return the résumé as UTF-8 text."""
    lines = []
    for style, text in outline(person):
        if style.startswith("Heading1"):
            lines += ["", text.upper()]
        else:
            lines.append(f"- {text}" if style == "ListBullet" else text)
    return "\n".join(lines).encode()


def resume_docx(person):
    """Return the résumé as a small, valid Word document."""
    paragraphs = "".join(_paragraph(style, text) for style, text in outline(person))
    body = f"{HEAD}<w:document {NS}><w:body>{paragraphs}<w:sectPr/></w:body></w:document>"
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationship("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relationship("styles", "styles.xml"),
        "word/document.xml": body,
        "word/styles.xml": _styles(),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            # A fixed date: the same person gives the same bytes.
            package.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _paragraph(style, text):
    bullet = "• " if style == "ListBullet" else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>'
        f'<w:t xml:space="preserve">{bullet}{escape(text)}</w:t></w:r></w:p>'
    )


def _styles():
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:pPr><w:spacing w:before="{before}" w:after="40"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>{"<w:b/>" if bold else ""}'
        f'<w:color w:val="{colour}"/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for key, (name, size, colour, bold, before) in STYLES.items()
    )
    return f"{HEAD}<w:styles {NS}>{made}</w:styles>"


def _content_types():
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/></Types>'
    )


def _relationship(kind, target):
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )
