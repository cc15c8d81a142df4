"""What is accepted as a document, and why the rest is refused."""

import time

import pytest
from documents import archive, docx, odt, pdf_text, png

from ats_extract import clean_filename, sniff

JPG = b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x10\x00\x10\x03" + b"\0" * 20


@pytest.mark.parametrize(
    ("data", "filename", "code"),
    [
        (pdf_text("Ada"), "cv.pdf", "pdf"),
        (pdf_text("Ada"), "CV.PDF", "pdf"),
        (pdf_text("Ada"), "cv", "pdf"),
        (pdf_text("Ada"), "cv.pdf.", "pdf"),
        (docx(), "cv.docx", "docx"),
        (odt("<text:p>Ada</text:p>"), "cv.odt", "odt"),
        (rb"{\rtf1 Ada}", "cv.rtf", "rtf"),
        (b"Ada Lovelace\n", "cv.txt", "txt"),
        ("Ada Lovelace".encode("utf-16"), "cv.txt", "txt"),
        (png(), "photo.png", "png"),
        (JPG, "photo.jpeg", "jpg"),
    ],
)
def test_content_and_extension_agree(data, filename, code):
    kind = sniff(data, filename)
    assert (kind.code, kind.reason, kind.flags) == (code, "", ())
    assert kind.accepted


@pytest.mark.parametrize(
    ("data", "filename", "reason"),
    [
        (b"", "cv.pdf", "empty"),
        (pdf_text("Ada"), "cv.pdf.exe", "extension"),
        (pdf_text("Ada"), "cv.pdf\0.exe", "extension"),
        (b"MZ\x90\0\3" + b"\0" * 60 + b"\1" * 40, "cv.pdf", "unknown"),
        (b"<!DOCTYPE html><p>hello", "cv.pdf", "markup"),
        (b"\xef\xbb\xbf <html>", "cv.txt", "markup"),
        (b"<svg xmlns='x' onload='alert(1)'/>", "cv.png", "markup"),
        ("<script>1</script>".encode("utf-16"), "cv.txt", "markup"),
        (b"hello", "page.html", "extension"),
        (docx(), "cv.docm", "macro"),
        (docx(word__vbaProject_bin=b"x").replace(b"vbaProject_bin", b"vbaProject.bin"), "cv.docx", "macro"),
        (archive({"[Content_Types].xml": "x.wordprocessingml macroEnabled"}), "cv.docx", "macro"),
        (odt("", **{"Basic/Standard/Module1.xml": "x"}), "cv.odt", "macro"),
        (archive({"a.txt": "x"}), "cv.docx", "archive"),
        (b"PK\3\4" + b"\0" * 60, "cv.docx", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 90, "cv.docx", "legacy_office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "cv.docx", "encrypted"),
        (b"<html><script>1</script>" + pdf_text("x"), "cv.pdf", "polyglot"),
        (pdf_text("Ada") + archive({"evil.class": "x"}), "cv.pdf", "polyglot"),
        (png() + archive({"evil.class": "x"}), "photo.png", "polyglot"),
        (png(30_000, 30_000), "photo.png", "pixels"),
        (b"\x89PNG\r\n\x1a\n", "photo.png", "unknown"),
    ],
)
def test_refused_with_its_reason(data, filename, reason):
    kind = sniff(data, filename)
    assert (kind.code, kind.reason) == ("", reason)
    assert not kind.accepted


def test_another_accepted_extension_is_only_a_flag():
    assert sniff(pdf_text("Ada"), "cv.docx").flags == ("extension_mismatch",)
    assert sniff(b"Ada Lovelace", "cv.pdf").code == "txt"


def test_active_content_is_flagged():
    data = pdf_text("Ada").replace(b"/Type/Catalog", b"/Type/Catalog/OpenAction 9 0 R")
    assert sniff(data, "cv.pdf").flags == ("active_content",)


def test_archive_bombs_are_refused_before_anything_is_unpacked():
    bomb = docx(f"<w:p>{' ' * 26_500_000}</w:p>")
    many = archive({"[Content_Types].xml": "wordprocessingml", **{f"word/{n}.xml": "" for n in range(2100)}})
    start = time.process_time()
    assert sniff(bomb, "cv.docx").reason == "too_large"
    assert sniff(many, "cv.docx").reason == "too_large"
    assert time.process_time() - start < 0.2


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cv.pdf", "cv.pdf"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\me\cv.pdf", "cv.pdf"),
        ("cv\0.pdf", "cv.pdf"),
        ("ann\u202efdp.exe", "annfdp.exe"),
        ('a"b\r\nSet-Cookie: x.pdf', "a_bSet-Cookie_ x.pdf"),
        ("  cv .pdf. ", "cv.pdf"),
        ("", "document"),
        ("...", "document"),
        (".pdf", "document.pdf"),
        ("zero\u200bwidth.pdf", "zerowidth.pdf"),
        ("lone\ud800.pdf", "lone.pdf"),
        ("Re\u0301sume\u0301 🎓.pdf", "Résumé 🎓.pdf"),
    ],
)
def test_clean_filename(name, expected):
    assert clean_filename(name) == expected


def test_long_names_keep_their_extension():
    name = clean_filename("x" * 300 + ".docx")
    assert len(name) == 120
    assert name.endswith("x.docx")


def test_the_extension_of_the_content_is_added():
    assert clean_filename("cv.docx", extension="pdf") == "cv.docx.pdf"
    assert clean_filename("cv.PDF", extension="pdf") == "cv.PDF"
    assert clean_filename("photo.jpeg", extension="jpg") == "photo.jpeg"
    assert clean_filename("", extension="pdf") == "document.pdf"
