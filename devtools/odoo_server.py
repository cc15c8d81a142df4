"""How Odoo is started here: interpreter, source, addons path and a configuration made from odoo.conf."""

import configparser
import hashlib
import itertools
import os
from dataclasses import dataclass
from pathlib import Path

from . import odoo_source, processes, python_packages
from .console import ODOO, Failure
from .settings import ADDONS, ROOT, inside_cache

# Odoo goes on after demo data that do not load, and leaves a demo company half made.
COMPLAINTS = (" ERROR ", " CRITICAL ", "demo data failed to install")


@dataclass(frozen=True)
class OdooServer:
    python: Path
    source: odoo_source.OdooSource
    addons_paths: tuple
    database: object  # postgres.Server
    data: Path  # Odoo's data_dir; holds the filestore

    def environment(self):
        return {
            **self.database.environment(),
            "PYTHONPATH": self.source.home,
            "PATH": f"{self.python.parent}:{_path()}",
            "ODOO_RC": None,
        }

    def configure(self, target, **options):
        """Write a configuration: odoo.conf of the repository, this machine's facts, then the given options."""
        configuration = configparser.RawConfigParser()
        configuration.read(ROOT / "odoo.conf")
        section = configuration["options"]
        for name, value in {**self._facts(), **options}.items():
            section[name] = str(value)
        workers = int(section.get("workers", 0))
        if workers:
            configuration["queue_job"]["channels"] = _channels(workers)
        fresh = target.with_suffix(f".{os.getpid()}")
        with fresh.open("w") as handle:
            configuration.write(handle)
        return fresh.replace(target)

    def _facts(self):
        return {
            **self.database.options(),
            "addons_path": ",".join(map(str, self.addons_paths)),
            "data_dir": self.data,
            "http_interface": "127.0.0.1",
        }

    def command(self, configuration, *arguments):
        """Odoo's command line; a subcommand's words come before the configuration."""
        words = list(itertools.takewhile(lambda argument: not str(argument).startswith("-"), arguments))
        return [self.python, "-m", "odoo", *words, "-c", configuration, *arguments[len(words) :]]

    def quiet_configuration(self):
        """For installing and for work on a developer's own database: no port, no cron, no job runner.

        Several checkouts may share the cache; the file names this one's addons, so each has its own.
        """
        return self.configure(
            self.quiet_path(),
            server_wide_modules="base,rpc,web",
            max_cron_threads=0,
            workers=0,
            http_port=0,
            log_level="warn",
            limit_time_real=0,
        )

    def quiet_path(self):
        checkout = hashlib.sha256(str(self.addons_paths).encode()).hexdigest()[:8]
        return self.data / f"quiet-{checkout}.conf"

    def install(self, database, modules, *, update=False, demo=False):
        """Install or update addons in a database and end."""
        if not modules:
            return
        arguments = ["-d", database, "-u" if update else "-i", ",".join(modules), "--stop-after-init", "--no-http"]
        if demo:
            arguments.append("--with-demo")
        log = inside_cache("logs") / f"{database}.log"
        output = processes.run(
            self.command(self.quiet_configuration(), *arguments),
            env=self.environment(),
            cwd=ROOT,
            log=log,
            otherwise=f"Correct what the messages above say and try again; the whole log is {log}.",
            code=ODOO,
        )
        complaints = [line for line in output.splitlines() if any(word in line for word in COMPLAINTS)]
        if complaints:
            raise Failure(
                "\n".join(complaints[:20]) + f"\nOdoo logged errors; the whole log is {log}. Correct them.", ODOO
            )

    def shell(self, database, code):
        """Run Python in Odoo's shell, where `env` is the administrator's; returns what it prints."""
        arguments = ("shell", "-d", database, "--no-http")
        return processes.run(
            self.command(self.quiet_configuration(), *arguments),
            env=self.environment(),
            cwd=ROOT,
            given=code,
            otherwise="Correct the code that was given to Odoo's shell.",
            code=ODOO,
        )


MANY_WORKERS = 4  # with fewer a file that is being read takes one of two or three places


def _channels(workers):
    """Background work takes half of the workers at most, so that people never wait for a heap of files."""
    every = max(1, workers // 2)
    pause = 1 if workers >= MANY_WORKERS else 2
    return f"root:{every},root.parse:1,root.parse.heap:1:throttle={pause},root.match:1,root.mail:1,root.hire:1"


def _path():
    return os.environ.get("PATH", "/usr/bin:/bin")


def prepared(database, kind):
    """Everything Odoo needs to start against a database server; `kind` names the data directory."""
    source = odoo_source.find()
    python = python_packages.python()
    paths = (*source.addons_paths, python_packages.addons_from_index(), *((ADDONS,) if ADDONS.is_dir() else ()))
    return OdooServer(python, source, paths, database.use(), inside_cache("data", kind))
