from werkzeug.exceptions import NotFound

from odoo.http import request, route

from ..models.ats_apply_form import MAX_REQUEST_BYTES
from .home import APPLICATION, Home


class Documents(Home):
    """The candidate's own documents: add and fetch."""

    @route(
        f"{APPLICATION}/documents",
        type="http",
        auth="public",
        website=True,
        sitemap=False,
        methods=["POST"],
        max_content_length=MAX_REQUEST_BYTES,
    )
    def application_documents(self, applicant_id, asked="", replaces="", **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        self._ats_limit("upload.application", applicant_id, limit=10)
        errors = application_sudo._ats_add_documents(
            self._ats_sent_files("files"), asked=self._ats_id(asked), replaces=self._ats_id(replaces)
        )
        if errors:
            return self._ats_home_page(application_sudo, errors=errors, status=400)
        return request.redirect(f"{application_sudo._ats_page_path()}?done=added", code=303)

    @route(
        f"{APPLICATION}/document/<int(max=2147483647):document_id>",
        type="http",
        auth="public",
        website=True,
        sitemap=False,
        methods=["GET"],
    )
    def application_document(self, applicant_id, document_id, **_params):
        served = self._ats_application_sudo(applicant_id)._ats_served_document(document_id)
        if not served:
            raise NotFound()
        return self._ats_file(*served)

    def _ats_file(self, attachment_sudo, name, mimetype, as_attachment=True):
        """Stream a file that the gate has let through, never as anything that a page could run."""
        stream = request.env["ir.binary"]._get_stream_from(attachment_sudo, filename=name, mimetype=mimetype)
        stream.public = False
        stream.mimetype = mimetype
        return stream.get_response(
            as_attachment=as_attachment,
            immutable=False,
            content_security_policy="default-src 'none'; frame-ancestors 'self'",
        )
