"""`./dev smoke`: `make run` as a newcomer would, on its own port and database; then what a visitor and HR fetch."""

import http.cookiejar
import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.request

from . import databases, odoo_server, postgres
from .console import say
from .settings import ROOT, inside_cache, knob

READY_WITHIN = 900
STOPPED_WITHIN = 90
JOBS_WITHIN = 60
DATABASE = f"ats_smoke_{os.getpid()}"  # made for this run and dropped afterwards
NATIVE_REPORT = ("hr.print_employee_badge", "hr.employee")


def smoke():
    """Every check runs; the last line says how many passed."""
    results = []
    served = Served(workers=knob("ATS_WORKERS", "0"))
    try:
        if _check(results, "make run is ready", served.ready):
            for name, check in served.checks().items():
                _check(results, name, check)
        else:
            print(served.output())
    finally:
        _check(results, "SIGTERM stops it cleanly", served.stop)
        _forget_database()
    failed = results.count(False)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _forget_database():
    server = odoo_server.prepared(postgres.for_run(), "run")
    databases.drop(server, DATABASE)
    databases.drop(server, f"{DATABASE}_unfinished")


def _check(results, name, check):
    begun = time.monotonic()
    try:
        fault = check()
    except (OSError, ValueError, KeyError, IndexError) as error:
        fault = f"{type(error).__name__}: {error}"
    say(f"smoke: {name}: {fault or 'passed'} ({time.monotonic() - begun:.1f} s)")
    results.append(not fault)
    return not fault


class Served:
    """`make run` in a process group of its own. Each check returns None, or what is wrong."""

    def __init__(self, database=DATABASE, workers="0", command=("make", "--no-print-directory", "run")):
        self.port = _free_port()
        self.address = f"http://localhost:{self.port}"
        self.log = open(inside_cache("logs") / f"{database}-make-run.log", "w")  # noqa: SIM115 - closed with us
        environment = {**os.environ, "ATS_PORT": str(self.port), "ATS_DB": database, "ATS_WORKERS": workers}
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=self.log, stderr=subprocess.STDOUT, start_new_session=True
        )
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.browser = urllib.request.build_opener(cookies)

    def output(self):
        with open(self.log.name) as log:
            return log.read()

    def checks(self):
        return {
            "/web/health": lambda: self._page("/web/health", '"status": "pass"'),
            "/jobs": lambda: self._page("/jobs", "<main"),
            "log in": self._log_in,
            "a job page": self._job_page,
            "a rendered PDF": self._pdf,
            "background jobs run": self._jobs,
        }

    def ready(self):
        deadline = time.monotonic() + READY_WITHIN
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                return f"it ended with code {self.process.returncode}"
            if "Odoo is ready" in self.output():
                return None
            time.sleep(0.5)
        return f"it did not say so within {READY_WITHIN} s"

    def stop(self):
        if self.process.poll() is not None:
            return f"it had ended before, with code {self.process.returncode}"
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            return f"it did not stop within {STOPPED_WITHIN} s"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                return "the port still answers"
        return None if "stopping Odoo" in self.output() else "it did not stop Odoo first"

    # -- what is fetched

    def _get(self, path):
        with self.browser.open(self.address + path, timeout=120) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()

    def _page(self, path, expected):
        status, _kind, body = self._get(path)
        return (
            None if status == 200 and expected in body.decode() else f"{status}, no {expected!r} in {len(body)} bytes"
        )

    def _rpc(self, path, **params):
        request = urllib.request.Request(
            self.address + path,
            json.dumps({"jsonrpc": "2.0", "method": "call", "params": params}).encode(),
            {"Content-Type": "application/json"},
        )
        with self.browser.open(request, timeout=120) as answer:
            content = json.load(answer)
        if "error" in content:
            raise ValueError(content["error"]["data"]["message"])
        return content["result"]

    def _call(self, model, method, *args, **kwargs):
        return self._rpc("/web/dataset/call_kw", model=model, method=method, args=args, kwargs=kwargs)

    def _log_in(self):
        session = self._rpc("/web/session/authenticate", db=DATABASE, login="admin", password="admin")  # noqa: S106
        return None if session.get("uid") else "no session"

    def _job_page(self):
        """A published job as the website links it; without one in the database, publish none and say so."""
        _status, _kind, body = self._get("/jobs")
        links = re.findall(r'href="(/jobs/[^"?#]*-\d+)"', body.decode())
        if not links:
            return "no published job on /jobs"
        return self._page(links[0], "<main")

    def _pdf(self):
        report, record = self._printable()
        _status, kind, body = self._get(f"/report/pdf/{report}/{record}")
        good = kind == "application/pdf" and body.startswith(b"%PDF") and len(body) > 1000
        return None if good else f"{report} of {record}: {kind}, {len(body)} bytes"

    def _printable(self):
        """The letter of an offer; until there is one, a report of native HR."""
        reports = self._call(
            "ir.actions.report", "search_read", [["model", "=", "ats.offer"], ["report_type", "=", "qweb-pdf"]],
            fields=["report_name"], limit=1,
        )  # fmt: skip
        offers = self._call("ats.offer", "search", [], limit=1) if reports else []
        if offers:
            return reports[0]["report_name"], offers[0]
        report, model = NATIVE_REPORT
        return report, self._call(model, "search", [], limit=1)[0]

    def _jobs(self):
        """The job queue's own load page makes jobs; they must get done."""
        wanted = self._jobs_done() + 3
        self._get("/queue_job/create_test_job?size=3")
        deadline = time.monotonic() + JOBS_WITHIN
        while time.monotonic() < deadline:
            if self._jobs_done() >= wanted:
                return None
            time.sleep(0.5)
        return f"not all of 3 done after {JOBS_WITHIN} s"

    def _jobs_done(self):
        return self._call("queue.job", "search_count", [["state", "=", "done"], ["method_name", "=", "_test_job"]])


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
