from odoo import api, fields, models
from odoo.exceptions import AccessError

KINDS = [
    ("resume", "Résumé"),
    ("cover_letter", "Cover Letter"),
    ("portfolio", "Portfolio"),
    ("certificate", "Certificate"),
    ("offer", "Offer"),
    ("other", "Other"),
]
TEXT_STATES = [
    ("pending", "Waiting"),
    ("done", "Read"),
    ("no_text", "No text"),
    ("encrypted", "Password needed"),
    ("damaged", "Damaged"),
    ("too_large", "Too large"),
    ("timed_out", "Took too long"),
    ("unsupported", "Not readable"),
]
# What people may change about a document; bytes, origin and text have verbs of their own.
_EDITABLE = frozenset({"kind", "name"})


class AtsDocument(models.Model):
    """A file of an application: what it is, where it came from, and the text in it."""

    _name = "ats.document"
    _description = "Candidate Document"
    _order = "received_at desc, id desc"

    name = fields.Char(required=True)
    applicant_id = fields.Many2one(
        "hr.applicant", "Application", required=True, readonly=True, ondelete="cascade", index=True
    )
    candidate_id = fields.Many2one(
        "ats.candidate", related="applicant_id.ats_candidate_id", store=True, index="btree_not_null"
    )
    company_id = fields.Many2one(related="applicant_id.company_id")
    attachment_id = fields.Many2one(
        "ir.attachment", "File", required=True, readonly=True, ondelete="cascade", index=True
    )
    kind = fields.Selection(KINDS, required=True, default="other")
    version = fields.Integer(required=True, readonly=True, default=1)
    origin = fields.Selection(
        [("candidate", "Candidate"), ("internal", "Internal")],
        required=True,
        readonly=True,
        default="internal",
        help="Only what the candidate sent is ever shown to the candidate.",
    )
    proven = fields.Boolean(
        readonly=True, help="It came over an address or login that is proven to be the candidate's."
    )
    mimetype = fields.Char("Type", readonly=True)
    size = fields.Integer("Size (bytes)", readonly=True)
    sha256 = fields.Char("SHA-256", readonly=True)
    warnings = fields.Char(readonly=True, help="What was noticed about the file, for instance active content.")
    text = fields.Text(readonly=True, prefetch=False)
    layout = fields.Json(readonly=True, prefetch=False, help="Where each line of the text stands and how it looks.")
    text_state = fields.Selection(TEXT_STATES, required=True, readonly=True, default="pending")
    text_detail = fields.Char("Reason", readonly=True)
    received_at = fields.Datetime(required=True, readonly=True, default=fields.Datetime.now)

    _attachment_uniq = models.UniqueIndex("(attachment_id)", "This file is a document already.")
    _content_uniq = models.UniqueIndex(
        "(applicant_id, sha256) WHERE sha256 IS NOT NULL",
        "This file is on the application already.",
    )
    _version_uniq = models.UniqueIndex("(applicant_id, kind, version)", "Another document has this version.")
    _pending_idx = models.Index("(id) WHERE text_state = 'pending'")

    def _next_version(self, applicant, kind):
        """Return the number of the next document of a kind on an application."""
        newest = self.sudo().search(
            [("applicant_id", "=", applicant.id), ("kind", "=", kind)],
            order="version desc",
            limit=1,
        )
        return (newest.version or 0) + 1

    def write(self, vals):
        """People correct name and kind; a document that changes its kind takes a new version."""
        if not self.env.su and vals.keys() - _EDITABLE:
            raise AccessError(self.env._("Only the name and the kind of a document can be changed."))
        kind = vals.get("kind")
        changing = self.filtered(lambda document: kind and document.kind != kind)
        if not changing:
            return super().write(vals)
        self.check_access("write")
        for document in changing:
            version = self._next_version(document.applicant_id, kind)
            super(AtsDocument, document.sudo()).write({**vals, "version": version})
        return super(AtsDocument, self - changing).write(vals)

    def unlink(self):
        """Deleting a document deletes its file; the row of a file that moved goes alone."""
        attachments = self.attachment_id.sudo()
        if self.env.context.get("ats_keep_file"):
            return super().unlink()
        self.check_access("unlink")
        super().unlink()
        return attachments.unlink()

    def action_download(self):
        """Open the file."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self.attachment_id.id}?download=true",
            "target": "download",
        }

    @api.model
    def _reading_states(self):
        """Return the text states as labels in the user's language."""
        return dict(self._fields["text_state"]._description_selection(self.env))
