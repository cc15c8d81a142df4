"""Recruiters at work while 500 résumés are read: how long their screens take, quiet and busy.

    ./dev bench upload
    ATS_BENCH_FILES=500       how many files
    ATS_BENCH_RATE=2          requests of recruiters a second, whether or not the last one is answered (open loop)
    ATS_BENCH_QUIET=60        seconds of the quiet part

Two workers, the job runner on, a job with 400 applications. The files are made up, one and two columns, in four
languages. A request counts from the moment it was due. What must hold: busy p95 below twice the quiet one.
"""

import base64
import concurrent.futures
import io
import math
import os
import random
import statistics
import time

import _databases
import _servers
from _payloads import MODEL, Screen
from reportlab.pdfgen import canvas

from devtools import databases, evidence, odoo_server, postgres, settings
from devtools.console import Failure, say, step

SEED, APPLICATIONS, AT_ONCE, PATIENCE = 29, 400, 25, 3600
PREPARE = f"""
job = env["hr.job"].create({{"name": "Warehouse Engineer", "ats_job_state": "open", "no_of_recruitment": 3}})
env["hr.skill"]._ats_load_catalogue()
kind = env["hr.skill"].search([("name", "=", "Python")], limit=1)
level, of_type = kind.skill_type_id.skill_level_ids[:1], kind.skill_type_id
job.job_skill_ids = [(0, 0, {{"skill_id": kind.id, "skill_type_id": of_type.id, "skill_level_id": level.id}})]
for number in range({APPLICATIONS}):
    env["hr.applicant"]._ats_apply(
        job, {{"name": f"Early Bird {{number}}", "email": f"early{{number}}@bench.example"}}, source="import"
    )
env["queue.job"].search([]).unlink()
env.cr.commit()
"""
FIRST = "Ana Luca Marie Omar Ines Jonas Zoe Piotr Aïcha Tomás Greta Ravi Lena Hugo Mei Sven".split()
LAST = "Holt García Lefèvre Nowak Silva Brandt Okafor Rossi Jansen Moreau Keller Santos Ivanova Lund Costa Weber"
HEADINGS = {
    "en": ("EXPERIENCE", "EDUCATION", "SKILLS", "Present"),
    "fr": ("EXPÉRIENCE", "FORMATION", "COMPÉTENCES", "présent"),
    "de": ("BERUFSERFAHRUNG", "AUSBILDUNG", "KENNTNISSE", "heute"),
    "es": ("EXPERIENCIA", "FORMACIÓN", "COMPETENCIAS", "actualidad"),
}
TOOLS = "Python SQL Excel SAP Java Docker Linux Git Odoo PostgreSQL Welding Accounting Logistics".split()


def resume(number, pick):
    """Return one made-up résumé as the bytes of a PDF."""
    work, school, skills, present = HEADINGS[pick.choice(tuple(HEADINGS))]
    # Letters for digits: a surname with a number in it would not be a name.
    name = f"{FIRST[number % 16]} {LAST.split()[number // 16 % 16]}{chr(97 + number // 256)}"
    left = [name, f"person{number}@upload.example", "+49 30 901820", "10115 Berlin", "", skills]
    left += pick.sample(TOOLS, 6)
    right = [work]
    for year in (2021, 2017, 2012):
        right += [f"Engineer, Blue Harbour {pick.randint(1, 99)} GmbH", f"03/{year} - {present}", "- Stock, tools", ""]
        right += [f"- {' '.join(pick.sample(TOOLS, 5))} for the warehouse" for _line in range(6)]
        present = f"02/{year}"
    right += [school, "Master of Science, University of Example", "2007 - 2012"]
    stream = io.BytesIO()
    page = canvas.Canvas(stream)
    columns = [(60, left), (240, right)] if number % 2 else [(60, left + right)]
    for x, lines in columns:
        for row, line in enumerate(lines):
            page.drawString(x, 800 - 14 * row, line)
    page.save()
    return stream.getvalue()


