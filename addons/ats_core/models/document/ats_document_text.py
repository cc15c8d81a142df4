from odoo import models
from odoo.exceptions import UserError

from ...enqueue import ats_enqueue
from ...lib.ats_extract import Limits, extract_in_workshop, sniff


class AtsDocument(models.Model):
    """The text of documents, read in the background by a child process with limits."""

    _inherit = "ats.document"

    def _enqueue_text(self):
        for document in self:
            ats_enqueue(document, "_extract_text", channel="root.parse", key=f"document:{document.id}:text")

    def _extract_text(self):
        """Read the text of a waiting document and store it; a second run does nothing."""
        document_sudo = self.sudo().exists()
        if not document_sudo or document_sudo.text_state != "pending":
            return
        content = document_sudo.attachment_id.raw or b""
        kind = sniff(content, document_sudo.name)
        outcome = extract_in_workshop(content, kind=kind, limits=document_sudo._reading_limits())
        document_sudo._store_text(outcome)

    def _reading_limits(self):
        """Return what reading may cost; scanned pages are read where an administrator asks for it."""
        pages = self.env["ir.config_parameter"].sudo().get_param("ats_core.ocr_pages", "0")
        return Limits(ocr_pages=int(pages) if str(pages).isdecimal() else 0)

    def _store_text(self, outcome):
        """Store what came out, also where native search looks for it, and tell."""
        self.ensure_one()
        self.write(
            {
                "text": outcome.text or False,
                "layout": outcome.layout or False,
                "text_state": outcome.state,
                "text_detail": outcome.detail or False,
            }
        )
        self.attachment_id.index_content = outcome.text or False
        self.env["ats.event"]._record(
            "document.parsed",
            applicant=self.applicant_id,
            res=self,
            payload={"state": outcome.state, "pages": outcome.pages, "seconds": outcome.seconds},
        )
        self._ats_text_ready()

    def _ats_text_ready(self):
        """Hook: the text of this document is stored (`text_state` says how that went)."""

    def action_retry_text(self):
        """Read the documents again, for instance after a limit was raised."""
        self.check_access("write")
        again = self.filtered(lambda document: document.text_state != "done")
        if not again:
            raise UserError(self.env._("The text of these documents has been read."))
        again.sudo().write({"text_state": "pending", "text_detail": False})
        again.sudo()._enqueue_text()

    def _bytes_changed(self):
        """The file of a document was replaced: describe it anew and read it again."""
        for document_sudo in self.sudo():
            attachment = document_sudo.attachment_id
            vals = document_sudo._prepare_vals(document_sudo.applicant_id, attachment, attachment.raw or b"")
            changed = ("mimetype", "size", "sha256", "warnings", "text_state", "text_detail")
            document_sudo.write({"text": False, "layout": False, **{name: vals[name] for name in changed}})
            if document_sudo.text_state == "pending":
                document_sudo._enqueue_text()
