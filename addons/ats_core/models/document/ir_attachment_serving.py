from odoo import models
from odoo.http import Stream

from ...lib.ats_extract import MIMETYPES

# Types that a browser may show by itself; everything else is saved to disk.
_SHOWN = frozenset({MIMETYPES["png"], MIMETYPES["jpg"], MIMETYPES["txt"]})


class DocumentStream(Stream):
    """A file that came from a stranger: fixed type, no scripts, no cache, mostly a download."""

    def get_response(self, as_attachment=None, immutable=None, content_security_policy=None, **send_file_kwargs):
        response = super().get_response(
            as_attachment=as_attachment or self.mimetype not in _SHOWN,
            immutable=False,
            content_security_policy="sandbox; default-src 'none'",
            **send_file_kwargs,
        )
        response.headers["Cache-Control"] = "private, no-store"
        return response


class IrAttachment(models.Model):
    _inherit = "ir.attachment"

    def _to_http_stream(self):
        stream = super()._to_http_stream()
        if not self._ats_is_served_safely() or stream.type not in ("data", "path"):
            return stream
        values = {name: value for name, value in vars(stream).items() if not name.startswith("from_")}
        return DocumentStream(**{**values, "mimetype": self._ats_served_type(), "public": False})

    def _ats_is_served_safely(self):
        return self.res_model == "hr.applicant" and not self.res_field

    def _ats_served_type(self):
        """Return the type that a browser is told: one of the accepted ones or nothing it opens."""
        document_sudo = self._ats_documents_sudo()
        mimetype = document_sudo.mimetype or self.mimetype
        return mimetype if mimetype in MIMETYPES.values() else "application/octet-stream"


class IrBinary(models.AbstractModel):
    _inherit = "ir.binary"

    def _get_stream_from(
        self,
        record,
        field_name="raw",
        filename=None,
        filename_field="name",
        mimetype=None,
        default_mimetype="application/octet-stream",
    ):
        if record._name == "ir.attachment" and record.sudo()._ats_is_served_safely():
            mimetype = None  # what the address asks for does not count
        return super()._get_stream_from(record, field_name, filename, filename_field, mimetype, default_mimetype)
