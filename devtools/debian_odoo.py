"""Debian's package odoo-19, fetched into the cache and unpacked there, without touching the system's apt.

apt-get gets its own directories and its own list of two suites: Odoo is in the unstable suite, and some fonts must come
from the older one, or links dangle. The address of the archive is the one the system already uses.
"""

import hashlib
import os
import shlex
import shutil
from pathlib import Path

from . import processes
from .console import ODOO_SOURCE, Failure, say, step
from .locks import exclusive
from .settings import inside_cache

EXPECTED_SHA256 = "9d2f598b0555db17e291d48ed24df184c70823c053c4c5ed53c467ca7f629bbf"
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
ODOO_SUITE = "sid"
FONT_SUITE = "bookworm"
PACKAGES = {
    "odoo-19": ODOO_SUITE,
    "libjs-jquery": ODOO_SUITE,
    "libjs-jquery-form": ODOO_SUITE,
    "libjs-underscore": ODOO_SUITE,
    "fonts-montserrat": ODOO_SUITE,
    "fonts-glyphicons-halflings": ODOO_SUITE,
    "fonts-font-awesome": FONT_SUITE,
    "fonts-inconsolata": FONT_SUITE,
    "fonts-ocr-b": FONT_SUITE,
    "fonts-roboto-unhinted": FONT_SUITE,
}
OTHERWISE = (
    "Check the network and free disk space (3 GB) and try again, or set ODOO_HOME to an Odoo 19.0 source checkout, "
    "or use docker compose up."
)


def unpacked():
    """(home, version) of the unpacked package; fetches it the first time."""
    with exclusive("odoo"):
        root = inside_cache("odoo")
        done = root / "complete"
        if not done.is_file():
            _build(root)
        return root / "tree" / "usr/lib/python3/dist-packages", done.read_text().strip()


def _build(root):
    with step("Odoo 19.0: fetching Debian's package (120 MB)"):
        packages = _download(root)
    _compare_sum(next(path for path in packages if path.name.startswith("odoo-19_")))
    with step("Odoo 19.0: unpacking"):
        tree = root / "tree"
        shutil.rmtree(tree, ignore_errors=True)
        tree.mkdir()
        for package in packages:
            processes.run(["dpkg-deb", "-x", package, tree], otherwise=OTHERWISE, code=ODOO_SOURCE)
        _repair(tree)
    version = next(path.name for path in packages if path.name.startswith("odoo-19_")).split("_")[1]
    shutil.rmtree(root / "deb")
    (root / "complete").write_text(version)


# -- fetching


def _download(root):
    folder = root / "deb"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    apt = _private_apt(root / "apt")
    processes.run([*apt, "update"], otherwise=OTHERWISE, code=ODOO_SOURCE)
    wanted = [f"{name}/{suite}" for name, suite in PACKAGES.items()]
    processes.run([*apt, "download", *wanted], cwd=folder, otherwise=OTHERWISE, code=ODOO_SOURCE)
    packages = sorted(folder.glob("*.deb"))
    if len(packages) != len(PACKAGES):
        raise Failure(f"{len(packages)} of {len(PACKAGES)} packages arrived. {OTHERWISE}", ODOO_SOURCE)
    return packages


def _private_apt(folder):
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("lists/partial", "cache/archives/partial"):
        (folder / part).mkdir(parents=True)
    (folder / "status").touch()
    sources = folder / "sources.list"
    archive = _archive_address()
    sources.write_text(
        "".join(f"deb [signed-by={KEYRING}] {archive} {suite} main\n" for suite in (ODOO_SUITE, FONT_SUITE))
    )
    options = {
        "Dir::State": folder,
        "Dir::State::status": folder / "status",
        "Dir::State::Lists": folder / "lists",
        "Dir::Cache": folder / "cache",
        "Dir::Etc::SourceList": sources,
        "Dir::Etc::SourceParts": "/dev/null",
        "Dir::Etc::Preferences": "/dev/null",
        "Dir::Etc::PreferencesParts": "/dev/null",
        "Acquire::Languages": "none",
        "Acquire::Check-Valid-Until": "false",  # a mirror may lag behind; signatures are checked all the same
        "APT::Sandbox::User": "root",
    }
    return ["apt-get", *(part for key, value in options.items() for part in ("-o", f"{key}={value}"))]


def _archive_address():
    """The address of the Debian archive that this system already uses: that of its own release."""
    if not (KEYRING.is_file() and shutil.which("apt-get") and shutil.which("dpkg-deb")):
        raise Failure(
            "Odoo is fetched from Debian, and this system has no Debian archive keyring. "
            "Set ODOO_HOME to an Odoo 19.0 source checkout, or use docker compose up.",
            ODOO_SOURCE,
        )
    codename = _release_codename()
    listing = processes.answers(
        ["apt-get", "indextargets", "--format", "$(RELEASE) $(REPO_URI)", "Created-By: Packages"]
    )
    for line in listing.splitlines():
        release, _, address = line.partition(" ")
        if release == codename and "security" not in address and address.startswith(("http", "file:")):
            return address
    raise Failure(
        f"apt knows no archive of Debian {codename or '(unknown release)'}. "
        "Set ODOO_HOME to an Odoo 19.0 source checkout, or use docker compose up.",
        ODOO_SOURCE,
    )


def _release_codename():
    lines = Path("/etc/os-release").read_text().splitlines()
    fields = dict(line.split("=", 1) for line in lines if "=" in line)
    return shlex.split(fields.get("VERSION_CODENAME", '""'))[0]


def _compare_sum(package):
    found = hashlib.sha256(package.read_bytes()).hexdigest()
    if found != EXPECTED_SHA256:
        say(f"warning: {package.name} is not the build these addons were tried with (sha256 {found[:12]}...); going on")


# -- repairing


def _repair(tree):
    for link in (path for path in tree.rglob("*") if path.is_symlink()):
        _make_relative(link, tree)
    addons = tree / "usr/lib/python3/dist-packages/odoo/addons"
    _add_missing_script(addons)
    _straighten_icon_fonts(addons)
    dangling = [path for path in tree.rglob("*") if path.is_symlink() and not path.exists()]
    if dangling:
        say(f"warning: {len(dangling)} links of the package point nowhere ({dangling[0].name}, ...); going on")


def _make_relative(link, tree):
    target = os.readlink(link)
    if target.startswith("/"):
        link.unlink()
        link.symlink_to(os.path.relpath(tree / target.lstrip("/"), link.parent))


def _add_missing_script(addons):
    """The package drops this file; without it every backend page logs an error and each tour fails."""
    script = addons / "mail/static/lib/selfie_segmentation/selfie_segmentation.js"
    if not script.exists():
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text("/* not part of the Debian package */\n")


def _straighten_icon_fonts(addons):
    """The package links woff at woff2 and the reverse."""
    for link in addons.rglob("fontawesome-webfont.woff*"):
        if link.is_symlink() and Path(os.readlink(link)).suffix != link.suffix:
            target = Path(os.readlink(link)).with_suffix(link.suffix)
            link.unlink()
            link.symlink_to(target)
