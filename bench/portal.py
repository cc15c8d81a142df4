"""The careers pages: native Odoo's list of 6 jobs beside our list of 1 000, pages, applying, and hostile visitors.

    ./dev bench portal
    ATS_BENCH_ROUNDS=40            rounds of every page that count, after three that do not
    ATS_BENCH_RATE=4               pages a second, all visitors together
    ATS_BENCH_ADDONS=ats_portal    which addons to install; all of them otherwise
    ATS_NGINX=/usr/sbin/nginx      for the part behind docs/nginx.conf; left out when there is none

Two servers with two workers each. Pages are asked for in turn in an open loop: a request comes at its time whether the
one before was answered or not, and its time counts from there. Under hostile load a visitor goes on reading: 10 bad
applications a second into Odoo, as delivered (10 a minute from one network) and with that limit lifted, as if each came
from a network of its own and is looked at to the end; and 50 a second behind the supplied nginx limits.
"""

import io
import itertools
import math
import re
import statistics
import threading
import time
import zipfile

import _databases
import _nginx
import _servers
import requests

from devtools import databases, evidence, odoo_server, postgres, settings
from devtools.console import say, step

WARM_UP = 3
HOSTILE_PER_SECOND = 10
HOSTILE_BEHIND_NGINX = 50
HOSTILE_SECONDS = 40
AS_DELIVERED, LIFTED = "10", "1000000"
PATIENCE = 60

SIX = """
jobs = env["hr.job"].search([("is_published", "=", True)])
jobs[6:].is_published = False
env.cr.commit()
"""
THOUSAND = """
env["ir.config_parameter"].set_param("ats_portal.apply_per_minute", "1000000")
env["ir.config_parameter"].set_param("ats_portal.min_fill_seconds", "0")
jobs = env["hr.job"].search([])
departments = env["hr.department"].search([])
words = "<p>You build and repair what our customers ride.</p>" * 12
text = "<section><div class='container'>" + words + "</div></section>"
places = env["res.partner"].create([
    {"name": f"Works {number}", "city": f"City {number}", "country_id": env.ref("base.be").id} for number in range(25)
])
env["hr.job"].create([
    {
        "name": f"Mechanic {number}",
        "department_id": departments[number % len(departments)].id,
        "address_id": places[number % 25].id,
        "ats_job_state": "open",
        "ats_workplace": ("onsite", "hybrid", "remote")[number % 3],
        "ats_employment_type": ("FULL_TIME", "PART_TIME")[number % 2],
        "ats_pay_min": 30000 + number * 10,
        "ats_pay_max": 40000 + number * 10,
        "description": text,
        "website_description": text,
        "is_published": True,
    }
    for number in range(1000)
])
env.cr.commit()
"""
# A person with a page: its private link is printed.
CANDIDATE = """
job = env["hr.job"].search([("is_published", "=", True)], limit=1)
vals = {"name": "Ana Bench", "email": "ana@bench.example"}
application = env["hr.applicant"]._ats_apply(job, vals, source="website")[0]
application._ats_write_to_candidate("<p>Thank you.</p>")
print("LINK:", f"/my/application/{application.id}", env["ats.access.link"]._mint(application))
env.cr.commit()
"""


class Visitor:
    """Somebody without an account in front of one of the servers."""

    def __init__(self, server, port=None):
        self.server = server
        self.port = port or server.port
        self.session = requests.Session()

    def get(self, path, mark=None):
        answer = self.session.get(self._url(path), params={"bench": mark} if mark else None, timeout=PATIENCE)
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answered {answer.status_code}")
        return answer

    def _url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def first_job(self):
        return re.search(r'href="(/jobs/[a-z0-9-]+-\d+)"', self.get("/jobs").text)[1]

    def timed(self, path, mark):
        """A worker that ends its life closes the connection; browsers, too, then ask once more."""
        begun = time.perf_counter()
        try:
            self.get(path, mark)
        except requests.ConnectionError:
            self.get(path, mark)
        return (time.perf_counter() - begun) * 1000

    def open_form(self, job):
        page = self.get(job.replace("/jobs/", "/jobs/apply/")).text
        return {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("csrf_token", "started")}

    def apply(self, job, form, number, files):
        """Send an application, and return ``(status, milliseconds)``."""
        fields = {
            **form,
            "submission_key": f"{number:032x}",
            "name": f"Person {number}",
            "email": f"person{number}@example.org",
            "linkedin": "linkedin.com/in/person",
            "consent": "1",
        }
        begun = time.perf_counter()
        answer = self.session.post(
            self._url(job.replace("/jobs/", "/jobs/apply/")),
            data=fields,
            files=files,
            timeout=PATIENCE,
            allow_redirects=False,
        )
        return answer.status_code, (time.perf_counter() - begun) * 1000


