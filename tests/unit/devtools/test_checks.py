"""The checks of `make lint` that are ours, and the guard runner's reading of its list."""

import pytest

from devtools import guards, manifests, xml_files
from devtools.console import Failure

GOOD = """<?xml version="1.0"?>
<odoo>
    <record id="a" model="b">
        <field name="c">d</field>
    </record>
</odoo>
"""


@pytest.fixture
def xml(tmp_path, monkeypatch):
    monkeypatch.setattr(xml_files, "ROOT", tmp_path)

    def write(text):
        path = tmp_path / "view.xml"
        path.write_text(text)
        return xml_files.problems([path])

    return write


def test_well_indented_xml_passes(xml):
    assert xml(GOOD) == []


@pytest.mark.parametrize(
    ("spoiled", "complaint"),
    [
        (GOOD.replace("        <field", "      <field"), "view.xml:4: field must stand 8 spaces deep"),
        (GOOD.replace("    <record", "\t<record"), "view.xml:3: record must stand 4 spaces deep"),
        (GOOD.replace("</record>", "</recrod>"), "view.xml:5: mismatched tag: line 5, column 6"),
        (GOOD.rstrip("\n"), "view.xml: the last line has no end"),
    ],
)
def test_spoiled_xml_is_named(xml, spoiled, complaint):
    assert xml(spoiled) == [complaint]


@pytest.mark.parametrize(
    "spoiled",
    [
        GOOD.replace("        <field", "  <field"),
        GOOD.replace("    </record>", "</record>"),
        GOOD.replace("    ", "\t"),
        GOOD.replace('<record id="a" model="b">', '<record\n        id="a"\n        model="b"\n    >'),
    ],
)
def test_spoiled_indentation_is_put_right(tmp_path, xml, spoiled):
    xml(spoiled)
    xml_files.form([tmp_path / "view.xml"])
    formed = (tmp_path / "view.xml").read_text()
    assert xml(formed) == []
    assert formed.split() == spoiled.split()


MANIFEST = {
    "name": "A",
    "summary": "B",
    "version": "19.0.1.0.0",
    "author": "C",
    "license": "LGPL-3",
    "category": "D",
    "depends": ["base"],
    "data": ["views/a.xml"],
}


@pytest.fixture
def addon(tmp_path, monkeypatch):
    """Returns the complaints about an addon with one view and the given manifest."""
    monkeypatch.setattr(manifests, "ADDONS", tmp_path)
    (tmp_path / "ats_x" / "views").mkdir(parents=True)
    (tmp_path / "ats_x" / "views" / "a.xml").write_text(GOOD)

    def complaints(**changes):
        monkeypatch.setattr(manifests.addons, "manifest", lambda _name: {**MANIFEST, **changes})
        return [problem.split(": ", 1)[1] for problem in manifests.problems(["ats_x"])]

    return complaints


def test_good_manifest_passes(addon):
    assert addon() == []


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"version": "1.0"}, "version must read 19.0.x.y.z"),
        ({"license": "AGPL-3"}, "license must be LGPL-3"),
        ({"summary": ""}, "summary is missing"),
        ({"data": []}, "views/a.xml exists and is not listed"),
        ({"data": ["views/a.xml", "views/a.xml"]}, "views/a.xml is listed twice"),
        ({"data": ["views/a.xml", "views/b.xml"]}, "views/b.xml is listed and does not exist"),
    ],
)
def test_faulty_manifest_is_named(addon, changes, complaint):
    assert addon(**changes) == [complaint]


def test_guard_takes_out_exactly_the_named_text(tmp_path, monkeypatch):
    monkeypatch.setattr(guards, "ROOT", tmp_path)
    (tmp_path / "a.py").write_text("one\ntwo\nthree\n")
    assert guards._text_without({"name": "n", "file": "a.py", "remove": "two\n"}) == "one\nthree\n"
    assert guards._text_without({"name": "n", "file": "a.py", "remove": "two", "put": "2"}) == "one\n2\nthree\n"


@pytest.mark.parametrize("text", ["", "two two"])
def test_guard_that_does_not_fit_the_code_stops_the_run(tmp_path, monkeypatch, text):
    monkeypatch.setattr(guards, "ROOT", tmp_path)
    (tmp_path / "a.py").write_text(text)
    with pytest.raises(Failure, match="Correct the entry"):
        guards._text_without({"name": "n", "file": "a.py", "remove": "two"})
