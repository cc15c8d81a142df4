from odoo import http
from odoo.exceptions import AccessError, UserError
from odoo.http import request

SESSION_LINKS = "ats_approval_links"
KEPT_LINKS = 20
# The page holds pay: it is neither kept, nor found, nor told to the next page.
PRIVATE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Content-Security-Policy": "frame-ancestors 'self'; base-uri 'self'; object-src 'none'; form-action 'self'",
}


class ApprovalPage(http.Controller):
    """Deciding by the link of a mail: looking changes nothing, the confirming form decides."""

    @http.route("/ats/approval/<int:row_id>", type="http", auth="public", methods=["GET"], sitemap=False, website=False)
    def show(self, row_id, key=None):
        """Show what is to be decided. A key is exchanged for the session and leaves the address."""
        if key:
            self._remember(row_id, key)
            return request.redirect(f"/ats/approval/{row_id}")
        row, user = self._gate(row_id)
        if not row:
            return self._turned_away(row_id)
        return self._page(row, user)

    @http.route(
        "/ats/approval/<int:row_id>/decide", type="http", auth="public", methods=["POST"], sitemap=False, website=False
    )
    def decide(self, row_id, decision=None, comment=None):
        """Decide in the name of who the link is for, or of who is logged in."""
        row, user = self._gate(row_id)
        if not row:
            return self._turned_away(row_id)
        try:
            row.with_user(user)._decide(decision == "approve", comment, door="mail")
        except (AccessError, UserError) as error:
            return self._page(row, user, problem=str(error), comment=comment)
        return self._render("ats_core.approval_page_done", {"row": row.sudo(), "approved": decision == "approve"})

    # The gate ------------------------------------------------------------------------------

    def _remember(self, row_id, key):
        """Keep in the session which link was opened: not the key, which is never shown again."""
        link_sudo = request.env["ats.approval.link"]._redeem(key, row_id)
        if link_sudo:
            known = [id_ for id_ in request.session.get(SESSION_LINKS) or [] if id_ != link_sudo.id]
            request.session[SESSION_LINKS] = [*known, link_sudo.id][-KEPT_LINKS:]

    def _gate(self, row_id):
        """Return the elevated request and the person who decides it here, or two empty records.

        A missing request and one of somebody else look the same.
        """
        row_sudo = request.env["ats.approval.approver"].sudo().browse(row_id).exists()
        links_sudo = request.env["ats.approval.link"].sudo().browse(request.session.get(SESSION_LINKS) or []).exists()
        link_sudo = links_sudo.filtered(lambda link: link.approver_id == row_sudo and link._is_valid())[:1]
        user = request.env.user
        if row_sudo and not user._is_public() and row_sudo.with_user(user).sudo().waits_for_me:
            return self._in_language_of(user, row_sudo)
        if row_sudo and link_sudo:
            return self._in_language_of(link_sudo.user_id, row_sudo)
        return row_sudo.browse(), user.browse()

    def _in_language_of(self, person, row_sudo):
        """The page speaks the language of who decides, whatever the website speaks to visitors."""
        request.update_context(lang=person.lang or request.env.lang, tz=person.tz)
        return row_sudo.with_context(lang=person.lang, tz=person.tz), person

    def _turned_away(self, row_id):
        """Log in first; who is logged in and has nothing to decide is told so."""
        if request.env.user._is_public():
            return request.redirect(f"/web/login?redirect=/ats/approval/{row_id}", local=True)
        return self._render("ats_core.approval_page_gone", {}, status=404)

    # Answers -------------------------------------------------------------------------------

    def _page(self, row, user, problem=None, comment=None):
        row_sudo = row.with_user(user).sudo()
        values = {"row": row_sudo, "person": user.sudo(), "problem": problem, "comment": comment or ""}
        return self._render("ats_core.approval_page", values, status=422 if problem else 200)

    def _render(self, template, values, status=200):
        response = request.render(template, values)
        response.status_code = status
        response.headers.update(PRIVATE)
        return response
