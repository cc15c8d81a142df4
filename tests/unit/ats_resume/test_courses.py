"""Courses whose header is broken, glued, undated words of no list, or divided by commas only."""

import io

import pytest
from pages import HEIGHT, Column, prepare
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ats_extract import child
from ats_resume import parse
from ats_resume.course_parts import split_degree
from ats_resume.courses import _without_echoes
from ats_resume.model import Entry, Span
from ats_resume.roles import area_score, begins_with_degree

JOB = "Work Experience\n\nBaker, Blue Fjord Bakery\n2012 - 2015\nKept the ovens running through the night.\n\n"


def drawn(write):
    """Return what is read of a page with one job and the courses that `write` draws."""
    prepare()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    column = Column(canvas, 50, 300, HEIGHT - 60)
    column.line("Mara Lindqvist", bold=True, size=20)
    column.line("mara.lindqvist@example.org", gap=6)
    column.line("Work Experience", bold=True, size=15, gap=10)
    column.line("Baker", bold=True, size=13, gap=4)
    column.line("Blue Fjord Bakery")
    column.line("2012 - 2015")
    for _line in range(4):
        column.line("Kept the ovens running through the night, and the shop open through the day.")
    column.line("Education", bold=True, size=15, gap=10)
    write(column)
    canvas.save()
    answer = child.answer({"kind": "pdf", "pages": 5, "chars": 100_000}, stream.getvalue())
    return parse(answer["text"], layout=answer["layout"]).education


def courses(resume):
    return [(entry.organisation, entry.title, entry.area, entry.start, entry.end) for entry in resume]


@pytest.mark.parametrize(
    "school, degree",
    [
        ("Fachhochschule für Papierverarbeitung und Drucktechnik Oberau", "Bachelor of Arts"),
        ("Open University of the Northern Lowlands and Islands", "Master of Science"),
        ("Ecole Nationale des Arts du Papier et du Livre de Rochebrune", "Licence professionnelle"),
    ],
)
def test_name_in_large_type_that_a_column_breaks(school, degree):
    def write(column):
        column.line(school, bold=True, size=14, gap=4)
        column.line(degree)
        column.line("2008 - 2011")

    assert courses(drawn(write))[0][:2] == (school, degree)


@pytest.mark.parametrize("tail", ["Physics, Master of Science", "Master of Science, Physics"])
def test_degree_and_area_in_either_order(tail):
    assert split_degree(tail, "") == ("Master of Science", "Physics")


def test_two_degrees_stand_together():
    assert split_degree("Music & Physics, BA Music, BS Physics", "") == ("BA Music, BS Physics", "Music & Physics")


def test_school_known_by_its_initials_only():
    text = JOB + "Education\n\nInformatik, Bachelor of Engineering, KHBW\nAug, 2010 - Aug, 2013\n"
    assert courses(parse(text).education) == [
        ("KHBW", "Bachelor of Engineering", "Informatik", "2010-08", "2013-08"),
    ]


def test_school_keeps_the_country_behind_it():
    text = JOB + "Education\n\nPhysics, Bachelor of Science, Harbour University, Vilarinho, Portugal\n2010 - 2013\n"
    assert courses(parse(text).education)[0][:3] == (
        "Harbour University, Vilarinho, Portugal",
        "Bachelor of Science",
        "Physics",
    )


def test_kind_of_school_is_also_what_it_ends_with():
    def write(column):
        for school, degree, dates in (
            ("Bildungshaus der Gilde", "Vorkurs", "08/2021 – 08/2025"),
            ("Sekundarschule Oberau", "Sekundarschule", "08/2018 – 08/2021"),
        ):
            column.line(school, bold=True, gap=6)
            column.line(degree)
            column.line(dates)

    assert [course[:2] for course in courses(drawn(write))] == [
        ("Bildungshaus der Gilde", "Vorkurs"),
        ("Sekundarschule Oberau", "Sekundarschule"),
    ]


def test_subjects_of_a_course_do_not_end_the_section():
    text = (
        JOB
        + "Education\n\nHarbour University 2015-09-01 — 2017-06-30\nMaster of Science\nCourses\n- Statics\n- Acoustics"
        "\n\nLowland College 2012-09-01 — 2015-06-15\nBachelor of Science\nCourses\n- Algebra\n\nSkills\n\nSQL, Excel\n"
    )
    assert [course[0] for course in courses(parse(text).education)] == ["Harbour University", "Lowland College"]


