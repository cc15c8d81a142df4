"""Languages that a person speaks: in their section, beside the address, in cells that a grid scattered."""

import io

import pytest
from pages import Column, prepare
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ats_extract import child
from ats_resume import parse

TOP = "Mira Holt\nmira.holt@mail.example\n\n"


def test_language_alone_in_a_cell_beside_the_address():
    text = "Mira Holt\nmira.holt@mail.example\tDeutsch\n\nExperience\n\nClerk, Acme Ltd\n2019 – 2021\n"
    assert [fact.detail for fact in parse(text).languages] == ["de"]


def test_language_in_a_sentence_is_not_spoken():
    text = "Mira Holt\nmira.holt@mail.example\n\nExperience\n\nEnglish Teacher, German School\n2019 – 2021\n"
    assert parse(text).languages == ()


@pytest.mark.parametrize(
    "level", ["Native speaker", "Full professional proficiency", "Langue maternelle", "Fließend", "C1", "B2 (Niveau)"]
)
def test_language_above_its_level_wherever_it_stands(level):
    text = f"{TOP}Languages\nEnglish\nFluent\n\nInterests\nRowing\n\nSpanish\n{level}\n\nReading\n"
    assert [fact.detail for fact in parse(text).languages] == ["en", "es"]


@pytest.mark.parametrize("below", ["Literature", "Senior", "Native plants of the coast"])
def test_language_above_something_else_is_none(below):
    text = f"{TOP}Languages\nEnglish\nFluent\n\nInterests\nRowing\n\nSpanish\n{below}\n\nReading\n"
    assert [fact.detail for fact in parse(text).languages] == ["en"]


def test_language_level_with_one_of_the_section():
    prepare()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    Column(canvas, 50, 200).line("Mira Holt", bold=True, size=18)
    left, right = Column(canvas, 50, 150, 700), Column(canvas, 300, 200, 700)
    for column, heading, words in (
        (left, "Tools", "Lathe|Mill|Saw|File"),
        (right, "Interests", "Rowing|Chess|Choir|Radio"),
    ):
        column.line(heading, bold=True, size=13)
        for word in words.split("|"):
            column.line(word)
    left.line("Languages", bold=True, size=13, gap=10)
    right.y = left.y
    left.line("English")
    right.line("Hebrew")
    canvas.save()
    answer = child.answer({"kind": "pdf", "pages": 5, "chars": 100_000}, stream.getvalue())
    assert [fact.detail for fact in parse(answer["text"], layout=answer["layout"]).languages] == ["en", "he"]
