from werkzeug.exceptions import NotFound

from odoo.http import Controller, request, route

from .careers import hidden_job
from .gate import Gate

SESSION_SUBJECTS = "ats_eeo"
KEPT_SUBJECTS = 10


class ApplyEquality(Controller, Gate):
    """Voluntary questions after applying. Nobody who decides sees an answer."""

    @route(
        '/jobs/apply/<model("hr.job"):job>/equality',
        type="http",
        auth="public",
        website=True,
        sitemap=False,
        methods=["GET", "POST"],
        handle_params_access_error=hidden_job,
    )
    def apply_equality(self, job, **params):
        self._ats_check_job(job)
        subject = (request.session.get(SESSION_SUBJECTS) or {}).get(str(job.id))
        form = request.env["ats.eeo.form"]._of_job(job)
        if not subject or form == "none":
            raise NotFound()
        if request.httprequest.method == "POST":
            request.env["ats.eeo.response"]._store(subject, job, form, params)
            return request.redirect(f"{request.httprequest.path}?done=1", code=303)
        questions = request.env["ats.eeo.form"]._questions(form)
        values = {"job": job, "questions": questions, "done": bool(params.get("done"))}
        return request.render("ats_portal.apply_equality", values)
