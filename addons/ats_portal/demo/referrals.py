"""Colleagues of the demo company who recommended somebody, and a profile that was shared."""

from datetime import timedelta

from odoo import fields

HOW_MANY = 6
NAMED = (("Ines Duarte", "ines.duarte@example.com"), ("Karl Vogt", "karl.vogt@example.com"))


def load(env):
    """Credit some applications to colleagues, name two people, share one profile; once."""
    if env["ats.referral"].search_count([], limit=1):
        return
    colleagues = env["res.users"].search([("share", "=", False), ("id", ">", 2)], order="id", limit=3)
    jobs = env["hr.job"].search([("ats_is_shareable", "=", True)], order="id")
    if not colleagues or not jobs:
        return
    mails_before = env["mail.mail"].search([], order="id desc", limit=1).id or 0
    _credit(env, colleagues, jobs)
    for colleague, (name, email) in zip(colleagues, NAMED, strict=False):
        invite = env["ats.referral.invite"].with_user(colleague)
        invite.create({"job_id": jobs[0].id, "name": name, "email": email}).action_send()
    _share(env, jobs)
    env["ats.referral"]._cron_rewards()
    env["mail.mail"].search([("id", ">", mails_before), ("state", "=", "outgoing")]).write({"state": "cancel"})


def _credit(env, colleagues, jobs):
    """Of applications that came through the website or by hand; hired ones have a reward to wait for."""
    applications = env["hr.applicant"].with_context(active_test=False)
    hired = applications.search([("job_id", "in", jobs.ids), ("ats_state", "=", "hired")], limit=2)
    others = applications.search([("job_id", "in", jobs.ids), ("ats_state", "!=", "hired")], order="id", limit=HOW_MANY)
    for number, application in enumerate(hired | others):
        link = env["ats.referral.link"]._of(colleagues[number % len(colleagues)], application.job_id)
        referral = env["ats.referral"].create(
            {
                "kind": "link",
                "state": "applied",
                "link_id": link.id,
                "user_id": link.user_id.id,
                "job_id": application.job_id.id,
                "company_id": application.company_id.id,
                "applicant_id": application.id,
                "touched_at": application.create_date - timedelta(days=2),
                "applied_at": application.create_date,
            }
        )
        application.sudo().write({"ats_source": "referral"})
        env.cr.execute("UPDATE ats_referral SET create_date = %s WHERE id = %s", (referral.applied_at, referral.id))


def _share(env, jobs):
    application = env["hr.applicant"].search(
        [("job_id", "in", jobs.ids), ("ats_state", "=", "ongoing"), ("user_id", "!=", False)], order="id desc", limit=1
    )
    make = env["ats.profile.share.make"].with_user(application.user_id)
    make.create(
        {
            "candidate_id": application.ats_candidate_id.id,
            "recipient": "Finance",
            "question": "Could this be somebody for your team?",
        }
    ).action_make()
    share = env["ats.profile.share"].search([], limit=1)
    share.write({"answer": "interested", "answer_note": "Let us talk", "answered_at": fields.Datetime.now()})
