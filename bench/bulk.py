"""Many at once: move and mail 100 and 1 000 applications, native Odoo beside ours, on the same data.

    ./dev bench bulk
    ATS_BENCH_APPLICATIONS=10000   how many there are; the native database with them is kept for the next run
    ATS_BENCH_SIZES=100,1000       how many are done at once

Native does it in one request: `write` of the stage, and the mail dialog of the list, which makes a contact for
everybody. Ours is the preview with its skip list, and then the chunks that the job runner would do, one after the
other, each committed.
No mail leaves: nothing runs the queue.
"""

import json

import _databases

from devtools import evidence, odoo_server, postgres, settings

MEASURE = """
import json, time
env = env(context={**env.context, "lang": "en_US", "tracking_disable": False})
size, side = %(size)s, %(side)r
user = env["res.users"].search([("login", "=", "bench_recruiter0")])
stages = env["hr.recruitment.stage"].search([("hired_stage", "=", False), ("job_ids", "=", False)], order="sequence")
found = env["hr.applicant"].with_user(user).search(
    [("active", "=", True), ("stage_id", "=", stages[0].id), ("email_from", "!=", False)], order="id desc", limit=size
)
figures = {"found": len(found)}

def timed(name, action):
    env.flush_all(); env.invalidate_all()
    queries, begun = env.cr.sql_log_count, time.perf_counter()
    result = action()
    env.cr.commit()
    figures[name] = {
        "ms": round((time.perf_counter() - begun) * 1000), "queries": env.cr.sql_log_count - queries
    }
    return result

def run_of(action, **choices):
    return env["ats.bulk.run"].with_user(user)._prepare(found, action, **choices)

def perform(run):
    run._start()
    while run.state in ("running", "waiting"):
        run._perform_some()
        env.cr.commit()
        env.invalidate_all()

text = {"subject": "Open day", "body": "<p>Come and see us</p>"}
if side == "ours":
    move = run_of("move", stage_id=stages[1].id)
    timed("move: preview", move._preview)
    timed("move", lambda: perform(move))
    mail = run_of("mail", subject="Open day {{ object.partner_name }}", body=text["body"])
    timed("mail: preview", mail._preview)
    timed("mail", lambda: perform(mail))
    timed("mail: undo", mail._undo)
    figures["done"] = [move.done_count, len(mail.line_ids)]
else:
    timed("move", lambda: found.write({"stage_id": stages[1].id}))
    wizard = env["applicant.send.mail"].with_user(user).create({"applicant_ids": [(6, 0, found.ids)], **text})
    timed("mail", wizard.action_send)
print("FIGURES", json.dumps(figures))
"""


def measure(server, name, side, size):
    """Run it once on a clone, which is dropped afterwards."""
    clone = f"{name}_bulk"
    _databases.databases.drop(server, clone)
    _databases.databases.create(server, clone, name)
    try:
        printed = _databases.shell(server, clone, MEASURE % {"size": size, "side": side})
    finally:
        _databases.databases.drop(server, clone)
    return json.loads(printed.split("FIGURES ", 1)[1].splitlines()[0])


def show(rows):
    print("| what | size | native ms | queries | ours ms | queries |")
    print("|---|---|---|---|---|---|")
    for row in rows:
        cells = [row["what"], row["size"]]
        for side in ("native", "ours"):
            cells += [row[side]["ms"], row[side]["queries"]] if row[side] else ["–", "–"]
        print(f"| {' | '.join(map(str, cells))} |")


def main():
    count = settings.number("ATS_BENCH_APPLICATIONS", 10000)
    sizes = [int(size) for size in (settings.knob("ATS_BENCH_SIZES") or "100,1000").split(",")]
    odoo = odoo_server.prepared(postgres.for_bench(), "bench")
    native = _databases.native(odoo, count)
    ours, _seconds = _databases.ours(odoo, native, settings.knob("ATS_BENCH_ADDONS").replace(",", " ").split())
    rows = []
    for size in sizes:
        sides = {"native": measure(odoo, native, "native", size), "ours": measure(odoo, ours, "ours", size)}
        names = [name for name, about in sides["ours"].items() if isinstance(about, dict)]
        rows += [
            {"what": name, "size": size, **{side: about.get(name) for side, about in sides.items()}} for name in names
        ]
    show(rows)
    evidence.write("bench_bulk", {"applications": count, "sizes": sizes, "rows": rows})


if __name__ == "__main__":
    main()
