"""Running tests: unit tests without Odoo; Odoo's through pytest-odoo on a clone of a template database."""

import os
import shutil
import tempfile
from pathlib import Path

from . import addons, databases, odoo_server, postgres, processes, python_packages, system_packages
from .console import USAGE, Failure, say, step
from .settings import ADDONS, ROOT, inside_cache

NO_TESTS = 5  # pytest's exit code
MOST_PROCESSES = 4  # each holds a registry of 400 MB and a browser


def unit(arguments):
    """Plain pytest on tests/unit, or on the paths among the arguments."""
    paths = [argument for argument in arguments if (ROOT / argument.split("::")[0]).exists()]
    return unit_in(ROOT, [*arguments, *([] if paths else [ROOT / "tests" / "unit"])])


def structure():
    return unit_in(ROOT, [ROOT / "tests" / "unit" / "structure", "-q"])


def unit_in(root, arguments, output=None):
    """Tests import the lib packages, devtools, and helper modules that lie beside them."""
    folders = [*sorted(root.glob("addons/*/lib")), *sorted(root.glob("tests/unit/*/")), root]
    command = [python_packages.python(), "-m", "pytest", "-p", "no:odoo", "--import-mode=importlib", *arguments]
    environment = {"PYTHONPATH": os.pathsep.join(map(str, folders))}
    return processes.show(command, env=environment, cwd=root, output=output)


def everything(chosen, paths, arguments):
    """What `make test` does. Ends with pytest's own closing line and exit code."""
    if not paths:
        say("unit tests")
        code = unit([] if not chosen else ["-q"])
        if code not in (0, NO_TESTS):
            return code
    return _odoo_tests(chosen, paths, arguments)


def _odoo_tests(chosen, paths, arguments):
    wanted = addons.chosen(chosen or _owners(paths))
    if not wanted:
        say("there are no addons yet, so there is nothing to test with Odoo")
        return 0
    system_packages.require("wkhtmltopdf", "chromium", "sans")
    server = odoo_server.prepared(postgres.for_tests(), "test")
    template = databases.addons_template(server, wanted)
    name = f"ats_test_{os.getpid()}"
    with step(f"cloning {template}"):
        databases.drop(server, name)
        databases.create(server, name, template)
    try:
        tests = paths or [*_side_by_side(), *_test_folders(chosen, wanted)]
        return on_database(server, name, [*tests, *arguments])
    finally:
        databases.drop(server, name)


def deep(chosen, arguments):
    """The tests of tests/deep: properties, fuzzing, races at full size."""
    folder = ROOT / "tests" / "deep"
    if not folder.is_dir():
        raise Failure("There is no tests/deep yet. Put deep tests there; they run like those of an addon.", USAGE)
    return _odoo_tests(chosen, [folder], arguments)


def _owners(paths):
    """The addons that hold these test files; all when a path is outside the addons."""
    relative = [Path(str(path).split("::")[0]).absolute() for path in paths]
    if not all(path.is_relative_to(ADDONS) for path in relative):
        return []
    return sorted({path.relative_to(ADDONS).parts[0] for path in relative})


def _side_by_side():
    """pytest-xdist: files are dealt out in their order, each process works on a clone of its own."""
    count = min(os.cpu_count() or 1, MOST_PROCESSES)
    return [f"--numprocesses={count}", "--dist=loadfile", "--no-loadscope-reorder"] if count > 1 else []


def _test_folders(chosen, wanted):
    """The longest files first, so that no process waits for them at the end."""
    whole = [] if chosen else [ROOT / "tests" / "suite", ROOT / "tests" / "story"]
    return [folder for folder in (*whole, *(ADDONS / name / "tests" for name in wanted)) if folder.is_dir()]


def on_database(server, name, arguments, root=ROOT, output=None):
    """pytest-odoo on a database as it is."""
    databases.must_exist(server, name)
    system_packages.require("wkhtmltopdf", "chromium", "sans")
    folder = Path(tempfile.mkdtemp(prefix="test-", dir=inside_cache("tmp")))
    try:
        return processes.show(
            _pytest(server, name, folder, arguments), env=server.environment(), cwd=root, output=output
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _pytest(server, name, folder, arguments):
    if not any(not str(argument).startswith("-") for argument in arguments):
        raise Failure("There are no tests to run: name a file or folder, e.g. addons/ats_core/tests.", USAGE)
    configuration = server.configure(
        folder / "odoo.conf",
        server_wide_modules="base,rpc,web",
        max_cron_threads=0,
        workers=0,
        limit_time_real=0,
        limit_time_cpu=0,
        screenshots=inside_cache("screenshots"),
        db_name=name,
        dbfilter=f"^{name}$",
    )
    options = [
        f"--odoo-config={configuration}",
        f"--odoo-database={name}",
        "--odoo-http",
        "--durations=12",
        f"--basetemp={folder / 'tmp'}",
    ]
    return [server.python, "-m", "pytest", *options, *arguments]
