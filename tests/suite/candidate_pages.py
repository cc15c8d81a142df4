"""Every page that a candidate meets, with something on it. Tests of quality go through this list."""

from datetime import timedelta

from odoo import fields
from odoo.tests import new_test_user

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
        **_referral_pages(case),
        **_shared_profile_pages(case, application.ats_candidate_id),
    }


def _referral_pages(case):
    """What a person sees whom a colleague named, and the form after a colleague's link."""
    colleague = new_test_user(case.env, "colleague_who_refers", groups="base.group_user", name="Lea Martin")
    refer = case.env["ats.referral.invite"].with_user(colleague)
    refer.create(
        {"job_id": case.job.id, "name": "Bo Lind", "email": "bo@example.org", "words": "For you?"}
    ).action_send()
    invitation = case.env["ats.referral"].search([("user_id", "=", colleague.id)])
    link = case.env["ats.referral.link"]._of(colleague, case.job)
    return {
        "invited": f"/jobs/invited/{invitation.sudo().code}",
        "invited, over": "/jobs/invited/ABCDEFGHJK",
        "a colleague's link": f"/jobs/r/{link.code}",
        "apply, recommended": case.apply_url(),
    }


def _shared_profile_pages(case, person):
    """What another department sees of a person, with a question to answer."""
    person.headline = "Cook"
    line = {"candidate_id": person.id, "name": "Sous-chef", "employer": "Casa Lucio", "date_start": "2019-03-01"}
    case.env["ats.candidate.resume.line"].create([line, {**line, "kind": "education", "name": "Diploma in cooking"}])
    language = case.env.ref("hr_skills.hr_skill_type_lang").skill_ids[:1]
    case.env["ats.candidate.skill"].create({"candidate_id": person.id, "skill_id": language.id})
    make = case.env["ats.profile.share.make"].with_user(case.recruiter)
    wizard = make.create(
        {"candidate_id": person.id, "recipient": "Finance", "question": "For you?", "summary": "Good."}
    )
    url = wizard.action_make()["context"]["default_url"]
    share = case.env["ats.profile.share"].search([("candidate_id", "=", person.id)], limit=1)
    return {
        "shared profile": url[url.index("/my/") :],
        "shared profile, answered": f"/my/shared-profile/{share.id}?done=1",
        "shared profile, over": "/my/shared-profile/open?key=old",
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
