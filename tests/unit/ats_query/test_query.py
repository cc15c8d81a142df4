import random
import string
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ats_query import FIELDS, And, Not, Or, QueryError, Range, Word, language_of, parse, render, words

PYTHON, BERLIN, RUST = Word("python"), Word("berlin"), Word("rust")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", None),
        ("   ", None),
        ("Python", PYTHON),
        ("python berlin", And((PYTHON, BERLIN))),
        ("python AND berlin", And((PYTHON, BERLIN))),
        ("python OR berlin rust", Or((PYTHON, And((BERLIN, RUST))))),
        ("(python OR berlin) rust", And((Or((PYTHON, BERLIN)), RUST))),
        ("python AND (berlin AND rust)", And((PYTHON, BERLIN, RUST))),
        ("NOT python", Not(PYTHON)),
        ("python -rust", And((PYTHON, Not(RUST)))),
        ("NOT NOT python", Not(Not(PYTHON))),
        ("python and or", And((PYTHON, Word("and"), Word("or")))),
        ('"machine learning"', Word("machine learning", phrase=True)),
        ('"python"', PYTHON),
        ("full-stack", Word("full stack", phrase=True)),
        ("C++ & c#", And((Word("cplusplus"), Word("csharp")))),
        ("kuber*", Word("kuber", prefix=True)),
        ('"site relia"*', Word("site relia", phrase=True, prefix=True)),
        ("Name:García", Word("garcia", "name")),
        ('company:"Acme Corp"', Word("acme corp", "company", phrase=True)),
        ("skill:(python OR rust)", Or((Word("python", "skill"), Word("rust", "skill")))),
        ("email:ana@example.org", Word("ana example org", "email", phrase=True)),
        ("rating:>=2", Range("rating", low=2.0)),
        ("experience:3..5", Range("experience", 3.0, 5.0)),
        ("experience:<4", Range("experience", high=4.0, high_open=True)),
        ("applied:2026-02", Range("applied", date(2026, 2, 1), date(2026, 2, 28))),
        ("applied:>2025", Range("applied", low=date(2025, 12, 31), low_open=True)),
        ("applied:2026-01-05..", Range("applied", low=date(2026, 1, 5))),
    ],
)
def test_trees(text, tree):
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("python AND", "word_missing", 11),
        ("OR python", "word_missing", 1),
        ("python OR OR rust", "word_missing", 11),
        ("(python", "not_closed", 1),
        ("python)", "nothing_to_close", 7),
        ("()", "word_missing", 2),
        ('python "machine', "quote_not_closed", 8),
        ('python ""', "word_missing", 8),
        ("height:180", "unknown_field", 1),
        ("a name:(b job:c)", "field_in_field", 11),
        ("name:(", "word_missing", 7),
        ("p*", "prefix_too_short", 1),
        ("*", "prefix_too_short", 1),
        ("rating:good", "no_number", 8),
        ("applied:2026-13", "no_day", 9),
        ("applied:..", "no_day", 9),
        ("x" * 1001, "too_long", 1001),
        ("(" * 40 + "x" + ")" * 40, "too_deep", 31),
    ],
)
def test_errors_point_at_the_column(text, code, column):
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.column) == (code, column)


plain = st.text(string.ascii_lowercase + string.digits, min_size=2, max_size=8)
fields = st.none() | st.sampled_from(FIELDS)
single = st.builds(Word, plain, fields, prefix=st.booleans())
phrases = st.builds(
    Word,
    st.lists(plain, min_size=2, max_size=4).map(" ".join),
    fields,
    phrase=st.just(True),
    prefix=st.booleans(),
)
numbers = st.integers(0, 99).map(float)
days = st.dates(date(1990, 1, 1), date(2030, 1, 1))
ranges = st.one_of(
    st.builds(lambda low: Range("rating", low=low), numbers),
    st.builds(lambda high: Range("rating", high=high, high_open=True), numbers),
    st.builds(lambda low, high: Range("applied", low, high), days, days),
    st.builds(lambda low: Range("applied", low=low, low_open=True), days),
)


def flat(kind):
    return lambda parts: kind(tuple(part for part in parts if not isinstance(part, kind)))


trees = st.recursive(
    single | phrases | ranges,
    lambda inner: st.one_of(
        st.lists(inner.filter(lambda node: not isinstance(node, And)), min_size=2, max_size=4).map(flat(And)),
        st.lists(inner.filter(lambda node: not isinstance(node, Or)), min_size=2, max_size=4).map(flat(Or)),
        inner.map(Not),
    ),
    max_leaves=12,
)


@given(trees)
@settings(max_examples=300, deadline=None)
def test_a_tree_survives_its_text(tree):
    assert parse(render(tree)) == tree


def test_no_text_is_a_server_error():
    """100 000 texts: tests/deep; here 5 000 with a fixed seed."""
    assert_never_fails(random.Random(7), 5_000)


PIECES = [
    "AND",
    "OR",
    "NOT",
    "(",
    ")",
    '"',
    ":",
    "-",
    "*",
    "..",
    ">=",
    "name:",
    "rating:",
    "applied:",
    "ана",
    "é",
    "\x00",
]


def assert_never_fails(chance, count):
    """Random texts either parse, and survive their own text, or tell a column inside them."""
    parsed = 0
    for _turn in range(count):
        text = "".join(
            chance.choice([*PIECES, " ", " ", chr(chance.randrange(32, 0x2FF)), "".join(chance.choices("abz09", k=3))])
            for _piece in range(chance.randrange(1, 14))
        )
        try:
            tree = parse(text)
        except QueryError as error:
            assert 1 <= error.column <= len(text) + 1, text
        else:
            parsed += 1
            assert parse(render(tree)) == tree, text
    assert parsed > count / 20


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Responsible for the team and the budget of the shop", "english"),
        ("Responsable de l'équipe et du budget dans le magasin pour les clients", "french"),
        ("Verantwortlich für das Team und die Kasse in der Filiale", "german"),
        ("Responsable del equipo y de la caja en la tienda con los clientes", "spanish"),
        ("Verantwoordelijk voor het team en de kassa van de winkel", "dutch"),
        ("Responsável pela equipa e por todas as compras da loja com o gerente", "portuguese"),
        ("Responsabile del reparto e della cassa con gli addetti per il negozio", "italian"),
        ("Python Rust Kubernetes", None),
        ("", None),
    ],
)
def test_language_of_a_text(text, language):
    assert language_of(text) == language


def test_words_lose_case_accents_and_signs():
    assert words("Ł Straße ÉCOLE .NET/C# _x_ node.js") == [
        "l",
        "strasse",
        "ecole",
        "dotnet",
        "csharp",
        "x",
        "node",
        "js",
    ]
