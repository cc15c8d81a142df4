"""Where and how people say they would work; where they live is no input."""

import dataclasses

import pytest

from ats_match import ANYWHERE, Held, Job, Person, Want, match, place_key, said_wishes

YEAR = 2026


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Willing to relocate to Berlin or Hamburg.", ("berlin", "hamburg")),
        ("Open to relocation", (ANYWHERE,)),
        ("Mobilité nationale", (ANYWHERE,)),
        ("Prêt à déménager à Lyon, Grenoble", ("lyon", "grenoble")),
        ("Umzugsbereit nach München", ("munchen",)),
        ("bundesweit einsetzbar", (ANYWHERE,)),
        ("Disponibilidad para trasladarme a Madrid", ("madrid",)),
        ("Bereid om te verhuizen", (ANYWHERE,)),
        ("Not willing to relocate", ()),
        ("Nicht umzugsbereit", ()),
        ("28013 Madrid, Calle Mayor 1", ()),
        ("Moved the team to Berlin", ()),
    ],
)
def test_places(text, places):
    said = said_wishes(f"Ana García\n{text}\nSkills: Python")
    assert said.places == places
    assert not places or text in said.place_quote


@pytest.mark.parametrize(
    ("text", "workplaces"),
    [
        ("Looking for a fully remote position", ("remote",)),
        ("100% remote", ("remote",)),
        ("Nur remote", ("remote",)),
        ("Managed remote teams", ()),
        ("Not looking for remote work", ()),
    ],
)
def test_workplaces(text, workplaces):
    assert said_wishes(text).workplaces == workplaces


def test_place_is_met_missing_or_unknown():
    job = Job(skills=(Want("python", "Python", 60.0),), places=(place_key("Lyon, France"),), workplace="onsite")
    base = Person(skills={"python": Held(60.0)}, known=frozenset({"skills"}))

    def group(**places):
        found = match(dataclasses.replace(base, places=places), job, year=YEAR)
        return next(
            name for name in ("met", "missing", "unknown") if any(i.kind == "place" for i in getattr(found, name))
        )

    assert group() == "unknown"
    assert group(lyon=Held(quote="Lyon")) == "met"
    assert group(**{ANYWHERE: Held(quote="Open to relocation")}) == "met"
    assert group(oslo=Held(quote="Oslo")) == "missing"
