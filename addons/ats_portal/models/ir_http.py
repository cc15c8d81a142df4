from werkzeug.exceptions import RequestEntityTooLarge, TooManyRequests

from odoo import models
from odoo.http import Response, request

CSP = "frame-ancestors 'self'; base-uri 'self'; object-src 'none'; form-action 'self'"
# The candidate's own pages also fetch nothing from elsewhere, not even the theme's fonts.
PRIVATE_CSP = (
    f"{CSP}; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; "
    "connect-src 'self'; media-src 'self'; frame-src 'self'"
)
BEHIND_A_LINK = ("/my/application", "/my/shared-profile")
OUR_PAGES = ("/jobs", *BEHIND_A_LINK)
PRIVATE_PAGES = ("/jobs/apply", "/jobs/invited", "/jobs/r", *BEHIND_A_LINK)
# Codes for which our pages say something more useful than the native error page.
OUR_ERRORS = {410: "ats_portal.error_gone", 429: "ats_portal.error_too_many"}


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _post_dispatch(cls, response):
        result = super()._post_dispatch(response)
        path = request.httprequest.path
        if _is_under(path, OUR_PAGES):
            csp = PRIVATE_CSP if _is_under(path, BEHIND_A_LINK) else CSP
            response.headers.setdefault("Content-Security-Policy", csp)
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        if _is_under(path, PRIVATE_PAGES):
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["Cache-Control"] = "no-store"
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return result

    @classmethod
    def _ats_is_our_page(cls):
        """Tell whether the page that is being made is one of the careers pages."""
        return _is_under(request.httprequest.path, OUR_PAGES)

    @classmethod
    def _get_error_html(cls, env, code, values):
        if code == 404 and _is_under(request.httprequest.path, BEHIND_A_LINK):
            return code, env["ir.ui.view"]._render_template("ats_portal.error_not_found", values)
        if code in OUR_ERRORS and _is_under(request.httprequest.path, OUR_PAGES):
            return code, env["ir.ui.view"]._render_template(OUR_ERRORS[code], values)
        return super()._get_error_html(env, code, values)

    @classmethod
    def _handle_error(cls, exception):
        if not _is_under(request.httprequest.path, OUR_PAGES):
            return super()._handle_error(exception)
        if isinstance(exception, RequestEntityTooLarge):
            return cls._ats_too_large()
        response = super()._handle_error(exception)
        if isinstance(exception, TooManyRequests):
            response.headers["Retry-After"] = str(exception.retry_after)
        if response.status_code in (404, 410):
            response.headers["X-Robots-Tag"] = "noindex"
        return response

    @classmethod
    def _ats_too_large(cls):
        """Say how large a form may be. The native way would read the refused body once more."""
        cls._auth_method_public()
        cls._frontend_pre_dispatch()
        request.params = dict(request.httprequest.args)
        html = request.env["ir.ui.view"]._render_template("ats_portal.error_too_large", {})
        response = Response(html, status=413, content_type="text/html;charset=utf-8")
        cls._post_dispatch(response)
        return response


def _is_under(path, prefixes):
    return any(path == prefix or path.startswith(f"{prefix}/") for prefix in prefixes)
