"""Run inside `odoo shell` with our addons: what every application became."""

import json

env = env(context={"active_test": False})  # noqa: F821, PLW0127 - the shell's

applicants = env["hr.applicant"].search([])
columns = ("ats_candidate_id", "ats_state", "ats_duplicate_of_id", "ats_source", "ats_last_activity")


def stored():
    env.flush_all()
    env.cr.execute(f"SELECT id, {', '.join(columns)} FROM hr_applicant ORDER BY id")  # noqa: S608
    return {row[0]: dict(zip(columns, map(str, row[1:]), strict=True)) for row in env.cr.fetchall()}


before = stored()
plain = applicants.with_context(active_test=True)
env.add_to_compute(plain._fields["ats_state"], plain)
plain._recompute_recordset(["ats_state"])
after = stored()
candidates = env["ats.candidate"].search([])
candidate_columns = ("email_normalized", "phone_e164")
written = {candidate.id: [candidate[name] for name in candidate_columns] for candidate in candidates}
for name in candidate_columns:
    env.add_to_compute(candidates._fields[name], candidates)
candidates._recompute_recordset(candidate_columns)
recomputed = {candidate.id: [candidate[name] for name in candidate_columns] for candidate in candidates}
env.cr.rollback()
env.cr.execute("SELECT applicant_id, count(*), count(*) FILTER (WHERE left_at IS NULL) FROM ats_stage_log GROUP BY 1")
stays = {applicant: [total, running] for applicant, total, running in env.cr.fetchall()}
env.cr.execute("SELECT indexname FROM pg_indexes WHERE indexdef LIKE 'CREATE UNIQUE%' OR indexdef LIKE '%gin%'")
indexes = [name for (name,) in env.cr.fetchall()]
print(
    "FACTS:"
    + json.dumps(
        {
            "rows": before,
            "states that differ": {key: [before[key], after[key]] for key in before if before[key] != after[key]},
            "candidates": {
                candidate.id: {
                    "name": candidate.name,
                    "email": candidate.email_normalized,
                    "rank": candidate.email_rank,
                    "company": candidate.company_id.name,
                }
                for candidate in candidates
            },
            "candidates that differ": {
                key: [written[key], recomputed[key]] for key in written if written[key] != recomputed[key]
            },
            "stays": stays,
            "documents": sorted(env["ats.document"].search([]).mapped("name")),
            "job states": {job.name: job.ats_job_state for job in env["hr.job"].search([])},
            "indexes": indexes,
            "unaccent in Odoo's schema": bool(env.registry.has_unaccent),
        },
        default=str,
    )
)
