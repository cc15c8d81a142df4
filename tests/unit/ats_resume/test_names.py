"""The person's name where other words stand beside it, and the address where other cells do."""

import pytest

from ats_resume import parse

MAIL = "\n\nmara.lindqvist@example.org\n\nWork Experience\n\nBaker, Blue Fjord Bakery\n2012 - 2015\n"


@pytest.mark.parametrize(
    "first",
    [
        "Mara Lindqvist",
        "Mara Lindqvist Full Stack Developer",
        "Mara Lindqvist Chef de chantier en installations électriques",
        "Mara Lindqvist, ML/CV Engineer",
        "Mara Lindqvist\nMara Lindqvist",
        "MARA LINDQVIST – Lebenslauf",
        "Curriculum Vitae\nMara Lindqvist",
    ],
)
def test_name_and_nothing_else(first):
    assert parse(first + MAIL).name.value == "Mara Lindqvist"


def test_name_of_three_words_that_the_address_explains():
    text = "Mara Lindqvist Sol Bakery Manager" + MAIL.replace("mara.lindqvist", "mara.lindqvist.sol")
    assert parse(text).name.value == "Mara Lindqvist Sol"


def test_place_is_no_name():
    assert parse("Austin, TX\nMara Lindqvist" + MAIL).name.value == "Mara Lindqvist"
