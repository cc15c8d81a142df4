from werkzeug.exceptions import NotFound

from odoo.http import Controller, request, route

from .gate import Gate

UNSUBSCRIBE = "/my/application/unsubscribe/<int(max=2147483647):applicant_id>/<string:kind>/<string:signature>"


class Unsubscribe(Controller, Gate):
    """The foot of mails that we send on our own account. One press, no login; a GET stops nothing."""

    @route(UNSUBSCRIBE, type="http", auth="public", website=True, sitemap=False, methods=["GET"])
    def unsubscribe_page(self, applicant_id, kind, signature):
        application_sudo = self._ats_signed_sudo(applicant_id, kind, signature)
        return request.render("ats_portal.unsubscribe", self._ats_unsubscribe_values(application_sudo, kind))

    # Mail programs press the button themselves (RFC 8058) and have no token; the signature is the proof.
    @route(UNSUBSCRIBE, type="http", auth="public", website=True, sitemap=False, methods=["POST"], csrf=False)
    def unsubscribe(self, applicant_id, kind, signature, **_params):
        application_sudo = self._ats_signed_sudo(applicant_id, kind, signature)
        # A place in a pool goes with the agreement, so what the page says is asked before.
        values = self._ats_unsubscribe_values(application_sudo, kind)
        application_sudo._ats_unsubscribe(kind)
        return request.render("ats_portal.unsubscribe", {**values, "is_done": True})

    def _ats_unsubscribe_values(self, application_sudo, kind):
        kinds = dict(request.env["ats.message.preference"]._fields["kind"]._description_selection(request.env))
        company = application_sudo._ats_company()
        return {
            "action": request.httprequest.path,
            "kind": kinds[kind],
            "is_done": False,
            "company_id": company.id,
            "company_name": company.name,
        }

    def _ats_signed_sudo(self, applicant_id, kind, signature):
        self._ats_limit("unsubscribe.ip", self._ats_network(), limit=30)
        application_sudo = request.env["ats.message.preference"]._signed_applicant(applicant_id, kind, signature)
        if not application_sudo:
            raise NotFound()
        return application_sudo
