import pytest

from ats_apply_form import FieldRule, FileLimits, check_files, check_text, mask_email
from ats_extract import sniff

RULES = {
    "name": FieldRule("line", 120, required=True),
    "email": FieldRule("email", 254, required=True),
    "phone": FieldRule("phone", 40),
    "linkedin": FieldRule("url", 300),
    "message": FieldRule("text", 4000),
    "consent": FieldRule("tick", required=True),
}
GOOD = {"name": " Ana  Núñez ", "email": "ana@example.com", "consent": "1"}


def errors(**values):
    return check_text(RULES, {**GOOD, **values})[1]


def test_good_values_are_trimmed_and_unknown_keys_dropped():
    clean, found = check_text(RULES, {**GOOD, "stage_id": "3", "linkedin": "linkedin.com/in/ana"})
    assert found == {}
    assert clean["name"] == "Ana  Núñez"
    assert clean["linkedin"] == "https://linkedin.com/in/ana"
    assert "stage_id" not in clean


def test_missing_required_fields_are_named():
    assert check_text(RULES, {})[1] == dict.fromkeys(("name", "email", "consent"), "required")


@pytest.mark.parametrize("bad", ["a\r\nBcc: x@y.z", "a\x00b", "a\tb", "a\u202egpj", "a\u2028b", "\r\na"])
@pytest.mark.parametrize("field", ["name", "email", "phone", "linkedin"])
def test_line_breaks_and_control_characters_are_refused(field, bad):
    assert errors(**{field: bad})[field] == "characters"


def test_a_message_may_have_lines_but_no_nul():
    assert errors(message="one\r\ntwo\tthree") == {}
    assert errors(message="one\x00") == {"message": "characters"}


@pytest.mark.parametrize("bad", ["a", "a@b", "a@b..c", "a b@c.de", "a@b.c>", "<a@b.de>", "a@b.de,c@d.fr", "@b.de"])
def test_bad_addresses(bad):
    assert errors(email=bad) == {"email": "email"}


@pytest.mark.parametrize("good", ["+33 6 12 34 56 78", "(020) 7946-0000", "0049/30.123456 ext 12"])
def test_good_phones(good):
    assert errors(phone=good) == {}


@pytest.mark.parametrize("bad", ["12", "call me", "+++++++", "1" * 31])
def test_bad_phones(bad):
    assert errors(phone=bad) == {"phone": "phone"}


@pytest.mark.parametrize(
    "bad",
    [
        "javascript:alert(1)",
        "javascript://x.y/%0aalert(1)",
        "data:text/html,x",
        "//evil",
        "https://u@evil.example",
        "http://[",
        'https://a.b/"onx=',
        "ftp://a.b",
    ],
)
def test_only_web_addresses(bad):
    assert errors(linkedin=bad) == {"linkedin": "url"}


def test_too_long_keeps_what_fits():
    clean, found = check_text(RULES, {**GOOD, "message": "x" * 5000})
    assert found == {"message": "too_long"}
    assert len(clean["message"]) == 4000


def test_values_that_are_no_text_count_as_empty():
    assert check_text(RULES, {**GOOD, "name": ["x"]})[1] == {"name": "required"}


PDF = b"%PDF-1.4 " + b"x" * 11
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0" + b"\0" * 4


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ([("cv.pdf", PDF)], []),
        ([("CV.PDF", PDF)], []),
        ([("cv.txt", b"Ana, cook")], []),
        ([("cv.exe", PDF)], [("cv.exe", "extension")]),
        ([("cv", PDF)], [("cv", "extension")]),
        ([("cv.pdf.exe", PDF)], [("cv.pdf.exe", "extension")]),
        ([("cv.html", b"<html>")], [("cv.html", "extension")]),
        ([("cv.png", PNG)], [("cv.png", "extension")]),
        ([("cv.pdf", b"MZ" + b"\0" * 30)], [("cv.pdf", "content")]),
        ([("cv.txt", b"<script>alert(1)</script>")], [("cv.txt", "content")]),
        ([("cv.docx", PDF)], [("cv.docx", "content")]),
        ([("cv.pdf", b"")], [("cv.pdf", "empty")]),
        ([("cv.pdf", PDF + b"x" * 100)], [("cv.pdf", "size")]),
        ([("cv.pdf", PDF + b"x" * 35)] * 3, [("", "total")]),
        ([("cv.pdf", PDF)] * 6, [("", "count")]),
        ([("cv.pdf", PDF), ("a.exe", PDF)], [("a.exe", "extension")]),
    ],
)
def test_files(files, found):
    assert check_files(files, sniff, FileLimits(5, 60, 150)) == found


def test_mask_email():
    assert mask_email("ana@example.com") == "a…@example.com"
    assert mask_email("nonsense") == ""
