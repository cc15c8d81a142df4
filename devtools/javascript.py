"""eslint, prettier and axe, pinned by package-lock.json and installed into the cache."""

import hashlib
import shutil

from . import processes, system_packages
from .console import NODE_PACKAGES, say, step
from .locks import exclusive
from .settings import ROOT, inside_cache

PINNED = ("package.json", "package-lock.json")
PRETTIER = ("--config", ROOT / ".prettierrc.json", "--log-level", "warn")


def check(files):
    if not files:
        say("no JavaScript to check")
        return True
    well_formed = _run("prettier", *PRETTIER, "--check", *files)
    return _run("eslint", "--config", ROOT / "eslint.config.mjs", "--max-warnings", "0", *files) and well_formed


def form(files):
    if files:
        _run("prettier", *PRETTIER, "--write", *files)


def package_file(path):
    """The path of a file of a pinned package, e.g. axe-core/axe.min.js; installed when it is not there."""
    return _modules() / path


def _run(tool, *arguments):
    return processes.show([_modules() / ".bin" / tool, *arguments], cwd=ROOT) == 0


def _modules():
    digest = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in PINNED)).hexdigest()[:12]
    folder = inside_cache(f"node-{digest}")
    with exclusive("node"):
        if not (folder / "complete").is_file():
            _install(folder)
    return folder / "node_modules"


def _install(folder):
    system_packages.require("npm")
    for name in PINNED:
        shutil.copy(ROOT / name, folder / name)
    with step("JavaScript linters"):
        processes.run(
            ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--cache", inside_cache("npm")],
            cwd=folder,
            otherwise="Check the network and try again; `make lint` needs it once.",
            code=NODE_PACKAGES,
        )
    (folder / "complete").touch()
