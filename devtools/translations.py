"""`make pot`: the translation templates addons/*/i18n/*.pot, exported from a database that has the addons installed."""

import os

from . import addons, databases, odoo_server, postgres, processes
from .console import ODOO, step
from .settings import ADDONS, ROOT


def write_templates(names):
    wanted = addons.chosen(names)
    server = odoo_server.prepared(postgres.for_tests(), "test")
    database = f"ats_pot_{os.getpid()}"
    databases.create(server, database, databases.addons_template(server, wanted))
    try:
        for name in wanted:
            (ADDONS / name / "i18n").mkdir(exist_ok=True)
        before = {path: path.read_text() for path in ADDONS.glob("*/i18n/*.pot")}
        with step(f"translation templates of {', '.join(wanted)}"):
            _export(server, database, wanted)
        for path, text in before.items():
            if _undated(path.read_text()) == _undated(text):
                path.write_text(text)  # a new date alone is no change
    finally:
        databases.drop(server, database)


def _undated(text):
    return [line for line in text.splitlines() if not line.startswith(('"POT-Creation-Date:', '"PO-Revision-Date:'))]


def _export(server, database, wanted):
    command = server.command(server.quiet_configuration(), "i18n", "export", *wanted, "-d", database, "-l", "pot")
    processes.run(
        command,
        env=server.environment(),
        cwd=ROOT,
        otherwise="Correct what the messages above say and try again.",
        code=ODOO,
    )
