"""The parser on PDF pages drawn here: columns, side bars, dates left and right, eight languages."""

import io

import pytest
from pages import LAYOUTS, Column, draw, prepare
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from resumes import SKILLS, WORDS, make

from ats_extract import child
from ats_resume import parse


def read(made, layout):
    answer = child.answer({"kind": "pdf", "pages": 30, "chars": 200_000}, draw(made, layout))
    assert answer["state"] == "done" and not answer["layout"]["hidden"]
    return answer


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", WORDS)
def test_reads_every_layout_in_every_language(language, layout):
    made = make(language, "employer_first", len(layout))
    answer = read(made, layout)
    resume = parse(answer["text"], layout=answer["layout"], region="PT" if language == "pt" else "")
    assert resume.name.value == made.name
    assert (resume.email.value, resume.phone.detail) == (made.email, made.e164)
    assert [(job.organisation, job.title, job.start, job.end) for job in resume.work] == list(made.jobs)
    [course] = resume.education
    assert (course.organisation, course.title, course.start, course.end) == (made.school, made.degree, "2010", "2014")
    assert [skill.name for skill in resume.listed_skills] == list(SKILLS)
    assert [fact.detail for fact in resume.languages] == ["en", "de"]


def test_every_fact_has_its_place_on_the_page():
    made = make("en", "employer_first", 1)
    answer = read(made, "sidebar_dark")
    resume = parse(answer["text"], layout=answer["layout"])
    first, second = resume.work
    assert (first.span.page, second.span.page) == (1, 2)
    left, top, right, bottom = resume.email.span.box
    assert 20 < left < right < 190 and 0 < top < bottom < 200
    assert resume.skills == () and all(skill.span.box for skill in resume.listed_skills)


def test_same_text_without_looks_is_still_read():
    made = make("fr", "employer_first", 2)
    answer = read(made, "employer_bold")
    resume = parse(answer["text"])
    assert resume.name.value == made.name
    assert [job.end for job in resume.work] == ["present", "2020-03"]


def test_columns_on_one_grid_of_lines_are_no_table():
    """Both columns have the same size and leading, so that their lines stand level all over the page."""
    prepare()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    left = "COMPÉTENCES|Tournage|Brasage|Soudure|Polissage|LANGUES|Français|Anglais|Espagnol|Breton|LOISIRS|Aviron"
    left += "|Voile|Escalade|Cuisine|Lecture|Jardin|Radio"
    right = (
        "||PROFIL||Je répare ce que d'autres jettent.||EXPÉRIENCE||Soudeur|Duval, août 2021 – mai 2023||"
        "Toute la charpente du pont.||Tourneur|Hamel, juin 2018 – juillet 2021||Des pièces en laiton."
    )
    canvas.setFont("Sans-Bold", 18)
    canvas.drawString(50, 790, "Luce Ferrand")
    for x, lines in ((50, left), (230, right)):
        for number, text in enumerate(lines.split("|")):
            canvas.setFont("Sans-Bold" if text.isupper() or text in ("Soudeur", "Tourneur") else "Sans", 10)
            canvas.drawString(x, 750 - 13 * number, text)
    canvas.save()
    answer = child.answer({"kind": "pdf", "pages": 5, "chars": 100_000}, stream.getvalue())
    resume = parse(answer["text"], layout=answer["layout"])
    assert [(job.organisation, job.title) for job in resume.work] == [("Duval", "Soudeur"), ("Hamel", "Tourneur")]
    assert [skill.name for skill in resume.listed_skills] == ["Tournage", "Brasage", "Soudure", "Polissage"]
    assert [fact.detail for fact in resume.languages][:3] == ["fr", "en", "es"]


def test_labels_in_painted_boxes_are_items_of_their_own():
    prepare()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    column = Column(canvas, 50, 480)
    column.line("Luce Ferrand", bold=True, size=18)
    column.line("Skills", bold=True, size=13, gap=8)
    x = 50
    for label in ("Turbine Repair", "Brazing", "Latin Dance", "C#"):
        width = stringWidth(label, "Sans", 10) + 6
        canvas.setFillGray(0.8)
        canvas.rect(x, column.y - 4, width, 15, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont("Sans", 10)
        canvas.drawString(x + 3, column.y, label)
        x += width + 1
    column.line("Languages", bold=True, size=13, gap=26)
    column.line("French, English")
    canvas.save()
    answer = child.answer({"kind": "pdf", "pages": 5, "chars": 100_000}, stream.getvalue())
    resume = parse(answer["text"], layout=answer["layout"])
    assert [skill.name for skill in resume.listed_skills] == ["Turbine Repair", "Brazing", "Latin Dance", "C#"]


def test_heading_centred_in_the_margin_of_its_section():
    prepare()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setFont("Sans-Bold", 18)
    canvas.drawString(50, 790, "Luce Ferrand")
    text = (
        "Luce répare ce que d'autres jettent, à Lyon et ailleurs.|Elle lit les plans et forme les apprentis.||"
        "Soudeuse, Duval SARL|2021 – 2023|La charpente du pont.|Tourneuse, Hamel SAS|2018 – 2020|Des pièces en laiton."
        "||Français|Anglais"
    )
    canvas.setFont("Sans", 10)
    for number, line in enumerate(text.split("|")):
        canvas.drawString(170, 750 - 13 * number, line)
    canvas.setFont("Sans-Bold", 11)
    for middle, label in ((0.5, "Profil"), (5.5, "Expérience"), (10.5, "Langues")):
        canvas.drawString(50, 750 - 13 * middle, label)
    canvas.save()
    answer = child.answer({"kind": "pdf", "pages": 5, "chars": 100_000}, stream.getvalue())
    resume = parse(answer["text"], layout=answer["layout"])
    assert [(job.organisation, job.title) for job in resume.work] == [
        ("Duval SARL", "Soudeuse"),
        ("Hamel SAS", "Tourneuse"),
    ]
    assert [fact.detail for fact in resume.languages] == ["fr", "en"]


def test_names_of_schools_that_a_cell_breaks_beside_other_cells():
    prepare()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    rows = (
        (790, "Mira Holt", "", "", 18),
        (766, "mira.holt@mail.example", "", "", 10),
        (730, "EDUCATION", "", "", 13),
        (708, "Northern College for", "2016 – 2019", "Honours for the best paper of", 10),
        (696, "Metalwork and", "", "the year about old bridges", 10),
        (684, "Shipbuilding", "", "", 10),
        (660, "Ashcombe School of", "2012 – 2015", "Head of the rowing club and", 10),
        (648, "Engineering", "", "of the library of the house", 10),
        (610, "EXPERIENCE", "", "", 13),
        (588, "Welder, Northwind Ltd", "2019 – 2024", "", 10),
        (
            576,
            "Welded the frames of bridges, cranes and of the sheds beside the harbour of the town.",
            "",
            "",
            10,
        ),
    )
    for y, first, dates, last, size in rows:
        canvas.setFont("Sans-Bold" if size > 10 else "Sans", size)
        canvas.drawString(60, y, first)
        canvas.setFont("Sans", 10)
        canvas.drawString(175, y, dates)
        canvas.drawString(300, y, last)
    canvas.save()
    answer = child.answer({"kind": "pdf", "pages": 5, "chars": 100_000}, stream.getvalue())
    courses = parse(answer["text"], layout=answer["layout"]).education
    assert [(course.organisation, course.start) for course in courses] == [
        ("Northern College for Metalwork and Shipbuilding", "2016"),
        ("Ashcombe School of Engineering", "2012"),
    ]
