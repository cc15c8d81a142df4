"""Reads the résumés of the demo company and scores its open applications, at once and not in the
background, so that a newcomer finds cards with scores and reasons."""

import logging
from datetime import timedelta

from odoo.addons.ats_core.demo.clock import time_travel
from odoo.addons.ats_core.demo.company import QUIET

from . import reviews

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
        env["hr.applicant"].search([("ats_state", "=", "ongoing"), ("job_id", "!=", False)])._ats_match()
        reviews.load(env, clock, now)
        clock.set(now)
    # What the verbs left for the background is done.
    env["queue.job"].search(
        [
            ("state", "=", "pending"),
            ("date_created", "<=", now),
            ("channel", "in", ("root.parse", "root.match")),
        ]
    ).unlink()
    _logger.info("demo company: %s résumés read", len(unread))
