"""Loads the demo company: 12 jobs and the eight months that lie behind them.

Everything is made through the verbs of the product at the time it is said to have happened
(:mod:`.clock`), with a fixed seed. Only the dates depend on the day of loading.
"""

import logging
import os
import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

from odoo.tools import file_path

from . import pipelines
from .clock import time_travel
from .facts import type_facts
from .house import House, table
from .papers import Papers
from .people import MAILBOXES, Registry, ascii_slug
from .play import Player
from .searches import make_searches
from .sequences import make_sequence
from .story import Application, Planner, in_order

_logger = logging.getLogger(__name__)

SEED = 19
# Nobody is told: no mail about a stage, an assignment or an activity.
QUIET = {
    "ats_no_stage_mail": True,
    "mail_notify_force_send": False,
    "mail_auto_subscribe_no_notify": True,
    "mail_activity_quick_update": True,
    "ats_approval_no_mail": True,
    "lang": "en_US",
}
LETTER_STEPS = ("send", "again", "accept", "decline", "expire", "withdraw", "hire")


def load(env):
    """Make the demo company, once."""
    if env.ref("ats_core.demo_job_backend", raise_if_not_found=False):
        return
    env = env(context={**env.context, **QUIET})
    now = env.cr.now()
    rng = random.Random(SEED)  # noqa: S311 (invented people, no secrets)
    house = House(env, now)
    applications = _plan(rng, now, house)
    papers = Papers(rng, file_path("web/static/fonts/google"))
    papers.compose(applications)
    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 2)) as pool:
        papers.submit(pool)
        with time_travel(env) as clock:
            _live(clock, house, rng, papers, applications)
    make_searches(house)
    _keep_quiet(env)
    _logger.info("demo company: %s applications, %s résumés", len(applications), len(papers))


def _live(clock, house, rng, papers, applications):
    """Build the company eight months ago and let it work until now."""
    now = house.today
    clock.set(now - timedelta(days=245))
    house.build(clock)
    player = Player(house.env, clock, house, rng, papers)
    player.screening.build()
    player.requisitions.build()
    steps = [
        (moment, application, step, argument)
        for application in applications
        for moment, step, argument in in_order(application, now)
    ]
    player.run(steps + player.requisitions.steps(now))
    clock.set(now - timedelta(minutes=2))
    house.settle_job_states()
    player.requisitions.finish(now)
    pipelines.settle(house)
    pools = _fill_pools(player, applications)
    make_sequence(clock, house, pools[0])
    _type_facts(clock, player, applications)
    _plan_activities(player, applications, now)


def _type_facts(clock, player, applications):
    """About the people of the newest open applications and some of the pools."""
    open_ones = sorted((row for row in applications if row.is_open), key=lambda row: row.applied, reverse=True)
    kept = [row for row in applications if row.end and row.end[1] == "refused" and row.rating >= 1]
    chosen = player.env["ats.candidate"]
    for row in (*open_ones[:8], *kept[:6]):
        if id(row) in player.applicants:
            chosen |= player.applicants[id(row)].ats_candidate_id
    type_facts(clock, player.house, chosen)
    clock.set(player.house.today - timedelta(minutes=2))


def _plan(rng, now, house):
    careers = table("careers")
    registry = Registry(rng, now.date(), table("people"), careers)
    sources = house.plan["sources"]
    applications = Planner(rng, now, registry, house.job_plan["jobs"], sources).applications()
    if house.env["ir.actions.report"].get_wkhtmltopdf_state() in ("install", "broken"):
        _logger.warning("wkhtmltopdf is missing: the demo offers stay unsent")
        for application in applications:
            application.offer = [row for row in application.offer if row[1] not in LETTER_STEPS]
    applications += _repeated(rng, now, applications)
    return applications


def _repeated(rng, now, applications):
    """People who apply twice: for another job, again for the same one, from another address, and
    two who share a mailbox."""
    ordinary = [row for row in applications if not row.offer]
    jobs = {row.job["key"]: row.job for row in applications if not row.job.get("state")}
    again = []
    for first in rng.sample(ordinary, 14):
        job = _related_job(rng, jobs, first.job)
        again.append(_new_application(rng, now, job, first.person, rng.uniform(0.4, 12)))
    open_ones = [row for row in ordinary if row.is_open and not row.job.get("state")]
    for first in rng.sample(open_ones, 3):
        # The same job while the first application is open: one more document, no second card.
        later = min(0.3, (now - first.applied).total_seconds() / 86400 * 0.4)
        again.append(_new_application(rng, now, first.job, first.person, later))
    for first in rng.sample(open_ones, 3):
        other = f"{ascii_slug(first.person.name).replace('-', '')}@{rng.choice(MAILBOXES)}"
        again.append(_new_application(rng, now, first.job, replace(first.person, email=other), 0.5))
    one, other = rng.sample(open_ones, 2)
    other.person.email = one.person.email
    return again


def _related_job(rng, jobs, applied):
    """Return another job that the same person may want, in the same department if there is one."""
    others = [job for job in jobs.values() if job["key"] != applied["key"] and not job.get("confidential")]
    near = [job for job in others if job["department"] == applied["department"]]
    return rng.choice(near or others)


def _new_application(rng, now, job, person, days):
    source = rng.choice(("Careers page", "LinkedIn"))
    return Application(job, person, now - timedelta(days=days), source)


def _fill_pools(player, applications):
    """Good people who were not taken, for the next time."""
    pools = [
        player.env["hr.talent.pool"].create(
            {
                "name": name,
                "description": f"<p>{text}</p>",
                "company_id": player.house.company.id,
                "pool_manager": player.house.users["recruiter"].id,
            }
        )
        for name, text in player.house.plan["pools"].items()
    ]
    refused = [row for row in applications if row.end and row.end[1] == "refused" and row.rating >= 1]
    recruiter = player.house.users["recruiter"]
    for number, application in enumerate(refused[:16]):
        candidate = player.applicants[id(application)].ats_candidate_id
        candidate.with_user(recruiter)._pool_add(pools[number % 3 == 2])
        player.env["ats.consent"].create(
            {
                "candidate_id": candidate.id,
                "purpose": "talent_pool",
                "text_version": "2026-1",
                "proof": {"door": "mail"},
            }
        )
    return pools


def _plan_activities(player, applications, now):
    """To-dos of everybody, some of them late."""
    waiting = [row for row in applications if row.is_open and row.applied < now - timedelta(days=1)]
    for application in player.rng.sample(waiting, min(44, len(waiting))):
        applicant = player.applicant(application)
        manager = application.job["manager"]
        choices = [row for row in player.house.plan["activities"] if row[0] in (applicant.env.user.login, manager)]
        login, kind, summary = player.rng.choice(choices)
        applicant.activity_schedule(
            kind,
            summary=summary,
            user_id=player.house.users[login].id,
            date_deadline=now.date() + timedelta(days=player.rng.randrange(-3, 7)),
        )


def _keep_quiet(env):
    """Nothing leaves: mails of the story are cancelled, background work of it is done already."""
    env["mail.mail"].search([("state", "=", "outgoing")]).write({"state": "cancel"})
    read = env["ats.document"].search([("text_state", "!=", "pending")])
    keys = [f"ats:document:{document.id}:text" for document in read]
    env["queue.job"].search([("identity_key", "in", keys)]).unlink()
