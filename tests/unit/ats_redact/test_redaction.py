"""What does not leave in a shared text."""

import pytest

from ats_redact import GAP, redact

NAMES = ("Ana María Núñez-Vidal",)


@pytest.mark.parametrize(
    "line",
    [
        "ana.nunez@example.org",
        "write to ana (at) example.org",
        "+34 600 12 34 56",
        "(0034) 600-123-456",
        "06.12.34.56.78",
        "https://example.org/ana",
        "linkedin.com/in/ana-nv",
        "Date of birth: 3 May 1990",
        "Né le 3 mai 1990",
        "Geburtsdatum: 03.05.1990",
        "Familienstand: ledig",
        "12 rue des Lilas, 75011 Paris",
        "Hauptstraße 12",
        "Calle Mayor 5",
        "75011 Paris",
        "SW1A 1AA",
        "Salary: 52 000",
        "52.000 €",
        "NUÑEZ",
        "María",
    ],
)
def test_a_line_that_tells_who_it_is_becomes_a_gap(line):
    assert redact(f"before\n{line}\nafter", NAMES).split("\n")[::2] == ["before", "after"]
    left = redact(line, NAMES).casefold()
    for token in ("example", "600", "1990", "ledig", "lilas", "75011", "1aa", "52", "nuñez", "maría", "mayor", "haupt"):
        assert token not in left


@pytest.mark.parametrize(
    "text",
    [
        "Python, 8 years of experience",
        "2015 - 2019 Backend developer",
        "Led 12 people, budget of two teams",
        "5 ans d'expérience en logistique",
        "Analysis of data in Berlin",
        "ISO 9001, SAP R/3, .NET 8",
    ],
)
def test_the_work_stays(text):
    assert redact(text, NAMES) == text


def test_names_are_found_without_accents_and_in_capitals_only_as_words():
    assert redact("Nunez, NÚÑEZ and vidal; Anabel", NAMES) == f"{GAP} and {GAP}; Anabel"


def test_it_ends_on_any_text():
    assert redact("", NAMES) == ""
    assert redact("ﬁ" * 50 + "İ" + "\0", ("fi",)).startswith("ﬁ")
