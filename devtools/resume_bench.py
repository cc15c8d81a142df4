"""`make bench-resume RESUME_SET=folder`: the résumé parser on a set of documents with known truth.

The folder holds the documents and `truth.jsonl`; `scorer.py` stands in it or above it. The set is not part of this
repository, because its documents have no licence. The command line of the parser is measured as anybody runs it.
"""

import importlib.util
import json
import os
import statistics
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path

from . import evidence, python_packages
from .console import USAGE, Failure, say
from .settings import ROOT

FIELDS = ("name", "email", "phone", "city", "companies", "titles", "dates", "job", "schools", "degrees", "skills")
FIELDS = (*FIELDS, "languages")
PEERS = ROOT / "bench" / "resume_peers.json"
LIBRARIES = ROOT / "addons" / "ats_ai" / "lib"


def run(folder):
    """Read every document of the set, print and keep the figures."""
    root, scorer = _set(folder)
    truth = [json.loads(line) for line in (root / "truth.jsonl").read_text("utf-8").splitlines()]
    found, seconds = _predictions(root, [row["doc"] for row in truth])
    groups = {"all": truth, **_groups(truth)}
    scores = {name: scorer.score(found, rows) for name, rows in groups.items()}
    peers = json.loads(PEERS.read_text("utf-8"))
    _print(scores, peers)
    spread = {key: _spread(scorer, found, truth, key) for key in ("person", "theme")}
    for key, values in spread.items():
        lowest = f"lowest tenth {values['lowest tenth']} of {values['groups']}"
        say(f"whole job by {key}: median {values['median']}, {lowest}")
    certificates = {name: _certificates(scorer, found, rows) for name, rows in groups.items() if "pdf" in name.split()}
    say(f"certificates of natural PDF: F1 {certificates['natural pdf']}")
    alarms = sorted(doc for doc, line in found.items() if line["flags"])
    say(f"documents with a flag (none has anything to flag): {len(alarms)} of {len(truth)}")
    say(f"PDF, seconds of CPU: median {seconds['median']}, slowest {seconds['slowest']}")
    evidence.write(
        "bench_resume",
        {
            "documents": len(truth),
            "scores": {name: {field: row[field] for field in FIELDS} for name, row in scores.items()},
            "whole job by": spread,
            "certificates": {name: value for name, value in certificates.items() if value is not None},
            "false alarms": len(alarms),
            "cpu seconds of a PDF": seconds,
            "documents per CPU-second at the median": round(1 / seconds["median"], 1),
            "peers": peers,
        },
    )


def _set(folder):
    root = Path(folder or os.environ.get("RESUME_SET", "")).expanduser()
    if not (root / "truth.jsonl").is_file():
        raise Failure("There is no truth.jsonl: say which folder holds the set, RESUME_SET=/path/to/set.", USAGE)
    for place in (root, root.parent):
        if (place / "scorer.py").is_file():
            spec = importlib.util.spec_from_file_location("scorer", place / "scorer.py")
            scorer = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(scorer)
            return root, scorer
    raise Failure("There is no scorer.py in the folder of the set or above it.", USAGE)


def _predictions(root, docs):
    """Return the lines of the command line, and its CPU seconds for PDF files, twenty at a time."""
    found, costs = {}, []
    for kind in (".pdf", ""):
        names = [doc for doc in docs if doc.endswith(".pdf") == bool(kind)]
        for first in range(0, len(names), 20):
            lines, cost = _read(root, names[first : first + 20])
            found.update(lines)
            costs += cost if kind else []
    return found, {"median": round(statistics.median(costs), 3), "slowest": round(max(costs), 3)}


def _read(root, names):
    lines, cost = {}, []
    environment = {**os.environ, "PYTHONPATH": str(LIBRARIES)}
    command = [python_packages.python(), "-m", "ats_resume", "--jsonl", "--timing", "--root", str(root)]
    with tempfile.TemporaryDirectory() as elsewhere:
        done = subprocess.run(
            [*command, *(str(root / name) for name in names)],
            cwd=elsewhere,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    for row in map(json.loads, done.stdout.splitlines()):
        lines[row["doc"]] = row
        cost.append(row["cpu_seconds"])
    return lines, cost


def _groups(truth):
    groups = defaultdict(list)
    for row in truth:
        groups[f"{row['set']} {row['format']}"].append(row)
        if row["set"] == "natural" and row["format"] == "pdf":
            groups[f"natural pdf, {row['columns']}"].append(row)
            groups[f"natural pdf, theme {row['theme']}"].append(row)
            groups[f"natural pdf, {'English' if row['lang'] == 'en' else 'not English'}"].append(row)
        groups[f"language {row['lang']}"].append(row)
        groups[f"{row['set']} {row['format']} {row['lang']}"].append(row)
    return dict(sorted(groups.items()))


def _spread(scorer, found, truth, key):
    """Return how the whole-job score varies between persons or themes: rules must not know either."""
    groups = defaultdict(list)
    for row in truth:
        if row["format"] == "pdf" and row["work"]:
            groups[row[key]].append(row)
    values = sorted(scorer.score(found, rows)["job"] for rows in groups.values())
    return {
        "groups": len(values),
        "median": round(statistics.median(values), 3),
        "lowest tenth": round(values[len(values) // 10], 3),
    }


def _certificates(scorer, found, truth):
    """Return F1 of the certificates, None where the documents show none; the scorer itself leaves them out."""
    read = [(found.get(row["doc"], {}).get("certificates", []), row.get("certificates") or []) for row in truth]
    if not any(shown for _guessed, shown in read):
        return None
    hits = sum(scorer.m11(guessed, shown) for guessed, shown in read)
    return round(2 * hits / sum(len(guessed) + len(shown) for guessed, shown in read), 3)


def _print(scores, peers):
    say(f"{'':34}" + " ".join(f"{field[:9]:>9}" for field in FIELDS))
    for name, row in scores.items():
        say(f"{name:34}" + " ".join(f"{_shown(row[field]):>9}" for field in FIELDS))
    for name, row in peers.items():
        say(f"{name:34}" + " ".join(f"{_shown(row[field]):>9}" for field in FIELDS))


def _shown(value):
    return "-" if value is None else f"{value:.2f}"
