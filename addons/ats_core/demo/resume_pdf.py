"""Résumés as PDF in three designs. Takes a person and font files, returns bytes."""

import io
from dataclasses import replace
from functools import lru_cache
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    HRFlowable,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

INKS = ("#1f4e5f", "#7a3e48", "#2f5d3a", "#3b3f6b", "#8a5a19", "#404040")
DESIGNS = ("classic", "sidebar", "lines")
INK = HexColor("#222222")
GREY = HexColor("#666666")
SIDE = 62 * mm


@lru_cache
def fonts(folder, family):
    """Register a family of Odoo's web fonts once; return the names of regular and bold."""
    names = (f"Demo-{family}", f"Demo-{family}-Bold")
    for name, cut in zip(names, ("Regular", "Bold"), strict=True):
        pdfmetrics.registerFont(TTFont(name, f"{folder}/{family}/{family}-{cut}.ttf"))
    return names


def resume_pdf(person, rng, folder):
    """Return a résumé of the person, in a design that the dice choose."""
    person = _escaped(person)
    design = rng.choice(DESIGNS)
    family = {"classic": "Open_Sans", "sidebar": "Roboto", "lines": "Montserrat"}[design]
    style = Style(*fonts(folder, family), HexColor(rng.choice(INKS)))
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=A4,
        title=f"Résumé of {person.name}",
        author=person.name,
        leftMargin=0,
        rightMargin=0,
        topMargin=0,
        bottomMargin=0,
    )
    {"classic": _classic, "sidebar": _sidebar, "lines": _lines}[design](document, person, style)
    return buffer.getvalue()


def _escaped(person):
    """Return the person with texts in which reportlab sees no markup."""
    roles = [
        replace(role, employer=escape(role.employer), bullets=[escape(text) for text in role.bullets])
        for role in person.roles
    ]
    return replace(
        person, headline=escape(person.headline), skills=[escape(skill) for skill in person.skills], roles=roles
    )


class Style:
    """Paragraph styles of one résumé."""

    def __init__(self, regular, bold, accent):
        self.accent = accent

        def style(name, font, size, colour=INK, **more):
            return ParagraphStyle(name, fontName=font, fontSize=size, leading=size * 1.36, textColor=colour, **more)

        self.name = style("name", bold, 22, accent, spaceAfter=2)
        self.headline = style("headline", regular, 11.5, GREY, spaceAfter=6)
        self.heading = style("heading", bold, 11, accent, spaceBefore=11, spaceAfter=3)
        self.role = style("role", bold, 10, spaceBefore=5)
        self.dates = style("dates", regular, 8.8, GREY)
        self.dates_right = style("dates_right", regular, 8.8, GREY, alignment=TA_RIGHT)
        self.text = style("text", regular, 9.4)
        # With the standard font, reportlab writes a code for the bullet that most readers have no letter for.
        self.bullet = style("bullet", regular, 9.4, leftIndent=10, bulletIndent=1, bulletFontName=regular)
        self.side_head = style("side_head", bold, 10.5, HexColor("#ffffff"), spaceBefore=13, spaceAfter=3)
        self.side_text = style("side_text", regular, 8.8, HexColor("#f4f4f4"), spaceAfter=1.5)
        self.side_name = style("side_name", bold, 18, HexColor("#ffffff"), spaceAfter=4)


def period(role):
    """Return the years of a station as people write them."""
    end = f"{role.end:%m/%Y}" if role.end else "present"
    return f"{role.start:%m/%Y} – {end}"


def _contact(person):
    return (person.email, person.phone, person.city, person.linkedin.removeprefix("https://www."))


def _experience(person, style):
    flow = []
    for role in person.roles:
        flow.append(Paragraph(f"{role.title}, {role.employer}", style.role))
        flow.append(Paragraph(f"{period(role)} · {role.city}", style.dates))
        flow += [Paragraph(text, style.bullet, bulletText="•") for text in role.bullets]
    return flow


