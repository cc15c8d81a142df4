"""Text comes from a child process; whatever is sent, the outcome has a name and bounds."""

import io
import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from documents import W, archive, deflated, deflated_zeros, docx, lying_docx, odt, pdf, pdf_text
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from ats_extract import Limits, extract, extraction
from ats_extract.archives import ArchiveLimits, ArchiveRefused, BoundedArchive

QUICK = Limits(cpu_seconds=1, wall_seconds=5)


def reportlab_pdf(*lines, encrypt=None, size=12):
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=encrypt)
    for number, line in enumerate(lines):
        canvas.setFont("Helvetica", 12 if number == 0 else size)
        canvas.drawString(72, 720 - 20 * number, line)
    canvas.save()
    return buffer.getvalue()


def test_pdf_made_by_a_program():
    outcome = extract(reportlab_pdf("Ada Lovelace", "ada@example.com"), kind="pdf")
    assert outcome.state == "done"
    assert outcome.text == "Ada Lovelace\n\nada@example.com"
    assert outcome.pages == 1
    assert 0 < outcome.seconds < 5


def test_docx_reads_every_text_once():
    fallback = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = "<w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Ada</w:t><w:tab/><w:t>Lovelace</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>in a table</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{fallback}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>python java sql</w:t></w:r><w:r><w:t>end</w:t></w:r></w:p>"
    )
    header = f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>ada@example.com</w:t></w:r></w:p></w:hdr>'
    outcome = extract(docx(body, word__header1_xml=header), kind="docx")
    words = outcome.text.split("\n")
    assert [line for line in words if line] == ["ada@example.com", "Ada\tLovelace", "in a table", "in a box", "end"]
    assert outcome.detail == "hidden_text"


def test_odt_rtf_and_text():
    body = '<text:h>Ada</text:h><text:p>two<text:s text:c="2"/>blanks<text:line-break/>here</text:p>'
    assert extract(odt(body), kind="odt").text == "Ada\ntwo  blanks\nhere"
    rtf = rb"{\rtf1\ansi Ada L\'f6velace{\*\objdata 010500000200deadbeef}\par analyst}"
    assert extract(rtf, kind="rtf").text == "Ada Lövelace\nanalyst"
    assert extract("Ada Lövelace".encode("utf-16"), kind="txt").text == "Ada Lövelace"
    assert extract("Ada Lövelace".encode("latin-1"), kind="txt").text == "Ada Lövelace"
    assert extract(b"Ada\0 Love\x07lace 1815", kind="txt").text == "Ada  Lovelace 1815"
    assert extract("я работал в Москве инженером".encode("cp1251") * 9, kind="txt").text.startswith("я работал")


def test_invisible_characters_of_a_pdf_are_left_out():
    outcome = extract(reportlab_pdf("Ada Lovelace, analyst of engines", "python java sql", size=1), kind="pdf")
    assert outcome.text == "Ada Lovelace, analyst of engines"
    assert outcome.detail == "hidden_text"


def looped_pdf():
    return pdf_text("Ada Lovelace").replace(b"5 0 R]", b"2 0 R]").replace(b"/Type/Page/", b"/Type/None/")


