"""The catalogue that comes along, and what a text says about a skill."""

from datetime import date

import pytest

from ats_resume import Catalogue, parse
from ats_resume.text import Text, fold
from ats_skills import Mention, Relations, catalogue, evidence, level_in, wishes, years_in

TODAY = date(2026, 11, 22)
SKILLS = catalogue()
KNOWN = Catalogue((skill.name, skill.name, [name for _lang, name in skill.aliases]) for skill in SKILLS)


def found(text):
    return {skill.name for skill in KNOWN.find(Text(text))}


def named(line):
    return [skill.key for skill in KNOWN.find(Text(line))]


def test_catalogue_covers_trades_and_languages():
    assert len(SKILLS) >= 350
    assert len({skill.kind for skill in SKILLS}) >= 15
    languages = {lang for skill in SKILLS for lang, _name in skill.aliases}
    assert {"fr", "de", "es", "nl", "pt", "it", "pl"} <= languages
    assert len({fold(skill.name) for skill in SKILLS}) == len(SKILLS)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Infirmière diplômée, soins intensifs", "Intensive Care"),
        ("Staplerschein seit 2015", "Forklift Driving"),
        ("Experiencia en contabilidad", "Accounting"),
        ("księgowość i kadry", "Accounting"),
        ("Postgres and K8s", "PostgreSQL"),
        ("Golang services", "Go"),
    ],
)
def test_names_in_other_languages(text, skill):
    assert skill in found(text)


@pytest.mark.parametrize(
    "text", ["We go to market together", "Vitamin C and R&D budgets", "Swift answers, an express delivery"]
)
def test_everyday_words_are_no_programming_languages(text):
    assert not found(text) & {"Go", "C", "R", "Swift"}


def test_lists_make_ambiguous_names_sure():
    assert {"Go", "R", "C"} <= {skill.name for skill in parse("SKILLS\nGo, R, C, Python", catalogue=KNOWN).skills}


@pytest.mark.parametrize(
    ("name", "text", "level"),
    [
        ("python", "python (expert), docker (basic)", 100),
        ("docker", "python (expert), docker (basic)", 25),
        ("excel", "gute kenntnisse excel", 60),
        ("sql", "advanced knowledge of sql", 85),
        ("git", "git, python - expert", None),
    ],
)
def test_level_beside_the_name(name, text, level):
    assert level_in(name, text) == level


@pytest.mark.parametrize(
    ("name", "text", "years"),
    [
        ("python", "5+ years of experience with python", 5),
        ("go", "go (3 years)", 3),
        ("java", "7 jahre erfahrung mit java", 7),
        ("java", "founded 2019, java", None),
        ("sql", "99 years of sql", None),
    ],
)
def test_years_beside_the_name(name, text, years):
    assert years_in(name, text) == years


def test_overlapping_work_counts_once_and_last_use_is_told():
    mentions = [Mention("p", "2018-06", "2021-02"), Mention("p", "2020-01", "present"), Mention("d", "2015", "2016-06")]
    known = evidence(mentions, [("p", "python", "python")], today=TODAY)
    assert (known["p"].years, known["p"].last_used) == (8.5, date(2026, 11, 1))
    assert (known["d"].years, known["d"].last_used) == (1.5, date(2016, 6, 1))


def test_future_and_broken_dates_count_nothing():
    known = evidence([Mention("p", "2030-01", "2031-01"), Mention("p", "soon", "")], [], today=TODAY)
    assert "p" not in known or not known["p"].years


JOB = """Backend Developer
What you bring
- 5 years of experience with Python
- solid PostgreSQL
Nice to have:
- Docker, Kubernetes
German is a must, Terraform would be a plus.
"""


def test_wishes_of_a_job_text():
    wished = {wish.key: wish for wish in wishes(JOB, named)}
    assert (wished["Python"].required, wished["Python"].years) == (True, 5.0)
    assert wished["PostgreSQL"].required and wished["PostgreSQL"].quote == "- solid PostgreSQL"
    assert not wished["Docker"].required and not wished["Kubernetes"].required


def test_wishes_in_german_and_french():
    text = "Ihr Profil:\nSehr gute Kenntnisse in Java\nVon Vorteil:\nErfahrung mit Docker\n"
    assert {wish.key: wish.required for wish in wishes(text, named)} == {"Java": True, "Docker": False}
    text = "Votre profil :\n3 ans d'expérience en comptabilité\nLa maîtrise de Sage serait un plus."
    got = {wish.key: (wish.required, wish.years) for wish in wishes(text, named)}
    assert got["Accounting"] == (True, 3.0)


def test_relations():
    related = Relations({skill.name: skill.parents for skill in SKILLS})
    python = related.towards("Python")
    assert python["Python"] == 1.0 and python["Django"] == 0.9
    assert 0 < python["Java"] < related.towards("Django")["Flask"] < 1
    assert "Accounting" not in python
    circle = Relations({"a": ("b",), "b": ("a",)})
    assert circle.towards("a")["b"] == 0.9
