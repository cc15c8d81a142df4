"""`make test-guards`: takes one guard away in a copy of the repository and expects that its test goes red.

As many guards are tried at once as there are processors; what a test printed is in <cache>/logs/guards.

Each tests/guards/*.py holds GUARDS, a list of dicts:
    name    what is guarded
    file    path from the repository's root
    remove  the exact text to take out (must occur once), line breaks included
    put     optional: what stands there instead
    update  optional: True if the database must be updated for the removal to tell (constraints declared in Python;
            XML and CSV files are updated anyway)
    test    the pytest node that must fail, e.g. addons/ats_portal/tests/test_apply.py::TestApply::test_no_rename
"""

import dataclasses
import os
import re
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from . import addons, databases, evidence, odoo_server, postgres, python_packages, testing
from .console import USAGE, Failure, say
from .settings import ROOT, inside_cache

LISTS = ROOT / "tests" / "guards"
COPIED = ("addons", "tests", "devtools", "conftest.py", "pyproject.toml", "odoo.conf", *python_packages.FILES)
FAILED_TESTS = 1  # pytest's exit code


def try_all(only):
    """0 if every guard's test went red without it, and none was red before."""
    guards = [guard for guard in _listed() if not only or any(word in guard["name"] for word in only)]
    if not guards:
        raise Failure(f"No guard has {' or '.join(only)} in its name. ./dev test-guards tries them all.", USAGE)
    for guard in guards:
        _text_without(guard)  # a list that does not fit the code ends the run before anything slow
    server = odoo_server.prepared(postgres.for_tests(), "test")
    with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
        results = list(zip(guards, threads.map(partial(_try, server), guards), strict=True))
    _print_table(results)
    red = sum(result == "red" for _guard, result in results)
    if not only:
        evidence.write("guards", {"guards": len(results), "red": red})
    print(f"{red} passed, {len(results) - red} failed")
    return 0 if red == len(results) else 1


def _listed():
    guards = [guard for path in sorted(LISTS.glob("*.py")) for guard in _read(path)]
    if not guards:
        raise Failure("There is no list of guards in tests/guards yet. Write one: devtools/guards.py says how.", USAGE)
    return guards


def _read(path):
    names = {}
    exec(compile(path.read_text(), str(path), "exec"), names)
    return names["GUARDS"]


def _text_without(guard):
    path = ROOT / guard["file"]
    text = path.read_text() if path.is_file() else ""
    if text.count(guard["remove"]) != 1:
        raise Failure(
            f"{guard['name']}: the text to remove occurs {text.count(guard['remove'])} times in {guard['file']}. "
            "Correct the entry in tests/guards so that it occurs once.",
            USAGE,
        )
    return text.replace(guard["remove"], guard.get("put", ""))


def _try(server, guard):
    log = inside_cache("logs", "guards") / (re.sub(r"\W+", "-", guard["name"]) + ".log")
    with tempfile.TemporaryDirectory(prefix="guard-", dir=inside_cache("tmp")) as folder:
        copy = Path(folder)
        for name in COPIED:
            _copy(ROOT / name, copy / name)
        (copy / guard["file"]).write_text(_text_without(guard))
        try:
            with log.open("w") as output:
                result = _outcome(_run_test(server, copy, guard, output))
        except Failure as failure:
            result = f"not tried: {str(failure).splitlines()[-1]}"
        finally:
            shutil.rmtree(inside_cache("pycache") / folder.lstrip("/"), ignore_errors=True)
    say(f"without {guard['name']}: {result}" + ("" if result == "red" else f", see {log}"))
    return result


def _run_test(server, copy, guard, output):
    if guard["test"].startswith("tests/unit"):
        return testing.unit_in(copy, [guard["test"]], output)
    return _odoo_test(server, copy, guard, output)


def _copy(source, target):
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    elif source.is_file():
        shutil.copy(source, target)


def _odoo_test(server, copy, guard, output):
    """On a clone of the template of the whole addons, updated first where the database remembers what was removed."""
    there = dataclasses.replace(server, addons_paths=(*server.addons_paths[:-1], copy / "addons"))
    name = f"ats_guard_{copy.name.removeprefix('guard-')}"
    databases.create(there, name, databases.addons_template(server, _addons(guard)))
    try:
        if _needs_update(guard):
            there.install(name, [Path(guard["file"]).parts[1]], update=True)
        return testing.on_database(there, name, [guard["test"]], root=copy, output=output)
    finally:
        databases.drop(there, name)


def _addons(guard):
    """Those of the test and of the file."""
    paths = (Path(guard[key].split("::")[0]).parts for key in ("file", "test"))
    named = {parts[1] for parts in paths if parts[0] == "addons"}
    return addons.chosen(named if guard["test"].startswith("addons/") else ())


def _needs_update(guard):
    return guard.get("update", not guard["file"].endswith((".py", ".js")))


def _outcome(code):
    if code == FAILED_TESTS:
        return "red"
    return "STILL GREEN" if code == 0 else f"ended with code {code}"


def _print_table(results):
    width = max((len(guard["name"]) for guard, _result in results), default=4)
    for guard, result in results:
        print(f"{guard['name']:{width}}  {result:12}  {guard['test']}")
