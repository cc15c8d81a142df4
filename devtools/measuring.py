"""`./dev measure`: how long the two commands take from an empty cache and again, in a cache of its own."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from . import evidence, system_packages
from .console import USAGE, Failure, say
from .settings import ROOT
from .smoke import Served


def measure(parts):
    """`run`, `test` or, by default, both. System packages are there before: their time depends on the mirror."""
    unknown = set(parts) - set(PARTS)
    if unknown:
        raise Failure(
            f"There is nothing to measure in {', '.join(sorted(unknown))}. Choose from: {', '.join(PARTS)}.", USAGE
        )
    system_packages.require("postgres", "psql", "wkhtmltopdf", "chromium", "sans")
    os.environ["ATS_CACHE"] = f"/var/tmp/ats-{os.getuid()}-measure"
    for part in parts or PARTS:
        _empty()
        figures = PARTS[part]()
        _empty()
        evidence.write("toolchain", {"measured part": f"make {part}", **figures})
        for name, value in figures.items():
            print(f"{name}: {value}")


def _measure_run():
    cold, stopping = _serve()
    second, _stopping = _serve()
    return {
        "empty cache, seconds until ready": cold,
        "seconds to stop": stopping,
        "second start, seconds until ready": second,
    }


def _measure_test():
    cold, line = _test()
    warm, _line = _test()
    return {"empty cache, seconds": cold, "warm, seconds": warm, "closing line": line}


PARTS = {"run": _measure_run, "test": _measure_test}


def _empty():
    shutil.rmtree(Path(os.environ["ATS_CACHE"]), ignore_errors=True)


def _serve():
    begun = time.monotonic()
    served = Served(database="ats_measure")
    fault = served.ready()
    ready = time.monotonic() - begun
    if fault:
        raise Failure(f"{served.output()}\nmake run: {fault}. Correct that first, then measure.")
    begun = time.monotonic()
    fault = served.stop()
    if fault:
        raise Failure(f"make run did not stop: {fault}. Correct that first, then measure.")
    say(f"make run ready after {ready:.1f} s")
    return round(ready, 1), round(time.monotonic() - begun, 1)


def _test():
    begun = time.monotonic()
    done = subprocess.run(["make", "test"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    took = time.monotonic() - begun
    closing = [line.strip("= ") for line in done.stdout.splitlines() if line.startswith("==")]
    say(f"make test took {took:.1f} s, code {done.returncode}")
    return round(took, 1), closing[-1] if closing else "none"
