from odoo.http import Controller, request, route
from odoo.tools import format_date

from .gate import SESSION_LINKS, Gate

APPLICATION = "/my/application/<int(max=2147483647):applicant_id>"
# What all routes behind a private link share.
PRIVATE = {"type": "http", "auth": "public", "website": True, "sitemap": False}


class Home(Controller, Gate):
    """The candidate's own page: by private link, or as the portal user it belongs to."""

    @route("/my/application/open", type="http", auth="public", website=True, sitemap=False, methods=["GET"])
    def application_open(self, to="", key=None, go="home", **_params):
        """Exchange the key for the session, then leave the address that carries it."""
        if not key:
            return request.render("ats_portal.link_needed", self._ats_link_values(to, go))
        self._ats_limit("key.ip", self._ats_network(), limit=20)
        self._ats_limit("key.application", to, limit=20)
        link_sudo = request.env["hr.applicant"].sudo()._ats_redeem(self._ats_id(to), key)
        if not link_sudo:
            return self._ats_link_gone(to, go)
        self._ats_remember_link(link_sudo)
        return request.redirect(link_sudo.applicant_id._ats_page_path(go), code=303)

    @route("/my/application/link", type="http", auth="public", website=True, sitemap=False, methods=["POST"])
    def application_link(self, to="", go="home", **_params):
        """Mail a fresh link to the application's own address; the answer is always the same."""
        self._ats_limit("link.ip", self._ats_network(), limit=10)
        hits = request.env["ats.portal.hit"]
        if not hits._is_over("link.application", str(self._ats_id(to)), limit=3, seconds=3600):
            applications_sudo = request.env["hr.applicant"].sudo().with_context(active_test=False)
            applications_sudo.browse(self._ats_id(to)).exists()._ats_send_private_link(go)
        return request.render("ats_portal.link_mailed", {})

    @route(APPLICATION, type="http", auth="public", website=True, sitemap=False, methods=["GET"])
    def application_home(self, applicant_id, done=None, asked="", replaces="", **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        chosen = {"asked_id": self._ats_id(asked), "replaces_id": self._ats_id(replaces)}
        return self._ats_home_page(application_sudo, done=done, **chosen)

    @route(f"{APPLICATION}/withdraw", type="http", auth="public", website=True, sitemap=False, methods=["GET"])
    def application_withdraw_page(self, applicant_id, **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        return self._ats_page("ats_portal.withdraw", application_sudo._ats_home_values())

    @route(f"{APPLICATION}/withdraw", type="http", auth="public", website=True, sitemap=False, methods=["POST"])
    def application_withdraw(self, applicant_id, reason="", **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        application_sudo._ats_withdraw_from_page(reason)
        return request.redirect(f"{application_sudo._ats_page_path()}?done=withdrawn", code=303)

    def _ats_home_page(self, application_sudo, *, done=None, errors=(), asked_id=0, replaces_id=0, status=200):
        values = {
            **application_sudo._ats_home_values(),
            "done": done,
            "errors": errors,
            "asked_id": asked_id,
            "replaces_id": replaces_id,
        }
        return self._ats_page("ats_portal.home", values, status)

    def _ats_page(self, template, values, status=200):
        """Render one of the candidate's pages, with the day on which the way to it ends."""
        response = request.render(template, {**values, "link_ends": self._ats_link_ends(values["applicant_id"])})
        response.status_code = status
        return response

    def _ats_link_ends(self, applicant_id):
        """Return the day on which the visitor's private link ends; empty for an account."""
        links_sudo = request.env["ats.access.link"].sudo().browse(request.session.get(SESSION_LINKS) or []).exists()
        ends = [link.expires_at for link in links_sudo if link.applicant_id.id == applicant_id and link._is_valid()]
        return format_date(request.env, max(ends), date_format="long") if ends else ""

    def _ats_link_values(self, to, go):
        return {"to": self._ats_id(to), "go": go if go.isalnum() else "home"}

    def _ats_link_gone(self, to, go):
        response = request.render("ats_portal.link_gone", self._ats_link_values(to, go))
        response.status_code = 410
        return response

    def _ats_id(self, text):
        """Return the id in a piece of an address; 0, which no record has, when there is none."""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
