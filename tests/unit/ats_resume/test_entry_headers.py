"""Headers of jobs in six more shapes: places beside names, dates in brackets, employers that are no words of trade."""

import io
import random

import pytest
from pages import Column, prepare
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from resumes import WORDS

from ats_extract import child
from ats_resume import parse

TITLES = {
    "en": ("Staff Software Engineer", "Growth Lead", "Head of People"),
    "de": ("Einkäuferin", "Projektingenieur", "Leiter Logistik"),
    "fr": ("Chargé de clientèle", "Ingénieure qualité", "Chef de rayon"),
    "es": ("Jefa de proyecto", "Contable", "Dependiente"),
    "it": ("Addetto vendite", "Responsabile acquisti", "Grafica"),
    "pl": ("Specjalista ds. zakupów", "Księgowa", "Kierowca"),
    "nl": ("Accountmanager", "Verpleegkundige", "Inkoper"),
    "pt": ("Analista de sistemas", "Enfermeira", "Gerente de vendas"),
}
EMPLOYERS = ("Orange", "Müller & Söhne", "Blue Fjord Bakery", "Telco Nova S.A.", "Café Lumière", "Kontur")
TOWNS = ("Austin, TX", "Berlin, Germany", "Lyon, France", "Remote")
STORY = "We made things that people use every day and I kept them running through the night and the weekends."


def places_right(column, employer, title, dates, town):
    column.right(town)
    column.line(employer, bold=True)
    column.right(dates)
    column.line(title)
    column.bullets()
    column.y -= 6


def one_line(column, employer, title, dates, _town):
    column.right(dates)
    column.line(f"{title}, {employer}", bold=True)
    column.line(STORY)
    column.bullets()
    column.y -= 6


def dates_above(column, employer, title, dates, town):
    column.line(dates, size=8)
    column.line(title, bold=True, size=11)
    column.line(f"{employer} · {town}")
    column.bullets()
    column.y -= 8


def three_lines(column, employer, title, dates, town):
    column.line(title, bold=True, size=11, gap=6)
    column.line(employer, size=10)
    column.line(f"{dates} | {town}", size=8)
    column.y -= 4
    column.bullets()


def dash(column, employer, title, dates, _town):
    column.line(f"{employer} — {title}", bold=True, gap=4)
    column.line(dates)
    column.line(STORY)


def brackets(column, employer, title, dates, town):
    column.line(f"{title} ({dates})", bold=True, gap=4)
    column.line(f"{employer}, {town}")
    column.bullets()


def page(language, shape, seed):
    """Return a PDF and its jobs."""
    prepare()
    pick = random.Random(f"{language}{shape.__name__}{seed}")
    work, education, _skills, _languages, present, month, _label = WORDS[language]
    employers, years = pick.sample(EMPLOYERS, 3), (2021, 2017, 2014)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    column = Column(canvas, 50, A4[0] - 100)
    column.line("Jana Kowalska", size=22, bold=True)
    column.y -= 8
    column.line("jana.kowalska@mail.example | Berlin, Germany")
    column.heading(work)
    jobs = []
    for number, title in enumerate(TITLES[language]):
        end = month.format(years[number - 1]) if number else present
        shape(column, employers[number], title, f"{month.format(years[number])} – {end}", pick.choice(TOWNS))
        last = f"{years[number - 1]}-03" if number else "present"
        jobs.append((employers[number], title, f"{years[number]}-03", last))
    column.heading(education)
    column.line("Universität Leipzig", bold=True)
    column.line("Master of Arts, History")
    column.line("2008 – 2013")
    canvas.save()
    return buffer.getvalue(), jobs


@pytest.mark.parametrize("shape", [places_right, one_line, dates_above, three_lines, dash, brackets])
@pytest.mark.parametrize("language", WORDS)
def test_employer_and_title_in_every_shape(language, shape):
    data, jobs = page(language, shape, 0)
    answer = child.answer({"kind": "pdf", "pages": 30, "chars": 200_000}, data)
    resume = parse(answer["text"], layout=answer["layout"])
    assert [(job.organisation, job.title, job.start, job.end) for job in resume.work] == jobs
    [course] = resume.education
    assert (course.organisation, course.title, course.area) == ("Universität Leipzig", "Master of Arts", "History")
    assert resume.city.value == "Berlin"


@pytest.mark.parametrize("title", ["Primer Boxer", "Biologiste médical", "Winzer", "Compensation Manager"])
def test_title_below_employer_town_and_dates(title):
    text = (
        f"Work Experience\n\nHale PLC\nNew Aldham\nMarch 2023 – present\n{title}\nBread is what people eat every day.\n"
    )
    (job,) = parse(text).work
    assert (job.organisation, job.title) == ("Hale PLC", title)


def test_title_and_employer_that_have_the_shape_of_a_place():
    prepare()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    column = Column(canvas, 50, 480)
    column.line("Mara Lindqvist", bold=True, size=18)
    column.line("Work Experience", bold=True, size=13, gap=8)
    for header in ("Kontur Inc, Plate Washer", "Kontur Nova, Software Engineer", "Blue Fjord Ltd, Junior Developer"):
        column.right("2018-06 — 2021-02")
        column.line(header, bold=True, gap=6)
        column.line("Builder of products from the first sketch")
        column.line(STORY)
    canvas.save()
    answer = child.answer({"kind": "pdf", "pages": 5, "chars": 100_000}, stream.getvalue())
    jobs = parse(answer["text"], layout=answer["layout"]).work
    assert [(job.organisation, job.title) for job in jobs] == [
        ("Kontur Inc", "Plate Washer"),
        ("Kontur Nova", "Software Engineer"),
        ("Blue Fjord Ltd", "Junior Developer"),
    ]


def test_headline_that_a_line_breaks_is_no_heading():
    prepare()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    column = Column(canvas, 50, 300)
    column.line("Mara Lindqvist", bold=True, size=24)
    column.line("Full Stack Software Engineer of Boats", size=20)
    for _line in range(4):
        column.line(STORY)
    column.line("Work Experience", size=16, gap=8)
    column.line("Kontur Inc", bold=True)
    column.line("Boatbuilder")
    column.line("2018-06 — 2021-02")
    column.line(STORY)
    canvas.save()
    answer = child.answer({"kind": "pdf", "pages": 5, "chars": 100_000}, stream.getvalue())
    resume = parse(answer["text"], layout=answer["layout"])
    assert [job.organisation for job in resume.work] == ["Kontur Inc"]
    assert resume.listed_skills == ()
