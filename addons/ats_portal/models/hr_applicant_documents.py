from odoo import models

from odoo.addons.ats_core.lib.ats_extract import clean_filename, sniff

from ..lib.ats_apply_form import IMAGE_KINDS, TEXT_KINDS, FileLimits, check_files

UPLOAD_LIMITS = FileLimits(max_count=4, kinds=TEXT_KINDS | IMAGE_KINDS)
MAX_DOCUMENTS = 40
# Types that a browser is told; everything else is an unnamed file.
SERVED_TYPES = {
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
    "application/rtf",
    "text/plain",
    "image/png",
    "image/jpeg",
}


class HrApplicant(models.Model):
    """The candidate's own documents on the candidate's page."""

    _inherit = "hr.applicant"

    def _ats_own_documents(self):
        """Return the documents that the candidate sent; nothing that colleagues added."""
        self.ensure_one()
        return self.ats_document_ids.filtered(lambda document: document.origin == "candidate")

    def _ats_home_documents(self, tz):
        labels = dict(self.env["ats.document"]._fields["kind"]._description_selection(self.env))
        newest = self._ats_newest_documents()
        return [
            {
                "id": document.id,
                "path": f"{self._ats_page_path()}/document/{document.id}",
                "is_newest": document in newest,
                "name": document.name,
                "kind": labels.get(document.kind, ""),
                "version": document.version,
                "at": self._ats_moment(document.received_at, tz),
                "kilobytes": max(1, round((document.size or 0) / 1024)),
            }
            for document in self._ats_own_documents().sorted("received_at", reverse=True)
        ]

    def _ats_newest_documents(self):
        """Return of each kind the version that counts; earlier ones stay readable."""
        own = self._ats_own_documents().sorted("version")
        return own.browse({document.kind: document.id for document in own}.values())

    def _ats_candidate_todos(self):
        """What a recruiter asked for is something to do."""
        todos = super()._ats_candidate_todos()
        return todos + [
            {
                "title": self.env._("Send us: %s", asked.name),
                "description": asked.note or "",
                "url": f"{self._ats_page_path()}?asked={asked.id}#ats_upload",
                "due": None,
                "due_date": asked.due_date,
                "kind": "document",
                "action": self.env._("Upload"),
            }
            for asked in self._ats_open_document_requests()
        ]

    def _ats_add_documents(self, files, *, asked=0, replaces=0):
        """Keep files that the candidate adds on the own page.

        :param files: sequence of ``(filename, bytes)``
        :param int asked: id of the request that they answer, if they answer one of ours
        :param int replaces: id of the own document whose next version they are; the old one stays
        :return: messages about what is wrong; when there are any, nothing was kept
        :rtype: list[str]
        """
        self.ensure_one()
        form = self.env["ats.apply.form"]
        files = [(clean_filename(name), content) for name, content in files]
        if not files:
            return [self.env._("Choose a file first.")]
        if self.ats_state != "ongoing":
            return [self.env._("This application has ended; nothing can be added to it.")]
        if len(self.ats_document_ids) + len(files) > MAX_DOCUMENTS:
            return [self.env._("There are many documents here already. Please write to us.")]
        if wrong := check_files(files, sniff, UPLOAD_LIMITS):
            return [form._file_message(name, code, UPLOAD_LIMITS) for name, code in wrong]
        former = self._ats_own_documents().filtered(lambda document: document.id == replaces)
        documents = self.env["ats.document"]._receive(
            self, files, origin="candidate", proven=self.ats_address_proven, kind=former.kind
        )
        request = self._ats_open_document_requests().filtered(lambda waiting: waiting.id == asked)
        request._fulfil(documents[:1])
        return []

    def _ats_served_document(self, document_id):
        """Return ``(attachment, name, type)`` of an own document, or ``None``."""
        self.ensure_one()
        document = self._ats_own_documents().filtered(lambda own: own.id == document_id)
        if not document:
            return None
        attachment = document.attachment_id
        served = document.mimetype if document.mimetype in SERVED_TYPES else None
        return attachment, document.name, served or "application/octet-stream"


class IrAttachment(models.Model):
    _inherit = "ir.attachment"

    def _ats_served_type(self):
        """Return the type that a candidate's browser is told: one that it runs nothing of."""
        self.ensure_one()
        return self.mimetype if self.mimetype in SERVED_TYPES else "application/octet-stream"
