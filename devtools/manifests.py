"""What every addon's manifest must say."""

import re

from . import addons
from .settings import ADDONS

REQUIRED = ("name", "summary", "version", "author", "license", "category", "depends")
VERSION = re.compile(r"19\.0\.\d+\.\d+\.\d+")
LOADED = (".xml", ".csv")
FOLDERS_OF_DATA = ("data", "security", "views", "report", "reports", "wizard", "wizards", "demo")


def problems(names):
    return [f"addons/{name}/__manifest__.py: {problem}" for name in names for problem in _problems(name)]


def _problems(name):
    manifest = addons.manifest(name)
    yield from (f"{key} is missing" for key in REQUIRED if not manifest.get(key))
    if not VERSION.fullmatch(manifest.get("version", "")):
        yield "version must read 19.0.x.y.z"
    if manifest.get("license") != "LGPL-3":
        yield "license must be LGPL-3"
    listed = [*manifest.get("data", []), *manifest.get("demo", [])]
    yield from (f"{path} is listed and does not exist" for path in listed if not (ADDONS / name / path).is_file())
    yield from (f"{path} is listed twice" for path in sorted({path for path in listed if listed.count(path) > 1}))
    yield from (f"{path} exists and is not listed" for path in _data_files(name) if path not in listed)


def _data_files(name):
    home = ADDONS / name
    for folder in FOLDERS_OF_DATA:
        for path in sorted((home / folder).rglob("*")):
            if path.suffix in LOADED and path.is_file():
                yield path.relative_to(home).as_posix()
