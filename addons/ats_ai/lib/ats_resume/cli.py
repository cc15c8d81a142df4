"""Read files on the command line: one JSON line per document, as the benchmark's scorer reads."""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import sys
import time
from pathlib import Path

from .jsonresume import scorer_line, to_json_resume
from .parse import parse
from .skills import Catalogue

_BESIDE = Path(__file__).resolve().parents[3] / "ats_core" / "lib"
_MAX_BYTES = 64 * 1024 * 1024
OUTCOMES = {
    "done": "parsed",
    "no_text": "no_text_layer",
    "encrypted": "encrypted",
    "damaged": "damaged",
    "too_large": "too_large",
    "timed_out": "timed_out",
    "unsupported": "unsupported",
}


def main(arguments: list[str]) -> int:
    """Parse the files and print the results; files that hold no text are named on stderr."""
    options = _parser().parse_args(arguments)
    catalogue = _catalogue(options.skills)
    failed = 0
    with _reader(options.ocr) as read:
        for name in options.files:
            path = Path(name)
            doc = str(path.relative_to(options.root)) if options.root else name
            start = time.process_time()
            state, text, layout, cpu = read(path)
            if state != "done":
                failed += 1
                print(f"{name}: {OUTCOMES.get(state, state)}", file=sys.stderr)
            resume = parse(text, layout=layout, catalogue=catalogue, region=options.region)
            if options.jsonl:
                line = {**scorer_line(resume, doc), "state": OUTCOMES.get(state, state)}
                line |= {"cpu_seconds": round(time.process_time() - start + cpu, 3)} if options.timing else {}
                print(json.dumps(line, ensure_ascii=False), flush=True)
            else:
                print(json.dumps(to_json_resume(resume), ensure_ascii=False, indent=2), flush=True)
    return 1 if failed == len(options.files) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ats_resume", description="Read résumés into structured data.")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--jsonl", action="store_true", help="one flat JSON line per document (benchmark form)")
    parser.add_argument("--timing", action="store_true", help="add the CPU seconds, those of the child included")
    parser.add_argument("--root", help="print document names relative to this folder")
    parser.add_argument("--region", default="", help="country (ISO) assumed for telephone numbers without prefix")
    parser.add_argument(
        "--ocr", type=int, default=0, metavar="PAGES", help="let tesseract read that many scanned pages"
    )
    parser.add_argument("--skills", help="a text file with the skills to recognise: name[, alias…] per line")
    return parser


def _catalogue(name: str | None) -> Catalogue:
    if not name:
        return Catalogue()
    rows = [line.split(",") for line in Path(name).read_text("utf-8").splitlines() if line.strip()]
    return Catalogue((row[0].strip(), row[0].strip(), [alias.strip() for alias in row[1:]]) for row in rows)


@contextlib.contextmanager
def _reader(ocr_pages: int = 0):
    """Give a function that returns state, text, layout and CPU seconds of a file."""
    ats_extract = _extractor()
    if ats_extract is None:
        yield lambda path: ("done", path.read_bytes().decode("utf-8", errors="replace"), None, 0.0)
        return
    with ats_extract.Workshop(ats_extract.Limits(ocr_pages=ocr_pages)) as workshop:
        yield lambda path: _read(ats_extract, workshop, path)


def _read(ats_extract, workshop, path: Path) -> tuple[str, str, dict | None, float]:
    try:
        data, name = _bytes(path)
    except (OSError, EOFError):
        return "damaged", "", None, 0.0
    kind = ats_extract.sniff(data, name, markup=True)
    if not kind.accepted and kind.reason in ("empty", "encrypted", "too_large"):
        empty = "no_text" if path.suffix.lower() in (".txt", ".text", ".md") else "damaged"
        return empty if kind.reason == "empty" else kind.reason, "", None, 0.0
    if not kind.accepted:
        return "damaged" if kind.reason in ("archive", "unknown") else "unsupported", "", None, 0.0
    found = workshop.extract(data, kind=kind)
    return found.state, found.text, found.layout, found.cpu


def _bytes(path: Path) -> tuple[bytes, str]:
    """Return the first bytes of a file, of a packed one the first bytes of what is in it."""
    if path.suffix.lower() == ".gz":
        with gzip.open(path) as stream:
            return stream.read(_MAX_BYTES), path.stem
    with path.open("rb") as stream:
        return stream.read(_MAX_BYTES), path.name


def _extractor():
    """Return ats_extract: from the path, or from the addon beside this one."""
    for folder in ("", str(_BESIDE)):
        if folder and Path(folder).is_dir():
            sys.path.append(folder)
        with contextlib.suppress(ImportError):
            import ats_extract  # noqa: PLC0415 (the reader of plain text works without it)

            return ats_extract
    return None
