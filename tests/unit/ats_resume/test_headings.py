"""Headings that no list holds, in parts, spaced out or marked; lists that are only layout; certificates."""

import pytest

from ats_extract import child
from ats_resume import parse
from ats_resume.dates import find_range
from ats_resume.headers import unlisted
from ats_resume.sections import heading_kind
from ats_resume.text import Text

KINDS = [
    ("Where I've Worked", "work"),
    ("My Previous Jobs", "work"),
    ("Bisherige berufliche Stationen", ""),
    ("Schul- und Berufsausbildung", "education"),
    ("Przebieg kariery zawodowej", "work"),
    ("Formation initiale et continue", "education"),
    ("Otras competencias", "skills"),
    ("Licenses & Certifications", "certificates"),
    ("Kursy i certyfikaty", "certificates"),
    ("E X P E R I E N C E", "work"),
    ("W O R K   H I S T O R Y", "work"),
    ("T R A Y E C T O R I A P R O F E S I O N A L", "work"),
    ("★ Languages", "languages"),
    ("Head of Education", ""),
    ("Software Engineer", ""),
    ("A B C D Ltd", ""),
]


@pytest.mark.parametrize("text, kind", KINDS)
def test_kind_of_a_heading(text, kind):
    assert heading_kind(text) == kind


@pytest.mark.parametrize(
    "text, start, end",
    [
        ("Q3 2020 – Q1 2022", "2020", "2022"),
        ("Spring 2019 - Fall 2020", "2019", "2020"),
        ("Herbst 2018 – heute", "2018", "present"),
        ("03/18 – 05/20", "2018-03", "2020-05"),
        ("11/19 - present", "2019-11", "present"),
        ("2017–19", "2017", "2019"),
        ("2004 2006", "2004", "2006"),
        ("mid 2016 to early 2018", "2016", "2018"),
    ],
)
def test_dates_that_are_less_exact(text, start, end):
    found = find_range(text)
    assert (found.start, found.end, found.begin) == (start, end, 0)


def test_marks_of_lists_mean_nothing_where_everything_has_one():
    lines = Text("• Acme Ltd\n• Clerk\n• 2019 – 2021\n").lines
    assert not any(line.bullet for line in unlisted(lines))
    lines = Text("• Clerk, Acme Ltd\n2019 – 2021\n• Wrote letters.\n").lines
    assert [line.bullet for line in unlisted(lines)] == [False, False, True]


def test_certificates_with_and_without_issuer():
    text = (
        "Mira Holt\nmira.holt@mail.example\n\nCertifications\n"
        "- Lead Auditor, Quality House (2019)\n- Scrum Master, Agile House, 2020\n\nLanguages\nEnglish\n"
    )
    found = parse(text).certificates
    assert [(fact.value, fact.detail) for fact in found] == [
        ("Lead Auditor", "Quality House"),
        ("Scrum Master", "Agile House"),
    ]
    quoted = text[found[0].span.start : found[0].span.end]
    assert "Lead Auditor" in quoted and 0 < found[0].confidence < 1


@pytest.mark.parametrize(
    "line, employer, title",
    [
        ("Vertriebsinnendienst bei Uhlig Werkzeuge", "Uhlig Werkzeuge", "Vertriebsinnendienst"),
        ("Kierownik zmiany w Drukarnia Akapit", "Drukarnia Akapit", "Kierownik zmiany"),
        ("Teamcoach | Gemeente Oosterdal", "Gemeente Oosterdal", "Teamcoach"),
        ("Line Cook at The Copper Kettle", "The Copper Kettle", "Line Cook"),
    ],
)
def test_words_between_title_and_employer(line, employer, title):
    [job] = parse(f"Mira Holt\n\nExperience\n{line}\n2019 – 2021\n- Did what was to do.\n").work
    assert (job.organisation, job.title) == (employer, title)


def test_rows_of_rtf_tables():
    row = r"\trowd\cellx3000\cellx9000\intbl 2019 - 2021\cell {\b Clerk}\par Acme Ltd\cell \row"
    source = (
        r"{\rtf1\ansi Mira Holt\par mira.holt@mail.example\par Experience\par "
        + row
        + row.replace("Clerk", "Baker")
        + "}"
    )
    text = child.answer({"kind": "rtf", "pages": 3, "chars": 10_000}, source.encode())["text"]
    assert "2019 - 2021\nClerk\nAcme Ltd" in "\n".join(line.strip() for line in text.split("\n") if line.strip())
    plain = r"{\rtf1\ansi \trowd\cellx3000\cellx9000\intbl English\cell Native\cell \row\pard End of it\par}"
    assert "English\tNative" in child.answer({"kind": "rtf", "pages": 3, "chars": 1000}, plain.encode())["text"]


def test_boxes_side_by_side_are_two_words():
    page = b"<html><body><p>Mira Holt</p><p><span>2019 to 2021</span><span>Clerk at Acme</span></p></body></html>"
    assert "2019 to 2021\tClerk at Acme" in child.answer({"kind": "html", "pages": 3, "chars": 1000}, page)["text"]


@pytest.mark.parametrize("heading", ["Languages", "Sprachen", "Langues", "Talen"])
def test_languages_that_one_programs_in_are_skills(heading):
    text = f"Mara Lindqvist\n\n{heading}\n\nPython\nSQL\nBash\nC++\n\nEducation\n\nHarbour University 2010 - 2013\n"
    resume = parse(text)
    assert [skill.name for skill in resume.listed_skills] == ["Python", "SQL", "Bash", "C++"]
    assert resume.languages == ()


def test_spoken_and_written_languages_have_their_own_sections():
    resume = parse(
        "Mara Lindqvist\n\nLanguages\n\nPython\nSQL\nBash\n\nLanguages\n\nEnglish – native\nSpanish – good\n"
    )
    assert [skill.name for skill in resume.listed_skills] == ["Python", "SQL", "Bash"]
    assert [fact.detail for fact in resume.languages] == ["en", "es"]
