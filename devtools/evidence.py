"""Measured figures, written to docs/evidence/<name>.json with the commit, the machine and its load."""

import datetime
import json
import os
import platform

from . import processes
from .settings import ROOT

KEPT = 10


def write(name, figures):
    """Add a measurement; the newest comes first."""
    path = ROOT / "docs" / "evidence" / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    earlier = json.loads(path.read_text()) if path.is_file() else []
    path.write_text(json.dumps([{**circumstances(), **figures}, *earlier][:KEPT], indent=2) + "\n")


def circumstances():
    return {
        "measured": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "commit": _commit(),
        "load_average": [round(value, 2) for value in os.getloadavg()],
        "cores": os.cpu_count(),
        "python": platform.python_version(),
    }


def _commit():
    commit = processes.answers(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"]).strip()
    changed = processes.answers(["git", "-C", ROOT, "status", "--porcelain", "--untracked-files=no"]).strip()
    return f"{commit or 'unknown'}{' with changes' if changed else ''}"
