"""The commands, one short function each. The first line of a docstring is its help."""

import inspect
import os
import shlex

from . import (
    access_matrix,
    addons,
    cleaning,
    databases,
    guards,
    linting,
    measuring,
    odoo_server,
    postgres,
    processes,
    resume_bench,
    scripts,
    serving,
    smoke,
    testing,
    translations,
)
from .console import USAGE, Failure, step
from .settings import ROOT


def _test_server():
    return odoo_server.prepared(postgres.for_tests(), "test")


def run():
    """Serve Odoo with the addons and demo data on http://localhost:8069 until Ctrl-C."""
    serving.serve()


def setup():
    """Fetch and build everything that tests need: Odoo, Python packages, database cluster, base template."""
    server = _test_server()
    databases.base_template(server)


def db(action, name="", *options):
    """create NAME [base|addons|demo] | drop NAME | list   - your own development databases."""
    server = _test_server()
    if action == "list":
        print("\n".join(databases.names(server)))
    elif action == "create" and name:
        kind = options[0] if options else "base"
        databases.create(server, name, _template(server, kind))
    elif action == "drop" and name:
        databases.drop(server, name)
    else:
        raise Failure("Say: ./dev db create NAME [base|addons|demo], ./dev db drop NAME or ./dev db list.", USAGE)


def _template(server, kind):
    if kind == "base":
        return databases.base_template(server)
    if kind in ("addons", "demo"):
        return databases.addons_template(server, addons.present(), demo=kind == "demo")
    raise Failure(f"There is no template {kind!r}. Choose base, addons or demo.", USAGE)


def install(database, modules, *options):
    """DATABASE ADDON[,ADDON] [--demo]   - install addons into your database."""
    _change(database, modules, update=False, demo="--demo" in options)


def update(database, modules):
    """DATABASE ADDON[,ADDON]   - update addons in your database after a change."""
    _change(database, modules, update=True)


def _change(database, modules, *, update, demo=False):
    server = _test_server()
    databases.must_exist(server, database)
    with step(f"{'updating' if update else 'installing'} {modules} in {database}"):
        server.install(database, modules.split(","), update=update, demo=demo)


def pytest(database, *arguments):
    """DATABASE [PYTEST ARGUMENTS]   - run tests on your own database as it is (no clone, no update)."""
    return testing.on_database(_test_server(), database, arguments)


def test(*arguments):
    """Unit tests, then the Odoo tests on a fresh clone. ADDON=name, TESTS=path, ARGS='-k name' narrow it."""
    return testing.everything(
        chosen=_chosen_addons(),
        paths=os.environ.get("TESTS", "").split(),
        arguments=[*shlex.split(os.environ.get("ARGS", "")), *arguments],
    )


def unit(*arguments):
    """Unit tests of the lib packages and of the structure; no Odoo, about a minute; name a folder for less."""
    return testing.unit([*shlex.split(os.environ.get("ARGS", "")), *arguments])


def lint():
    """Check form and structure of everything. ADDON=name narrows it."""
    return linting.lint(_chosen_addons())


def fmt():
    """Bring Python, JavaScript and XML into form. ADDON=name narrows it."""
    return linting.fmt(_chosen_addons())


def pot():
    """Write the translation templates addons/*/i18n/*.pot anew. ADDON=name narrows it."""
    translations.write_templates(_chosen_addons())


def access_matrix_():
    """Write docs/access-matrix.csv anew: each model, each role, what it may read, write, create, delete."""
    access_matrix.write()


def deep(*arguments):
    """Deep tests (tests/deep): properties, fuzzing, races at full size; up to 90 minutes."""
    return testing.deep(_chosen_addons(), [*shlex.split(os.environ.get("ARGS", "")), *arguments])


def guards_(*only):
    """[WORD ...]   - remove each guard of tests/guards/*.py in a copy and expect its test to fail."""
    return guards.try_all(only)


def bench(*only):
    """[NAME ...]   - run bench/*.py: figures, native beside ours; asserts nothing."""
    return scripts.bench(only)


def bench_resume(folder=""):
    """[FOLDER]   - the résumé parser on a set with known truth (or RESUME_SET), beside its peers; no Odoo."""
    resume_bench.run(folder)


def shots(*only):
    """[NAME ...]   - run shots/*.py: pictures of the screens with demo data."""
    return scripts.shots(only)


def smoke_():
    """Start `make run` on a free port, fetch pages and a PDF, run jobs, stop it with SIGTERM."""
    return smoke.smoke()


def measure(*parts):
    """[run] [test]   - time the commands from an empty cache; figures go to docs/evidence/toolchain.json."""
    return measuring.measure(parts)


def clean():
    """Stop the clusters and remove the cache, databases included."""
    cleaning.clean()


def _chosen_addons():
    return os.environ.get("ADDON", "").replace(",", " ").split()


def odoo(*arguments):
    """[SUBCOMMAND] [ARGUMENTS]   - Odoo's own command line on the test cluster, e.g. ./dev odoo shell -d NAME."""
    server = _test_server()
    return processes.show(server.command(server.quiet_configuration(), *arguments), env=server.environment(), cwd=ROOT)


def psql(*arguments):
    """[ARGUMENTS]   - psql on the test cluster, e.g. ./dev psql NAME."""
    return processes.show(["psql", "-X", *arguments], env=_test_server().database.environment())


def postgres_(action):
    """start | stop | status   - keep the test cluster running between commands."""
    cluster = postgres.for_tests()
    if not isinstance(cluster, postgres.Cluster):
        raise Failure(
            "PGHOST names your own server, so there is no cluster to start or stop. Unset PGHOST first.", USAGE
        )
    if action == "start":
        cluster.pin()
    elif action == "stop":
        cluster.stop()
    else:
        print("running" if cluster.running() else "stopped")


def shell_env():
    """Print the environment for your own commands: eval "$(./dev shell-env)"."""
    server = _test_server()
    server.quiet_configuration()
    values = {
        **{name: value for name, value in server.database.environment().items() if value},
        "PYTHONPATH": server.source.home,
        "ATS_VENV_PYTHON": server.python,
        "ATS_ODOO": f"{server.python} -m odoo",
        "ATS_ODOO_HOME": server.source.home,
        "ATS_ADDONS_PATH": ",".join(map(str, server.addons_paths)),
        "ATS_ODOO_CONF": server.quiet_path(),
    }
    for name, value in values.items():
        print(f"export {name}={shlex.quote(str(value))}")


VERBS = {
    "run": run,
    "test": test,
    "unit": unit,
    "lint": lint,
    "fmt": fmt,
    "setup": setup,
    "db": db,
    "install": install,
    "update": update,
    "pytest": pytest,
    "pot": pot,
    "access-matrix": access_matrix_,
    "test-deep": deep,
    "test-guards": guards_,
    "bench": bench,
    "bench-resume": bench_resume,
    "shots": shots,
    "smoke": smoke_,
    "measure": measure,
    "clean": clean,
    "odoo": odoo,
    "psql": psql,
    "postgres": postgres_,
    "shell-env": shell_env,
}


def usage(name):
    return f"./dev {name} {inspect.getdoc(VERBS[name])}"


def help_text():
    lines = (f"  {name:12} {inspect.getdoc(verb).splitlines()[0]}" for name, verb in VERBS.items())
    return "./dev COMMAND\n" + "\n".join(lines)
