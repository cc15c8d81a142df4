from odoo.http import Controller, request, route

from odoo.addons.ats_core.lib.ats_extract import clean_filename, sniff

from ..lib.ats_apply_form import check_files
from ..models.ats_apply_form import LIMITS, MAX_REQUEST_BYTES
from .careers import hidden_job
from .draft import Draft
from .gate import Gate

RESUME = '/jobs/apply/<model("hr.job"):job>/resume'
PER_MINUTE = 10


class ApplyResume(Controller, Gate, Draft):
    """The résumé before the rest: kept for a day and read, so that the form can be filled from it."""

    @route(
        RESUME,
        type="http",
        auth="public",
        website=True,
        sitemap=False,
        methods=["POST"],
        max_content_length=LIMITS.max_bytes + 512 * 1024,
        handle_params_access_error=hidden_job,
    )
    def resume_keep(self, job, **_params):
        if self._ats_check_job(job) == "paused":
            return self._ats_state("none", status=409)
        if self._ats_uploads_too_often():
            message = request.env._("Please wait a minute before you choose another file.")
            return self._ats_state("refused", status=429, message=message)
        files = [(clean_filename(name), content) for name, content in self._ats_sent_files("cv")][:1]
        wrong = check_files(files, sniff, LIMITS) if files else [("", "extension")]
        if wrong:
            message = " ".join(request.env["ats.apply.form"]._file_message(*each) for each in wrong)
            return self._ats_state("refused", status=400, message=message)
        draft_sudo = self._ats_keep_draft(job, files[0])
        return self._ats_state("reading", name=draft_sudo.name)

    @route(
        f"{RESUME}/state",
        type="http",
        auth="public",
        website=True,
        sitemap=False,
        methods=["GET"],
        handle_params_access_error=hidden_job,
    )
    def resume_state(self, job, **_params):
        """What is known so far of the résumé that this browser has sent."""
        self._ats_check_job(job)
        draft_sudo = self._ats_draft_sudo(job)
        if not draft_sudo:
            return self._ats_state("none")
        return self._ats_state(draft_sudo.state, name=draft_sudo.name, values=draft_sudo.filled or {})

    @route(
        f"{RESUME}/remove",
        type="http",
        auth="public",
        website=True,
        sitemap=False,
        methods=["POST"],
        max_content_length=MAX_REQUEST_BYTES,
        handle_params_access_error=hidden_job,
    )
    def resume_remove(self, job, **_params):
        self._ats_draft_sudo(job).unlink()
        return request.redirect(job._ats_apply_path(), code=303)

    def _ats_uploads_too_often(self):
        if not hasattr(request, "ats_too_frequent"):
            hits = request.env["ats.portal.hit"]
            per_minute = int(request.env["ats.apply.form"]._parameter("resume_per_minute", PER_MINUTE))
            request.ats_too_frequent = hits._is_over("resume.ip", self._ats_network(), limit=per_minute, seconds=60)
        return request.ats_too_frequent

    def _ats_state(self, state, status=200, **values):
        return request.make_json_response({"state": state, **values}, status=status)
