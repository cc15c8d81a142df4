"""The kind of a document is guessed from its name."""

import pytest

from ats_extract import guess_purpose


@pytest.mark.parametrize(
    ("filename", "purpose"),
    [
        ("CV Ada.pdf", "resume"),
        ("ada-cv-2026.docx", "resume"),
        ("Lebenslauf.odt", "resume"),
        ("Cover Letter.pdf", "cover_letter"),
        ("lettre de motivation.pdf", "cover_letter"),
        ("Arbeitszeugnis.pdf", "certificate"),
        ("portfolio.pdf", "portfolio"),
        ("scan 1.pdf", "resume"),
    ],
)
def test_the_name_tells(filename, purpose):
    assert guess_purpose(filename, readable=True, has_resume=False) == purpose


def test_a_name_that_says_nothing_is_the_resume_only_once_and_only_when_readable():
    assert guess_purpose("scan.pdf", readable=True, has_resume=True) == "other"
    assert guess_purpose("photo.jpg", readable=False, has_resume=False) == "other"
