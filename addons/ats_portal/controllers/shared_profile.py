from werkzeug.exceptions import NotFound

from odoo.http import Controller, request, route

from .gate import KEPT_LINKS, Gate
from .home import PRIVATE

SESSION_PROFILES = "ats_profiles"
PROFILE = "/my/shared-profile/<int(max=2147483647):share_id>"


class SharedProfile(Controller, Gate):
    """A redacted profile for a reader without an account: by link, for a while, nothing but the allow-list."""

    @route("/my/shared-profile/open", methods=["GET"], **PRIVATE)
    def shared_profile_open(self, key="", **_params):
        """Exchange the key for the session, then leave the address that carries it."""
        self._ats_limit("key.ip", self._ats_network(), limit=20)
        link_sudo = request.env["ats.access.link"]._redeem_profile(key)
        share_sudo = request.env["ats.profile.share"]._of_link(link_sudo)
        if not share_sudo:
            response = request.render("ats_portal.shared_profile_gone", {})
            response.status_code = 410
            return response
        known = [id_ for id_ in request.session.get(SESSION_PROFILES) or [] if id_ != link_sudo.id]
        request.session[SESSION_PROFILES] = [*known, link_sudo.id][-KEPT_LINKS:]
        return request.redirect(f"/my/shared-profile/{share_sudo.id}", code=303)

    @route(PROFILE, methods=["GET"], **PRIVATE)
    def shared_profile(self, share_id, done="", **_params):
        self._ats_limit("profile.ip", self._ats_network(), limit=60)
        values = self._ats_share_sudo(share_id)._open_page()
        return request.render("ats_portal.shared_profile", {**values, "done": bool(done)})

    @route(f"{PROFILE}/answer", methods=["POST"], **PRIVATE)
    def shared_profile_answer(self, share_id, answer="", note="", **_params):
        share_sudo = self._ats_share_sudo(share_id)
        self._ats_limit("profile.answer", share_id, limit=5, seconds=3600)
        done = "?done=1" if share_sudo._take_answer(answer, note) else ""
        return request.redirect(f"/my/shared-profile/{share_id}{done}", code=303)

    def _ats_share_sudo(self, share_id):
        """The one gate to a shared profile: elevated for whom holds its link now, else 404."""
        links_sudo = request.env["ats.access.link"].sudo().browse(request.session.get(SESSION_PROFILES) or []).exists()
        for link_sudo in links_sudo.filtered(lambda link: link.purpose == "profile"):
            share_sudo = request.env["ats.profile.share"]._of_link(link_sudo)
            if share_sudo and share_sudo.id == share_id:
                return share_sudo
        raise NotFound()
