"""Draws the résumés of `resumes.py` as PDF pages in layouts that differ in columns, order and type."""

from __future__ import annotations

import io
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from resumes import DEGREES, SKILLS, WORDS, Made

WIDTH, HEIGHT = A4
FONTS = "/usr/share/fonts/truetype/dejavu/DejaVuSans"
PLAIN, BOLD = "Sans", "Sans-Bold"
DUTIES = (
    "Planned the work of the whole group and wrote down every week what had been done, for whom and why.",
    "Cut the time from order to delivery by a third, together with the people of two other houses.",
)


def prepare() -> None:
    """Register the fonts with all the letters that the languages need."""
    registerFont(TTFont(PLAIN, f"{FONTS}.ttf"))
    registerFont(TTFont(BOLD, f"{FONTS}-Bold.ttf"))


@dataclass
class Column:
    """A place to write down: lines flow from `y` to the foot of the page."""

    canvas: Canvas
    x: float
    width: float
    y: float = HEIGHT - 60
    color: float = 0.0

    def line(self, text: str, *, size: float = 9.5, bold: bool = False, indent: float = 0, gap: float = 0) -> None:
        """Write a text, wrapped."""
        self.y -= gap
        font = BOLD if bold else PLAIN
        words, current = text.split(" "), ""
        for word in [*words, None]:
            tried = f"{current} {word}".strip() if word is not None else None
            if tried is None or stringWidth(tried, font, size) > self.width - indent:
                self._put(current, font, size, indent)
                current = word or ""
            else:
                current = tried

    def _put(self, text: str, font: str, size: float, indent: float) -> None:
        self.canvas.setFillGray(self.color)
        self.canvas.setFont(font, size)
        self.canvas.drawString(self.x + indent, self.y, text)
        self.y -= size * 1.3

    def right(self, text: str, *, size: float = 9.5) -> None:
        """Write at the right edge on the next line's baseline, without moving on."""
        self.canvas.setFillGray(self.color)
        self.canvas.setFont(PLAIN, size)
        self.canvas.drawRightString(self.x + self.width, self.y, text)

    def heading(self, text: str, *, size: float = 12.5) -> None:
        """Write a section heading."""
        self.line(text.upper(), size=size, bold=True, gap=10)
        self.y -= 2

    def bullets(self) -> None:
        """Write two duties as a list."""
        for duty in DUTIES:
            self.line(f"• {duty}", indent=8)


def periods(made: Made) -> list[tuple[str, str, str]]:
    """Return employer, title and the written period of each job."""
    _work, _education, _skills, _languages, present, month, _label = WORDS[made.language]
    return [
        (company, title, f"{month.format(start[:4])} – {present if end == 'present' else month.format(end[:4])}")
        for company, title, start, end in made.jobs
    ]


def draw(made: Made, layout: str) -> bytes:
    """Return the PDF of a résumé."""
    prepare()
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    LAYOUTS[layout](canvas, made)
    canvas.save()
    return buffer.getvalue()


def _contact(column: Column, made: Made) -> None:
    column.line(made.email)
    column.line(f"{WORDS[made.language][6]}: {made.phone}")


def _name(column: Column, made: Made) -> None:
    column.line(made.name, size=22, bold=True)
    column.y -= 6


def _school(column: Column, made: Made, *, dates_right: bool = False) -> None:
    column.heading(WORDS[made.language][1])
    if dates_right:
        column.right("2010 – 2014")
    column.line(made.school, bold=True)
    column.line(DEGREES[made.language])
    if not dates_right:
        column.line("2010 – 2014")


def _skills(column: Column, made: Made, *, listed: bool) -> None:
    column.heading(WORDS[made.language][2])
    for skill in SKILLS if listed else [", ".join(SKILLS)]:
        column.line(skill)
    column.heading(WORDS[made.language][3])
    for language in ("English", "Deutsch"):
        column.line(language)


