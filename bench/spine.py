"""The screens a recruiter opens all day, native Odoo beside ours, on the same applications.

    make bench                     or: ./dev bench spine
    ATS_BENCH_APPLICATIONS=100000  how many; the native database with them is kept for the next run
    ATS_BENCH_ROUNDS=10            rounds that count, after two that do not
    ATS_BENCH_ADDONS=ats_core      which addons to install; all of them otherwise

One sequential client replays the web client's requests alternately against two servers with two workers each.
"""

import math
import os
import statistics

import _databases
import _servers
from _payloads import MODEL, Screen

from devtools import evidence, odoo_server, postgres, settings
from devtools.console import say

WARM_UP = 2


class Recruiter:
    """What one person does in the client, on one of the two servers."""

    def __init__(self, server):
        self.server = server
        job = server.call("hr.job", "search", [("name", "=", "Bench job 0")])[0]
        self.of_job = Screen(server, "hr_recruitment.action_hr_job_applications", active_id=job, active_ids=[job])
        self.of_all = Screen(server, "hr_recruitment.crm_case_categ0_act_job")
        self.job = job
        cards = server.call(MODEL, "search_read", [("job_id", "=", job)], ["stage_id"], order="id", limit=400)
        self.records = [card["id"] for card in cards]
        self.stage_of = {card["id"]: card["stage_id"][0] for card in cards}
        self.stages = server.call("hr.recruitment.stage", "search", [("hired_stage", "=", False)], order="sequence")

    def scenarios(self):
        return {
            "kanban of one job, 2 000 active": lambda turn: self.of_job.kanban(),
            "kanban of all applications": lambda turn: self.of_all.kanban(),
            "progress bar of one job": lambda turn: self.of_job.progress(),
            "progress bar of all": lambda turn: self.of_all.progress(),
            "list of all, first page": lambda turn: self.of_all.list(),
            "list of one job": lambda turn: self.of_job.list(),
            "search a name": lambda turn: self.of_all.list(self._facet("Tanaka")),
            "search an address": lambda turn: self.of_all.list([("email_from", "ilike", f"person{turn + 77}@")]),
            "open a form": lambda turn: self.of_job.form(self.records[turn]),
            "move a card": self._move,
            "apply (create)": self._apply,
        }

    @staticmethod
    def _facet(text):
        return ["|", ("partner_name", "ilike", text), ("email_from", "ilike", text)]

    def _move(self, turn):
        card = self.records[100 + turn]
        target = next(stage for stage in self.stages if stage != self.stage_of[card])
        self.server.call(MODEL, "web_save", [card], vals={"stage_id": target}, specification={})

    def _apply(self, turn):
        name = f"fresh{os.getpid()}-{turn}"
        vals = {"partner_name": f"Fresh {name}", "email_from": f"{name}@example.net", "job_id": self.job}
        self.server.call(MODEL, "create", [{**vals, "partner_phone": "+493012345678"}])


def measure(recruiters, rounds):
    """``{scenario: {side: [milliseconds]}}``; odd rounds ask ours first."""
    times = {name: {side: [] for side in recruiters} for name in next(iter(recruiters.values())).scenarios()}
    for turn in range(WARM_UP + rounds):
        for number, name in enumerate(times):
            for side in sorted(recruiters, reverse=bool(turn % 2)):
                recruiter = recruiters[side]
                action = recruiter.scenarios()[name]
                took = recruiter.server.timed(f"{number}-{turn}", action, turn)
                if turn >= WARM_UP:
                    times[name][side].append(took)
        say(f"round {turn + 1} of {WARM_UP + rounds}")
    return times


def figures(times, servers):
    """One row a scenario with p50, p95, queries and SQL time of each side, and ours in native's p95."""
    rows = []
    for number, (name, sides) in enumerate(times.items()):
        row = {"scenario": name}
        for side, values in sides.items():
            logged = [
                about
                for mark, about in servers[side].logged().items()
                if mark.startswith(f"{number}-") and int(mark.split("-")[1]) >= WARM_UP
            ]
            row[side] = {
                "p50": round(statistics.median(values)),
                "p95": round(sorted(values)[math.ceil(len(values) * 0.95) - 1]),
                "queries": round(statistics.median(about[0] for about in logged)),
                "sql": round(statistics.median(about[1] for about in logged)),
                "python": round(statistics.median(about[2] for about in logged)),
            }
        row["p95 ours/native"] = round(row["ours"]["p95"] / row["native"]["p95"], 2)
        rows.append(row)
    return rows


def show(rows):
    print("| ms at the client | native p50 | p95 | queries | SQL ms | ours p50 | p95 | queries | SQL ms | p95 ratio |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for row in rows:
        cells = [str(row[side][name]) for side in ("native", "ours") for name in ("p50", "p95", "queries", "sql")]
        print(f"| {row['scenario']} | {' | '.join(cells)} | {row['p95 ours/native']} |")


def main():
    count = settings.number("ATS_BENCH_APPLICATIONS", 100000)
    rounds = settings.number("ATS_BENCH_ROUNDS", 10)
    odoo = odoo_server.prepared(postgres.for_bench(), "bench")
    native = _databases.native(odoo, count)
    ours, seconds = _databases.ours(odoo, native, settings.knob("ATS_BENCH_ADDONS").replace(",", " ").split())
    with _servers.serving(odoo, native, ours) as (native_server, our_server):
        servers = {"native": native_server, "ours": our_server}
        recruiters = {side: Recruiter(server) for side, server in servers.items()}
        rows = figures(measure(recruiters, rounds), servers)
    show(rows)
    evidence.write(
        "bench_spine",
        {"applications": count, "rounds": rounds, "workers": 2, "clients": 1, "install seconds": seconds, "rows": rows},
    )


if __name__ == "__main__":
    main()
