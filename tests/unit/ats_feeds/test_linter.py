"""What each board refuses is told before it does."""

import pytest
from postings import POSTING, changed

from ats_feeds import BOARDS, Place, lint


def found(posting, board, level=None):
    return {(each.field, each.code) for each in lint(posting) if each.board == board and level in (None, each.level)}


def test_a_complete_posting_pleases_everybody():
    assert lint(POSTING) == []


@pytest.mark.parametrize(
    ("values", "board", "field", "code"),
    [
        ({"title": " "}, "rss", "title", "required"),
        ({"description": "<p> </p>"}, "json", "description", "required"),
        ({"url": "/jobs/7"}, "indeed", "url", "required"),
        ({"place": None}, "google", "place", "country"),
        ({"place": Place(city="Ghent")}, "google", "place", "country"),
        ({"place": Place(country="BE")}, "indeed", "place", "city"),
        ({"description": "<p>Frame Welder</p>"}, "google", "description", "same_as_title"),
        ({"title": "Welder, mail jobs@x.example"}, "indeed", "title", "contact"),
        ({"title": "Welder € 3500"}, "indeed", "title", "pay"),
        ({"title": "URGENT!!! Welder"}, "indeed", "title", "shouting"),
        ({"description": "<p>Short.</p>"}, "linkedin", "description", "too_short"),
        ({"description": "<p>" + "long " * 6000 + "</p>"}, "linkedin", "description", "too_long"),
        ({"title": "x" * 201}, "linkedin", "title", "too_long"),
        ({"email": ""}, "linkedin", "email", "poster"),
        ({"reference": "9" * 41}, "linkedin", "reference", "too_long"),
        ({"company": ""}, "indeed", "company", "required"),
    ],
)
def test_refusals(values, board, field, code):
    assert (field, code) in found(changed(**values), board, "error")


@pytest.mark.parametrize(
    ("values", "board", "field", "code"),
    [
        ({"pay": None}, "google", "pay", "recommended"),
        ({"closes": None}, "google", "closes", "recommended"),
        ({"employment_type": ""}, "google", "employment_type", "recommended"),
        ({"employment_type": "OTHER"}, "indeed", "employment_type", "unknown_here"),
        ({"title": "Welder at Bramble Bikes"}, "google", "title", "company"),
        ({"url": "https://bramble.example/jobs/7"}, "linkedin", "url", "www"),
        ({"sample_text": True}, "google", "description", "sample"),
        ({"place": Place(city="Ghent", country="BE")}, "indeed", "place", "region"),
    ],
)
def test_warnings(values, board, field, code):
    assert (field, code) in found(changed(**values), board, "warning")
    assert not found(changed(**values), board, "error")


def test_remote_work_needs_no_city():
    assert not found(changed(workplace="remote", place=Place(country="BE")), "indeed", "error")


def test_errors_come_first_board_by_board():
    findings = lint(changed(pay=None, place=None, description=""))
    boards = [finding.board for finding in findings]
    assert boards == sorted(boards, key=BOARDS.index)
    google = [finding.level for finding in findings if finding.board == "google"]
    assert google == sorted(google)