def p95(values):
    return sorted(values)[math.ceil(len(values) * 0.95) - 1]


def pages(native, ours, link):
    """What is asked for, on which side; the first line is what the others are held against."""
    job = {side.server.name: side.first_job() for side in (native, ours)}
    home, key = link
    candidate = Visitor(ours.server)
    candidate.get(f"/my/application/open?to={home.rpartition('/')[2]}&key={key}")
    return {
        "native: list of 6 jobs": (native, "/jobs"),
        "native: page of a job": (native, job[native.server.name]),
        "ours: list of 1 000 jobs": (ours, "/jobs"),
        "ours: page 30 of the list": (ours, "/jobs/page/30"),
        "ours: filtered by place and type": (ours, "/jobs?place=City+7&type=FULL_TIME"),
        "ours: words": (ours, "/jobs?search=repair+mechanic"),
        "ours: page of a job": (ours, job[ours.server.name]),
        "ours: candidate's home": (candidate, home),
        "ours: form": (ours, job[ours.server.name].replace("/jobs/", "/jobs/apply/")),
    }


def measure_pages(asked, rounds, rate):
    """Ask for the pages in turn, ``rate`` a second; times count from when the request was due."""
    times = {name: [] for name in asked}
    threads = []
    begun = time.perf_counter()
    order = [(turn, number, name) for turn in range(WARM_UP + rounds) for number, name in enumerate(asked)]

    def one(due, turn, number, name):
        visitor, path = asked[name]
        visitor.timed(path, f"{number}-{turn}")
        if turn >= WARM_UP:
            times[name].append((time.perf_counter() - due) * 1000)

    for count, (turn, number, name) in enumerate(order):
        due = begun + count / rate
        time.sleep(max(0, due - time.perf_counter()))
        threads.append(threading.Thread(target=one, args=(due, turn, number, name)))
        threads[-1].start()
    for thread in threads:
        thread.join(PATIENCE)
    return times


def rows_of(asked, times):
    base = p95(next(iter(times.values())))
    rows = []
    for number, (name, values) in enumerate(times.items()):
        logged = [
            about
            for mark, about in asked[name][0].server.logged().items()
            if mark.startswith(f"{number}-") and int(mark.split("-")[1]) >= WARM_UP
        ]
        rows.append(
            {
                "page": name,
                "p50": round(statistics.median(values)),
                "p95": round(p95(values)),
                "queries": round(statistics.median(about[0] for about in logged)) if logged else None,
                "p95 to native's list": round(p95(values) / base, 2),
            }
        )
    return rows


def measure_applying(visitor, rounds):
    """Applications with a résumé of 200 kB; parsing happens afterwards, outside of the request."""
    job = visitor.first_job()
    resume = b"%PDF-1.4\n" + b"% filling\n" * 20_000 + b"%%EOF\n"
    times = []
    for number in range(rounds):
        form = visitor.open_form(job)
        status, took = visitor.apply(job, form, number, {"cv": ("cv.pdf", resume)})
        if status != 303:
            raise RuntimeError(f"an application was answered {status}")
        times.append(took)
    return {"p50": round(statistics.median(times)), "p95": round(p95(times)), "applications": rounds}


