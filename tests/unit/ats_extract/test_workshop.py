"""One prepared process for many documents: it is kept, replaced when it is gone, and never the reason of a failure."""

import os
import signal
import threading

import pytest
from documents import pdf_text

from ats_extract import Workshop, extract, extract_in_workshop, standing

PDF = pdf_text("Mira Holt, Warehouse Engineer")


@pytest.fixture
def workshop():
    with Workshop() as opened:
        yield opened


@pytest.fixture
def hasty():
    with Workshop(idle_seconds=0.2) as opened:
        yield opened


def test_the_next_document_finds_it_open(workshop):
    first = workshop.extract(PDF, kind="pdf")
    process = workshop._process.pid
    assert workshop.extract(PDF, kind="pdf").text == first.text == extract(PDF, kind="pdf").text
    assert workshop._process.pid == process


def test_it_goes_home_without_work_and_comes_back(hasty):
    hasty.extract(PDF, kind="pdf")
    gone = hasty._process
    assert gone.wait(10) == 0
    assert hasty.extract(PDF, kind="pdf").state == "done"
    assert hasty._process.pid != gone.pid


def test_a_document_that_comes_as_it_leaves_is_read(hasty, monkeypatch):
    hasty.extract(PDF, kind="pdf")
    assert hasty._process.wait(10) == 0
    # As if the process had been there when it was looked for.
    there = iter([hasty._process])
    late = hasty._started
    monkeypatch.setattr(hasty, "_started", lambda: next(there, None) or late())
    assert hasty.extract(PDF, kind="pdf").state == "done"


def test_one_that_was_killed_is_replaced(workshop):
    workshop.extract(PDF, kind="pdf")
    os.kill(workshop._process.pid, signal.SIGKILL)
    workshop._process.wait(5)
    assert workshop.extract(PDF, kind="pdf").state == "done"


def test_a_document_that_breaks_its_child_leaves_the_workshop_open(workshop):
    workshop.extract(PDF, kind="pdf")
    process = workshop._process.pid
    assert workshop.extract(b"%PDF-1.4 nothing", kind="pdf").state == "damaged"
    assert workshop.extract(PDF, kind="pdf").state == "done"
    assert workshop._process.pid == process


def test_a_server_process_keeps_one_and_nobody_waits_for_it():
    assert extract_in_workshop(PDF, kind="pdf").state == "done"
    kept = standing._kept[os.getpid()]._process.pid
    outcomes = []
    with standing._at_work:
        other = threading.Thread(target=lambda: outcomes.append(extract_in_workshop(PDF, kind="pdf")))
        other.start()
        other.join(30)
    assert [outcome.state for outcome in outcomes] == ["done"]
    assert extract_in_workshop(PDF, kind="pdf").state == "done"
    assert standing._kept[os.getpid()]._process.pid == kept
