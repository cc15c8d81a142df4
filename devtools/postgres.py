"""PostgreSQL: a private cluster on a unix socket, or the server that PGHOST names.

A cluster is started by the first command that needs it and stopped by the last one that used it. `./dev postgres start`
keeps it running until `./dev postgres stop`.
"""

import atexit
import fcntl
import os
import pwd
import shutil
import subprocess
from pathlib import Path

from . import processes, system_packages
from .console import DATABASE, Failure, say, step
from .locks import exclusive, grab, lock_file
from .settings import as_root, cache, inside_cache, knob

SUPERUSER = "odoo"
SOCKET_PATH_LIMIT = 100
COMMON = {
    "listen_addresses": "''",
    "max_connections": 300,
    "shared_buffers": "256MB",
    "jit": "off",
    "timezone": "'UTC'",
    "log_timezone": "'UTC'",
}
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_wal_size": "2GB"}
OTHERWISE = "Look at the log named above, or start anew with `make clean`, or set PGHOST to use your own server."


class Server:
    """The server that PGHOST names."""

    def environment(self):
        return {"PGUSER": knob("PGUSER") or pwd.getpwuid(os.getuid()).pw_name}

    def options(self):
        """What Odoo's configuration needs to reach the server."""
        return {"db_host": knob("PGHOST"), "db_port": knob("PGPORT") or "5432", "db_user": self.environment()["PGUSER"]}

    def use(self):
        self.query("select 1")
        return self

    def stop(self):
        pass

    def query(self, statement, database="postgres"):
        psql = ["psql", "-X", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", statement]
        return processes.run(
            psql,
            env=self.environment(),
            otherwise="Check that the database server runs and that its user may create databases.",
            code=DATABASE,
        ).strip()


class Cluster(Server):
    def __init__(self, name, durable):
        self.name = name
        self.durable = durable
        self.home = cache() / "postgres" / name
        self.data = self.home / "data"
        self.socket = self.home / "socket"
        self.log = self.home / "server.log"
        self.users = None

    def environment(self):
        return {"PGHOST": self.socket, "PGUSER": SUPERUSER, "PGPORT": "5432", "PGPASSWORD": None}

    def options(self):
        return {"db_host": self.socket, "db_port": "5432", "db_user": SUPERUSER}

    def use(self):
        """Start it unless it runs, and keep it until this process ends."""
        system_packages.require("postgres", "psql")
        with exclusive(f"postgres-{self.name}"):
            self.users = self.users or lock_file(f"postgres-{self.name}-users")
            fcntl.flock(self.users, fcntl.LOCK_SH)
            if not self.running():
                self._start()
        atexit.register(self._leave)
        return self

    def running(self):
        """Asked over the socket: a process id in a file may by now be another's."""
        has_data = (self.data / "PG_VERSION").is_file()
        return has_data and self._server_program("pg_isready", "-q", "-h", self.socket, check=False)

    def pin(self):
        self.use()
        (self.home / "pinned").touch()

    def stop(self):
        (self.home / "pinned").unlink(missing_ok=True)
        if self.running():
            self._control("stop", "-m", "fast", "-w")

    def _leave(self):
        """Stop the cluster if nobody else uses it."""
        if not self.users:
            return
        with exclusive(f"postgres-{self.name}"):
            fcntl.flock(self.users, fcntl.LOCK_UN)
            if grab(self.users, fcntl.LOCK_EX) and not (self.home / "pinned").exists():
                self.stop()
            self.users.close()
            self.users = None

    def _start(self):
        self._lay_out()
        if not (self.data / "PG_VERSION").is_file():
            with step(f"database cluster '{self.name}'"):
                self._initialise()
        try:
            self._launch()
        except Failure:
            if self.durable:
                raise
            say("the test cluster does not start (it is not crash-safe), so it is made anew")
            self._initialise()
            self._launch()

    def _launch(self):
        self._control("start", "-w", "-t", "60", "-l", self.log, "-o", f"-k {self.socket}")

    def _lay_out(self):
        if len(str(self.socket)) > SOCKET_PATH_LIMIT:
            raise Failure(f"{self.socket} is too long for a unix socket. Set ATS_CACHE to a shorter path.", DATABASE)
        inside_cache("postgres", self.name)
        for folder in (self.home, self.socket):
            folder.mkdir(exist_ok=True)
            if as_root():
                shutil.chown(folder, _server_user(), _server_user())

    def _initialise(self):
        if self.data.exists():
            shutil.rmtree(self.data)
        self._server_program(
            "initdb", "-D", self.data, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"
        )
        settings = COMMON if self.durable else {**COMMON, **FAST}
        lines = "".join(f"{name} = {value}\n" for name, value in settings.items())
        with (self.data / "postgresql.conf").open("a") as configuration:
            configuration.write(lines)

    def _control(self, *arguments):
        return self._server_program("pg_ctl", "-D", self.data, *arguments)

    def _server_program(self, program, *arguments, check=True):
        """The server's programs refuse to run as root; root runs them as user postgres."""
        command = [system_packages.postgres_bin() / program, *arguments]
        if as_root():
            command = ["runuser", "-u", _server_user(), "--", *command]
        otherwise = f"The log is {self.log}. {OTHERWISE}"
        try:
            # Into a file, not a pipe: the server inherits it and would keep a pipe open.
            log = self.home / f"{program}.log"
            code = _to_file(command, log)
            if code and check:
                raise Failure(
                    f"{processes.tail(log.read_text())}\n{program} ended with code {code}. {otherwise}", DATABASE
                )
            return code == 0
        except OSError as error:
            raise Failure(f"{program} could not be started: {error}. {otherwise}", DATABASE) from error


def _to_file(command, log):
    with log.open("w") as output:
        return subprocess.run(
            [str(part) for part in command], cwd="/", stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        ).returncode


def _server_user():
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise Failure("There is no user postgres. Run: apt-get install postgresql", DATABASE) from None


def for_tests():
    return _own_server() or Cluster("test", durable=False)


def for_run():
    return _own_server() or Cluster("run", durable=True)


def for_bench():
    return _own_server() or Cluster("bench", durable=True)


def _own_server():
    """The server of PGHOST, unless that is one of our own sockets (a shell that took over ./dev shell-env)."""
    host = knob("PGHOST")
    if not host or Path(host).is_relative_to(cache()):
        return None
    system_packages.require("psql")
    return Server()
