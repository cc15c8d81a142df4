"""Read files on the command line: one JSON line per document, as the benchmark's scorer reads."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from .jsonresume import scorer_line, to_json_resume
from .parse import parse
from .skills import Catalogue


def main(arguments: list[str]) -> int:
    """Parse the files and print the results; files that hold no text are named on stderr."""
    options = _parser().parse_args(arguments)
    catalogue = _catalogue(options.skills)
    failed = 0
    for name in options.files:
        path = Path(name)
        doc = str(path.relative_to(options.root)) if options.root else name
        state, text = _text(path)
        if state != "done":
            failed += 1
            print(f"{name}: {state}", file=sys.stderr)
        resume = parse(text, catalogue=catalogue, region=options.region)
        if options.jsonl:
            print(json.dumps({**scorer_line(resume, doc), "state": state}, ensure_ascii=False))
        else:
            print(json.dumps(to_json_resume(resume), ensure_ascii=False, indent=2))
    return 1 if failed == len(options.files) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ats_resume", description="Read résumés into structured data.")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--jsonl", action="store_true", help="one flat JSON line per document (benchmark form)")
    parser.add_argument("--root", help="print document names relative to this folder")
    parser.add_argument("--region", default="", help="country (ISO) assumed for telephone numbers without prefix")
    parser.add_argument("--skills", help="a text file with the skills to recognise: name[, alias…] per line")
    return parser


def _catalogue(name: str | None) -> Catalogue:
    if not name:
        return Catalogue()
    rows = [line.split(",") for line in Path(name).read_text("utf-8").splitlines() if line.strip()]
    return Catalogue((row[0].strip(), row[0].strip(), [alias.strip() for alias in row[1:]]) for row in rows)


def _text(path: Path) -> tuple[str, str]:
    """Return the state and the text; without ats_extract on the path only plain text is read."""
    data = path.read_bytes()
    try:
        import ats_extract
    except ImportError:
        return "done", data.decode("utf-8", errors="replace")
    extraction = ats_extract.extract(data, kind=ats_extract.sniff(data, path.name))
    return extraction.state, extraction.text
