"""Skills in grids and narrow columns, where a name is broken over lines, and skills set like headings."""

import io

import pytest
from pages import BOLD, PLAIN, prepare
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ats_extract import child
from ats_resume import Catalogue, parse

DUTY = "Planned the work of the whole group, wrote down every week what had been done and trained the young."
JOBS = (("Welder, Northwind Ltd", "2019 – 2024"), ("Fitter, Blue Fjord Ltd", "2012 – 2019"))


class Page:
    """A page with a name and a heading; lines are put where the test says."""

    def __init__(self, heading="Skills"):
        prepare()
        self._stream = io.BytesIO()
        self._canvas = Canvas(self._stream, pagesize=A4)
        self.y = 790
        self.say(60, "Mira Holt", 18, BOLD)
        self.y -= 24
        self.say(60, "mira.holt@mail.example, 0160 4472913")
        self.heading(heading)

    def heading(self, text):
        """Write the heading of a section."""
        self.y -= 26
        self.say(60, text, 14, BOLD)
        self.y -= 20

    def say(self, x, text, size=10, font=PLAIN):
        """Write at `x` on the line where the page is."""
        self._canvas.setFont(font, size)
        self._canvas.drawString(x, self.y, text)

    def grid(self, rows, pitch, width, *, line=13):
        """Write rows of cells, each with its lines divided by a stroke."""
        for row in rows:
            lines = [cell.split("/") for cell in row]
            for number in range(max(map(len, lines))):
                for place, cell in enumerate(lines):
                    if number < len(cell):
                        self.say(60 + width * place, cell[number])
                self.y -= line
            self.y -= pitch - line
        return self

    def read(self, *, catalogue=()):
        """Write jobs below all that and return the résumé."""
        self.heading("Experience")
        for title, dates in JOBS:
            for text in (title, dates, *[DUTY] * 3):
                self.say(60, text, font=BOLD if text is title else PLAIN)
                self.y -= 13
        self.heading("Languages")
        self.say(60, "English, German")
        return self.parsed(catalogue)

    def parsed(self, catalogue=()):
        """Return the résumé that the page holds so far."""
        self._canvas.save()
        answer = child.answer({"kind": "pdf", "pages": 5, "chars": 100_000}, self._stream.getvalue())
        return parse(answer["text"], layout=answer["layout"], catalogue=Catalogue(catalogue))


def listed(resume):
    return sorted(skill.name for skill in resume.listed_skills)


def test_cells_of_a_grid_that_break():
    rows = (
        ("Welding", "Pressure/vessel/testing", "Rigging", "Site/inspection"),
        ("Brazing of/copper", "Turning", "Milling", "Radiography"),
    )
    found = Page().grid(rows, 26, 76).read()
    told = ["Brazing of copper", "Milling", "Pressure vessel testing", "Radiography", "Rigging", "Site inspection"]
    assert listed(found) == [*told, "Turning", "Welding"]


def test_one_row_of_cells_shows_by_its_holes_that_they_break():
    found = Page().grid([("Welding", "Pressure/vessels", "Rigging", "Crane/operation")], 26, 82).read()
    assert listed(found) == ["Crane operation", "Pressure vessels", "Rigging", "Welding"]


def test_items_of_a_narrow_column_that_break():
    page, height = Page(), 790
    for number in range(26):  # a wide column beside it
        page.y = height - 14 * number
        text = {2: "Profile", 12: "Interests"}.get(number, DUTY[:50])
        page.say(240, text, 14 if len(text) < 10 else 10, BOLD if len(text) < 10 else PLAIN)
    page.y = 724
    page.grid([("Metal",), ("Pressure vessel/Examination",), ("Milling and turning",), ("Scaffolding",)], 24, 100)
    page.y = 400
    told = ["Metal", "Milling and turning", "Pressure vessel Examination", "Scaffolding"]
    assert listed(page.read()) == told


@pytest.mark.parametrize("pitch", [13, 30])
def test_rows_of_a_grid_are_not_joined(pitch):
    """Also where groups of rows stand apart, and where the last row is not full."""
    names = ("Welding", "Brazing", "Turning", "Milling", "Rigging", "Scaffolding", "Plumbing", "Tiling")
    page = Page().grid([names[:3], names[3:6]], 13, 130)
    page.y -= pitch - 13
    assert listed(page.grid([names[6:]], 13, 130).read()) == sorted(names)


