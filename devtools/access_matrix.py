"""`./dev access-matrix`: docs/access-matrix.csv, who may do what, read from a database with all addons."""

import os

from . import addons, databases, odoo_server, postgres, processes
from .console import ODOO, step
from .settings import ROOT

SCRIPT = ROOT / "tests" / "suite" / "access_matrix.py"


def write():
    wanted = addons.present()
    server = odoo_server.prepared(postgres.for_tests(), "test")
    database = f"ats_matrix_{os.getpid()}"
    databases.create(server, database, databases.addons_template(server, wanted))
    try:
        with step("reading who may do what"):
            _run(server, database)
    finally:
        databases.drop(server, database)


def _run(server, database):
    """Odoo's shell takes a program on its standard input and rolls back when it ends."""
    processes.run(
        server.command(server.quiet_configuration(), "shell", "-d", database, "--no-http"),
        env=server.environment(),
        cwd=ROOT,
        given=f"import sys\nsys.path.insert(0, {str(SCRIPT.parent)!r})\n"
        f"import {SCRIPT.stem}\n{SCRIPT.stem}.write(env)\n",
        otherwise="Correct what the messages above say and try again.",
        code=ODOO,
    )
