"""The same data twice: native Recruitment alone, and a clone of it with our addons installed."""

import hashlib
import subprocess
import time
from pathlib import Path

from devtools import addons, databases, processes
from devtools.console import Failure, say, step

HERE = Path(__file__).parent
INDEXES = "env.registry.init_models(env.cr, list(env.registry.models), {}, install=False); env.cr.commit()"


def native(server, count):
    """The loaded native database; kept for the next run as long as the loader stays the same."""
    text = server.source.version + "".join((HERE / name).read_text() for name in ("_native.sql", "_setting.py"))
    name = f"ats_bench_native_{count}_{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    if not databases.exists(server, name):
        fresh = f"{name}_unfinished"
        databases.drop(server, fresh)
        databases.create(server, fresh, databases.base_template(server))
        _load(server, fresh, count)
        databases.rename(server, fresh, name)
    return name


def _load(server, name, count):
    with step(f"{count} native applications"):
        shell(server, name, (HERE / "_setting.py").read_text())
        psql(server, name, "-v", f"n={count}", "-f", HERE / "_native.sql")
    with step("native trigram indexes, as Odoo makes them in a database of its own"):
        psql(server, name, "-c", "create extension if not exists pg_trgm")
        shell(server, name, INDEXES)
        psql(server, name, "-c", "vacuum analyze")


def psql(server, name, *arguments):
    processes.run(
        ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", name, *arguments],
        env=server.environment(),
        cwd=HERE,
        otherwise="Correct the SQL in bench/ and try again.",
    )


def copy(server, source, name):
    """A fresh clone of a database; returns its name."""
    databases.drop(server, name)
    databases.create(server, name, source)
    return name


def forget(server, *names):
    for name in names:
        databases.drop(server, name)


def shell(server, name, code):
    """Run Python in `odoo shell`; what it prints is returned."""
    done = subprocess.run(
        [str(part) for part in server.command(server.quiet_configuration(), "shell", "-d", name, "--no-http")],
        input=code,
        env=processes.merged(server.environment()),
        text=True,
        capture_output=True,
    )
    if done.returncode or "Traceback" in done.stderr:
        raise Failure(f"{processes.tail(done.stderr)}\nCorrect the code that bench/ runs in the shell.")
    return done.stdout


def ours(server, source, only=()):
    """A clone with our addons; returns its name and the seconds that the installation took."""
    name = source.replace("native", "ours")
    databases.drop(server, name)
    databases.create(server, name, source)
    chosen = list(only) or addons.present()
    begun = time.monotonic()
    with step(f"installing {', '.join(chosen)} on the data"):
        server.install(name, chosen)
    took = time.monotonic() - begun
    psql(server, name, "-c", "vacuum analyze")
    say(f"installed in {took:.1f} s")
    return name, round(took, 1)