def test_groups_of_a_list_are_not_joined():
    names = (
        "Pressure vessel testing",
        "Scaffolding",
        "Non-destructive testing",
        "Crane operation",
        "Surveying",
        "Tiling",
    )
    page = Page()
    for first in (0, 3):
        page.grid([(name,) for name in names[first : first + 3]], 13, 100)
        page.y -= 14
    assert listed(page.read()) == sorted(names)


def test_a_catalogue_knows_what_two_lines_of_a_cell_say():
    rows = (("Welding", "Pressure/vessels", "Rigging", "Turning"), ("Brazing", "Milling", "Tiling", "Site/inspection"))
    found = Page().grid(rows, 26, 82).read(catalogue=[("1", "Site Inspection", ()), ("2", "Pressure vessels", ())])
    assert {(skill.name, skill.span.quote) for skill in found.skills} == {
        ("Site Inspection", "Site inspection"),
        ("Pressure vessels", "Pressure vessels"),
    }
    [left, top, right, bottom] = next(skill.span.box for skill in found.skills if skill.key == "2")
    assert 140 < left < right < 224 and bottom - top > 20


def test_leavings_of_a_template_are_no_skills():
    page = Page().grid([("Welding",), ("falsefalsefalse",), ("undefined",), ("Turning",)], 20, 100)
    assert listed(page.read()) == ["Turning", "Welding"]


@pytest.mark.parametrize("below", [(), ("argon", "by hand")])
def test_skills_set_like_headings(below):
    page = Page("About me").grid([("Ashcombe",), ("Northshire",)], 16, 100)
    for name in ("Welding", "Pipe fitting", "Cranes"):
        page.heading(name)
        page.grid([(text,) for text in below], 13, 100)
    assert set(listed(page.read())) == {"Welding", "Pipe fitting", "Cranes", *below}


def test_sections_in_two_columns_below_headings_of_the_whole_width():
    """No line crosses the middle: the headings tell, because both columns go on level below each."""
    page = Page()
    sections = {
        "Skills": ("Welding|Brazing|Turning|Milling", "Rigging|Tiling|Plumbing||Surveying|Drafting|Carpentry"),
        "Languages": ("English|Native", "German|Fluent"),
        "Interests": ("Rowing|Rivers|Lakes", "Chess|Tents|Radio||Knots"),
    }
    for heading, columns in sections.items():
        if heading != "Skills":
            page.heading(heading)
        top = page.y
        ends = []
        for x, lines in zip((60, 300), columns, strict=True):
            page.y = top
            for text in lines.split("|"):
                page.say(x, text)
                page.y -= 13
            ends.append(page.y)
        page.y = min(ends)
    found = page.parsed()
    skills = "|".join(sections["Skills"]).replace("||", "|")
    assert listed(found) == sorted(skills.split("|"))
    assert [fact.detail for fact in found.languages] == ["en", "de"]


def test_a_skill_that_is_also_a_heading_stays_in_its_list():
    page = Page()
    for text in ("Welding", "MIG", "Leadership", "Rigging"):
        page.say(84, text, 14, BOLD)
        page.y -= 26
    assert listed(page.read()) == ["Leadership", "MIG", "Rigging", "Welding"]
    assert listed(parse("SKILLS\n- Welding\n- Leadership\n- Rigging\n")) == ["Leadership", "Rigging", "Welding"]


def test_rows_nearly_as_close_as_lines_are_rows():
    rows = (
        ("Crane operation", "Turning"),
        ("Pressure vessels and/Examination", "Milling"),
        ("Rigging of cranes", "Welding of pipes"),
        ("Surveying", "Tiling"),
    )
    found = Page().grid(rows, 16, 130, line=11.5).read()
    assert listed(found) == sorted(cell.replace("/", " ") for row in rows for cell in row)


def test_a_heading_with_an_icon_directly_below_a_list_ends_it():
    page = Page()
    for text, size, font in (("• Welding", 10, PLAIN), ("• Rigging", 10, PLAIN), ("★ Languages", 14, BOLD)):
        page.say(60, text, size, font)
        page.y -= 16
    page.grid([("Spanish",), ("fluent",)], 14, 100)
    found = page.read()
    assert listed(found) == ["Rigging", "Welding"]
    assert "es" in [fact.detail for fact in found.languages]
