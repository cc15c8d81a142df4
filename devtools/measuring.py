"""`./dev measure`: how long the two commands take from an empty cache and again, in a cache of its own."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from . import evidence, system_packages
from .console import Failure, say
from .settings import ROOT
from .smoke import Served


def measure():
    system_packages.require("postgres", "psql", "wkhtmltopdf", "chromium", "sans")
    os.environ["ATS_CACHE"] = f"/var/tmp/ats-{os.getuid()}-measure"
    figures = {}
    _empty()
    figures["make run, empty cache, seconds until ready"], figures["make run, seconds to stop"] = _serve()
    figures["make run, second start, seconds until ready"], _stop = _serve()
    _empty()
    figures["make test, empty cache, seconds"], figures["make test, closing line"] = _test()
    figures["make test, warm, seconds"], _line = _test()
    _empty()
    evidence.write("toolchain", {"system packages": "installed before", **figures})
    for name, value in figures.items():
        print(f"{name}: {value}")


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
