"""Reads the résumés of the demo company and scores its open applications, at once and not in the
background, so that a newcomer finds cards with scores and reasons."""

import logging
from datetime import timedelta

from odoo.addons.ats_core.demo.clock import time_travel
from odoo.addons.ats_core.demo.company import QUIET

from . import reviews, uploads

_logger = logging.getLogger(__name__)


def load(env):
    """Read and score what is there; a second run would change nothing."""
    if not env.ref("ats_core.demo_job_backend", raise_if_not_found=False):
        return
    env = env(context={**env.context, **QUIET})
    env["hr.skill"]._ats_load_catalogue()
    documents = env["ats.document"].search([("kind", "=", "resume"), ("text_state", "=", "done")], order="received_at")
    unread = documents - env["ats.resume"].search([]).document_id
    now = env.cr.now()
    with time_travel(env) as clock:
        for document in unread:
            clock.set(min(document.received_at + timedelta(minutes=3), now))
            document._parse_resume()
        clock.set(now)
        uploads.load(env, clock, now)
        clock.set(now)
        env["hr.applicant"].search([("ats_state", "=", "ongoing"), ("job_id", "!=", False)])._ats_match()
        reviews.load(env, clock, now)
        clock.set(now)
        _find_each_other(env)
    # What the verbs left for the background is done.
    env["queue.job"].search(
        [
            ("state", "=", "pending"),
            ("date_created", "<=", now),
            ("channel", "in", ("root.parse", "root.match")),
        ]
    ).unlink()
    _logger.info("demo company: %s résumés read", len(unread))


def _find_each_other(env):
    """Every fourth person agreed to hear of other jobs: the open jobs know them."""
    candidates = env["ats.candidate"].search([("application_ids", "!=", False)], order="id")
    agreed = candidates[::4] - candidates._ats_agreed()
    env["ats.consent"].create(
        [{"candidate_id": one.id, "purpose": "talent_pool", "text_version": "demo"} for one in agreed]
    )
    candidates._ats_make_profile()
    env["hr.job"].search([("ats_job_state", "=", "open")])._ats_rediscover()
