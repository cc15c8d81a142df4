"""The ranking and the explanation of a match on many random pairs; what never lowers a score, on as many."""

import dataclasses
import math
import os
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "addons" / "ats_ai" / "lib"), str(ROOT / "tests" / "unit" / "ats_match")]

from match_cases import SKILLS, YEAR, random_job, random_person  # noqa: E402

from ats_match import Held, Index, match, rounded, score  # noqa: E402

PAIRS = int(os.environ.get("ATS_DEEP_PAIRS", "10000"))
SEED = int(os.environ.get("ATS_DEEP_SEED", "20261122"))
EACH = 250


def test_ranking_and_explanation_are_one_formula():
    pick = random.Random(SEED)
    for _job in range(PAIRS // EACH):
        job = random_job(pick)
        persons = [random_person(pick) for _person in range(EACH)]
        together = score(Index.of(persons), job, year=YEAR).exact
        for person, exact in zip(persons, together, strict=True):
            found = match(person, job, year=YEAR)
            assert found.score == rounded(float(exact))
            assert math.isnan(exact) or found.exact == float(exact)
    print(f"{PAIRS} pairs, seed {SEED}")  # noqa: T201


def test_another_skill_never_lowers_the_score():
    pick = random.Random(SEED + 1)
    compared = 0
    while compared < PAIRS:
        person, job = random_person(pick), random_job(pick)
        key = pick.choice(SKILLS)
        if key in person.skills:
            continue
        compared += 1
        before = match(person, job, year=YEAR)
        more = dataclasses.replace(person, skills={**person.skills, key: Held(pick.choice((10, 60, 100)))})
        after = match(more, job, year=YEAR)
        assert before.score is None or after.exact >= before.exact - 1e-9
    print(f"{PAIRS} pairs, seed {SEED + 1}")  # noqa: T201
