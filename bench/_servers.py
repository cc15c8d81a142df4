"""Two Odoo servers with two workers each, a client for them, and what their logs tell about each request."""

import re
import socket
import subprocess
import time
from contextlib import contextmanager

import requests

from devtools import processes
from devtools.console import Failure
from devtools.settings import ROOT, inside_cache

READY_SECONDS = 120
ADMINISTRATOR = "admin"  # login and password of a fresh database
# ... "POST /web/dataset/call_kw/...?bench=<mark> HTTP/1.1" 200 - <queries> <SQL seconds> <Python seconds>
LINE = re.compile(
    r"\?bench=(?P<mark>[^\s#]+)\S* HTTP/1\.\d\" (?P<status>\d+) - (?P<queries>\d+) (?P<sql>[\d.]+) (?P<python>[\d.]+)"
)


class Server:
    """One database behind its own Odoo, and the session of its administrator."""

    def __init__(self, odoo, name, **options):
        self.odoo = odoo
        self.name = name
        self.port, events = free_ports(2)
        self.log = inside_cache("logs") / f"{name}-served.log"
        self.log.unlink(missing_ok=True)
        self.configuration = odoo.configure(
            inside_cache("tmp") / f"{name}.conf",
            db_name=name,
            dbfilter=f"^{name}$",
            http_port=self.port,
            gevent_port=events,
            **{
                "workers": 2,
                "max_cron_threads": 0,
                "server_wide_modules": "base,rpc,web",
                "log_level": "info",
                "logfile": self.log,
                "limit_time_cpu": 600,
                "limit_time_real": 600,
                **options,
            },
        )
        self.session = requests.Session()
        self.mark = ""
        self.context = {}

    def start(self):
        command = [str(part) for part in self.odoo.command(self.configuration)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT}
        self.process = subprocess.Popen(command, env=processes.merged(self.odoo.environment()), cwd=ROOT, **quiet)
        ends = time.monotonic() + READY_SECONDS
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > ends:
                raise Failure(f"Odoo did not start on {self.name}; the log is {self.log}. Correct what it says.")
            time.sleep(0.5)
        info = self.post("/web/session/authenticate", db=self.name, login=ADMINISTRATOR, password=ADMINISTRATOR)
        self.context = info["user_context"]

    def _answers(self):
        try:
            return requests.get(f"http://127.0.0.1:{self.port}/web/health", timeout=30).ok
        except requests.RequestException:
            return False

    def stop(self):
        self.process.terminate()
        self.process.wait(30)

    def call(self, model, method, *arguments, **keywords):
        keywords.setdefault("context", self.context)
        path = f"/web/dataset/call_kw/{model}/{method}"
        return self.post(path, model=model, method=method, args=list(arguments), kwargs=keywords)

    def post(self, path, **params):
        answer = self.session.post(
            f"http://127.0.0.1:{self.port}{path}",
            params={"bench": self.mark} if self.mark else None,
            json={"jsonrpc": "2.0", "method": "call", "params": params},
            timeout=600,
        ).json()
        if "error" in answer:
            raise Failure(f"{self.name} {path}: {answer['error']['data']['debug'][-2000:]}\nCorrect the request.")
        return answer["result"]

    def timed(self, mark, action, *arguments):
        """Milliseconds at the client of one action, whose requests carry the mark."""
        self.mark = mark
        begun = time.perf_counter()
        try:
            action(*arguments)
        finally:
            self.mark = ""
        return (time.perf_counter() - begun) * 1000

    def logged(self):
        """``{mark: (queries, SQL ms, Python ms)}``, summed over the requests of a mark."""
        found = {}
        for match in LINE.finditer(self.log.read_text()):
            queries, sql, python = found.get(match["mark"], (0, 0, 0))
            found[match["mark"]] = (
                queries + int(match["queries"]),
                sql + float(match["sql"]) * 1000,
                python + float(match["python"]) * 1000,
            )
        return found


@contextmanager
def serving(odoo, *names, **options):
    servers = [Server(odoo, name, **options) for name in names]
    started = []
    try:
        for server in servers:
            started.append(server)
            server.start()
        yield servers
    finally:
        for server in started:
            server.stop()


def free_ports(count):
    """Return numbers of ports that nobody listens on."""
    sockets = [socket.socket() for _number in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()