def dates_right(canvas: Canvas, made: Made) -> None:
    """One column, title in bold, dates at the right edge, employer below."""
    column = Column(canvas, 50, WIDTH - 100)
    _name(column, made)
    _contact(column, made)
    column.heading(WORDS[made.language][0])
    for company, title, dates in periods(made):
        column.right(dates)
        column.line(title, bold=True)
        column.line(company)
        column.bullets()
        column.y -= 8
    _school(column, made, dates_right=True)
    _skills(column, made, listed=False)


def employer_bold(canvas: Canvas, made: Made) -> None:
    """One column, employer larger, title and dates on the next line."""
    column = Column(canvas, 60, WIDTH - 120)
    _name(column, made)
    column.line(f"{made.email} | {made.phone}")
    column.heading(WORDS[made.language][0])
    for company, title, dates in periods(made):
        column.line(company, bold=True, size=11, gap=6)
        column.line(f"{title} | {dates}")
        column.bullets()
    _school(column, made)
    _skills(column, made, listed=False)


def dates_left(canvas: Canvas, made: Made) -> None:
    """Dates in a narrow column at the left of each job."""
    column = Column(canvas, 190, WIDTH - 240)
    _name(column, made)
    _contact(column, made)
    column.heading(WORDS[made.language][0])
    for company, title, dates in periods(made):
        beside = Column(canvas, 50, 130, column.y)
        beside.line(dates, size=8.5)
        column.line(title, bold=True)
        column.line(company)
        column.bullets()
        column.y -= 8
    _school(column, made)
    _skills(column, made, listed=False)


def sidebar_right(canvas: Canvas, made: Made) -> None:
    """Contact, skills and languages in a column at the right."""
    main, side = Column(canvas, 40, 330), Column(canvas, 400, 155, HEIGHT - 71)
    _name(main, made)
    main.heading(WORDS[made.language][0])
    for company, title, dates in periods(made):
        main.line(company, bold=True, gap=6)
        main.line(title)
        main.line(dates, size=8.5)
        main.bullets()
    _school(main, made)
    side.line(made.email, size=8)
    side.line(made.phone)
    _skills(side, made, listed=True)


def sidebar_dark(canvas: Canvas, made: Made) -> None:
    """White on dark at the left; the work goes on on a second page."""
    canvas.setFillGray(0.15)
    canvas.rect(0, 0, 190, HEIGHT, fill=1, stroke=0)
    side, main = Column(canvas, 25, 150, color=1.0), Column(canvas, 215, 340)
    _name(side, made)
    side.line(made.email, size=7.5)
    side.line(made.phone)
    _skills(side, made, listed=True)
    main.heading(WORDS[made.language][0])
    for number, (company, title, dates) in enumerate(periods(made)):
        if number:
            canvas.showPage()
            main = Column(canvas, 215, 340)
        main.line(title, bold=True, gap=6)
        main.line(f"{company}, {dates}")
        main.bullets()
    _school(main, made)


def typewriter(canvas: Canvas, made: Made) -> None:
    """One size and weight for everything; dates first."""
    column = Column(canvas, 60, WIDTH - 120)
    column.line(made.name)
    _contact(column, made)
    column.line(WORDS[made.language][0], gap=14)
    for company, title, dates in periods(made):
        column.line(dates, gap=10)
        column.line(f"{title}, {company}")
        column.bullets()
    column.line(WORDS[made.language][1], gap=14)
    column.line(made.school, gap=10)
    column.line(DEGREES[made.language])
    column.line("2010 – 2014")
    column.line(WORDS[made.language][2], gap=14)
    column.line(", ".join(SKILLS))
    column.line(WORDS[made.language][3], gap=14)
    column.line("English, Deutsch")


LAYOUTS = {
    function.__name__: function
    for function in (dates_right, employer_bold, dates_left, sidebar_right, sidebar_dark, typewriter)
}
