"""The command line that the benchmark and anybody's script use."""

import json

from resumes import make

from ats_resume.cli import main


def test_jsonl(tmp_path, capsys):
    paths = []
    for number, language in enumerate(("en", "pl")):
        path = tmp_path / f"{language}.txt"
        path.write_text(make(language, "employer_first", number).text, encoding="utf-8")
        paths.append(str(path))
    assert main(["--jsonl", "--root", str(tmp_path), *paths]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["doc"] for line in lines] == ["en.txt", "pl.txt"]
    keys = {
        "doc",
        "name",
        "email",
        "phone",
        "url",
        "location",
        "work",
        "education",
        "skills",
        "languages",
        "certificates",
    }
    assert all(keys <= line.keys() for line in lines)
    assert lines[0]["work"][0]["end"] == "present"


def test_json_resume(tmp_path, capsys):
    path = tmp_path / "cv.txt"
    path.write_text(make("en", "one_line", 1).text, encoding="utf-8")
    skills = tmp_path / "skills.txt"
    skills.write_text("Go, Golang\nPython\n", encoding="utf-8")
    assert main(["--skills", str(skills), str(path)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["basics"]["phone"] == "+12125550123"
    assert {skill["name"] for skill in document["skills"]} == {"Go", "Python"}
    assert "endDate" not in document["work"][0]
