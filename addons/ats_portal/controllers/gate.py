from werkzeug.exceptions import Gone, NotFound, TooManyRequests

from odoo.http import request

SESSION_LINKS = "ats_links"
KEPT_LINKS = 20


class Gate:
    """Who may pass. Every route of the candidate's pages goes through one of these."""

    def _ats_application_sudo(self, applicant_id):
        """The one gate to an application: elevated for whom it belongs to, else 404.

        A missing application and one of somebody else look the same from outside.
        """
        applications_sudo = request.env["hr.applicant"].sudo().with_context(active_test=False)
        application_sudo = applications_sudo.browse(applicant_id).exists()
        link_ids = request.session.get(SESSION_LINKS) or []
        if not application_sudo or not application_sudo._ats_is_open_to(request.env.user, link_ids):
            raise NotFound()
        return application_sudo

    def _ats_offer_sudo(self, applicant_id, offer_id):
        """The one gate to an offer: through its application, and only once it was sent."""
        application_sudo = self._ats_application_sudo(applicant_id)
        offer_sudo = (
            request.env["ats.offer"]
            .sudo()
            .with_context(active_test=False)
            .search(
                [
                    ("id", "=", offer_id),
                    ("applicant_id", "=", application_sudo.id),
                ]
            )
        )
        if not offer_sudo or not offer_sudo._ats_is_public():
            raise NotFound()
        return offer_sudo

    def _ats_remember_link(self, link_sudo):
        """Keep in the session that this visitor holds the link. Not the key itself, and not the
        application: a link that is revoked or expires closes the session's access too."""
        known = [id_ for id_ in request.session.get(SESSION_LINKS) or [] if id_ != link_sudo.id]
        request.session[SESSION_LINKS] = [*known, link_sudo.id][-KEPT_LINKS:]

    def _ats_check_job(self, job):
        """Let pass what visitors may see: 410 for a job that is over, 404 for one never shown."""
        state = job.sudo()._ats_careers_state()
        if state == "closed":
            raise Gone()
        if state == "hidden":
            raise NotFound()
        return state

    def _ats_limit(self, scope, subject, *, limit, seconds=60):
        """Count a try; 429 when there were too many."""
        hits = request.env["ats.portal.hit"]
        if hits._is_over(scope, str(subject), limit=limit, seconds=seconds):
            raise TooManyRequests(retry_after=seconds)

    def _ats_network(self):
        return request.env["ats.portal.hit"]._network(request.httprequest.remote_addr)

    def _ats_sent_files(self, *names):
        """Return the files of the request as ``(filename, bytes)``; empty inputs send none."""
        uploads = request.httprequest.files
        return [
            (upload.filename, upload.read()) for name in names for upload in uploads.getlist(name) if upload.filename
        ]
