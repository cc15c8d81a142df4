"""`make run`: install or update the database, start Odoo, stay until told to stop, stop cleanly."""

import json
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.request

from . import addons, databases, odoo_server, postgres, processes, system_packages
from .console import DATABASE, ODOO, PORT, Failure, say, step
from .mail_sink import MailSink
from .settings import DEMO_LOGINS, ROOT, inside_cache, knob, number

MARK = "ats_dev.served"  # a system parameter: what is installed, by tree hash
READY_WITHIN = 180
STOP_WITHIN = 60
RECORD = re.compile(r"^\d{4}-\d\d-\d\d [\d:,]+ \d+ (\w+) ")


def serve():
    port = number("ATS_PORT", 8069)
    database = knob("ATS_DB", "ats")
    demo = knob("ATS_DEMO", "1") != "0"
    _refuse_taken(port)
    system_packages.require("postgres", "psql", "wkhtmltopdf", "sans")
    server = odoo_server.prepared(postgres.for_run(), "run")
    changed = _bring_up_to_date(server, database, demo)
    sink = MailSink(inside_cache("mail"), _mail_arrived).start()
    odoo = Running(server, database, port, sink.port)
    with odoo.stopping_cleanly():
        with step("starting Odoo"):
            odoo.wait_until_ready()
        if changed:
            with step("building the style sheets and scripts of the pages"):
                odoo.visit("/web/login", "/jobs")
        print(_welcome(port, demo, odoo.log), flush=True)
        odoo.wait()
    sink.stop()


