"""The parser on whole forms that many people have: a floor for each form, on persons that no rule was written for."""

import pytest
from mix import FORMS, LANGUAGES, formed
from mix.scoring import scores

from ats_extract import child
from ats_resume import parse
from ats_resume.jsonresume import scorer_line

SEED = "held out"
KINDS = ("pdf", "docx", "odt")
# Raise the floors when the parser gets better.
FLOORS = {"job": 0.94, "schools": 0.94, "degrees": 0.94, "languages": 0.97, "skills": 0.94, "city": 0.96, "name": 0.98}


@pytest.mark.parametrize("form", FORMS)
def test_form(form):
    rows = []
    for kind in KINDS:
        for language in LANGUAGES:
            data, truth = formed(language, kind, form, SEED)
            answer = child.answer({"kind": kind, "pages": 30, "chars": 200_000}, data)
            assert answer["state"] == "done"
            rows.append((scorer_line(parse(answer["text"], layout=answer["layout"]), truth["doc"]), truth))
    found = scores(rows)
    assert {field: found[field] for field in FLOORS if found[field] < FLOORS[field]} == {}
