"""Puts the jobs of the demo company on the website."""

from datetime import timedelta

from markupsafe import Markup

from odoo.addons.ats_core.demo.company import QUIET
from odoo.addons.ats_core.demo.house import table

from . import conversations, referrals

PAGE = Markup(
    "<section class='pt32 pb32'><div class='container'><div class='row'>"
    "<div class='col-lg-8'>%s</div></div></div></section>"
)


def load(env):
    """Publish the open jobs with their text; native demo jobs leave the website."""
    if not env.ref("ats_core.demo_job_backend", raise_if_not_found=False):
        return
    env = env(context={**env.context, **QUIET})
    website = env["website"].search([], order="sequence, id", limit=1)
    website.write({"name": website.company_id.name, "logo": website.company_id.logo})
    archived = env["hr.job"].with_context(active_test=False).search([("active", "=", False)])
    archived.filtered("is_published").write({"is_published": False})
    for plan in table("jobs")["jobs"]:
        job = env.ref(f"ats_core.demo_job_{plan['key']}")
        job.website_description = PAGE % job.description
        if job.ats_job_state == "open" and not job.ats_restricted and not job._ats_publish_blockers():
            job.is_published = True
            job._ats_published()
    _job_boards(env)
    conversations.load(env)
    referrals.load(env)


def _job_boards(env):
    """Two boards that fetch every six hours, and one that has not come yet."""
    channels = env["ats.job.channel"]
    for name, board, agent in (("Indeed", "indeed", "IndeedBot/2.0"), ("LinkedIn", "linkedin", "LinkedInBot/1.0")):
        channel = channels.create({"name": name, "board": board})
        count = channel._feed().count
        visits = [env.cr.now() - timedelta(hours=6 * number + 1) for number in range(8)]
        channel.fetch_ids.create(
            [
                {
                    "channel_id": channel.id,
                    "fetched_at": visit,
                    "agent": agent,
                    "count": count,
                    "size": 3200 * count,
                    "status": 304 if number % 3 else 200,
                }
                for number, visit in enumerate(visits)
            ]
        )
        channel.write({"last_fetch_at": visits[0], "last_fetch_count": count})
    channels.create({"name": "Company blog", "board": "rss"})
    channels.create({"name": "Spring fair", "board": "link"})
