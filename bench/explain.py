"""How PostgreSQL reads a large database: the confidentiality rule, the watch over answer times, the re-run of rules.

    ./dev bench explain
    ATS_BENCH_APPLICATIONS=1000000  how many; the native database with them is kept for the next run
    ATS_BENCH_ADDONS=ats_core       which addons to install; all of them otherwise
    ATS_BENCH_TURNS=5               each query is timed so often, after one that does not count

Every query is the one that the ORM writes for that user. For each the plan of EXPLAIN (ANALYZE, BUFFERS) goes to
`ATS_OUTPUT/explain/`, its time, the pages it touched and the tables it read from end to end to docs/evidence.
"""

import json
from pathlib import Path

import _databases

from devtools import evidence, odoo_server, postgres, settings

HERE = Path(__file__).parent
MARK = "@@explain "
# Tables that grow with the applications: reading one from end to end is worth a look.
LARGE = ("hr_applicant", "ats_answer", "ats_candidate", "ats_stage_log", "mail_message")


def scans(node):
    """Return the large tables that a plan reads from end to end."""
    own = {node["Relation Name"]} if node["Node Type"] in ("Seq Scan", "Parallel Seq Scan") else set()
    return (own & set(LARGE)).union(*(scans(child) for child in node.get("Plans", ())))


def figures(question):
    plan = question["plan"]["Plan"]
    times = sorted(question["times"])
    return {
        "question": question["name"],
        "ms": round(times[len(times) // 2], 1),
        "slowest": round(times[-1], 1),
        "rows": plan["Actual Rows"],
        "pages": plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
        "reads all of": sorted(scans(plan)),
    }


def show(rows):
    print("| query | ms | slowest | rows | pages | reads all of |")
    print("|---|---|---|---|---|---|")
    for row in rows:
        print(
            f"| {row['question']} | {row['ms']} | {row['slowest']} | {row['rows']} | {row['pages']} "
            f"| {', '.join(row['reads all of']) or '–'} |"
        )


def main():
    count = settings.number("ATS_BENCH_APPLICATIONS", 1000000)
    turns = settings.number("ATS_BENCH_TURNS", 5)
    odoo = odoo_server.prepared(postgres.for_bench(), "bench")
    native = _databases.native(odoo, count)
    chosen = settings.knob("ATS_BENCH_ADDONS").replace(",", " ").split()
    ours, seconds = _databases.ours(odoo, native, chosen)
    _databases.psql(odoo, ours, "-f", HERE / "_explain_rows.sql")
    code = f"TURNS, MARK = {turns}, {MARK!r}\n" + (HERE / "_explain_questions.py").read_text()
    said = _databases.shell(odoo, ours, code)
    questions = [json.loads(line[len(MARK) :]) for line in said.splitlines() if line.startswith(MARK)]
    rows = [figures(question) for question in questions]
    folder = Path(settings.knob("ATS_OUTPUT") or HERE) / "explain"
    folder.mkdir(parents=True, exist_ok=True)
    for number, question in enumerate(questions):
        text = f"-- {question['name']}\n{question['sql']}\n\n{json.dumps(question['plan'], indent=1)}\n"
        (folder / f"{number:02}.txt").write_text(text)
    show(rows)
    print(f"plans: {folder}")
    evidence.write("bench_explain", {"applications": count, "install seconds": seconds, "turns": turns, "rows": rows})


if __name__ == "__main__":
    main()
