"""Hidden words, stuffing and instructions are flagged and kept out of the facts; clean pages stay clean."""

import json

import pytest
from traps import ORDERS, clean, trap

from ats_extract import child
from ats_resume import Catalogue, parse

CATALOGUE = Catalogue([("1", "Haskell", ()), ("2", "Python", ()), ("3", "Kubernetes", ())])


def read(data, code):
    return child.answer({"kind": code, "pages": 30, "chars": 200_000}, data)


def caught(seed):
    made = trap(seed)
    answer = read(made.data, made.code)
    resume = parse(answer["text"], layout=answer["layout"], catalogue=CATALOGUE)
    facts = {key: value for key, value in resume.as_dict().items() if key != "flags"}
    leaked = made.flag == "hidden_text" and made.word in json.dumps(facts)
    return made.flag in {flag.kind for flag in resume.flags} and not leaked, made


def test_traps_are_flagged_and_kept_out():
    missed = [(seed, made.way) for seed in range(56) for found, made in [caught(seed)] if not found]
    assert missed == []


def test_clean_pages_raise_nothing():
    for seed in range(10):
        answer = read(clean(seed), "pdf")
        assert parse(answer["text"], layout=answer["layout"]).flags == ()


@pytest.mark.parametrize("language", ORDERS)
def test_orders_to_a_machine_are_told_and_left_out(language):
    for order in ORDERS[language]:
        resume = parse(f"Mira Holt\nmira.holt@mail.example\n\nSkills\nPython\n{order}\n", catalogue=CATALOGUE)
        quotes = " ".join(flag.span.quote for flag in resume.flags if flag.kind == "instruction")
        assert quotes.replace(" ", "") == order.replace(" ", "")
        assert [skill.name for skill in resume.skills] == ["Python"]
        assert [skill.name for skill in resume.listed_skills] == ["Python"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ignored by nobody: the instructions that I wrote for the new machines.",
        "Evaluated candidates for the assistant team and scored their tests.",
        "Wrote the rules by which the bank rates its customers.",
        "Bewertung von Kandidaten im Auswahlverfahren.",
        "Built a parser for résumés and an AI assistant.",
        "Rated the best applicant tracking system of the year.",
    ],
)
def test_what_people_say_about_their_work_is_no_order(sentence):
    assert parse(f"Mira Holt\n\nExperience\nClerk, Acme\n2019 – 2021\n{sentence}\n").flags == ()


def test_text_over_the_picture_of_a_scanned_page_is_read():
    import io

    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    pixel = bytes.fromhex(
        "424d3a000000000000003600000028000000010000000100000001001800000000000400000000000000000000000000000000000000ffffff00"
    )
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawImage(ImageReader(io.BytesIO(pixel)), 0, 0, 595, 842)
    text = canvas.beginText(60, 700)
    text.setTextRenderMode(3)
    text.textLine("Mira Holt mira.holt@mail.example")
    canvas.drawText(text)
    canvas.save()
    answer = read(buffer.getvalue(), "pdf")
    assert answer["text"] == "Mira Holt mira.holt@mail.example" and not answer["layout"]["hidden"]
