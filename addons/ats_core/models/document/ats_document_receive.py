import hashlib

from markupsafe import Markup
from psycopg2 import errors

from odoo import api, models
from odoo.exceptions import ConcurrencyError

from ...lib.ats_extract import clean_filename, guess_purpose, sniff

MAX_BYTES = 10 * 1024 * 1024
MAX_FILES = 10
MAX_DOCUMENTS = 60


class AtsDocument(models.Model):
    """How documents come in. Every door ends in :meth:`_adopt`."""

    _inherit = "ats.document"

    @api.model
    def _receive(self, applicant, files, *, origin, proven, kind=None):
        """Keep files on an application and return their documents, in the order of the files.

        The same bytes again are the document that is there already. A file that cannot be kept
        (type, size, number) never costs the application: a note on it says why.

        :param files: sequence of ``(filename, bytes)``
        :param str origin: ``candidate`` or ``internal``
        :param bool proven: it came over a proven address
        :param str kind: one of the kinds, or None to guess it from the name
        """
        applicant.ensure_one()
        documents, refused = self.browse(), []
        room = MAX_DOCUMENTS - self.sudo().search_count([("applicant_id", "=", applicant.id)])
        door = self.sudo().with_context(ats_document_origin=origin, ats_document_proven=proven, ats_document_kind=kind)
        for number, (filename, content) in enumerate(files):
            full = number >= min(MAX_FILES, room)
            reason = "count" if full else self._refusal(filename, content)
            if reason:
                refused.append((clean_filename(filename), reason))
            else:
                documents |= door._keep(applicant, filename, content).with_env(self.env)
        if refused:
            self._note_refused(applicant, refused)
        return documents

    @api.model
    def _refusal(self, filename, content):
        """Return the code of the reason why a file cannot be kept, or an empty string."""
        if len(content) > MAX_BYTES:
            return "too_large"
        return sniff(content, filename).reason

    @api.model
    def _refusal_message(self, reason):
        """Return the words for a reason code of a refused file."""
        return {
            "empty": self.env._("the file is empty"),
            "too_large": self.env._("the file is too large"),
            "pixels": self.env._("the picture is too large"),
            "count": self.env._("there are too many files"),
            "macro": self.env._("documents with macros are not accepted"),
            "encrypted": self.env._("the file is protected by a password"),
            "legacy_office": self.env._("old Word files are not accepted, a PDF is"),
        }.get(reason, self.env._("this type of file is not accepted"))

    @api.model
    def _note_refused(self, applicant, refused):
        items = Markup("").join(
            Markup("<li>%s: %s</li>") % (name, self._refusal_message(reason)) for name, reason in refused
        )
        intro = self.env._("Files that were sent and could not be kept:")
        applicant.sudo()._message_log(body=Markup("<p>%s</p><ul>%s</ul>") % (intro, items))

    def _keep(self, applicant, filename, content):
        existing = self._with_content(applicant, content)
        if not existing:
            attachment = self.env["ir.attachment"].create(
                {
                    "name": filename,
                    "raw": content,
                    "res_model": "hr.applicant",
                    "res_id": applicant.id,
                }
            )
            existing = self.search([("attachment_id", "=", attachment.id)])
        existing._confirm()
        return existing

    @api.model
    def _with_content(self, applicant, content):
        """Return the document of the application with exactly these bytes."""
        digest = hashlib.sha256(content).hexdigest()
        migrated = [
            "&",
            ("sha256", "=", False),
            ("attachment_id.checksum", "=", self.env["ir.attachment"]._compute_checksum(content)),
        ]
        return self.sudo().search(
            [("applicant_id", "=", applicant.id), "|", ("sha256", "=", digest), *migrated], limit=1
        )

    def _confirm(self):
        """What the candidate sends is the candidate's, also when a colleague had added it."""
        context = self.env.context
        if context.get("ats_document_origin") == "candidate" and self.kind != "offer":
            values = {"origin": "candidate", "proven": self.proven or context["ats_document_proven"]}
            if any(self[name] != value for name, value in values.items()):
                self.sudo().write(values)

    @api.model
    def _adopt(self, attachments):
        """Make the documents of files that are on applications now, and have them read.

        Origin, proof and kind come from the context (``ats_document_origin``,
        ``ats_document_proven``, ``ats_document_kind``); without it a file is internal.
        """
        documents_sudo = self.sudo().browse()
        for attachment_sudo in attachments.sudo():
            applicant = self.env["hr.applicant"].browse(attachment_sudo.res_id).exists()
            content = attachment_sudo.raw or b""
            known = applicant and self._with_content(applicant, content)
            if known:
                known._confirm()
                attachment_sudo.index_content = known.text
            elif applicant:
                documents_sudo |= self._insert(applicant, attachment_sudo, content)
        documents_sudo._announce()
        return documents_sudo

    def _insert(self, applicant, attachment_sudo, content):
        vals = self._prepare_vals(applicant, attachment_sudo, content)
        try:
            with self.env.cr.savepoint():
                return self.sudo().create(vals)
        except errors.UniqueViolation as error:
            # Another request has just added it: run this one again, it will see that.
            raise ConcurrencyError("document added twice at once") from error

    def _prepare_vals(self, applicant, attachment_sudo, content):
        context = self.env.context
        kind = sniff(content, attachment_sudo.name)
        purpose = context.get("ats_document_kind") or guess_purpose(
            attachment_sudo.name,
            readable=kind.has_text,
            has_resume=self._next_version(applicant, "resume") > 1,
        )
        state, detail = self._first_state(kind, content)
        return {
            "name": clean_filename(attachment_sudo.name),
            "applicant_id": applicant.id,
            "attachment_id": attachment_sudo.id,
            "kind": purpose,
            "version": self._next_version(applicant, purpose),
            "origin": context.get("ats_document_origin") or "internal",
            "proven": bool(context.get("ats_document_proven")),
            "mimetype": kind.mimetype,
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            "warnings": ", ".join(kind.flags) or False,
            "text_state": state,
            "text_detail": detail,
        }

    @api.model
    def _first_state(self, kind, content):
        if kind.reason in ("encrypted", "too_large"):
            return kind.reason, kind.reason
        if not kind.accepted:
            return "unsupported", kind.reason
        if not kind.has_text:
            return "no_text", "image"
        if len(content) > MAX_BYTES:
            return "too_large", "bytes"
        return "pending", False

    def _announce(self):
        """Tell that the documents came, show the newest résumé, and have the text read."""
        for document in self:
            self.env["ats.event"]._record(
                "document.received",
                applicant=document.applicant_id,
                res=document,
                payload={"kind": document.kind, "version": document.version, "origin": document.origin},
            )
            if document._is_shown_first():
                document.applicant_id._message_set_main_attachment_id(document.attachment_id, force=True)
        self.filtered(lambda document: document.text_state == "pending")._enqueue_text()

    def _is_shown_first(self):
        """Tell whether this is the résumé to show beside the application."""
        trusted = self.proven or self.origin == "internal"
        refused = self.text_state in ("unsupported", "too_large")
        return self.kind == "resume" and trusted and not refused