FAILURES = {
    "empty PDF": (b"", "pdf", "damaged"),
    "empty text": (b"", "txt", "no_text"),
    "image": (b"\x89PNG", "png", "no_text"),
    "unknown": (b"MZ", "", "unsupported"),
    "PDF header only": (b"%PDF-1.7\n", "pdf", "damaged"),
    "PDF without text": (pdf(b""), "pdf", "no_text"),
    "half a PDF": (pdf_text("Ada Lovelace")[:250], "pdf", "damaged"),
    "page tree that contains itself": (looped_pdf(), "pdf", "damaged"),
    "page without its content": (pdf_text("Ada").replace(b"/Contents 4", b"/Contents 9"), "pdf", "damaged"),
    "DOCX without document": (archive({"[Content_Types].xml": "x"}), "docx", "damaged"),
    "half a DOCX": (docx()[:-30], "docx", "damaged"),
    "entity": (docx(prolog='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), "docx", "damaged"),
    "absurd nesting": (docx("<w:p>" * 300), "docx", "damaged"),
    "encrypted ODT": (odt("", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "odt", "encrypted"),
}


def test_every_failure_has_a_name():
    with ThreadPoolExecutor(4) as pool:
        outcomes = dict(zip(FAILURES, pool.map(failure_state, FAILURES.values()), strict=True))
    assert outcomes == {name: (state, "") for name, (_data, _kind, state) in FAILURES.items()}


def failure_state(case):
    outcome = extract(case[0], kind=case[1], limits=QUICK)
    return outcome.state, outcome.text


def test_pdf_passwords():
    needed = pdfencrypt.StandardEncryption("secret", ownerPassword="owner", canPrint=0)
    owner_only = pdfencrypt.StandardEncryption("", ownerPassword="owner", canPrint=0)
    assert extract(reportlab_pdf("Ada Lovelace", encrypt=needed), kind="pdf").state == "encrypted"
    assert extract(reportlab_pdf("Ada Lovelace", encrypt=owner_only), kind="pdf").text == "Ada Lovelace"


def test_bombs_end_as_too_large():
    flate = pdf(deflated_zeros(40), filters="/Filter/FlateDecode")
    assert len(flate) < 50_000
    for data, kind in ((flate, "pdf"), (docx(" " * 30_000_000), "docx"), (b"x" * 1_000_001, "rtf")):
        start = time.monotonic()
        assert extract(data, kind=kind, limits=replace(QUICK, data_bytes=1_000_000)).state == "too_large"
        assert time.monotonic() - start < 2


def test_a_directory_that_lies_about_sizes_is_stopped_in_the_stream():
    with pytest.raises(ArchiveRefused) as refusal:
        BoundedArchive(lying_docx(3)).read("word/document.xml", 10_000_000)
    assert refusal.value.reason == "damaged"
    bounded = BoundedArchive(docx("a" * 5000), ArchiveLimits(unpacked=7000))
    bounded.read("word/document.xml", 10_000)
    with pytest.raises(ArchiveRefused) as refusal:
        bounded.read("word/document.xml", 10_000)
    assert refusal.value.reason == "too_large"


def test_a_busy_parser_is_stopped_and_keeps_the_pages_read():
    slow = pdf(deflated(b"0 0 m\n" * 900_000), filters="/Filter/FlateDecode")
    assert len(slow) < 12_000
    start = time.monotonic()
    outcome = extract(slow, kind="pdf", limits=QUICK)
    assert (outcome.state, outcome.detail) == ("timed_out", "cpu")
    assert time.monotonic() - start < 3


def test_the_wall_clock_kills_the_whole_group(monkeypatch):
    started = []
    popen = extraction.subprocess.Popen

    class Recorder(popen):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            started.append(self.pid)

    monkeypatch.setattr(extraction.subprocess, "Popen", Recorder)
    outcome = extract(pdf_text("Ada Lovelace"), kind="pdf", limits=Limits(wall_seconds=0.01))
    assert (outcome.state, outcome.detail) == ("timed_out", "wall")
    with pytest.raises(ProcessLookupError):
        os.killpg(started[0], 0)


def test_memory_is_bounded():
    blanks = pdf(deflated_zeros(20), filters="/Filter/FlateDecode")
    outcome = extract(blanks, kind="pdf", limits=replace(QUICK, memory_bytes=64 * 1024 * 1024))
    assert (outcome.state, outcome.detail) == ("too_large", "memory")


def test_pages_and_length_are_capped():
    text = b"BT /F1 12 Tf 72 720 Td (Ada Lovelace) Tj ET"
    assert extract(pdf(text, pages=40), kind="pdf", limits=Limits(pages=3)).pages == 3
    outcome = extract(b"Ada Lovelace " * 100_000, kind="txt")
    assert (outcome.state, len(outcome.text)) == ("done", 200_000)
