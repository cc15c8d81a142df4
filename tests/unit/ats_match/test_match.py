"""The formula and its explanation are one; unknown is not zero."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ats_match import FORMULA_VERSION, Held, Person, Requirement, formula, match, score_many

SKILLS = [str(number) for number in range(12)]


def skill(key, level=60.0, *, required=True, weight=1.0):
    return Requirement("skill", key, f"Skill {key}", level, required, weight)


def person(skills, *, degree=None, known=("skill",)):
    facts = {("skill", key): Held(level, f"quote {key}") for key, level in skills.items()}
    if degree is not None:
        facts["degree", "degree"] = Held(degree, "Bachelor")
    return Person(facts, frozenset(known))


def random_pair(pick):
    requirements = [
        skill(key, pick.choice((0, 20, 60, 100)), required=pick.random() < 0.7, weight=pick.choice((0.5, 1, 2)))
        for key in pick.sample(SKILLS, pick.randint(0, 6))
    ]
    if pick.random() < 0.4:
        requirements.append(Requirement("degree", "degree", "Master", pick.choice((33.0, 66.0, 100.0))))
    held = {key: pick.choice((0, 10, 33, 60, 100)) for key in pick.sample(SKILLS, pick.randint(0, 8))}
    known = ("skill",) if pick.random() < 0.8 else ()
    return person(held, degree=pick.choice((None, 0, 33.0, 66.0, 100.0)), known=known), requirements


def test_explanation_and_ranking_are_one_formula():
    assert formula.numpy is not None, "the array path is tested too: numpy is in requirements-dev"
    pick = random.Random(11)
    pairs = [random_pair(pick) for _number in range(10_000)]
    explained = [match(*pair).score for pair in pairs]
    assert score_many(pairs, vectorised=False) == explained
    assert score_many(pairs, vectorised=True) == explained
    assert len(set(explained)) > 50 and None in explained


def test_reasons_name_every_requirement_once():
    pick = random.Random(12)
    for _number in range(500):
        who, requirements = random_pair(pick)
        found = match(who, requirements)
        named = [item.key for group in (found.met, found.missing, found.unknown) for item in group]
        assert sorted(named) == sorted(requirement.key for requirement in requirements)
        assert found.version == FORMULA_VERSION


def test_score_and_quotes():
    found = match(person({"1": 60}), [skill("1"), skill("2")])
    assert found.score == 50
    assert [(item.name, item.quote) for item in found.met] == [("Skill 1", "quote 1")]
    assert [item.name for item in found.missing] == ["Skill 2"]


def test_no_requirement_no_score():
    assert match(person({"1": 100}), []).score is None


def test_unknown_is_no_zero():
    unread = person({}, known=())
    found = match(unread, [skill("1")])
    assert found.score is None and [item.key for item in found.unknown] == ["1"]
    degree = Requirement("degree", "degree", "Master", 100.0)
    assert match(person({"1": 60}), [skill("1"), degree]).score == 100
    assert match(person({"1": 60}, degree=0), [skill("1"), degree]).score == 50
    assert match(person({"1": 60}), [degree]).score is None


def test_lower_level_is_met_in_part_and_lower_degree_is_missing():
    found = match(person({"1": 30}), [skill("1", 60.0)])
    assert found.score == 80 and found.met[0].share == 0.8
    degree = Requirement("degree", "degree", "Master", 100.0)
    found = match(person({}, degree=50.0), [degree])
    assert found.score == 50 and found.missing[0].quote == "Bachelor"


def test_nice_to_have_weighs_less():
    wanted = [skill("1"), skill("2", required=False)]
    assert match(person({"1": 60}), wanted).score > match(person({"2": 60}), wanted).score


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(SKILLS), st.sampled_from((10, 60, 100)))
def test_another_skill_never_lowers_the_score(seed, key, level):
    who, requirements = random_pair(random.Random(seed))
    before = match(who, requirements).score
    facts = {**who.facts}
    level = max(level, facts[("skill", key)].level if ("skill", key) in facts else 0)
    facts[("skill", key)] = Held(level)
    after = match(Person(facts, who.known), requirements).score
    assert before is None or after >= before


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**9))
def test_score_is_stable_and_within_bounds(seed):
    pick = random.Random(seed)
    who, requirements = random_pair(pick)
    score = match(who, requirements).score
    assert score is None or 0 <= score <= 100
    shuffled = list(requirements)
    pick.shuffle(shuffled)
    again = match(who, shuffled).score
    assert again == score or abs(again - score) <= 1  # additions in another order


def test_json_shape():
    found = match(person({"1": 60}), [skill("1"), skill("2")]).as_dict()
    assert found["met"][0] == {
        "kind": "skill",
        "key": "1",
        "name": "Skill 1",
        "required": True,
        "share": 1.0,
        "quote": "quote 1",
    }
    assert set(found) == {"met", "missing", "unknown"}


def test_numbers_of_the_formula():
    assert formula.part_of(2.0, 0.6, 50.0, 25.0) == pytest.approx(1.6)
    assert formula.part_of(2.0, 0.6, 50.0, -1.0) == 0.0
    assert formula.part_of(1.0, 0.6, 0.0, 0.0) == 1.0
    assert formula.score_of(0.0, 0.0) is None
