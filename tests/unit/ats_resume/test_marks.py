"""Signs of symbol fonts before lines: bullets of Word and of other writers, and icons that are none."""

import io

import pytest
from pages import prepare
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ats_extract import child
from ats_resume import parse
from ats_resume.marks import list_marks

WORD, WINGDINGS, NAMELESS, ARROW = "\uf0b7", "\uf0a7", "\ue000", "\uf105"
DUTIES = ("Planned the week of four colleagues", "Wrote to everybody who had asked for it")


@pytest.mark.parametrize("mark", [WORD, WINGDINGS, NAMELESS, ARROW])
def test_private_bullets_mark_the_items_of_a_job(mark):
    duties = "\n".join(f"{mark} {duty}" for duty in DUTIES)
    text = f"Mira Holt\nmira.holt@mail.example\n\nExperience\n\nClerk, Acme Ltd\n2019 – 2021\n{duties}\n"
    [job] = parse(text).work
    assert (job.title, job.organisation) == ("Clerk", "Acme Ltd")
    assert job.description == "\n".join(f"- {duty}" for duty in DUTIES)


def test_bullet_of_a_standard_font_without_a_letter():
    """Writers put the code 127, which WinAnsi gives no letter; the page reader hands on a sign of private use."""
    prepare()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, pageCompression=0)
    for number, (text, font) in enumerate(
        [
            ("Mira Holt", "Sans-Bold"),
            ("mira.holt@mail.example", "Sans"),
            ("Experience", "Sans-Bold"),
            ("Clerk, Acme Ltd", "Sans-Bold"),
            ("2019 – 2021", "Sans"),
            *((duty, "Sans") for duty in DUTIES),
        ]
    ):
        y = 780 - 16 * number - 20 * (number > 2)
        canvas.setFont(font, 14 if text == "Experience" else 18 if not number else 10)
        canvas.drawString(60 if text in DUTIES else 50, y, text)
        if text in DUTIES:
            canvas.setFont("Helvetica", 10)
            canvas.drawString(50, y, "•")
    canvas.save()
    answer = child.answer({"kind": "pdf", "pages": 5, "chars": 100_000}, stream.getvalue())
    assert NAMELESS in answer["text"]
    [job] = parse(answer["text"], layout=answer["layout"]).work
    assert job.description == "\n".join(f"- {duty}" for duty in DUTIES)


@pytest.mark.parametrize(
    "lines",
    [
        f"{NAMELESS} mira.holt@mail.example\n{NAMELESS} +44 1227 772901\n{NAMELESS} 27 Mill Lane, Ashcombe CT5 1AB",
        f"{ARROW} 03/2019 – 05/2020\n{ARROW} 06/2020 – 07/2021",
        f"{ARROW} Ashcombe\nClerk\nAcme Ltd\n2019 – 2021\nBaker\n{ARROW} Oberau",
        f"{WORD} only one",
    ],
)
def test_icons_are_no_bullets(lines):
    assert list_marks(lines) == {}


def test_icons_before_contacts_leave_the_facts():
    text = (
        f"Mira Holt\n{NAMELESS} mira.holt@mail.example\n{NAMELESS} +44 1227 772901\n"
        f"{NAMELESS} 27 Mill Lane, Ashcombe CT5 1AB\n\nExperience\nClerk, Acme Ltd\n2019 – 2021\n"
    )
    resume = parse(text)
    assert (resume.email.value, resume.city.value) == ("mira.holt@mail.example", "Ashcombe")
    assert resume.phone.value == "+44 1227 772901"
