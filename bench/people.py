"""Finding people among very many: the Boolean search, facets, duplicates, merging; native's way of searching beside it.

    ./dev bench people
    ATS_BENCH_PEOPLE=100000,1000000   how many people
    ATS_BENCH_ROUNDS=40               searches of each kind that count; native's take seconds, a tenth of them will do

One sequential client, two workers, a text of 2.7 kB a person. Native finds words in the contents of attachments, by its
trigram index; its applications are the first 100 000 in each size.
"""

import hashlib
import json
import math
import random
import statistics
import time

import _databases
import _servers

from devtools import addons, databases, evidence, odoo_server, postgres, settings
from devtools.console import say, step

APPLICATIONS = 100_000
SEED = 7
SPECIFICATION = {"name": {}, "headline": {}, "city": {}, "application_count": {}}
FACETS = ("skill_ids", "job_ids", "stage_ids", "tag_ids")

MERGES = """
import json, time
people = env["ats.candidate"].search([("application_ids", "!=", False)], order="id", limit=80)
times = {"merge": [], "undo": []}
for winner, loser in zip(people[::2], people[1::2]):
    begun = time.perf_counter()
    merge = winner._merge(loser)
    env.flush_all()
    times["merge"].append(time.perf_counter() - begun)
    begun = time.perf_counter()
    merge._undo()
    env.flush_all()
    times["undo"].append(time.perf_counter() - begun)
begun = time.perf_counter()
env["ats.duplicate"]._cron_find()
times["find duplicates"] = [time.perf_counter() - begun]
times["pairs"] = env["ats.duplicate"].search_count([])
env.cr.commit()
print("FIGURES" + json.dumps(times))
"""


def word(rank):
    """The word of a rank, as bench/_native.sql writes it; low ranks are common."""
    return f"word{7919 * rank:x}"


def queries(pick):
    """One query of each kind, with words that no query before had."""
    rare, other, middle = pick.randint(900, 3900), pick.randint(900, 3900), pick.randint(60, 400)
    return {
        "two rare words": f"{word(rare)} AND {word(other)}",
        "common and rare": f"{word(pick.randint(3, 30))} AND {word(rare)}",
        "two middling words": f"{word(middle)} AND {word(pick.randint(60, 400))}",
        "either of two": f"{word(rare)} OR {word(other)}",
        "one but not the other": f"{word(rare)} NOT {word(middle)}",
        "phrase": f'"{word(pick.randint(1, 4))} {word(pick.randint(1, 4))}"',
        "name": f"name:{pick.choice(('ana', 'bo', 'chen', 'dana', 'emil'))} {word(rare)}",
        "experience": f"{word(rare)} experience:>={pick.randint(2, 20)}",
    }


def milliseconds(action):
    begun = time.perf_counter()
    action()
    return (time.perf_counter() - begun) * 1000


def measure_search(server, rounds):
    times = {}
    pick = random.Random(SEED)  # noqa: S311 - words, no secret
    for turn in range(rounds + 2):
        for kind, query in queries(pick).items():
            took = milliseconds(lambda query=query: first_page(server, query))
            if turn > 1:
                times.setdefault(kind, []).append(took)
    times["facets"] = [milliseconds(lambda q=q: facets(server, q)) for q in (word(rank) for rank in range(500, 510))]
    times["duplicates screen"] = [milliseconds(lambda: duplicates(server)) for _turn in range(10)]
    return times


def first_page(server, query):
    return server.call(
        "ats.candidate",
        "web_search_read",
        domain=[("search_query", "ilike", query)],
        specification=SPECIFICATION,
        limit=80,
        count_limit=10001,
    )


def facets(server, query):
    for name in FACETS:
        domain = [("search_query", "ilike", query)]
        server.call(
            "ats.candidate", "search_panel_select_multi_range", name, search_domain=domain, enable_counters=True
        )


def duplicates(server):
    fields = {"one_id": {"fields": {"display_name": {}}}, "other_id": {"fields": {"display_name": {}}}, "reason": {}}
    server.call("ats.duplicate", "web_search_read", domain=[("state", "=", "open")], specification=fields, limit=80)


def measure_native(server, rounds):
    times = {}
    pick = random.Random(SEED)  # noqa: S311 - words, no secret
    for turn in range(rounds + 2):
        for kind, query in queries(pick).items():
            if " AND " not in query:
                continue
            domain = [
                ("attachment_ids", "any", [("index_content", "ilike", part), ("res_model", "=", "hr.applicant")])
                for part in query.split(" AND ")
            ]
            took = milliseconds(lambda domain=domain: _native_page(server, domain))
            if turn > 1:
                times.setdefault(kind, []).append(took)
    return times


def _native_page(server, domain):
    fields = {"partner_name": {}, "stage_id": {"fields": {"display_name": {}}}}
    server.call("hr.applicant", "web_search_read", domain=domain, specification=fields, limit=80, count_limit=10001)


def rows_of(ours, native):
    rows = []
    for kind, values in ours.items():
        row = {"kind": kind, "p50": round(statistics.median(values)), "p95": p95(values)}
        if kind in native:
            row |= {"native p50": round(statistics.median(native[kind])), "native p95": p95(native[kind])}
        rows.append(row)
        say(str(row))
    return rows


def p95(values):
    return round(sorted(values)[math.ceil(len(values) * 0.95) - 1])


def merging(odoo, name):
    """Seconds of merges, undoing them, and finding all pairs, in one process."""
    printed = _databases.shell(odoo, name, MERGES)
    times = json.loads(printed.split("FIGURES")[1].splitlines()[0])
    pairs = times.pop("pairs")
    rows = {kind: {"p50": round(statistics.median(v), 3), "slowest": round(max(v), 3)} for kind, v in times.items()}
    return {**rows, "pairs": pairs}


def measured(odoo, native_server, source, people, rounds):
    name = loaded(odoo, source, people)
    with _servers.serving(odoo, name) as (server,):
        ours = measure_search(server, rounds)
    native = measure_native(native_server, max(2, rounds // 10))
    return {"people": people, "rows": rows_of(ours, native), **merging(odoo, name)}


def loaded(odoo, source, people):
    """A database with so many people; it is kept for the next run, with our addons as they are then."""
    text = (_databases.HERE / "_people.sql").read_text()
    name = f"ats_bench_people_{people}_{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    if databases.exists(odoo, name):
        with step(f"updating the addons beside {people} people"):
            odoo.install(name, addons.present(), update=True)
        return name
    with step(f"{people} people"):
        fresh = _databases.copy(odoo, source, f"{name}_unfinished")
        more = people - APPLICATIONS * 85 // 100
        _databases.psql(odoo, fresh, "-v", f"more={more}", "-f", _databases.HERE / "_people.sql")
        databases.rename(odoo, fresh, name)
    return name


def main():
    rounds = settings.number("ATS_BENCH_ROUNDS", 40)
    sizes = [int(size) for size in (settings.knob("ATS_BENCH_PEOPLE") or "100000,1000000").split(",")]
    odoo = odoo_server.prepared(postgres.for_bench(), "bench")
    native = _databases.native(odoo, APPLICATIONS)
    source, _seconds = _databases.ours(odoo, native)
    with _servers.serving(odoo, native) as (native_server,):
        results = [measured(odoo, native_server, source, people, rounds) for people in sizes]
    say(str(results))
    evidence.write("bench_people", {"workers": 2, "clients": 1, "rounds": rounds, "sizes": results})


if __name__ == "__main__":
    main()
