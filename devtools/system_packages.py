"""Programs that come from the operating system: PostgreSQL, wkhtmltopdf, Chromium, Node."""

import shutil
from pathlib import Path

from . import processes
from .console import SYSTEM_PACKAGE, Failure, step
from .settings import as_root

PACKAGES = {
    "postgres": "postgresql",
    "psql": "postgresql-client",
    "wkhtmltopdf": "wkhtmltopdf",
    "chromium": "chromium",
    "npm": "npm",
    "sans": "fonts-dejavu-core",
}
CHROMIUM_NAMES = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser")


def require(*programs):
    """Install what is missing when we are root on Debian; otherwise name the command."""
    missing = [name for name in programs if not found(name)]
    if not missing:
        return
    packages = sorted({PACKAGES[name] for name in missing})
    if not (as_root() and shutil.which("apt-get")):
        raise Failure(_please_install(packages), SYSTEM_PACKAGE)
    with step(f"installing system packages: {' '.join(packages)}"):
        _apt_install(packages)
    still = [name for name in missing if not found(name)]
    if still:
        raise Failure(
            f"{', '.join(still)} still missing after the installation. {_please_install(packages)}", SYSTEM_PACKAGE
        )


def found(name):
    if name == "postgres":
        return postgres_bin() is not None
    if name == "chromium":
        return chromium() is not None
    if name == "sans":
        return any(Path("/usr/share/fonts").rglob("DejaVuSans.ttf")) or bool(processes.answers(["fc-list"]).strip())
    return shutil.which(name) is not None


def postgres_bin():
    """The directory of initdb and pg_ctl, newest version first."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")
    newest = sorted(versions, key=lambda path: int(path.parts[-3]) if path.parts[-3].isdigit() else 0)
    if newest:
        return newest[-1].parent
    on_path = shutil.which("pg_ctl")
    return Path(on_path).resolve().parent if on_path else None


def chromium():
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def _please_install(packages):
    return (
        f"Missing system packages: {' '.join(packages)}. "
        f"Run: sudo apt-get update && sudo apt-get install --no-install-recommends {' '.join(packages)}"
    )


def _apt_install(packages):
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    otherwise = _please_install(packages)
    processes.run(["apt-get", "update"], env=quiet, otherwise=otherwise, code=SYSTEM_PACKAGE)
    processes.run(
        ["apt-get", "install", "-y", "--no-install-recommends", *packages],
        env=quiet,
        otherwise=otherwise,
        code=SYSTEM_PACKAGE,
    )
