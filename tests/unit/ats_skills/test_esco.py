"""ESCO's CSV files as the portal gives them out; the rows are made up, the columns are real."""

import csv
import io
import zipfile

import pytest

from ats_skills import read

SKILL_COLUMNS = (
    "conceptType conceptUri skillType reuseLevel preferredLabel altLabels hiddenLabels status modifiedDate scopeNote "
    "definition inScheme description"
).split()
BROADER_COLUMNS = "conceptType conceptUri broaderType broaderUri".split()
URI = "http://data.europa.eu/esco/skill/"


def file(columns, rows):
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def skill(number, name, *others, kind="knowledge", status="released"):
    return {
        "conceptType": "KnowledgeSkillCompetence",
        "conceptUri": f"{URI}{number}",
        "skillType": kind,
        "reuseLevel": "sector-specific",
        "preferredLabel": name,
        "altLabels": "\n".join(others),
        "status": status,
        "inScheme": "http://data.europa.eu/esco/concept-scheme/skills",
    }


ENGLISH = file(
    SKILL_COLUMNS,
    [
        skill(1, "Haskell", "Haskell techniques", "functional programming, Haskell"),
        skill(2, "wound care", "treat wounds", kind="skill/competence"),
        skill(3, "old way", status="obsolete"),
        skill(4, "x" * 120),
    ],
)
FRENCH = file(SKILL_COLUMNS, [skill(1, "Haskell"), skill(2, "soins des plaies", "soigner une plaie")])
BROADER = file(
    BROADER_COLUMNS,
    [{"conceptType": "K", "conceptUri": f"{URI}1", "broaderType": "K", "broaderUri": f"{URI}9"}],
)


def test_skills_of_two_languages_and_what_is_part_of_what():
    esco = read(
        [("skills_fr.csv", FRENCH), ("skills_en.csv", b"\xef\xbb\xbf" + ENGLISH), ("notes.txt", b"?"),
         ("broaderRelationsSkillPillar_en.csv", BROADER)]
    )  # fmt: skip
    assert esco.languages == ("en", "fr")
    assert [concept.name for concept in esco.skills["en"]] == ["Haskell", "wound care"], "obsolete and endless ones"
    assert esco.skills["en"][0].others == ("Haskell techniques", "functional programming, Haskell")
    assert esco.skills["fr"][1].others == ("soigner une plaie",)
    assert esco.broader == {f"{URI}1": (f"{URI}9",)}


def test_zip_of_the_portal():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("ESCO dataset/skills_en.csv", ENGLISH)
        archive.writestr("ESCO dataset/occupations_en.csv", b"no")
    assert read([("esco.zip", packed.getvalue())]).languages == ("en",)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("occupations_en.csv", b"a,b\n", "no file skills"),
        ("skills_en.csv", b"a,b\n1,2\n", "no column"),
        ("skills_en.csv", "preferredLabel;\xe9".encode("latin-1"), "UTF-8"),
        ("esco.zip", b"PK\x03\x04 nothing", "damaged"),
    ],
)
def test_other_files_are_told(name, content, says):
    with pytest.raises(ValueError, match=says):
        read([(name, content)])


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr("ats_skills.esco.MOST_BYTES", 1000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("skills_en.csv", b"0" * 5000)
    with pytest.raises(ValueError, match="more than"):
        read([("esco.zip", packed.getvalue())])
