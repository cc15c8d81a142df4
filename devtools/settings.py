"""Where things are, and the knobs that a developer may turn (environment variables; docs/development.md)."""

import os
import stat
from pathlib import Path

from .console import CACHE, USAGE, Failure

ROOT = Path(__file__).resolve().parent.parent
ADDONS = ROOT / "addons"
SERVED_ADDONS = ("ats_core", "ats_portal", "ats_interview", "ats_ai")
DEMO_LOGINS = ("recruiter", "manager", "interviewer", "hr", "privacy")


def knob(name, default=""):
    return os.environ.get(name, "").strip() or default


def number(name, default):
    value = knob(name, str(default))
    if not value.isdigit():
        raise Failure(f"{name}={value!r} is not a number. Set {name} to a whole number, for example {default}.", USAGE)
    return int(value)


def cache():
    """The private cache: reachable by the postgres user, so outside root's closed home; ours alone to write."""
    path = Path(knob("ATS_CACHE", f"/var/tmp/ats-{os.getuid()}")).absolute()
    path.mkdir(parents=True, exist_ok=True, mode=0o755)
    _refuse_foreign(path)
    path.chmod(0o755)
    return path


def _refuse_foreign(path):
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode) or found.st_uid != os.getuid():
        raise Failure(
            f"The cache {path} is a link or belongs to another user. "
            "Remove it, or set ATS_CACHE to a directory of your own.",
            CACHE,
        )


def inside_cache(*parts):
    path = cache().joinpath(*parts)
    path.mkdir(parents=True, exist_ok=True)
    return path


def as_root():
    return os.geteuid() == 0
