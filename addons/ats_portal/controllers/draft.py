from odoo.http import request

COOKIE = "ats_draft"
A_DAY = 24 * 3600


class Draft:
    """The résumé that this browser has chosen and not sent: known by a random key in a cookie."""

    def _ats_draft_sudo(self, job):
        return request.env["ats.apply.draft"]._of(request.cookies.get(COOKIE), job)

    def _ats_keep_draft(self, job, file):
        """Keep a checked file for a day; returns the elevated draft."""
        token, draft_sudo = request.env["ats.apply.draft"]._keep(request.cookies.get(COOKIE), job, file)
        request.future_response.set_cookie(
            COOKIE,
            token,
            max_age=A_DAY,
            httponly=True,
            samesite="Lax",
            secure=request.httprequest.scheme == "https",
        )
        return draft_sudo

    def _ats_with_draft(self, job, files):
        """Return the files of the form, completed with the résumé that was kept."""
        draft_sudo = self._ats_draft_sudo(job)
        chosen = any(upload.filename for upload in request.httprequest.files.getlist("cv"))
        return [draft_sudo._file(), *files] if draft_sudo and not chosen else files
