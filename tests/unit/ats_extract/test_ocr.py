"""Scanned pages: no text without the extra, words with it."""

import base64
import io

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ats_extract import Limits, Workshop, child, extract, ocr

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
WORDS = ("Mira Holt", "mira.holt@mail.example", "Office Manager at Northwind")


def picture(kind: str) -> bytes:
    image = Image.new("RGB", (900, 500), "white")
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(WORDS):
        draw.text((60, 60 + 90 * number), line, fill="black", font=ImageFont.truetype(FONT, 34))
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def scanned(kind: str = "JPEG") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawImage(ImageReader(io.BytesIO(picture(kind))), 0, 300, 595, 330)
    canvas.save()
    return buffer.getvalue()


def test_without_being_asked_a_scan_has_no_text():
    assert extract(scanned(), kind="pdf").state == "no_text"
    assert extract(picture("PNG"), kind="png").state == "no_text"


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_child_hands_out_the_picture_of_a_page(kind):
    [shown] = child.shown(scanned(kind), 3)["pictures"]
    image = Image.open(io.BytesIO(base64.b64decode(shown)))
    assert image.size == (900, 500)


def test_a_broken_file_has_no_pictures():
    assert child.shown(b"%PDF-1.4 nonsense", 3)["pictures"] == []


def test_where_no_recogniser_is_installed_it_stays_without_text(monkeypatch):
    monkeypatch.setattr(ocr, "languages", lambda: ())
    assert extract(scanned(), kind="pdf", limits=Limits(ocr_pages=2)).state == "no_text"


@pytest.mark.skipif(not ocr.languages(), reason="tesseract is not installed: the extra is optional")
def test_words_are_read_and_the_outcome_says_so():
    outcome = extract(scanned(), kind="pdf", limits=Limits(ocr_pages=2))
    assert (outcome.state, outcome.detail) == ("done", "ocr")
    assert "mira.holt@mail.example" in outcome.text
    with Workshop(Limits(ocr_pages=1)) as workshop:
        assert "Mira Holt" in workshop.extract(picture("PNG"), kind="png").text
