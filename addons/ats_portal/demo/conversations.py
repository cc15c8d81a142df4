"""What candidates of the demo company write, ask for and correct: each screen of it has something to show."""

from datetime import timedelta

from odoo import fields

TALKS = (
    (
        "Hello, is the job possible from home two days a week?",
        "<p>Hello {name},</p><p>two days at home work well for this team. Shall we talk about it next week?</p>",
    ),
    ("When may I expect your answer?", None),
    (
        "I have moved; does the job still fit my new address?",
        "<p>Hello {name},</p><p>yes, that is fine. Thank you for telling us.</p>",
    ),
    ("Do you pay for the train card?", None),
)
ASKED = (("Copy of your work permit", "Both sides, a photo is enough."), ("Certificate of your last job", ""))
CITIES = ("Lyon", "Gent")
REQUESTS = (
    ("accommodation", "I use a wheelchair. Is the meeting room on the ground floor?"),
    ("explanation", "What did your software do with my résumé?"),
    ("erasure", "I have found another job."),
)


def load(env):
    """Let the newest open applications talk, once."""
    if env["ats.document.request"].search_count([], limit=1):
        return
    mails_before = env["mail.mail"].search([], order="id desc", limit=1).id or 0
    applications = env["hr.applicant"].search(
        [("ats_state", "=", "ongoing"), ("job_id.ats_restricted", "=", False), ("user_id", "!=", False)],
        order="id desc",
        limit=9,
    )
    tell(env, list(applications))
    env["mail.mail"].search([("id", ">", mails_before), ("state", "=", "outgoing")]).write({"state": "cancel"})


def tell(env, applications):
    """Spread talks, requests and corrections over the applications, in this order."""
    for application, (question, answer) in zip(applications, TALKS, strict=False):
        application._ats_candidate_writes(question)
        if answer:
            first_name = (application.partner_name or "").split(" ")[0]
            application.with_user(application.user_id)._ats_write_to_candidate(answer.format(name=first_name))
    for application, (name, note) in zip(applications, ASKED, strict=False):
        due = fields.Date.today() + timedelta(days=6)
        env["ats.document.request"].create(
            {"applicant_id": application.id, "name": name, "note": note, "due_date": due}
        )
    for application, city in zip(applications[2:], CITIES, strict=False):
        application._ats_suggest_changes({"ats_city": city})
    for application, (kind, note) in zip(applications[4:], REQUESTS, strict=False):
        verified_by = "code" if kind == "erasure" else "link"
        env["ats.privacy.request"]._open(application, kind, note=note, verified_by=verified_by)
