"""The walls of docs/architecture.md: addons look down only, lib knows no Odoo, rooms of ats_core look down only."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
ADDONS = ROOT / "addons"

# An addon may use those of a lower storey only. Glue addons (ats_<room>_<app>) stand above them all.
STOREYS = {"ats_core": 0, "ats_portal": 1, "ats_interview": 1, "ats_connect": 1, "ats_ai": 2}
GLUE = 9

# Rooms of ats_core, lowest first: a room may import those before it.
ROOMS = (
    "work",
    "event",
    "access",
    "message",
    "candidate",
    "pipeline",
    "job",
    "day",
    "application",
    "refusal",
    "sla",
    "stage_rule",
    "pipeline_change",
    "template",
    "document",
    "screening",
    "approval",
    "requisition",
    "offer",
    "hire",
    "referral",
    "privacy",
    "search",
    "merge",
    "share",
    "bulk",
    "sequence",
    "profile",
)

present = sorted(path.parent.name for path in ADDONS.glob("*/__manifest__.py"))


def storey(addon):
    return STOREYS.get(addon, GLUE)


def manifest(addon):
    return ast.literal_eval((ADDONS / addon / "__manifest__.py").read_text())


def imported_names(path):
    """Dotted names that a file imports; relative ones keep their dots."""
    for node in ast.walk(ast.parse(path.read_text(), str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            yield from (f"{base}{'' if base.endswith('.') else '.'}{alias.name}" for alias in node.names)


def absolute(name, path):
    """A relative import as parts from the addons directory on."""
    if not name.startswith("."):
        return name.removeprefix("odoo.addons.").split(".") if name.startswith("odoo.addons.") else []
    level = len(name) - len(name.lstrip("."))
    package = path.relative_to(ADDONS).parts[:-1]
    return [*package[: len(package) - level + 1], *name.lstrip(".").split(".")]


def python_files(addon, *parts):
    return sorted(ADDONS.joinpath(addon, *parts).rglob("*.py"))


@pytest.mark.parametrize("addon", present)
def test_manifest_depends_on_lower_addons_only(addon):
    ours = [name for name in manifest(addon)["depends"] if name in present]
    upward = [name for name in ours if storey(name) >= storey(addon)]
    assert not upward, f"{addon} depends on {upward}: dependencies point down, use a hook in the lower addon"


@pytest.mark.parametrize("addon", present)
def test_code_imports_declared_lower_addons_only(addon):
    allowed, waiting = {addon}, [addon]
    while waiting:
        for name in manifest(waiting.pop())["depends"]:
            if name in present and name not in allowed:
                allowed.add(name)
                waiting.append(name)
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in python_files(addon)
        for name in imported_names(path)
        if (absolute(name, path) or [addon])[0] in set(present) - allowed
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("addon", present)
def test_no_file_asks_whether_a_model_exists(addon):
    """`if "model" in self.env` is an upward look in disguise."""
    wrong = []
    for path in python_files(addon):
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Compare)
                and isinstance(node.ops[0], (ast.In, ast.NotIn))
                and isinstance(node.left, ast.Constant)
                and isinstance(node.comparators[0], ast.Attribute)
                and node.comparators[0].attr == "env"
            ):
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert not wrong, f"use a hook in the lower addon instead: {wrong}"


@pytest.mark.parametrize("addon", present)
def test_lib_knows_no_odoo(addon):
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in python_files(addon, "lib")
        for name in imported_names(path)
        if name.split(".")[0] == "odoo" or absolute(name, path)[1:2] not in ([], ["lib"])
    ]
    assert not wrong, "\n".join(wrong)


def test_lib_packages_have_names_of_their_own():
    folders = [path for path in ADDONS.glob("*/lib/*") if (path / "__init__.py").is_file()]
    names = [path.name for path in folders]
    assert sorted(set(names)) == sorted(names), "two lib packages share a name"
    assert all(name.startswith("ats_") for name in names)


def test_rooms_of_core_look_down_only():
    wrong = []
    for room in ROOMS:
        for path in python_files("ats_core", "models", room):
            for name in imported_names(path):
                parts = absolute(name, path)
                if parts[:2] == ["ats_core", "models"] and len(parts) > 2 and _above(parts[2], room):
                    wrong.append(f"{path.relative_to(ROOT)} ({room}) imports {parts[2]}")
    assert not wrong, "\n".join(wrong)


def _above(other, room):
    return other in ROOMS and ROOMS.index(other) > ROOMS.index(room)


def test_every_room_of_core_has_its_place():
    folders = (path.name for path in (ADDONS / "ats_core" / "models").glob("*") if any(path.glob("*.py")))
    assert set(folders) <= set(ROOMS), "put the new room into ROOMS, above the rooms it imports"