class Recruiters:
    """People who open boards, lists and forms and move cards, at a steady rate."""

    def __init__(self, server, rate):
        self.server, self.rate = server, rate
        job = server.call("hr.job", "search", [("name", "=", "Warehouse Engineer")])[0]
        self.job = job
        self.screen = Screen(server, "hr_recruitment.action_hr_job_applications", active_id=job, active_ids=[job])
        self.all = Screen(server, "hr_recruitment.crm_case_categ0_act_job")
        self.records = server.call(MODEL, "search", [("job_id", "=", job)], order="id", limit=APPLICATIONS)
        self.stages = server.call("hr.recruitment.stage", "search", [("hired_stage", "=", False)], order="sequence")
        self.turn = 0

    def do(self, turn):
        """Do one thing of a recruiter's day."""
        record = self.records[turn * 7 % len(self.records)]
        kind = turn % 10
        if kind < 3:
            self.screen.kanban()
        elif kind < 7:
            self.screen.form(record)
        elif kind < 9:
            self.all.list([("partner_name", "ilike", f"Bird {turn % 40}")])
        else:
            stage = self.stages[turn // 10 % 2]
            self.server.call(MODEL, "web_save", [record], vals={"stage_id": stage}, specification={})

    def work(self, go_on):
        """Work while ``go_on()``; return milliseconds of each thing from the moment it was due."""
        times, started, number = [], time.monotonic(), 0
        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            while go_on():
                due = started + number / self.rate
                time.sleep(max(0.0, due - time.monotonic()))
                pool.submit(self._timed, self.turn, due, times)
                self.turn, number = self.turn + 1, number + 1
        return times

    def _timed(self, turn, due, times):
        try:
            self.do(turn)
        except Failure as failure:
            if "serialize" not in str(failure):
                raise
        times.append((time.monotonic() - due) * 1000)


def upload(server, job, count):
    """Start an upload of made-up files and return its id."""
    pick, ids = random.Random(SEED), []
    for first in range(0, count, AT_ONCE):
        files = [
            {"name": f"cv{n}.pdf", "datas": base64.b64encode(resume(n, pick)).decode(), "res_model": "ats.upload"}
            for n in range(first, min(first + AT_ONCE, count))
        ]
        ids += server.call("ir.attachment", "create", files)
    made = server.call("ats.upload", "create", [{"job_id": job, "attachment_ids": [(6, 0, ids)]}])[0]
    server.call("ats.upload", "action_start", [made])
    return made


def figures(times):
    return {
        "requests": len(times),
        "p50": round(statistics.median(times)),
        "p95": round(sorted(times)[math.ceil(len(times) * 0.95) - 1]),
        "worst": round(max(times)),
    }


def measure(server, count, rate, quiet_seconds):
    recruiters = Recruiters(server, rate)
    for turn in range(20):
        recruiters.do(turn)
    ends = time.monotonic() + quiet_seconds
    quiet = figures(recruiters.work(lambda: time.monotonic() < ends))
    say(f"quiet: {quiet}")
    number, begun, asked = upload(server, recruiters.job, count), time.monotonic(), [0.0]

    def running():
        now = time.monotonic()
        if now - begun > PATIENCE:
            raise Failure("The upload is not done after an hour. Look at the jobs in the server's log.")
        if now - asked[0] < 5:
            return True
        asked[0] = now
        return server.call("ats.upload", "read", [number], ["state"])[0]["state"] != "done"

    busy = figures(recruiters.work(running))
    seconds = time.monotonic() - begun
    lines = server.call("ats.upload.line", "search_read", [("upload_id", "=", number)], ["outcome"])
    outcomes = {}
    for line in lines:
        outcomes[line["outcome"]] = outcomes.get(line["outcome"], 0) + 1
    return {
        "files": count,
        "requests a second": rate,
        "workers": 2,
        "quiet": quiet,
        "busy": busy,
        "p95 busy/quiet": round(busy["p95"] / quiet["p95"], 2),
        "seconds": round(seconds),
        "seconds a file": round(seconds / count, 2),
        "outcomes": outcomes,
    }


def main():
    count, rate = settings.number("ATS_BENCH_FILES", 500), settings.number("ATS_BENCH_RATE", 2)
    quiet = settings.number("ATS_BENCH_QUIET", 60)
    odoo = odoo_server.prepared(postgres.for_bench(), "bench")
    name = f"ats_bench_upload_{os.getpid()}"
    databases.create(odoo, name, os.environ["ATS_SCRIPT_DB"])
    try:
        with step(f"{APPLICATIONS} applications"):
            _databases.shell(odoo, name, PREPARE)
        with _servers.serving(odoo, name, server_wide_modules="base,rpc,web,queue_job") as [server]:
            row = measure(server, count, rate, quiet)
    finally:
        databases.drop(odoo, name)
    print("| ms | requests | p50 | p95 | worst |\n|---|---|---|---|---|")
    for part in ("quiet", "busy"):
        print(f"| {part} | {' | '.join(str(value) for value in row[part].values())} |")
    print(f"p95 busy/quiet {row['p95 busy/quiet']}; {row['seconds a file']} s a file; {row['outcomes']}")
    evidence.write("bench_upload", row)


if __name__ == "__main__":
    main()
