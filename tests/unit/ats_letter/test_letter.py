import io
from pathlib import Path

import pytest
import reportlab
from PIL import Image
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ats_letter import Evidence, Fonts, Stationery, UnreadablePdf, append_evidence, dress
from ats_letter.fonts import fitted
from ats_letter.stationery import LISTS

VERA = Path(reportlab.__file__).parent / "fonts"
FONTS = Fonts(str(VERA / "Vera.ttf"), str(VERA / "VeraBd.ttf"))


def pages(count, text="terms"):
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for number in range(count):
        canvas.drawString(100, 400, f"{text} {number}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def paper(**values):
    return Stationery(company="Brasserie Élan", fonts=FONTS, **values)


def texts(pdf):
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def test_every_page_gets_its_number_and_the_company():
    done = texts(dress(pages(3), paper(reference="Offer 7 · version 2", footer="VAT BE01")))
    assert len(done) == 3
    for number, text in enumerate(done, start=1):
        assert f"Page {number} / 3" in text
        assert "Brasserie Élan" in text
        assert "Offer 7 · version 2" in text
        assert "VAT BE01" in text
        assert f"terms {number - 1}" in text


def test_the_page_label_is_the_caller_s():
    assert "Seite 1 von 2" in texts(dress(pages(2), paper(page_label="Seite {page} von {pages}")))[0]


def test_the_address_is_on_the_first_page_only():
    first, second = texts(dress(pages(2), paper(address=("Rue Haute 1", "1000 Bruxelles"))))
    assert "Rue Haute 1" in first
    assert "Rue Haute 1" not in second


def test_fonts_are_embedded():
    page = PdfReader(io.BytesIO(dress(pages(1), paper()))).pages[0]
    ours = [
        font.get_object()
        for name, font in page["/Resources"]["/Font"].items()
        if "Vera" in font.get_object()["/BaseFont"]
    ]
    assert ours
    assert all("/FontFile2" in font["/FontDescriptor"] for font in ours)


def logo(mode="RGBA"):
    target = io.BytesIO()
    Image.new(mode, (600, 200), (120, 30, 90, 128)[: len(mode)]).save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L"])
def test_a_logo_is_drawn_on_the_first_page(mode):
    raw = logo(mode) if mode != "L" else logo("RGB")
    plain, with_logo = dress(pages(1), paper()), dress(pages(1), paper(logo=raw))
    count = [len(PdfReader(io.BytesIO(pdf)).pages[0].images) for pdf in (plain, with_logo)]
    assert count == [0, 1]


@pytest.mark.parametrize("raw", [b"<svg/>", b"\x89PNG broken", b"", None])
def test_a_logo_that_is_no_picture_leaves_the_name(raw):
    assert "Brasserie Élan" in texts(dress(pages(1), paper(logo=raw)))[0]


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.4\n", b"<html/>", pages(1)[:200]])
def test_what_is_no_pdf_is_named(raw):
    with pytest.raises(UnreadablePdf):
        dress(raw, paper())


def test_title_and_language_reach_the_document():
    reader = PdfReader(io.BytesIO(dress(pages(1), paper(title="Your offer", lang="fr_BE"))))
    assert reader.metadata.title == "Your offer"
    assert reader.root_object["/Lang"] == "fr-BE"


def test_a_long_name_is_made_smaller_then_cut():
    regular = FONTS.names()[0]
    assert fitted("short", regular, 9, 200) == ("short", 9)
    text, size = fitted("x" * 400, regular, 9, 200)
    assert text.endswith("…")
    assert size == 6.5


def test_evidence_follows_the_unchanged_letter():
    letter = dress(pages(2), paper())
    facts = (("Name", "Łukasz O'Neil <b>"), ("SHA-256", "ab" * 32))
    signed = append_evidence(letter, Evidence("Accepted", "Told here.", facts, "End."), paper())
    done = texts(signed)
    assert len(done) == 3
    assert done[:2] == texts(letter)
    assert "Accepted" in done[2]
    assert "O'Neil <b>" in done[2]
    assert "ab" * 32 in done[2].replace("\n", "").replace(" ", "")


def test_gaps_that_qt_names_tabs_are_spaces():
    assert (
        LISTS.sub(lambda found: found.group().replace(b"<0009>", b"<0020>"), b"<0009> <0009> [<0041> <0009>]")
        == b"<0009> <0009> [<0041> <0020>]"
    )
