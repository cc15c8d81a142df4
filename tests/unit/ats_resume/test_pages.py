"""The parser on PDF pages drawn here: columns, side bars, dates left and right, eight languages."""

import pytest
from pages import LAYOUTS, draw
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
