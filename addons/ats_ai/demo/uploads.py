"""A folder of résumés that came in yesterday, with a result for each file, and wishes of places."""

from datetime import timedelta

_RESULTS = (
    ("IMG_2041.pdf", "unread", "no_text"),
    ("invoice_march.pdf", "no_name", False),
    ("cv_again.pdf", "twice", False),
)
_PLACES = ("Lyon", "*", "Berlin, Hamburg")


def load(env, clock, now):
    """Make an upload that is done; its applications are those of the job."""
    job = env.ref("ats_core.demo_job_warehouse", raise_if_not_found=False)
    if not job or env["ats.upload"].search_count([]):
        return
    applicants = env["hr.applicant"].search(
        [("job_id", "=", job.id), ("ats_state", "=", "ongoing")], order="id", limit=6
    )
    clock.set(now - timedelta(days=1))
    upload = env["ats.upload"].create(
        {"job_id": job.id, "state": "done", "company_id": job.company_id.id or env.company.id}
    )
    states = env["ats.document"]._reading_states()
    by_hand = env._("Add the application by hand and put the file there.")
    lines = [
        {"upload_id": upload.id, "name": f"cv_{number + 1}.pdf", "outcome": "created", "applicant_id": one.id}
        for number, one in enumerate(applicants)
    ]
    lines += [
        {
            "upload_id": upload.id,
            "name": name,
            "outcome": outcome,
            "detail": states.get(state) or (by_hand if outcome == "no_name" else False),
        }
        for name, outcome, state in _RESULTS
    ]
    env["ats.upload.line"].create(lines)
    for applicant, places in zip(applicants, _PLACES, strict=False):
        applicant.ats_wish_places = places
