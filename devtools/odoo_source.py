"""Odoo 19.0: from ODOO_HOME, else from an `odoo` on PATH, else Debian's package unpacked into the cache."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from . import debian_odoo, processes
from .console import ODOO_SOURCE, Failure
from .settings import knob

SERIES = "19.0"


@dataclass(frozen=True)
class OdooSource:
    home: Path  # goes on PYTHONPATH: holds the package odoo/
    addons_paths: tuple
    version: str


def find():
    if knob("ODOO_HOME"):
        return _at(Path(knob("ODOO_HOME")).expanduser().absolute(), "ODOO_HOME")
    installed = _on_path()
    if installed:
        return _at(installed, "the odoo on PATH")
    home, version = debian_odoo.unpacked()
    return _at(home, "Debian's package", version)


def _at(home, called, version=None):
    release = home / "odoo" / "release.py"
    if not release.is_file():
        raise Failure(
            f"{called} points at {home}, which holds no odoo/release.py. "
            f"Set ODOO_HOME to an Odoo {SERIES} source checkout, or unset it to let us fetch one.",
            ODOO_SOURCE,
        )
    found = _series(release)
    if found != SERIES:
        raise Failure(
            f"{home} is Odoo {found}, and these addons need {SERIES}. "
            f"Set ODOO_HOME to Odoo {SERIES}, or unset it to let us fetch one.",
            ODOO_SOURCE,
        )
    folders = (home / "odoo" / "addons", home / "addons")
    present = tuple(path for path in folders if any(path.glob("*/__manifest__.py")))
    return OdooSource(home, present, version or f"{found}-{_changed(release)}")


def _series(release):
    names = {}
    exec(compile(release.read_text(), str(release), "exec"), names)
    return names["series"]


def _changed(release):
    return int(release.stat().st_mtime)


def _on_path():
    """The home of the odoo command's package, if that command is of our series."""
    command = shutil.which("odoo")
    if not command or f" {SERIES}" not in processes.answers([command, "--version"]):
        return None
    first_line = Path(command).read_text(errors="replace").splitlines()[:1]
    python = first_line[0].removeprefix("#!").split() if first_line else []
    where = processes.answers([*python, "-c", "import odoo.release; print(odoo.release.__file__)"]) if python else ""
    return Path(where.strip()).parent.parent if where.strip() else None
