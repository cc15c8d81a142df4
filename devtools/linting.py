"""`make lint`: every check runs, then a table says which failed. `make fmt` corrects what a machine can."""

from pathlib import Path

from . import addons, javascript, manifests, processes, python_packages, testing, xml_files
from .console import say, step
from .settings import ADDONS, ROOT

PYTHON_FOLDERS = ("addons", "devtools", "tests", "bench", "shots", "conftest.py")
PYLINT = (
    "--load-plugins=pylint_odoo",
    "--disable=all",
    "--enable=odoolint",
    # One class per verb in a file of its own is how the rooms are built.
    "--disable=manifest-required-author,missing-readme,consider-merging-classes-inherited",
    "--valid-odoo-versions=19.0",
    "--score=n",
    "--rcfile=/dev/null",
)


def lint(names):
    """0 if all is well. Each check returns True or prints what is wrong."""
    chosen = addons.chosen(names)
    checks = {
        "ruff check": lambda: _ruff("check", "--output-format=concise", *_python_paths(names)),
        "ruff format": lambda: _ruff("format", "--check", "--output-format=concise", *_python_paths(names)),
        "pylint-odoo": lambda: _pylint(chosen),
        "manifests": lambda: _nothing(manifests.problems(chosen)),
        "xml": lambda: _nothing(xml_files.problems(_addon_files(chosen, "*.xml"))),
        "javascript": lambda: javascript.check(_javascript(chosen)),
        "docker compose": _compose,
        "structure": lambda: testing.structure() == 0,
    }
    failed = [name for name, check in checks.items() if not _passes(name, check)]
    if failed:
        say(f"failed: {', '.join(failed)}. `make fmt` corrects form; the rest is for you.")
    print(f"{len(checks) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def fmt(names):
    """Bring code into form: Python, JavaScript and the indentation of XML."""
    _ruff("check", "--fix", "--quiet", *_python_paths(names))
    _ruff("format", *_python_paths(names))
    xml_files.form(_addon_files(addons.chosen(names), "*.xml"))
    javascript.form(_javascript(addons.chosen(names)))


def _passes(name, check):
    with step(f"lint: {name}"):
        return check()


def _nothing(problems):
    for problem in problems:
        print(problem)
    return not problems


def _python_paths(names):
    paths = [ADDONS / name for name in names] if names else [ROOT / name for name in PYTHON_FOLDERS]
    return [path for path in paths if path.exists()]


def _ruff(*arguments):
    return processes.show([python_packages.python(), "-m", "ruff", *arguments], cwd=ROOT) == 0


def _pylint(chosen):
    folders = [ADDONS / name for name in chosen]
    command = [python_packages.python(), "-m", "pylint", *PYLINT, *folders]
    return not folders or processes.show(command, cwd=ROOT) == 0


def _compose():
    """Where the plugin is installed; elsewhere there is nothing to check with."""
    if not processes.answers(["docker", "compose", "version"]):
        say("no docker compose here, so docker-compose.yml is not checked")
        return True
    return processes.show(["docker", "compose", "config", "--quiet"], cwd=ROOT) == 0


def _addon_files(chosen, pattern):
    return sorted(path for name in chosen for path in Path(ADDONS / name).rglob(pattern))


def _javascript(chosen):
    return [path for path in _addon_files(chosen, "*.js") if "/lib/" not in str(path.relative_to(ADDONS))]
