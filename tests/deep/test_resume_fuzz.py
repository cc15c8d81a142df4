"""Mutated files through the reading child, and 200 traps: nothing crashes, hangs, leaks or gets through.

ATS_FUZZ_FILES=10000  how many mutated files;  ATS_FUZZ_SEED=1
"""

import os
import random
import resource
import sys
import time
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


def _mutated(data, pick):
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


def test_mutated_files_end_with_an_outcome():
    pick, seeds = random.Random(SEED), _seeds()
    before, counts, slowest, size = _open_files(), {}, 0.0, 0.0
    with Workshop(LIMITS) as workshop:
        for number in range(FILES):
            if number == FILES // 10:
                size = _megabytes()
            kind, data = pick.choice(seeds)
            start = time.monotonic()
            outcome = workshop.extract(_mutated(data, pick), kind=kind)
            parse(outcome.text, layout=outcome.layout)
            slowest = max(slowest, time.monotonic() - start)
            counts[outcome.state] = counts.get(outcome.state, 0) + 1
            assert outcome.state in STATES
    grown = _megabytes() - size
    print(f"n={FILES} seed={SEED} outcomes={counts} slowest={slowest:.2f} s grown={grown:.0f} MB")
    assert slowest < 20
    assert grown < 64, "the reader of texts leaks"
    assert _open_files() <= before and not _children()
    assert not Path(workshop._folder.name).exists()
    assert counts.get("done", 0) > FILES / 10


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
