"""Certificates with issuers and dates on lines of their own, and what stands at the edge of pages."""

import pytest

from ats_resume import parse

HEAD = "Mara Lindqvist\nmara.lindqvist@example.org\n\nCertificates\n\n"


def found(text):
    return [(fact.value, fact.detail) for fact in parse(HEAD + text).certificates]


EXPECTED = [("Forklift Licence II", "Guild of Drivers"), ("Food Safety Officer", "Kitchen Board")]


@pytest.mark.parametrize(
    "text",
    [
        "Forklift Licence II\nGuild of Drivers\nApr 2023\n\nFood Safety Officer\nKitchen Board\nNov 2022\n",
        "Forklift Licence II\nIssuer: Guild of Drivers\nApr 2023\nFood Safety Officer\nIssuer: Kitchen Board\nMay 2021",
        "Forklift Licence II\nGuild of Drivers Apr 2023\nFood Safety Officer\nKitchen Board Nov 2022\n",
        "2023-04\nForklift Licence II\nGuild of Drivers\n2022-11\nFood Safety Officer\nKitchen Board\n",
        "Forklift Licence II, Guild of Drivers\nFood Safety Officer, Kitchen Board\n",
    ],
)
def test_name_and_issuer(text):
    assert found(text) == EXPECTED


@pytest.mark.parametrize("label", ["Issued on: Sep 09, 2025", "Ausgestellt am 09/2025", "Délivré par 09/2025"])
def test_labels_are_no_certificates(label):
    text = f"- Forklift Licence II\n\n{label}\n\n- Food Safety Officer\n\n{label}\n"
    assert [name for name, _issuer in found(text)] == ["Forklift Licence II", "Food Safety Officer"]


def test_year_inside_a_name_is_no_date_of_its_own():
    text = "Bakers (April 2020 class), Guild\nIssued on: Jan 01, 2021\nForklift II, Guild\nIssued on: Mar 01, 2020\n"
    assert [name.split()[0] for name, _issuer in found(text)] == ["Bakers", "Forklift"]


@pytest.mark.parametrize(
    "line",
    [
        "Mara Lindqvist – Curriculum Vitae",
        "Mara Lindqvist - Lebenslauf  2",
        "Page 2 of 3",
        "Mara Lindqvist | Currículum",
    ],
)
def test_edges_of_pages_are_in_no_section(line):
    assert found(f"Forklift Licence II\nFood Safety Officer\n{line}\n") == [(name, "") for name, _issuer in EXPECTED]


def test_title_of_the_document_begins_the_part_about_the_person():
    text = "Forklift Licence II\nFood Safety Officer\n\nLebenslauf\nName\nMara Lindqvist\nTelefon\n+49 30 1234567\n"
    assert [name for name, _issuer in found(text)] == ["Forklift Licence II", "Food Safety Officer"]
