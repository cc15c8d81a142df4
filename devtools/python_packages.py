"""The virtual environment (named after a hash of its content) and the addons that come from the package index."""

import hashlib
import shutil
import sys

from . import processes
from .console import PYTHON_PACKAGES, SYSTEM_PACKAGE, Failure, say, step
from .locks import exclusive
from .settings import ROOT, inside_cache

UV = "uv==0.13.9"
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
OPTIONAL = "requirements-optional.txt"
ADDON_REQUIREMENTS = "requirements-addons.txt"
FILES = (*REQUIREMENTS, OPTIONAL, ADDON_REQUIREMENTS)
OTHERWISE = "Check the network and free disk space and try again; if it stays, remove the cache with `make clean`."


def python():
    """The interpreter of the virtual environment, which is built when missing."""
    folder = _folder("venv", (*REQUIREMENTS, OPTIONAL))
    with exclusive("venv"):
        if not (folder / "complete").is_file():
            _build(folder)
    return folder / "bin" / "python"


def addons_from_index():
    """The directory of the addons (queue_job) that are installed from the package index."""
    folder = _folder("oca", (ADDON_REQUIREMENTS,))
    interpreter = python()
    with exclusive("oca"):
        if not (folder / "complete").is_file():
            shutil.rmtree(folder, ignore_errors=True)
            with step("addons from the package index"):
                _install(interpreter, ["--no-deps", "--target", folder, "-r", ROOT / ADDON_REQUIREMENTS])
            (folder / "complete").touch()
    return folder / "odoo" / "addons"


def fingerprint(*names):
    content = hashlib.sha256(sys.version.encode() + sys.executable.encode())
    for name in names:
        content.update((ROOT / name).read_bytes())
    return content.hexdigest()[:12]


def _folder(kind, names):
    return inside_cache() / f"{kind}-{fingerprint(*names)}"


def _build(folder):
    shutil.rmtree(folder, ignore_errors=True)
    with step(f"Python packages for {sys.version.split()[0]} (one minute; five without uv)"):
        processes.run(
            [sys.executable, "-m", "venv", folder],
            otherwise="Run: sudo apt-get install python3-venv, or set ATS_PYTHON to a Python 3.10-3.12 with venv.",
            code=SYSTEM_PACKAGE,
        )
        interpreter = folder / "bin" / "python"
        _pip(interpreter, [UV])
        _install(interpreter, [part for name in REQUIREMENTS for part in ("-r", ROOT / name)])
        _install_optional(interpreter)
    (folder / "complete").touch()


def _install_optional(interpreter):
    """What the addons work without; a network that lacks it stops nobody."""
    try:
        _install(interpreter, ["--no-deps", "-r", ROOT / OPTIONAL])
    except Failure:
        say(f"left out: the packages of {OPTIONAL}; the addons work without them")


def _install(interpreter, arguments):
    """With uv, which takes seconds; with pip where uv does not get through."""
    try:
        _uv(interpreter, arguments)
    except Failure as failure:
        say(f"uv failed ({str(failure).splitlines()[0][:120]}); pip takes over")
        _pip(interpreter, arguments)


def _uv(interpreter, arguments):
    command = [
        interpreter,
        "-m",
        "uv",
        "--system-certs",
        "--cache-dir",
        inside_cache("uv"),
        "pip",
        "install",
        "--quiet",
    ]
    processes.run([*command, "--python", interpreter, *arguments], otherwise=OTHERWISE, code=PYTHON_PACKAGES)


def _pip(interpreter, arguments):
    command = [interpreter, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    processes.run([*command, *arguments], otherwise=OTHERWISE, code=PYTHON_PACKAGES)
