from odoo.http import Controller, request, route

from .gate import Gate

COOKIE = "ats_ref"
SESSION_TOUCHES = "ats_touches"
LIMIT = {"limit": 60}


class Referral(Controller, Gate):
    """Where the links of colleagues lead. A visit is noted in this browser alone, signed, without any third party."""

    @route("/jobs/r/<string(length=10):code>", type="http", auth="public", website=True, sitemap=False, methods=["GET"])
    def referral_link(self, code, **_params):
        """Note which colleague's link was opened, and go to the job."""
        self._ats_limit("referral.ip", self._ats_network(), **LIMIT)
        source_sudo = request.env["ats.referral.link"]._of_code(code) or request.env["ats.referral"]._of_code(code)
        if not source_sudo:
            return request.redirect("/jobs", code=303)
        self._ats_note_touch(source_sudo)
        return request.redirect(source_sudo.job_id.website_url, code=303)

    @route(
        "/jobs/invited/<string(length=10):code>",
        type="http",
        auth="public",
        website=True,
        sitemap=False,
        methods=["GET", "POST"],
    )
    def referral_invitation(self, code, stop="", **_params):
        """Tell a person whom a colleague named what we have of them; a press deletes it."""
        self._ats_limit("referral.ip", self._ats_network(), **LIMIT)
        referral_sudo = request.env["ats.referral"]._of_code(code)
        is_sent = request.httprequest.method == "POST"
        if referral_sudo and is_sent:
            referral_sudo._decline(stop=bool(stop))
        values = {"referral": request.env["ats.referral"].sudo() if is_sent else referral_sudo, "is_done": is_sent}
        response = request.render("ats_portal.invitation", values)
        response.status_code = 200 if referral_sudo else 410
        return response

    def _ats_note_touch(self, source_sudo):
        """Keep the touch for this visit, and for later ones where the visitor allows such cookies."""
        touches = request.env["ats.referral.link"]._touches_with(
            request.session.get(SESSION_TOUCHES), request.cookies.get(COOKIE), source_sudo
        )
        request.session[SESSION_TOUCHES] = touches
        months = max(1, (source_sudo.company_id or request.env.company).sudo().ats_referral_months)
        request.future_response.set_cookie(
            COOKIE,
            request.env["ats.referral.link"]._sign_touches(touches),
            max_age=months * 31 * 24 * 3600,
            httponly=True,
            samesite="Lax",
            secure=request.httprequest.scheme == "https",
            cookie_type="optional",
        )


class Touches:
    """What the application form knows of the links of colleagues that this browser has opened."""

    def _ats_touches(self, job):
        """Return ``(link or invitation, moment)`` for each touch of the job."""
        return request.env["ats.referral.link"]._touches_of(
            job, request.session.get(SESSION_TOUCHES), request.cookies.get(COOKIE)
        )

    def _ats_recommended_by(self, job):
        """Return the name of the colleague whom the form mentions; empty when there is none."""
        live = [source for source, _moment in self._ats_touches(job) if source._is_live()]
        return live[0].user_id.name if live else ""

    def _ats_forget_touches(self, job):
        """The visitor does not want the recommendation: it is forgotten in this browser."""
        links = request.env["ats.referral.link"]
        left = links._touches_without(job, request.session.get(SESSION_TOUCHES), request.cookies.get(COOKIE))
        request.session[SESSION_TOUCHES] = left
        request.future_response.set_cookie(COOKIE, links._sign_touches(left), httponly=True, samesite="Lax")
