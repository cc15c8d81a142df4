"""Labels side by side in a paragraph of Word: each on a ground of its own, or apart by a run that is a blank."""

import pytest
from documents import docx

from ats_extract import child

GROUND = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>'
SHADE = '<w:rPr><w:shd w:val="clear" w:fill="DDEEFF"/></w:rPr>'


def lines(*runs, look=""):
    body = "".join(f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>' for text in runs)
    answer = child.answer({"kind": "docx", "pages": 5, "chars": 10_000}, docx(f"<w:p>{body}</w:p>"))
    return answer["text"].strip().split("\t")


@pytest.mark.parametrize("look", [GROUND, SHADE])
def test_labels_on_a_ground_of_their_own(look):
    assert lines("Welding", "Pipe fitting", "C++", look=look) == ["Welding", "Pipe fitting", "C++"]


@pytest.mark.parametrize("look", ["", GROUND])
def test_a_word_in_two_runs_is_one(look):
    assert lines("Weld", "ing of pipes", look=look) == ["Welding of pipes"]


def test_labels_apart_by_runs_that_are_blanks():
    assert lines("Welding", " ", "Pipe fitting", " ", "crane operation") == [
        "Welding",
        "Pipe fitting",
        "crane operation",
    ]


@pytest.mark.parametrize(
    "runs",
    [
        ("Welded", " ", "the frames of", " ", "bridges"),  # a sentence in pieces
        ("Welding", " ", "Brazing", " ", "Turning"),  # words: nothing tells that they are no sentence
        ("Northwind Ltd,", " ", "Ashcombe", " ", "Blue Fjord"),
        ("Pipe fitting", " ", "Welding"),
    ],
)
def test_sentences_in_several_runs_stay_whole(runs):
    assert lines(*runs) == ["".join(runs)]
