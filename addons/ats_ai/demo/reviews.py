"""Life on the review board: reviewers, tasks that wait, some decided today, one that was missed."""

from datetime import timedelta

_JOBS = ("demo_job_backend", "demo_job_warehouse", "demo_job_content", "demo_job_controller")
_WAITING = 9


def load(env, clock, now):
    """Let the score of some jobs propose, and reviewers decide a few; nothing is refused here."""
    if env["ats.reviewer"].search_count([]):
        return
    jobs = env["hr.job"].browse()
    for name in _JOBS:
        jobs |= env.ref(f"ats_core.{name}", raise_if_not_found=False) or jobs
    users = env["res.users"].search([("login", "in", ("recruiter", "manager"))])
    reviewers = env["ats.reviewer"].create([{"user_id": user.id, "max_open": 2} for user in users])
    if not jobs or not reviewers:
        return
    jobs.write({"ats_auto_mode": "propose", "ats_auto_threshold": 80})
    rows = env["ats.match"].search(
        [
            ("job_id", "in", jobs.ids),
            ("applicant_id.ats_state", "=", "ongoing"),
            ("applicant_id.stage_id.ats_kind", "in", ("new", "screen")),
        ],
        order="id",
        limit=_WAITING + 4,
    )
    for minutes, row in enumerate(rows):
        clock.set(now - timedelta(minutes=180 - 11 * minutes))
        row.applicant_id._ats_match_scored(row)
    _decide(env, clock, now, reviewers)
    env["queue.job"].search([("state", "=", "pending"), ("method_name", "=", "_assign_waiting")]).unlink()


def _decide(env, clock, now, reviewers):
    """The first are decided, the next was missed, two are in somebody's hands."""
    tasks = env["ats.review.task"].search([("state", "=", "waiting")], order="queued_at, id")
    for number, task in enumerate(tasks[:3]):
        clock.set(now - timedelta(minutes=100 - 12 * number))
        reviewer = reviewers[number % len(reviewers)]
        task._assign(reviewer, env.cr.now())
        task._done("hold" if task.reason == "below" else "advance", by=reviewer.user_id)
    for task in tasks[3:4]:
        task._assign(reviewers[0], now - timedelta(minutes=50))
        task.deadline = now - timedelta(minutes=26)
        clock.set(now - timedelta(minutes=25))
        task._revoke_expired(env.cr.now())
    for number, task in enumerate(tasks[4:6]):
        clock.set(now - timedelta(minutes=14 - 9 * number))
        task._assign(reviewers[number % len(reviewers)], env.cr.now())
        # On whatever day and hour the demo is opened, a timer runs.
        task.deadline = now + timedelta(minutes=6 + 9 * number)
        task.warn_at = now + timedelta(minutes=1 + 9 * number)
