"""Every guard of tests/guards names a text that its file has once, and a test that is there."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def listed():
    for path in sorted((ROOT / "tests" / "guards").glob("*.py")):
        yield from runpy.run_path(str(path))["GUARDS"]


@pytest.mark.parametrize("guard", listed(), ids=lambda guard: guard["name"])
def test_it_fits(guard):
    assert (ROOT / guard["file"]).read_text().count(guard["remove"]) == 1
    file, *_classes, name = guard["test"].split("::")
    assert re.search(rf"def {re.escape(name.split('[')[0])}\b", (ROOT / file).read_text())
