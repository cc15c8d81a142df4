"""Every page that a candidate meets, with something on it. Tests of quality go through this list."""

from datetime import timedelta

from odoo import fields

from odoo.addons.ats_portal.tests.common import OTHER_PDF, RESUME


def furnish(case):
    """Give the case an application with one of everything and a link; return the pages by name."""
    case.stage_new.ats_sla_days = 5
    case.job.website_description = "<section><h2>The work</h2><p>You cook.</p></section>"
    case.job.write(
        {"ats_pay_min": 3000, "ats_pay_max": 4000, "ats_pay_shown": True, "ats_employment_type": "FULL_TIME"}
    )
    application = case.apply(files=[("cv.pdf", RESUME)], tz="Europe/Madrid")
    recruiter = application.with_user(case.recruiter)
    case.env["ats.document.request"].with_user(case.recruiter).create(
        {"applicant_id": application.id, "name": "Work permit", "note": "Both sides", "due_date": "2030-05-01"}
    )
    recruiter._ats_write_to_candidate("<p>Can you send us your permit?</p>")
    application.sudo()._ats_candidate_writes("Here it is.", [("permit.pdf", OTHER_PDF)])
    application._ats_suggest_changes({"ats_city": "Lyon"})
    case.env["ats.privacy.request"]._open(application, "accommodation", note="No stairs")
    offers = [_offer(case, application), _offer(case, application)]
    offers[0]._send()
    offers[0]._withdraw()
    offers[1]._send()
    application.company_id.sudo().ats_candidate_accounts = True
    raw = case.env["ats.access.link"]._mint(application)
    own = f"/my/application/{application.id}"
    preference = case.env["ats.message.preference"]
    return {
        "opened": f"/my/application/open?to={application.id}&key={raw}",
        "jobs": "/jobs",
        "job": case.job.website_url,
        "apply": case.apply_url(),
        "thanks": f"{case.apply_url()}/sent",
        "native error page": "/jobs/no-such-job-999999",
        "home": own,
        "home, replacing": f"{own}?replaces={application.ats_document_ids[:1].id}",
        "messages": f"{own}/messages",
        "my data": f"{own}/data",
        "erase": f"{own}/data/erase",
        "withdraw": f"{own}/withdraw",
        "offer": f"{own}/offer/{offers[1].id}",
        "offer withdrawn": f"{own}/offer/{offers[0].id}",
        "no such application": "/my/application/999999999",
        "link needed": "/my/application/open",
        "link gone": f"/my/application/open?to={application.id}&key=old",
        "unsubscribe": preference._unsubscribe_path(application, "job_alert"),
    }


def _offer(case, application):
    return (
        case.env["ats.offer"]
        .with_user(case.recruiter)
        .create(
            {
                "applicant_id": application.id,
                "wage": 4321,
                "wage_period": "month",
                "benefits": "Free lunch",
                "start_date": fields.Date.today() + timedelta(days=40),
                "expires_at": fields.Datetime.now() + timedelta(days=7),
            }
        )
    )
