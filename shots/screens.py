"""Pictures of the screens with demo data, at desktop and phone width. `make shots` says where they are."""

import http.cookiejar
import json
import os
import re
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from _browser import Browser, wait

DATABASE, CONFIGURATION = os.environ["ATS_SCRIPT_DB"], os.environ["ATS_ODOO_CONF"]
OUTPUT = Path(os.environ["ATS_OUTPUT"])
WIDTHS = {"desktop": (1600, 950), "phone": (390, 844)}
APPLICATIONS = "/odoo/action-hr_recruitment.crm_case_categ0_act_job"
PIPELINE = "action-hr_recruitment.action_hr_job_applications"


def main():
    with serving() as address, Browser() as browser:
        for name, page, until, login in screens(address):
            browser.forget()
            if login:
                browser.cookie(address, "session_id", session(address, login))
            for kind, (width, height) in WIDTHS.items():
                path = OUTPUT / f"{name}-{kind}.png"
                browser.picture(address + page, until, path, width, height)
                print(path)


def screens(address):
    """(name, page, selector to wait for, who looks)."""
    job = first_job(address)
    application = first_of(address, "hr.applicant", [["ats_state", "=", "ongoing"], ["job_id", "!=", False]])
    yield "careers", "/jobs", "main", None
    yield "job", job, "main", None
    yield "apply", job.replace("/jobs/", "/jobs/apply/"), "form", None
    yield "my_day", "/odoo/my-day", ".o_ats_day_row", "recruiter"
    board = f"/odoo/recruitment/{job.rsplit('-', 1)[1]}/{PIPELINE}"
    yield "pipeline", board, ".o_kanban_record", "recruiter"
    yield "application", f"{APPLICATIONS}/{application}", ".o_form_view", "recruiter"
    yield "requisitions", "/odoo/ats-requisitions", ".o_ats_requisition_head", "manager"
    yield "approvals", "/odoo/ats-approvals", ".o_data_row, .o_kanban_record", "manager"
    yield "job_form", f"/odoo/hr.job/{job.rsplit('-', 1)[1]}", ".o_form_view", "recruiter"
    rule = first_of(address, "ats.rule.version", [["state", "=", "active"]])
    yield "rule", f"/odoo/ats.rule.version/{rule}", ".o_ats_sentence", "recruiter"
    yield "refusals", "/odoo/recruitment-refusals", ".o_list_view, .o_kanban_view", "recruiter"
    yield "candidates", "/odoo/candidates", ".o_list_view, .o_kanban_view", "recruiter"
    yield "funnel", "/odoo/recruitment-funnel", ".o_graph_view", "recruiter"
    yield "interviews", "/odoo/my-interviews", ".o_kanban_view", "interviewer"


@contextmanager
def serving():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "odoo", "-c", CONFIGURATION, "-d", DATABASE, f"--http-port={port}"]
    server = subprocess.Popen([*command, f"--db-filter=^{DATABASE}$"])
    address = f"http://127.0.0.1:{port}"
    try:
        wait(lambda: answers(f"{address}/web/health"))
        yield address
    finally:
        server.terminate()
        server.wait(60)


def answers(url):
    try:
        return fetch(url)
    except OSError:
        return None


def fetch(url, **params):
    """A page as text, or the answer of a JSON route when there are parameters; with admin's session."""
    body = json.dumps({"jsonrpc": "2.0", "method": "call", "params": params}).encode() if params else None
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"} if params else {})  # noqa: S310
    with OPENER.open(request, timeout=120) as answer:
        return answer.read().decode()


COOKIES = http.cookiejar.CookieJar()
OPENER = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(COOKIES))


def session(address, login):
    fetch(f"{address}/web/session/authenticate", db=DATABASE, login=login, password=login)
    return next(cookie.value for cookie in COOKIES if cookie.name == "session_id")


def first_job(address):
    links = re.findall(r'href="(/jobs/[^"?#]*-\d+)"', fetch(f"{address}/jobs"))
    if not links:
        sys.exit("There is no published job on /jobs; the demo data should hold some.")
    return links[0]


def first_of(address, model, domain):
    session(address, "admin")
    found = fetch(
        f"{address}/web/dataset/call_kw",
        model=model,
        method="search",
        args=[domain],
        kwargs={"limit": 1},
    )
    return json.loads(found)["result"][0]


if __name__ == "__main__":
    main()
