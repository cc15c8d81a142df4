"""Skills of a catalogue: names, aliases, and words that also mean something else."""

import time

import pytest

from ats_resume import Catalogue, parse

SKILLS = [
    ("1", "Python", ()),
    ("2", "Go", ("Golang",)),
    ("3", "R", ()),
    ("4", "C", ()),
    ("5", "C++", ()),
    ("6", "C#", ()),
    ("7", "JavaScript", ("JS", "ECMAScript")),
    ("8", "Node.js", ()),
    ("9", ".NET", ("Dotnet",)),
    ("10", "Machine Learning", ("Apprentissage automatique",)),
    ("11", "Excel", ()),
    ("12", "CI/CD", ()),
    ("13", "Java", ()),
]
CATALOGUE = Catalogue(SKILLS)


def found(text):
    return {skill.name for skill in parse(text, catalogue=CATALOGUE).skills}


@pytest.mark.parametrize(
    "text, skills",
    [
        ("Wrote services in Python.", {"Python"}),
        ("python, JAVASCRIPT", {"Python", "JavaScript"}),
        ("Five years of ECMAScript", {"JavaScript"}),
        ("C++ and C# and .NET", {"C++", "C#", ".NET"}),
        ("machine\nlearning models", {"Machine Learning"}),
        ("apprentissage automatique", {"Machine Learning"}),
        ("Node.js, CI/CD", {"Node.js", "CI/CD"}),
        ("Javanese and Pythonesque", set()),
    ],
)
def test_names_and_aliases(text, skills):
    assert found(text) == skills


@pytest.mark.parametrize(
    "text",
    [
        "I go to work and go home.",
        "Go-to-market strategy",
        "R&D department",
        "Vitamin C and C-level meetings",
        "Plan B, Group C",
        "We excel at service",
        "Let's Go now",
        "Mira R. Holt",
        "Ready to Go",
    ],
)
def test_everyday_words_are_no_skills(text):
    assert found(text) == set()


@pytest.mark.parametrize(
    "text, skills",
    [
        ("SKILLS\nGo\nR\nC", {"Go", "R", "C"}),
        ("Skills\n\nExcel, Go", {"Excel", "Go"}),
        ("Services in Python, Go and Java", {"Python", "Go", "Java"}),
        ("Models (Python/R)", {"Python", "R"}),
        ("Golang services", {"Go"}),
        ("R programming and Go developer", {"R", "Go"}),
    ],
)
def test_context_decides(text, skills):
    assert found(text) == skills


def test_skill_section_is_surer_than_prose_and_quotes_its_line():
    [skill] = parse("I know Python.\n\nSKILLS\nPython", catalogue=CATALOGUE).skills
    assert skill.confidence == 0.95
    [skill] = parse("Built pipelines in Python for the bank.", catalogue=CATALOGUE).skills
    assert skill.span.quote == "Built pipelines in Python for the bank."
    assert skill.key == "1"


def test_large_catalogue_costs_the_text_only():
    text = "Python and a lot of prose about many things. " * 400
    small = Catalogue(SKILLS)
    large = Catalogue([*SKILLS, *((str(n), f"Skill {n} of area {n % 97}", ()) for n in range(100, 50_100))])
    times = []
    for catalogue in (small, large):
        start = time.process_time()
        parse(text, catalogue=catalogue)
        times.append(time.process_time() - start)
    assert times[1] < times[0] * 3 + 0.2


def test_section_items_without_catalogue():
    listed = parse("SKILLS\nLanguages: Python, SQL (advanced)\nExpert\nTeam work | Sales • Art").listed_skills
    assert [skill.name for skill in listed] == ["Python", "SQL", "Team work", "Sales", "Art"]
