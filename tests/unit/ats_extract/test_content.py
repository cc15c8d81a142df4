"""The fast reader of content streams says what pdfminer's own says, also of damaged ones and at every border."""

import random

import pytest
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSEOF

from ats_extract.content import Content, Operators
from ats_extract.glyphs import Interpreter

PAGE = b"""q 1 0 0 -1 0 842 cm /G3 gs BT /F4 11.5 Tf 1 0 0 -1 59 138 Tm
<0024003200> Tj [<00240032> -12 (fi) .5 (x)] TJ T* (a\\051b\\\\) ' 1 2 (nested (brackets)) " ET
0.5 0.25 1 rg 10 20 -30.5 +40 re f* /Im1 Do /A#20B gs << /MCID 0 /T [1 2] >> BDC EMC % a remark
BI /W 2 /H 2 /F /AHx ID 00ff00ff> EI true false null [1 [2 (3)] /N] d 0 J Q
"""
PIECES = (
    b"<<", b">>", b"[", b"]", b"(", b")", b"\\", b"%", b"/", b"<", b">", b"BI /W 3 ID xx EI ", b"\0", b"1.", b"-",
    b"+-3", b"\r\n", b"{", b"}", b"#", b"1..2", b"<4>", b'"', b"'", b"\xff\xfe",
)  # fmt: skip


def said(reader, *streams):
    found = []
    try:
        content = reader([PDFStream({}, data) for data in streams])
        while True:
            found.append(repr(content.nextobject()[1]))
    except PSEOF:
        return found
    except Exception as error:  # noqa: BLE001 (both must fail alike)
        return [*found, type(error).__name__]


def broken(pick):
    data = bytearray(PAGE * 3)
    for _turn in range(pick.randint(0, 12)):
        place = pick.randrange(len(data))
        if pick.random() < 0.3:
            del data[place : place + pick.randint(1, 30)]
        else:
            data[place:place] = pick.choice(PIECES)
    return bytes(data)


def test_whole_page():
    assert len(said(Content, PAGE)) > 50
    assert said(Content, PAGE) == said(PDFContentParser, PAGE)


@pytest.mark.parametrize("seed", range(40))
def test_broken_pages(seed):
    data = broken(random.Random(seed))
    assert said(Content, data) == said(PDFContentParser, data)


@pytest.mark.parametrize("place", range(0, len(PAGE), 7))
def test_page_in_two_streams(place):
    assert said(Content, PAGE[:place], PAGE[place:]) == said(PDFContentParser, PAGE[:place], PAGE[place:])


def test_page_longer_than_the_buffer():
    assert said(Content, PAGE * 400) == said(PDFContentParser, PAGE * 400)


def test_words_of_broken_pages_are_not_kept_without_end():
    operators = Operators(Interpreter)
    words = said_keywords(b" ".join(b"x%d" % number for number in range(2000)) + b" BT ")
    assert [operators.of(word) for word in words][-1] == ("do_BT", 0)
    assert len(operators._known) < 600


def said_keywords(data):
    content, found = Content([PDFStream({}, data)]), []
    try:
        while True:
            found.append(content.nextobject()[1])
    except PSEOF:
        return found
