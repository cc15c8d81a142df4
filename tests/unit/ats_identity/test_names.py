import pytest

from ats_identity import name_key, names_contradict


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana García", "ana garcia lopez"),
        ("A. García", "Ana García"),
        ("García, Ana", "Ana García"),
        ("Łukasz Żak", "Lukasz Zak"),
        ("", "Ana García"),
        (None, None),
        ("Dr. Ana García", "Ana García"),
        ("Søren Kjær", "Soren Kjaer"),
    ],
)
def test_names_of_one_person_do_not_contradict(one, other):
    assert not names_contradict(one, other)
    assert not names_contradict(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jean Dupont", "Marie Dupont"),
        ("Ana García", "Bob Smith"),
        ("Ana María García", "Ana Lopez"),
        ("Ana Ana", "Ana García"),
    ],
)
def test_names_of_two_people_contradict(one, other):
    assert names_contradict(one, other)
    assert names_contradict(other, one)


def test_name_key_ignores_order_case_accents_and_titles():
    assert name_key("Prof. José  de la Cruz") == name_key("CRUZ, jose de la")


def test_name_key_of_nothing_is_empty():
    assert name_key(None) == name_key("  ") == ""