def test_courses_after_other_sections_are_a_section():
    text = JOB + "Education\n\nHarbour University 2015 - 2017\nMaster of Science\n\nCourses\n\nFirst aid\nWelding\n"
    assert [course[0] for course in courses(parse(text).education)] == ["Harbour University"]


def test_texts_that_lost_their_blanks():
    text = (
        JOB + "Education\n\nInformatikAugust 2010August 2013\nHarbour UniversityBachelor of Engineering\n\n"
        "MathematikSeptember 2008Juli 2010\nKHBWMaster of Arts\n"
    )
    assert courses(parse(text).education) == [
        ("Harbour University", "Bachelor of Engineering", "Informatik", "2010-08", "2013-08"),
        ("KHBW", "Master of Arts", "Mathematik", "2008-09", "2010-07"),
    ]


def test_duration_glued_to_its_year():
    text = "Work Experience\n\n- Baker, Blue Fjord Bakery GmbH\n\nApr, 2015 - Oct, 20216 years 6 months\n\nBread.\n"
    (job,) = parse(text).work
    assert (job.organisation, job.title, job.start, job.end) == (
        "Blue Fjord Bakery GmbH",
        "Baker",
        "2015-04",
        "2021-10",
    )


def test_town_glued_to_its_employer():
    text = "Work Experience\n\nBaker\nBlue Fjord GmbHSeedorf\n2012 - 2015\n\nBread.\n"
    assert parse(text).work[0].organisation == "Blue Fjord GmbH"


def test_words_glued_in_names_stay():
    text = "Work Experience\n\nBaker\nYourFjord BakeHouse\n2012 - 2015\n\nBread.\n"
    assert parse(text).work[0].organisation == "YourFjord BakeHouse"


@pytest.mark.parametrize(
    "area",
    ["Betriebswirtschaftslehre", "Natuurkunde", "Informatyka", "Ingegneria edile", "Gestão", "Droit", "Enfermería"],
)
def test_fields_of_study(area):
    assert area_score(area) == 1


@pytest.mark.parametrize(
    "text, answer", [("Bachelor of Arts", True), ("BA Music", True), ("Basel", False), ("Bat", False)]
)
def test_what_begins_with_a_degree(text, answer):
    assert begins_with_degree(text) is answer


def test_entry_in_the_type_of_headings_is_no_heading():
    def write(column):
        column.line("Drucktechnik, Hochschule Oberau", bold=True, size=15, gap=10)
        column.line("2008 - 2011")

    assert courses(drawn(write))[0][0] == "Hochschule Oberau"


def test_kind_of_school_and_its_name_in_two_lines():
    def write(column):
        column.line("2008 - 2011", bold=True, gap=6)
        column.line("Fachhochschule", bold=True, size=10.5)
        column.line("Oberau", bold=True, size=10.5)
        column.line("Bachelor of Arts")

    assert courses(drawn(write))[0][:2] == ("Fachhochschule Oberau", "Bachelor of Arts")


def test_degree_behind_a_gap_belongs_to_the_course_above():
    def write(column):
        for school, degree in (("Gymnasium Oberau", "Abitur"), ("Realschule Seedorf", "Mittlere Reife")):
            column.right("1994-10 — 1999-07")
            column.line(school, bold=True, gap=16)
            column.line(degree, gap=16)

    assert [course[:2] for course in courses(drawn(write))] == [
        ("Gymnasium Oberau", "Abitur"),
        ("Realschule Seedorf", "Mittlere Reife"),
    ]


def _course(school, degree, start, end):
    return Entry("education", degree, school, "", start, end, "", 0.8, Span(0, 0, ""))


def test_a_school_with_a_lone_date_beside_its_degree_is_said_once():
    echo, full = _course("Gimnazija Oberau", "", "", "1990"), _course("Gimnazija Oberau", "Abitur", "1990", "1994")
    other = _course("Lyceum", "", "", "1986")
    assert _without_echoes([echo, full, other]) == [full, other]


def test_a_school_visited_twice_stays_twice():
    first, second = _course("Lyceum", "", "1980", "1984"), _course("Lyceum", "Matura", "1986", "1990")
    assert _without_echoes([first, second]) == [first, second]
