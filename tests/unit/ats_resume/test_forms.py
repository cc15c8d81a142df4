"""The parser on whole forms that many people have: a floor for each form, on persons that no rule was written for."""

import pytest
from mix import FORMS, LANGUAGES, formed
from mix.scoring import scores

from ats_extract import child
from ats_resume import parse
from ats_resume.jsonresume import scorer_line

SEED = "held out"
KINDS = ("pdf", "docx", "odt")
# Raise the floors when the parser gets better. A network's own file names the employer once for several titles.
FLOORS = {"job": 0.9, "schools": 0.94, "degrees": 0.94, "languages": 0.97, "skills": 0.94, "city": 0.96, "name": 0.98}
LOWER = {("network", "job"): 0.8, ("stacked", "job"): 0.87}


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
    assert {field: found[field] for field in FLOORS if found[field] < LOWER.get((form, field), FLOORS[field])} == {}
