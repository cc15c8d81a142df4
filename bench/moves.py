"""Recruiters move cards all day: 100 sessions, 10 moves a second, and 8 of them at once on one card.

    ./dev bench moves
    ATS_BENCH_SECONDS=100          how long the moves come
    ATS_BENCH_APPLICATIONS=100000  how many applications there are; the native database with them is kept

Open loop: a move comes when its moment has come, whether the last one was answered or not, and its time counts from
that moment. Native Odoo and ours one after the other, two workers each, on the same applications.
"""

import math
import statistics
import threading
import time

import _databases
import _servers
import requests

from devtools import evidence, odoo_server, postgres, settings
from devtools.console import say, step

SESSIONS = 100
PER_SECOND = 10
AT_ONCE = 8
ROUNDS = 25
MODEL = "hr.applicant"

RECRUITERS = """
groups = [(6, 0, env.ref("hr_recruitment.group_hr_recruitment_user").ids)]
logins = [f"mover{number}" for number in range(100)]
env["res.users"].create([
    {"name": login, "login": login, "password": login, "group_ids": groups} for login in logins
])
env.cr.commit()
"""


class Mover:
    """A recruiter with a session of their own."""

    def __init__(self, server, number):
        self.url = f"http://127.0.0.1:{server.port}"
        self.session = requests.Session()
        login = f"mover{number}"
        self._post("/web/session/authenticate", {"db": server.name, "login": login, "password": login})

    def move(self, card, stage):
        """Return the error's name, or None."""
        params = {"model": MODEL, "method": "web_save", "args": [[card], {"stage_id": stage}]}
        try:
            answer = self._post(f"/web/dataset/call_kw/{MODEL}/web_save", {**params, "kwargs": {"specification": {}}})
        except (requests.RequestException, ValueError) as error:
            return type(error).__name__
        return answer["error"]["data"]["name"] if "error" in answer else None

    def _post(self, path, params):
        body = {"jsonrpc": "2.0", "method": "call", "params": params}
        return self.session.post(self.url + path, json=body, timeout=120).json()


class Board:
    """The cards of one job and its stages."""

    def __init__(self, server):
        job = server.call("hr.job", "search", [("name", "=", "Bench job 0")])[0]
        self.cards = server.call(MODEL, "search", [("job_id", "=", job)], order="id")
        domain = ["|", ("job_ids", "=", False), ("job_ids", "=", job), ("hired_stage", "=", False)]
        self.stages = server.call("hr.recruitment.stage", "search", domain, order="sequence", limit=4)
        self.server = server

    def states(self, card):
        return self.server.call(MODEL, "read", [card], ["stage_id"])[0]["stage_id"][0]


def under_load(board, movers, seconds):
    """Moves of ever other cards, one each tenth of a second."""
    times, errors, threads = [], [], []
    begun = time.monotonic() + 0.5

    def one(number):
        moment = begun + number / PER_SECOND
        time.sleep(max(0.0, moment - time.monotonic()))
        card = board.cards[number % len(board.cards)]
        fault = movers[number % SESSIONS].move(card, board.stages[1 + number % 3])
        times.append((time.monotonic() - moment) * 1000)
        if fault:
            errors.append(fault)

    for number in range(seconds * PER_SECOND):
        threads.append(threading.Thread(target=one, args=(number,)))
        threads[-1].start()
        time.sleep(max(0.0, begun + (number - 5) / PER_SECOND - time.monotonic()))
    for thread in threads:
        thread.join()
    return {**figures(times), "errors": len(errors), "kinds": sorted(set(errors))}


def at_once(board, movers):
    """Eight recruiters drop one card into different columns at the same moment."""
    times, errors, consistent = [], [], 0
    for turn in range(ROUNDS):
        card, barrier = board.cards[-1 - turn], threading.Barrier(AT_ONCE)
        threads = [
            threading.Thread(target=_drop, args=(mover, card, board.stages[number % 4], barrier, times, errors))
            for number, mover in enumerate(movers[:AT_ONCE])
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        consistent += board.states(card) in board.stages
    return {**figures(times), "errors": len(errors), "kinds": sorted(set(errors)), "consistent": consistent}


def _drop(mover, card, stage, barrier, times, errors):
    barrier.wait()
    begun = time.monotonic()
    fault = mover.move(card, stage)
    times.append((time.monotonic() - begun) * 1000)
    if fault:
        errors.append(fault)


def figures(times):
    ordered = sorted(times)
    return {
        "moves": len(times),
        "p50": round(statistics.median(times)),
        "p95": round(ordered[math.ceil(len(times) * 0.95) - 1]),
        "slowest": round(ordered[-1]),
    }


def measured(odoo, name, seconds):
    with _servers.serving(odoo, name) as (server,):
        board = Board(server)
        with step(f"{SESSIONS} sessions"):
            movers = [Mover(server, number) for number in range(SESSIONS)]
        return {"10 a second": under_load(board, movers, seconds), "8 at once": at_once(board, movers)}


def main():
    count = settings.number("ATS_BENCH_APPLICATIONS", 100000)
    seconds = settings.number("ATS_BENCH_SECONDS", 100)
    odoo = odoo_server.prepared(postgres.for_bench(), "bench")
    loaded = _databases.native(odoo, count)
    native = _databases.copy(odoo, loaded, loaded.replace("ats_bench_native", "ats_bench_moves_native"))
    _databases.shell(odoo, native, RECRUITERS)
    ours, _seconds = _databases.ours(odoo, native)
    rows = {}
    for side, name in (("native", native), ("ours", ours)):
        rows[side] = measured(odoo, name, seconds)
        say(f"{side}: {rows[side]}")
    evidence.write(
        "bench_moves",
        {
            "applications": count,
            "sessions": SESSIONS,
            "seconds": seconds,
            "workers": 2,
            "open loop": True,
            "rows": rows,
        },
    )
    _databases.forget(odoo, native, ours)


if __name__ == "__main__":
    main()
