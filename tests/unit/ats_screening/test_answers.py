from datetime import date

import pytest

from ats_screening import Question, check_answers


def ask(kind, sent, **options):
    clean, errors = check_answers([Question(1, kind, **options)], {1: sent})
    return clean.get(1), errors.get(1)


@pytest.mark.parametrize(
    ("kind", "sent", "value"),
    [
        ("text", "  Ghent ", "Ghent"),
        ("text", "Cafe\u0301", "Café"),
        ("long_text", "a\r\nb", "a\nb"),
        ("yes_no", "yes", "yes"),
        ("yes_no", False, "no"),
        ("number", "2.5", 2.5),
        ("number", "2,5", 2.5),
        ("number", "-3", -3.0),
        ("number", 0, 0.0),
        ("date", "2027-01-31", date(2027, 1, 31)),
        ("date", date(2027, 1, 31), date(2027, 1, 31)),
        ("file", ("a.pdf", b"x"), ("a.pdf", b"x")),
    ],
)
def test_values_are_typed(kind, sent, value):
    assert ask(kind, sent) == (value, None)


@pytest.mark.parametrize(
    ("kind", "sent", "code"),
    [
        ("text", "x" * 301, "too_long"),
        ("long_text", "x" * 4001, "too_long"),
        ("text", "a\nb", "characters"),
        ("text", "a\x00b", "characters"),
        ("text", "a\u202eb", "characters"),
        ("text", ["a"], "type"),
        ("yes_no", "maybe", "choice"),
        ("yes_no", {"a": 1}, "type"),
        ("number", "1e400", "number"),
        ("number", "nan", "number"),
        ("number", float("inf"), "number"),
        ("number", "1_000", "number"),
        ("number", True, "type"),
        ("number", "9" * 25, "number"),
        ("number", [1], "type"),
        ("date", "31.01.2027", "date"),
        ("date", "1027-01-31", "date"),
        ("date", "2027-02-30", "date"),
        ("date", 5, "type"),
        ("file", "cv.pdf", "type"),
        ("file", ("a.pdf", "text"), "type"),
    ],
)
def test_wrong_values_have_a_code(kind, sent, code):
    assert ask(kind, sent) == (None, code)


def test_choices_are_those_on_offer():
    assert ask("single", "7", choices=frozenset({7, 8})) == ((7,), None)
    assert ask("multi", ["8", 7, "7"], choices=frozenset({7, 8})) == ((7, 8), None)
    assert ask("single", ["7", "8"], choices=frozenset({7, 8})) == (None, "choice")
    assert ask("multi", ["9"], choices=frozenset({7, 8})) == (None, "choice")
    assert ask("multi", ["x"], choices=frozenset({7})) == (None, "choice")
    assert ask("multi", [None], choices=frozenset({7})) == (None, "type")
    assert ask("multi", list(range(300)), choices=frozenset(range(300))) == (None, "choice")


@pytest.mark.parametrize("kind", ["text", "yes_no", "single", "multi", "number", "date", "file"])
def test_required_means_an_answer(kind):
    for nothing in ("", "  ", None):
        assert ask(kind, nothing if kind != "file" else None, required=True) == (None, "required")
    assert ask(kind, None) == (None, None)


def test_numbers_have_bounds():
    assert ask("number", "1", minimum=2) == (None, "too_small")
    assert ask("number", "9", maximum=8) == (None, "too_large")
    assert ask("number", "8", minimum=8, maximum=8) == (8.0, None)


def test_answers_to_other_questions_are_unknown():
    assert check_answers([Question(1, "text")], {2: "x", "q": "y"}) == ({}, {2: "unknown", "q": "unknown"})
