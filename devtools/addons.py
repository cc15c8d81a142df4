"""What the addons directory says: manifests, what depends on what, and hashes that tell whether something changed."""

import ast
import hashlib

from .console import USAGE, Failure
from .settings import ADDONS, SERVED_ADDONS

# What the addons build on; more is read from the manifests.
NATIVE = (
    "calendar",
    "hr_recruitment",
    "hr_recruitment_skills",
    "hr_recruitment_sms",
    "phone_validation",
    "portal",
    "queue_job",
    "website_hr_recruitment",
)
NOT_INSTALLED = {"tests", "__pycache__", "readme", "i18n"}  # directories that leave no trace in a database


def present():
    """Names of all addons of this repository."""
    return sorted(path.parent.name for path in ADDONS.glob("*/__manifest__.py"))


def manifest(name):
    path = ADDONS / name / "__manifest__.py"
    try:
        return ast.literal_eval(path.read_text())
    except (OSError, ValueError, SyntaxError) as error:
        raise Failure(f"{path} cannot be read: {error}. Correct the manifest.", USAGE) from error


def served():
    """The addons that `make run` installs: the agreed ones that exist; glue addons install themselves."""
    here = present()
    return [name for name in SERVED_ADDONS if name in here]


def chosen(names):
    """The addons a command is about: those named, or all."""
    unknown = sorted(set(names) - set(present()))
    if unknown:
        raise Failure(
            f"There is no addon {', '.join(unknown)}. Choose from: {', '.join(present()) or 'none yet'}.", USAGE
        )
    return sorted(names) or present()


def own_dependencies(names):
    """The addons of this repository that these need, themselves included."""
    here, found, waiting = set(present()), set(), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [needed for needed in manifest(name).get("depends", []) if needed in here]
    return sorted(found)


def native_dependencies():
    """What comes from Odoo and the package index, for the base template."""
    here = present()
    needed = {needed for name in here for needed in manifest(name).get("depends", [])}
    return sorted({*NATIVE, *needed} - set(here))


def tree_hash(name):
    """Changes when something changes that a database remembers."""
    content = hashlib.sha256()
    home = ADDONS / name
    for path in sorted(home.rglob("*")):
        parts = path.relative_to(home).parts
        if path.is_file() and not NOT_INSTALLED.intersection(parts) and path.suffix != ".pyc":
            content.update("/".join(parts).encode() + b"\0" + path.read_bytes() + b"\0")
    return content.hexdigest()[:16]


def tree_hashes(names):
    return {name: tree_hash(name) for name in names}
