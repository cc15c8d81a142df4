"""`make bench` and `make shots`: scripts of this repository that need a prepared Odoo.

Each bench/*.py and shots/*.py is run with the virtual environment's Python and these variables:
    ATS_ODOO_CONF   a configuration for the script's own database (no port, no cron, no job runner)
    ATS_SCRIPT_DB   that database: a fresh clone with our addons (shots: with demo data), dropped afterwards
    ATS_NATIVE_DB   for a bench: the same without our addons, for the comparison
    ATS_OUTPUT      where pictures and tables go
and PGHOST, PGUSER, PYTHONPATH of the database and of Odoo. A bench's cluster is durable, as a company's would be.
"""

import os

from . import addons, databases, odoo_server, postgres, processes, system_packages
from .console import USAGE, Failure, step
from .settings import ROOT, inside_cache


def bench(only):
    server = odoo_server.prepared(postgres.for_bench(), "bench")
    template = databases.addons_template(server, addons.present())
    native = databases.base_template(server)
    return _run_all("bench", only, server, {"ATS_SCRIPT_DB": template, "ATS_NATIVE_DB": native})


def shots(only):
    system_packages.require("chromium", "wkhtmltopdf", "sans")
    server = odoo_server.prepared(postgres.for_tests(), "test")
    template = databases.addons_template(server, addons.present(), demo=True)
    return _run_all("shots", only, server, {"ATS_SCRIPT_DB": template})


def _run_all(folder, only, server, templates):
    scripts = [path for path in sorted((ROOT / folder).glob("[!_]*.py")) if not only or path.stem in only]
    if not scripts:
        raise Failure(
            f"There is no {folder}/{only[0] if only else '*'}.py yet. devtools/scripts.py says how to write one.", USAGE
        )
    codes = [_run(path, server, templates) for path in scripts]
    return max(codes)


def _run(path, server, templates):
    clones = {variable: f"ats_{path.stem}_{number}_{os.getpid()}" for number, variable in enumerate(templates)}
    try:
        for variable, template in templates.items():
            databases.create(server, clones[variable], template)
        with step(f"{path.relative_to(ROOT)}"):
            return processes.show([server.python, path], env=_environment(server, clones), cwd=ROOT)
    finally:
        for name in clones.values():
            databases.drop(server, name)


def _environment(server, clones):
    paths = os.pathsep.join(map(str, (server.source.home, ROOT)))
    return {
        **server.environment(),
        **clones,
        "PYTHONPATH": paths,
        "ATS_ODOO_CONF": server.quiet_configuration(),
        "ATS_OUTPUT": inside_cache("output"),
    }
