"""Text comes from a child process; whatever is sent, the outcome has a name and bounds."""

import io
import os
import time
from dataclasses import replace

import pytest
from documents import W, archive, deflated, deflated_zeros, docx, lying_docx, odt, pdf, pdf_text
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from ats_extract import Extraction, Limits, child, extract, extraction
from ats_extract.archives import ArchiveLimits, ArchiveRefused, BoundedArchive

QUICK = Limits(cpu_seconds=1, wall_seconds=5)


def read(data, kind, pages=30):
    """Do what the child does, here: starting a process for each small document takes time."""
    answer = child.answer({"kind": kind, "pages": pages, "chars": 200_000}, data)
    return Extraction(**answer)


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
    assert outcome.text == "Ada Lovelace\nada@example.com"
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
    outcome = read(docx(body, word__header1_xml=header), "docx")
    words = outcome.text.split("\n")
    assert [line for line in words if line] == ["ada@example.com", "Ada\tLovelace", "in a table", "in a box", "end"]
    assert outcome.detail == "hidden_text"


def test_odt_rtf_and_text():
    body = '<text:h>Ada</text:h><text:p>two<text:s text:c="2"/>blanks<text:line-break/>here</text:p>'
    assert read(odt(body), "odt").text == "Ada\ntwo blanks\nhere"
    rtf = rb"{\rtf1\ansi Ada L\'f6velace{\*\objdata 010500000200deadbeef}\par analyst}"
    assert read(rtf, "rtf").text == "Ada Lövelace\nanalyst"
    assert read("Ada Lövelace".encode("utf-16"), "txt").text == "Ada Lövelace"
    assert read("Ada Lövelace".encode("latin-1"), "txt").text == "Ada Lövelace"
    assert read(b"Ada\0 Love\x07lace 1815", "txt").text == "Ada  Lovelace 1815"
    assert read("я работал в Москве инженером".encode("cp1251") * 9, "txt").text.startswith("я работал")


def test_invisible_characters_of_a_pdf_are_left_out():
    outcome = read(reportlab_pdf("Ada Lovelace, analyst of engines", "python java sql", size=1), "pdf")
    assert outcome.text == "Ada Lovelace, analyst of engines"
    assert outcome.detail == "hidden_text"


def looped_pdf():
    return pdf_text("Ada Lovelace").replace(b"5 0 R]", b"2 0 R]").replace(b"/Type/Page/", b"/Type/None/")


FAILURES = {
    "PDF header only": (b"%PDF-1.7\n", "pdf", "damaged"),
    "PDF without text": (pdf(b""), "pdf", "no_text"),
    "half a PDF": (pdf_text("Ada Lovelace")[:250], "pdf", "damaged"),
    "page tree that contains itself": (looped_pdf(), "pdf", "damaged"),
    "page without its content": (pdf_text("Ada").replace(b"/Contents 4", b"/Contents 9"), "pdf", "damaged"),
    "DOCX without document": (archive({"[Content_Types].xml": "x"}), "docx", "damaged"),
    "half a DOCX": (docx()[:-30], "docx", "damaged"),
    "entity": (docx(prolog='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), "docx", "damaged"),
    "document type": (docx(prolog="<!DOCTYPE w>"), "docx", "damaged"),
    "absurd nesting": (docx("<w:p>" * 300), "docx", "damaged"),
    "encrypted ODT": (odt("", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "odt", "encrypted"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_every_failure_has_a_name(name):
    data, kind, state = FAILURES[name]
    outcome = read(data, kind)
    assert (outcome.state, outcome.text) == (state, "")


def test_what_needs_no_child():
    assert extract(b"", kind="pdf").state == "damaged"
    assert extract(b"", kind="txt").state == "no_text"
    assert extract(b"\x89PNG", kind="png").state == "no_text"
    assert extract(b"MZ", kind="").state == "unsupported"
    assert extract(b"x" * 101, kind="rtf", limits=Limits(data_bytes=100)).state == "too_large"


def test_pdf_passwords():
    needed = pdfencrypt.StandardEncryption("secret", ownerPassword="owner", canPrint=0)
    owner_only = pdfencrypt.StandardEncryption("", ownerPassword="owner", canPrint=0)
    assert read(reportlab_pdf("Ada Lovelace", encrypt=needed), "pdf").state == "encrypted"
    assert read(reportlab_pdf("Ada Lovelace", encrypt=owner_only), "pdf").text == "Ada Lovelace"


def test_bombs_end_as_too_large():
    flate = pdf(deflated_zeros(40), filters="/Filter/FlateDecode")
    assert len(flate) < 50_000
    for data, kind in ((flate, "pdf"), (docx(" " * 26_500_000), "docx")):
        start = time.process_time()
        assert read(data, kind).state == "too_large"
        assert time.process_time() - start < 2


def test_a_directory_that_lies_about_sizes_is_stopped_in_the_stream():
    with pytest.raises(ArchiveRefused) as refusal:
        BoundedArchive(lying_docx(3)).read("word/document.xml", 10_000_000)
    assert refusal.value.reason == "damaged"
    bounded = BoundedArchive(docx("a" * 5000), ArchiveLimits(unpacked=7000))
    bounded.read("word/document.xml", 10_000)
    with pytest.raises(ArchiveRefused) as refusal:
        bounded.read("word/document.xml", 10_000)
    assert refusal.value.reason == "too_large"


def test_a_busy_parser_is_stopped_by_its_processor_time():
    slow = pdf(deflated(b"0 0 m\n" * 900_000), filters="/Filter/FlateDecode")
    assert len(slow) < 12_000
    outcome = extract(slow, kind="pdf", limits=Limits(cpu_seconds=1, wall_seconds=15))
    assert (outcome.state, outcome.detail) == ("timed_out", "cpu")


def test_the_wall_clock_kills_the_whole_group(monkeypatch):
    started = []
    popen = extraction.subprocess.Popen

    class Recorder(popen):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            started.append(self.pid)

    monkeypatch.setattr(extraction.subprocess, "Popen", Recorder)
    slow = pdf(deflated(b"0 0 m\n" * 900_000), filters="/Filter/FlateDecode")
    outcome = extract(slow, kind="pdf", limits=Limits(wall_seconds=0.3))
    assert (outcome.state, outcome.detail) == ("timed_out", "wall")
    assert outcome.seconds < 4, "killed, not waited for"
    with pytest.raises(ProcessLookupError):
        os.killpg(started[0], 0)


def test_memory_is_bounded():
    blanks = pdf(deflated_zeros(20), filters="/Filter/FlateDecode")
    outcome = extract(blanks, kind="pdf", limits=replace(QUICK, memory_bytes=64 * 1024 * 1024))
    assert (outcome.state, outcome.detail) == ("too_large", "memory")


def test_pages_and_length_are_capped():
    text = b"BT /F1 12 Tf 72 720 Td (Ada Lovelace) Tj ET"
    assert read(pdf(text, pages=40), "pdf", pages=3).pages == 3
    outcome = extract(b"Ada Lovelace " * 100_000, kind="txt")
    assert (outcome.state, len(outcome.text)) == ("done", 200_000)
