from odoo import models

from odoo.addons.ats_core.enqueue import ats_enqueue


class AtsDocument(models.Model):
    """Résumés are parsed as soon as their text is there."""

    _inherit = "ats.document"

    def _ats_text_ready(self):
        """Parse a résumé; score the application also when its file cannot be read."""
        result = super()._ats_text_ready()
        for document in self:
            if not document._enqueue_parse():
                document.applicant_id._ats_match_later()
        return result

    def write(self, vals):
        """A file that a person calls a résumé is read as one."""
        result = super().write(vals)
        if vals.get("kind") == "resume":
            for document in self:
                document._enqueue_parse()
        return result

    def _enqueue_parse(self):
        """Have the résumé read in the background; tell whether it will be."""
        self.ensure_one()
        if not self._is_resume_with_text():
            return False
        ats_enqueue(
            self.sudo(),
            "_parse_resume",
            channel="root.parse",
            key=f"document:{self.id}:resume",
        )
        return True

    def _is_resume_with_text(self):
        document_sudo = self.sudo()
        return document_sudo.kind == "resume" and document_sudo.text_state == "done"

    def _parse_resume(self):
        """Read the facts of a résumé, use them where nothing was typed, and score again."""
        document_sudo = self.sudo().exists()
        if not document_sudo or document_sudo.text_state != "done":
            return
        self.env["ats.resume"]._read_document(document_sudo)
        applicant_sudo = document_sudo.applicant_id
        applicant_sudo._ats_use_resume()
        applicant_sudo._ats_match_later()
