"""Run inside `odoo shell` by explain.py: the queries, as the ORM writes them for each user."""

import json
import time

from odoo.fields import Command
from odoo.tools import SQL

env = env  # noqa: F821, PLW0127 - given by the shell
TURNS, MARK = TURNS, MARK  # noqa: F821, PLW0127 - given by explain.py

job = env["hr.job"].search([("name", "=", "Bench job 0")])
restricted = env["hr.job"].search([("ats_restricted", "=", True)], limit=1)
recruiter = env["res.users"].search([("login", "=", "bench_recruiter3")])
manager = env["res.users"].create(
    {
        "name": "Bench manager",
        "login": "bench_manager",
        "group_ids": [Command.set(env.ref("ats_core.group_ats_hiring_manager").ids)],
    }
)
administrator = env["res.users"].create(
    {
        "name": "Bench administrator",
        "login": "bench_administrator",
        "group_ids": [Command.set(env.ref("hr_recruitment.group_hr_recruitment_manager").ids)],
    }
)
(job | restricted).ats_hiring_manager_id = manager
env.flush_all()


def ask(name, sql):
    """Print plan and times of one query; what it would change is rolled back."""
    sql = sql if isinstance(sql, SQL) else SQL(sql)
    times = []
    for turn in range(TURNS + 1):
        env.cr.execute("SAVEPOINT explain")
        started = time.perf_counter()
        env.cr.execute(sql)
        env.cr.fetchall()
        if turn:
            times.append(1000 * (time.perf_counter() - started))
        env.cr.execute("ROLLBACK TO SAVEPOINT explain")
    env.cr.execute("SAVEPOINT explain")
    env.cr.execute(SQL("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) %s", sql))
    plan = env.cr.fetchone()[0][0]
    env.cr.execute("ROLLBACK TO SAVEPOINT explain")
    text = env.cr.mogrify(sql.code, sql.params).decode()
    print(MARK + json.dumps({"name": name, "sql": text, "plan": plan, "times": times}))


def page(user, domain, **more):
    applicants = env["hr.applicant"].with_user(user).with_context(active_test=True)
    return applicants._search(domain, order=applicants._order, limit=80, **more).select()


def number(user, domain):
    query = env["hr.applicant"].with_user(user)._search(domain)
    return query.select(SQL("count(*)"))


for user, who in ((recruiter, "recruiter"), (manager, "hiring manager"), (administrator, "administrator")):
    ask(f"{who}: first page of one job", page(user, [("job_id", "=", job.id)]))
    ask(f"{who}: first page of a confidential job", page(user, [("job_id", "=", restricted.id)]))
    ask(f"{who}: first page of all applications", page(user, []))
    ask(f"{who}: one application by id", page(user, [("id", "=", 1000)]))
    ask(f"{who}: how many are ongoing", number(user, [("ats_state", "=", "ongoing")]))
    ask(f"{who}: how many are late on one job", number(user, [("job_id", "=", job.id), ("ats_sla_state", "=", "red")]))

seen = []
execute = type(env.cr).execute


def watched(cr, query, *args, **kwargs):
    """Note the queries of a verb, to explain those that read or change applications."""
    if isinstance(query, SQL):
        seen.append(query)
    return execute(cr, query, *args, **kwargs)


def queries_of(action):
    seen.clear()
    type(env.cr).execute = watched
    env.cr.execute("SAVEPOINT verb")
    try:
        action()
        env.flush_all()
    finally:
        type(env.cr).execute = execute
        env.cr.execute("ROLLBACK TO SAVEPOINT verb")
        env.invalidate_all()
    return [query for query in seen if query.code.lstrip().upper().startswith(("SELECT", "UPDATE"))]


def ask_all(what, action, tables=("hr_applicant", "ats_answer", "ats_rule_firing", "ats_refusal_proposal")):
    """Explain each different query of a verb on the tables that grow."""
    known = set()
    for query in queries_of(action):
        touched = [table for table in tables if f'"{table}"' in query.code or f" {table}" in query.code]
        if not touched or query.code in known or len(known) >= 25:
            continue
        known.add(query.code)
        returns = query.code.lstrip().upper().startswith("SELECT") or "RETURNING" in query.code.upper()
        if returns:
            ask(f"{what}, {len(known)}: {touched[0]}", query)


applicants = env["hr.applicant"]
ask_all("watch over answer times, a batch", applicants._ats_turn_sla)
ask_all("watch over answer times, who is told", applicants._ats_tell_late_jobs)
ask_all("daily digest, counts", env["res.users"]._ats_digest_counts)
ask_all("daily digest, rows", lambda: env["res.users"]._ats_digest_rows(env["res.users"].search([])))

question = env["ats.question"].search([], order="id desc", limit=1)
env["ats.job.question"].create({"job_id": job.id, "question_id": question.id})
reason = env["hr.applicant.refuse.reason"].search([], limit=1)
condition = {"kind": "answer", "question_id": question.id, "yes_no": "no"}
env["ats.rule.version"].create(
    {"name": "Bench", "job_id": job.id, "reason_id": reason.id, "condition_ids": [Command.create(condition)]}
)._activate()
env.flush_all()
runs = env["ats.rule.run"]
ask_all("re-run of rules, preview of 2 000", lambda: runs._prepare_rerun(job))
run = runs._prepare_rerun(job).sudo()
some = run.line_ids[:500]
ask_all("re-run of rules, effect on 500", lambda: run._perform(some))
env.cr.rollback()
