"""Mutated files through the reading child, and 200 traps: nothing crashes, hangs, leaks or gets through.

ATS_FUZZ_FILES=10000  how many mutated files, shared out among two processes;  ATS_FUZZ_SEED=1
"""

import io
import multiprocessing
import os
import random
import resource
import sys
import time
import zipfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "tests/unit/ats_resume"), str(ROOT / "addons/ats_ai/lib"), str(ROOT / "addons/ats_core/lib")]

import mix  # noqa: E402 (makers of the unit tests)
from resumes import WORDS, make  # noqa: E402
from traps import DOCX_WAYS, HTML_WAYS, _docx, _html, clean, trap  # noqa: E402

from ats_extract import Limits, Workshop  # noqa: E402 (pure packages: the same code without Odoo)
from ats_resume import parse  # noqa: E402

FILES = int(os.environ.get("ATS_FUZZ_FILES", "10000"))
SEED = int(os.environ.get("ATS_FUZZ_SEED", "1"))
PROCESSES = min(2, os.cpu_count() or 1)
STATES = {"done", "no_text", "encrypted", "damaged", "too_large", "timed_out"}
LIMITS = Limits(cpu_seconds=5, wall_seconds=15.0)


def _seeds():
    made = [make(language, "employer_first", number) for number, language in enumerate(WORDS)]
    pages = [("pdf", clean(number)) for number in range(8)]
    words = [("docx", _docx(resume, DOCX_WAYS[0], "one two three")) for resume in made[:3]]
    markup = [("html", _html(resume, HTML_WAYS[0], "one two three")) for resume in made[:3]]
    rich = [("rtf", b"{\\rtf1\\ansi " + resume.text.encode("ascii", "ignore") + b"\\par}") for resume in made[:2]]
    mixed = [(kind, mix.made(language, kind, "fuzz")[0]) for kind in mix.WRITERS for language in mix.LANGUAGES[:3]]
    return [*pages, *words, *markup, *rich, *mixed, *(("txt", resume.text.encode()) for resume in made[:2])]


def _mutated(kind, data, pick):
    """Return a changed file; in two of three packed ones what is packed is changed, or only unpacking would be read."""
    if kind not in ("docx", "odt") or pick.random() < 0.33:
        return _changed(data, pick)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as again:
        names = packed.namelist()
        broken = pick.choice([name for name in names if name in ("word/document.xml", "content.xml")] + names)
        for name in names:
            again.writestr(name, _changed(packed.read(name), pick) if name == broken else packed.read(name))
    return stream.getvalue()


def _changed(data, pick):
    """Return the bytes with a few changes of the kinds that break readers."""
    data = bytearray(data)
    for _turn in range(pick.randint(1, 12)):
        place = pick.randrange(len(data) or 1)
        way = pick.randrange(5)
        if way == 0:
            data[place : place + 1] = bytes([pick.randrange(256)])
        elif way == 1:
            del data[place : place + pick.randint(1, 200)]
        elif way == 2:
            data[place:place] = data[place : place + pick.randint(1, 400)]
        elif way == 3:
            data[place:place] = pick.choice(
                (b"<<", b">>", b"99999999", b"-1", b"/Kids[1 0 R]", b"\0" * 50, b"<w:p>" * 40)
            )
        else:
            data[place:] = data[place:][::-1] if pick.random() < 0.05 else data[place:]
    return bytes(data)


def _open_files():
    return len(os.listdir("/proc/self/fd"))


def _children():
    return [pid for pid in Path("/proc/self/task").glob("*/children") if pid.read_text().split()]


def _megabytes():
    """Return the most memory this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _fuzzed(share):
    """Read one share of the mutated files; return what came of them and what the process has left over."""
    number, files = share
    pick, seeds = random.Random(f"{SEED} {number}"), _seeds()
    before, counts, slowest, size = _open_files(), Counter(), 0.0, 0.0
    with Workshop(LIMITS) as workshop:
        for place in range(files):
            if place == files // 10:
                size = _megabytes()
            kind, data = pick.choice(seeds)
            start = time.monotonic()
            outcome = workshop.extract(_mutated(kind, data, pick), kind=kind)
            parse(outcome.text, layout=outcome.layout)
            slowest = max(slowest, time.monotonic() - start)
            counts[outcome.state] += 1
    left = max(_open_files() - before, 0) + len(_children()) + Path(workshop._folder.name).exists()
    return counts, slowest, _megabytes() - size, left


def test_mutated_files_end_with_an_outcome():
    shares = [(number, FILES // PROCESSES) for number in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("fork")) as pool:
        results = list(pool.map(_fuzzed, shares))
    counts = sum((result[0] for result in results), Counter())
    slowest, grown, left = (max(result[place] for result in results) for place in (1, 2, 3))
    print(f"n={counts.total()} seed={SEED} outcomes={dict(counts)} slowest={slowest:.2f} s grown={grown:.0f} MB")
    assert set(counts) <= STATES
    assert slowest < 20
    assert grown < 64, "the reader of texts leaks"
    assert not left, "open files, children or folders are left over"
    assert counts["done"] > FILES / 10


def test_traps_are_caught_and_clean_pages_are_not():
    with Workshop(LIMITS) as workshop:
        caught = alarms = 0
        for seed in range(200):
            made = trap(seed)
            outcome = workshop.extract(made.data, kind=made.code)
            flags = {flag.kind for flag in parse(outcome.text, layout=outcome.layout).flags}
            caught += made.flag in flags
            outcome = workshop.extract(clean(seed), kind="pdf")
            alarms += bool(parse(outcome.text, layout=outcome.layout).flags)
    print(f"n=200 caught={caught} false alarms={alarms}")
    assert caught >= 190
    assert alarms <= 2