def _education(person, style):
    degree, school, start, end = person.education
    return [Paragraph(degree, style.role), Paragraph(f"{school}, {start} – {end}", style.dates)]


def _languages(person):
    return [f"{language} ({level})" for language, level in person.languages]


def _one_frame(document, margin=19 * mm):
    width, height = A4
    frame = Frame(margin, 14 * mm, width - 2 * margin, height - 28 * mm, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame]))


def _classic(document, person, style):
    _one_frame(document)
    flow = [
        Paragraph(person.name, style.name),
        Paragraph(person.headline, style.headline),
        Paragraph(" · ".join(_contact(person)), style.dates),
        HRFlowable(width="100%", thickness=1.2, color=style.accent, spaceBefore=6, spaceAfter=2),
        Paragraph("Profile", style.heading),
        Paragraph(person.summary, style.text),
        Paragraph("Work Experience", style.heading),
        *_experience(person, style),
        Paragraph("Education", style.heading),
        *_education(person, style),
        Paragraph("Skills", style.heading),
        Paragraph(", ".join(person.skills), style.text),
        Paragraph("Languages", style.heading),
        Paragraph(", ".join(_languages(person)), style.text),
    ]
    document.build(flow)


def _sidebar(document, person, style):
    width, height = A4

    def paint(canvas, _document):
        canvas.setFillColor(style.accent)
        canvas.rect(0, 0, SIDE, height, stroke=0, fill=1)

    side = Frame(7 * mm, 12 * mm, SIDE - 13 * mm, height - 26 * mm, 0, 0, 0, 0)
    main = Frame(SIDE + 9 * mm, 12 * mm, width - SIDE - 23 * mm, height - 26 * mm, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [side, main], onPage=paint))
    left = [Paragraph(person.name, style.side_name), Paragraph(person.headline, style.side_text)]
    for heading, items in (
        ("Contact", _contact(person)),
        ("Skills", person.skills),
        ("Languages", _languages(person)),
    ):
        left.append(Paragraph(heading, style.side_head))
        left += [Paragraph(item, style.side_text) for item in items]
    right = [
        Paragraph("Profile", style.heading),
        Paragraph(person.summary, style.text),
        Paragraph("Experience", style.heading),
        *_experience(person, style),
        Paragraph("Education", style.heading),
        *_education(person, style),
    ]
    document.build([*left, FrameBreak(), *right])


def _lines(document, person, style):
    _one_frame(document, 16 * mm)
    width = A4[0] - 32 * mm

    def row(left, right):
        return Table(
            [[left, right]],
            colWidths=[38 * mm, width - 38 * mm],
            style=[
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (0, -1), 8),
                ("TOPPADDING", (0, 0), (-1, -1), 5),
                ("LINEABOVE", (0, 0), (-1, 0), 0.4, GREY),
            ],
        )

    flow = [
        Paragraph(person.name, style.name),
        Paragraph(person.headline, style.headline),
        *(Paragraph(item, style.dates) for item in _contact(person)),
        Spacer(1, 10),
        row(Paragraph("About me", style.heading), Paragraph(person.summary, style.text)),
        Paragraph("Employment", style.heading),
    ]
    for role in person.roles:
        body = [Paragraph(f"{role.title}, {role.employer}", style.role)]
        body += [Paragraph(text, style.bullet, bulletText="–") for text in role.bullets]
        flow.append(row(Paragraph(period(role), style.dates_right), body))
    degree, school, start, end = person.education
    flow += [
        Paragraph("Education", style.heading),
        row(
            Paragraph(f"{start} – {end}", style.dates_right),
            [Paragraph(degree, style.role), Paragraph(school, style.text)],
        ),
        Paragraph("Skills", style.heading),
        Paragraph(" · ".join(person.skills), style.text),
        Paragraph("Languages", style.heading),
        Paragraph(" · ".join(_languages(person)), style.text),
    ]
    document.build(flow)