def bomb():
    """A DOCX that unpacks to 200 MB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * 200_000_000)
    return buffer.getvalue()


def measure_hostile(visitor, attacker, per_second):
    """A visitor's reading, quiet and while strangers send bad applications and bombs."""
    job = visitor.first_job()
    quiet = [visitor.timed(path, None) for _turn in range(30) for path in ("/jobs", job)]
    ends, statuses, threads = time.monotonic() + HOSTILE_SECONDS, [], []
    form, packed = attacker.open_form(job), bomb()
    files = itertools.cycle([("cv.docx", packed), ("cv.pdf", b"MZ\x90"), ("cv.exe", b"MZ"), ("cv.pdf", b"%PDF-1.4 x")])

    def one(number, file):
        try:
            statuses.append(attacker.apply(job, form, 10**9 + number, {"cv": file})[0])
        except requests.RequestException as error:
            statuses.append(type(error).__name__)

    def send():
        for number in itertools.count():
            if time.monotonic() > ends:
                return
            threads.append(threading.Thread(target=one, args=(number, next(files))))
            threads[-1].start()
            time.sleep(1 / per_second)

    sender = threading.Thread(target=send)
    sender.start()
    loaded = []
    while time.monotonic() < ends:
        loaded += [visitor.timed(path, None) for path in ("/jobs", job)]
        time.sleep(0.2)
    sender.join()
    for thread in threads:
        thread.join(PATIENCE)
    counted = {str(status): statuses.count(status) for status in sorted(set(statuses), key=str)}
    return {
        "sent a second": per_second,
        "quiet p95": round(p95(quiet)),
        "hostile p95": round(p95(loaded)),
        "hostile to quiet": round(p95(loaded) / p95(quiet), 2),
        "sent": len(statuses),
        "answers": counted,
    }


def main():
    rounds, rate = settings.number("ATS_BENCH_ROUNDS", 40), settings.number("ATS_BENCH_RATE", 4)
    odoo = odoo_server.prepared(postgres.for_bench(), "bench")
    loaded = _databases.native(odoo, 4000)
    native = loaded.replace("ats_bench_native", "ats_bench_portal_native")
    databases.drop(odoo, native)
    databases.create(odoo, native, loaded)
    _databases.shell(odoo, native, SIX)
    ours, _seconds = _databases.ours(odoo, native, settings.knob("ATS_BENCH_ADDONS").replace(",", " ").split())
    with step("1 000 jobs"):
        _databases.shell(odoo, ours, THOUSAND)
    printed = _databases.shell(odoo, ours, CANDIDATE)
    link = next(line.split()[1:] for line in printed.splitlines() if line.startswith("LINK:"))
    with _servers.serving(odoo, native, ours) as (native_server, our_server):
        asked = pages(Visitor(native_server), Visitor(our_server), link)
        rows = rows_of(asked, measure_pages(asked, rounds, rate))
        say("pages measured")
        applying = measure_applying(Visitor(our_server), rounds)
        print(f"| {' | '.join(rows[0])} |\n|{'---|' * len(rows[0])}")
        for row in rows:
            print(f"| {' | '.join(str(value) for value in row.values())} |")
        print(applying, flush=True)
        hostile = []
        for limit in (AS_DELIVERED, LIFTED):
            our_server.call("ir.config_parameter", "set_param", "ats_portal.apply_per_minute", limit)
            load = measure_hostile(Visitor(our_server), Visitor(our_server), HOSTILE_PER_SECOND)
            hostile.append({"applications a minute": limit, **load})
            print(hostile[-1], flush=True)
        if _nginx.binary():
            # The reader is another visitor than the attacker: only the attacker's address is limited.
            with _nginx.in_front_of(our_server, _servers.free_ports(1)[0]) as port:
                attacker = Visitor(our_server, port)
                hostile.append(measure_hostile(Visitor(our_server), attacker, HOSTILE_BEHIND_NGINX))
                print(hostile[-1], flush=True)
        else:
            say("no nginx here: set ATS_NGINX for the load behind docs/nginx.conf")
    evidence.write(
        "bench_portal",
        {"rounds": rounds, "pages a second": rate, "workers": 2, "rows": rows, "apply": applying, "hostile": hostile},
    )
    for name in (native, ours):
        databases.drop(odoo, name)


if __name__ == "__main__":
    main()
