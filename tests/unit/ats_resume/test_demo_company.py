"""The résumés of the demo company, in all its designs, are read as the people of the demo company are."""

import importlib
import json
import random
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from mix.scoring import scores

from ats_extract import child
from ats_resume import parse
from ats_resume.jsonresume import scorer_line

DEMO = Path(__file__).resolve().parents[3] / "addons" / "ats_core" / "demo"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
FAMILIES = ("Open_Sans", "Roboto", "Montserrat")


@pytest.fixture(scope="module")
def demo():
    """Import people and writers of the demo company without the addon around them, which needs Odoo."""
    package = ModuleType("demo_company")
    package.__path__ = [str(DEMO)]
    sys.modules["demo_company"] = package
    return {name: importlib.import_module(f"demo_company.{name}") for name in ("people", "resume_pdf", "resume_text")}


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    """A folder as Odoo's web fonts lie, with a font that every machine of ours has."""
    folder = tmp_path_factory.mktemp("fonts")
    for family in FAMILIES:
        (folder / family).mkdir()
        for cut, file in (("Regular", "DejaVuSans.ttf"), ("Bold", "DejaVuSans-Bold.ttf")):
            (folder / family / f"{family}-{cut}.ttf").symlink_to(DEJAVU / file)
    return str(folder)


def _people(demo, dice):
    tables = [json.loads((DEMO / "tables" / f"{name}.json").read_text("utf-8")) for name in ("people", "careers")]
    registry = demo["people"].Registry(dice, date(2026, 11, 29), *tables)
    return [registry.person(dice.choice(sorted(tables[1]["families"]))) for _number in range(30)]


def _month(value):
    return f"{value:%Y-%m}" if value else "present"


def _truth(person):
    degree, school, start, end = person.education
    return {
        "name": person.name,
        "email": person.email,
        "phone": person.phone,
        "location": {"city": person.city},
        "work": [
            {"company": role.employer, "title": role.title, "start": _month(role.start), "end": _month(role.end)}
            for role in person.roles
        ],
        "education": [{"school": school, "degree": degree, "area": "", "start": str(start), "end": str(end)}],
        "skills": person.skills,
        "languages": [language for language, _level in person.languages],
        "certificates": [],
    }


@pytest.mark.parametrize("kind", ["pdf", "docx", "txt"])
def test_every_fact_is_read(demo, fonts, kind):
    dice = random.Random(f"demo {kind}")
    writers = {
        "pdf": lambda person: demo["resume_pdf"].resume_pdf(person, dice, fonts),
        "docx": demo["resume_text"].resume_docx,
        "txt": demo["resume_text"].resume_txt,
    }
    rows = []
    for person in _people(demo, dice):
        answer = child.answer({"kind": kind, "pages": 5, "chars": 100_000}, writers[kind](person))
        resume = parse(answer["text"], layout=answer.get("layout"))
        rows.append((scorer_line(resume, person.slug), _truth(person)))
        told = [f"- {text}" for role in person.roles for text in role.bullets]
        assert [line for job in resume.work for line in _joined(job.description)] == told, person.name
    assert {field: score for field, score in scores(rows).items() if score < 0.98 and field != "certificates"} == {}


def _joined(description):
    """Return the items of a description, wrapped ones in one piece."""
    items = []
    for line in description.splitlines():
        if line.startswith("- "):
            items.append(line)
        else:
            items[-1] += f" {line}"
    return items