def _refuse_taken(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Failure(
                f"Port {port} is in use. Stop what listens there, or choose another: ATS_PORT=8070 make run", PORT
            ) from error


def _mail_arrived(path, to, subject):
    say(f"mail to {to}: {subject}\n           {path}")


def _welcome(port, demo, log):
    logins = "admin / admin (administrator)"
    if demo:
        logins += ", and with the login as password: " + ", ".join(DEMO_LOGINS)
    return (
        f"\n  Odoo is ready:  http://localhost:{port}   (careers page: http://localhost:{port}/jobs)\n"
        f"  Log in as:      {logins}\n"
        f"  Mails go to:    {inside_cache('mail')}   (nothing leaves this machine)\n"
        f"  Log:            {log}   (warnings are shown here)\n"
        f"  Stop with Ctrl-C.\n"
    )


# -- the database


def _bring_up_to_date(server, database, demo):
    """Install what is missing and update what changed; True if something was done."""
    if not databases.exists(server, database):
        _make(server, database, demo)
        return True
    before = _mark(server, database)
    now = addons.tree_hashes(addons.present())
    installed = before["addons"]
    fresh = [name for name in addons.served() if name not in installed]
    stale = [name for name in now if name in installed and installed[name] != now[name]]
    if bool(before["demo"]) != demo:
        say(f"note: {database} was made with ATS_DEMO={int(before['demo'])} and stays so; another ATS_DB may differ")
    if fresh:
        with step(f"installing {', '.join(fresh)}"):
            server.install(database, fresh, demo=before["demo"])
    if stale:
        with step(f"updating what changed: {', '.join(stale)}"):
            server.install(database, stale, update=True)
    _remember(server, database, before["demo"])
    return bool(fresh or stale)


def _make(server, database, demo):
    unfinished = f"{database}_unfinished"
    modules = addons.served() or addons.native_dependencies()
    with step(f"installing {', '.join(modules)}{' with demo data' if demo else ''} (two to three minutes)"):
        databases.drop(server, unfinished)
        databases.create_empty(server, unfinished)
        server.install(unfinished, modules, demo=demo)
    _remember(server, unfinished, demo)
    databases.rename(server, unfinished, database)


def _mark(server, database):
    found = server.database.query(f"select value from ir_config_parameter where key = '{MARK}'", database)
    if not found:
        raise Failure(
            f"The database {database} was not made by this command, so it is left alone. "
            "Choose another name: ATS_DB=ats_dev make run",
            DATABASE,
        )
    return json.loads(found)


def _remember(server, database, demo):
    """Addons that install themselves (glue) are remembered too when they are installed."""
    rows = server.database.query("select name from ir_module_module where state = 'installed'", database)
    installed = set(rows.splitlines()).intersection(addons.present())
    value = json.dumps({"demo": demo, "addons": addons.tree_hashes(sorted(installed))})
    _set_parameter(server, database, MARK, value)


def _set_parameter(server, database, key, value):
    key, value = databases.quoted(key), databases.quoted(value)
    server.database.query(
        f"insert into ir_config_parameter (key, value) values ({key}, {value}) "
        "on conflict (key) do update set value = excluded.value",
        database,
    )


# -- the server


class Running:
    """The Odoo server as a child process, in a session of its own so that it gets exactly one signal from us."""

    def __init__(self, server, database, port, mail_port):
        self.address = f"http://127.0.0.1:{port}"
        self.told_to_stop = threading.Event()
        self.log = inside_cache("logs") / f"{database}-server.log"
        # wkhtmltopdf fetches style sheets from the server; links in mails carry the public address.
        _set_parameter(server, database, "report.url", self.address)
        _set_parameter(server, database, "web.base.url", f"http://localhost:{port}")
        configuration = server.configure(
            server.data / f"{database}.conf",
            db_name=database,
            dbfilter=f"^{database}$",
            http_port=port,
            gevent_port=_free_port(),
            workers=number("ATS_WORKERS", 0),
            smtp_server="127.0.0.1",
            smtp_port=mail_port,
        )
        self.child = subprocess.Popen(
            [str(part) for part in server.command(configuration)],
            env=processes.merged(server.environment()),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        self.reader = threading.Thread(target=self._copy_log, daemon=True)
        self.reader.start()

    def _copy_log(self):
        """Everything into the log file; warnings and errors, with their tracebacks, to the terminal."""
        loud = False
        with self.log.open("w") as log:
            for line in self.child.stdout:
                log.write(line)
                log.flush()
                record = RECORD.match(line)
                loud = record[1] in ("WARNING", "ERROR", "CRITICAL") if record else loud
                if loud:
                    print(line, end="", flush=True)

    def stopping_cleanly(self):
        return _Signals(self)

    def wait_until_ready(self):
        deadline = time.monotonic() + READY_WITHIN
        while time.monotonic() < deadline and not self.told_to_stop.is_set():
            if self.child.poll() is not None:
                raise Failure(f"Odoo ended while starting. Correct what its log says: {self.log}", ODOO)
            if self.visit("/web/health"):
                return
            time.sleep(0.3)
        if not self.told_to_stop.is_set():
            raise Failure(f"Odoo did not answer within {READY_WITHIN} s. Look at its log: {self.log}", ODOO)

    def visit(self, *pages):
        try:
            for page in pages:
                urllib.request.urlopen(self.address + page, timeout=READY_WITHIN).close()
        except OSError:
            return False
        return True

    def wait(self):
        while not self.told_to_stop.wait(0.5):
            if self.child.poll() is not None:
                raise Failure(
                    f"Odoo ended by itself with code {self.child.returncode}. Its log: {self.log}. Start again.", ODOO
                )

    def stop(self):
        if self.child.poll() is None:
            say("stopping Odoo")
            self.child.terminate()
        try:
            self.child.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            say(f"Odoo did not stop within {STOP_WITHIN} s and is killed")
            self.child.kill()
            self.child.wait()
        self.reader.join(5)
        say("Odoo stopped")


class _Signals:
    """While serving, Ctrl-C and SIGTERM are a wish to stop, not an error; whatever happens, Odoo is stopped."""

    def __init__(self, running):
        self.running = running

    def __enter__(self):
        self.before = {which: signal.signal(which, self._stop) for which in (signal.SIGINT, signal.SIGTERM)}

    def _stop(self, _number, _frame):
        self.running.told_to_stop.set()

    def __exit__(self, *_error):
        self.running.stop()
        for which, handler in self.before.items():
            signal.signal(which, handler)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
