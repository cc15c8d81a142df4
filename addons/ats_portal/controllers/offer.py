from werkzeug.exceptions import NotFound

from odoo.http import request, route

from .documents import Documents
from .home import APPLICATION

OFFER = f"{APPLICATION}/offer/<int(max=2147483647):offer_id>"


class Offer(Documents):
    """The candidate reads an offer and answers it. A GET never answers."""

    @route(OFFER, type="http", auth="public", website=True, sitemap=False, methods=["GET"])
    def application_offer(self, applicant_id, offer_id, **_params):
        offer_sudo = self._ats_offer_sudo(applicant_id, offer_id)
        offer_sudo._ats_note_view()
        return self._ats_offer_page(offer_sudo)

    @route(OFFER, type="http", auth="public", website=True, sitemap=False, methods=["POST"])
    def application_offer_answer(self, applicant_id, offer_id, **params):
        offer_sudo = self._ats_offer_sudo(applicant_id, offer_id)
        visit = request.httprequest
        errors = offer_sudo._ats_answer_from_page(params, ip=visit.remote_addr, user_agent=visit.user_agent.string)
        if errors:
            return self._ats_offer_page(offer_sudo, params, errors, status=400)
        return request.redirect(offer_sudo._ats_page_path(), code=303)

    @route(f"{OFFER}/letter", type="http", auth="public", website=True, sitemap=False, methods=["GET"])
    def application_offer_letter(self, applicant_id, offer_id, download=None, **_params):
        offer_sudo = self._ats_offer_sudo(applicant_id, offer_id)
        letter_sudo = offer_sudo._ats_public_letter()
        if not letter_sudo:
            raise NotFound()
        return self._ats_file(letter_sudo, letter_sudo.name, "application/pdf", as_attachment=bool(download))

    def _ats_offer_page(self, offer_sudo, params=None, errors=None, status=200):
        values = {
            **offer_sudo.applicant_id._ats_page_frame(),
            "offer": offer_sudo._ats_page_values(),
            "typed": params or {},
            "errors": errors or {},
        }
        return self._ats_page("ats_portal.offer_page", values, status)
