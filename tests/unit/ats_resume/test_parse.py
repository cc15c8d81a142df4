"""The parser on résumés made here: eight languages, five layouts."""

import pytest
from resumes import WORDS, make

from ats_resume import parse

LAYOUTS = ("employer_first", "title_first", "one_line", "dates_first", "table")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", WORDS)
def test_reads_every_language_and_layout(language, layout):
    for seed in range(3):
        made = make(language, layout, seed)
        resume = parse(made.text, region="PT" if language == "pt" else "")
        assert resume.name.value == made.name
        assert resume.email.value == made.email
        assert (resume.phone.value, resume.phone.detail) == (made.phone, made.e164)
        assert resume.language == language
        jobs = [(entry.organisation, entry.title, entry.start, entry.end) for entry in resume.work]
        assert jobs == list(made.jobs)
        [course] = resume.education
        assert (course.organisation, course.title, course.start, course.end) == (
            made.school,
            made.degree,
            "2010",
            "2014",
        )
        assert [skill.name for skill in resume.listed_skills] == list(made.skills)
        assert [fact.detail for fact in resume.languages] == ["en", "de"]


def test_every_fact_names_its_place():
    made = make("fr", "employer_first", 1)
    resume = parse(made.text)
    facts = [resume.name, resume.email, resume.phone, *resume.links, *resume.languages, *resume.work]
    for fact in facts:
        quoted = " ".join(made.text[fact.span.start : fact.span.end].split())
        assert quoted == fact.span.quote
        assert 0 < fact.confidence <= 1


def test_places_survive_noise_in_the_text():
    text = "(cid:12) Mira Holt\u200b\nmira.holt@mail.exam\u00adple\n\x00\x01"
    resume = parse(text)
    assert resume.name.value == "Mira Holt"
    assert resume.email.value == "mira.holt@mail.example"
    span = resume.email.span
    assert text[span.start : span.end] == "mira.holt@mail.exam\u00adple"


@pytest.mark.parametrize(
    "text",
    [
        "mira.holt@mail.\nexample",
        "mira.\nholt@mail.example",
        "mira.holt@\nmail.example",
    ],
)
def test_wrapped_email_is_joined(text):
    assert parse(f"Mira Holt\n{text}\n").email.value == "mira.holt@mail.example"


def test_sentence_before_an_email_is_not_joined_to_it():
    assert parse("I like my work.\nmira.holt@mail.example").email.value == "mira.holt@mail.example"


@pytest.mark.parametrize(
    "heading", ["CURRICULUM VITAE", "Work Experience", "Lebenslauf", "Berufserfahrung", "Austin TX"]
)
def test_name_is_never_a_heading_or_a_place(heading):
    assert parse(f"{heading}\nJörg Weiß\njoerg.weiss@mail.example").name.value == "Jörg Weiß"


def test_name_agrees_with_the_address_wherever_it_stands():
    text = "CONTACT\nm.holt@mail.example\n\nSKILLS\nData Analysis\nTeam Leadership\n\nMira Holt\n\nOffice Manager\n"
    assert parse(text).name.value == "Mira Holt"


def test_dates_and_postal_codes_are_no_phone():
    assert parse("Mira Holt\nEXPERIENCE\nClerk\n2019-04 - 2021-06\n1200-123 Lisboa\n2001 - 2005").phone is None


def test_phone_of_the_company_region_gets_its_prefix():
    assert parse("Mira Holt\nPhone 2071838750", region="GB").phone.detail == "+442071838750"


def test_phone_glued_to_its_label():
    resume = parse("Marie Hall\nE-mail marie@mail.example\tTéléphone0181446752\nÉducation et expérience des métiers")
    assert resume.phone.detail == "+33181446752"


def test_links_are_told_apart():
    resume = parse("linkedin.com/in/mira-holt\nhttps://github.com/miraholt, https://mira.example/cv.")
    assert [(fact.detail, fact.value) for fact in resume.links] == [
        ("linkedin", "https://linkedin.com/in/mira-holt"),
        ("github", "https://github.com/miraholt"),
        ("site", "https://mira.example/cv"),
    ]
    assert resume.link("github") == "https://github.com/miraholt"


@pytest.mark.parametrize(
    "address, city",
    [
        ("12 Long Street, 10115 Berlin", "Berlin"),
        ("Austin, TX 78701", "Austin"),
        ("San Marino, California, US", "San Marino"),
        ("Address: Rue Haute 3, 75001 Paris", "Paris"),
    ],
)
def test_city(address, city):
    assert parse(f"Mira Holt\nmira.holt@mail.example | {address}\n").city.value == city


@pytest.mark.parametrize("text", ["", "\n\n", "a" * 1000, "\x00" * 50, "@" * 500, "Work\n" * 100, "2019 - " * 300])
def test_nonsense_gives_no_facts_and_no_error(text):
    resume = parse(text)
    assert resume.email is None and not resume.work


def test_result_is_plain_json():
    import json

    text = json.dumps(parse(make("de", "table", 2).text).as_dict())
    assert "Northwind" in text or "Acme" in text or "Orion" in text or "Blue" in text
