from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.ats_core.enqueue import IN_BULK, ats_enqueue

MAX_FILES = 500
OUTCOMES = [
    ("waiting", "Waiting"),
    ("created", "New candidate"),
    ("existing", "Known candidate"),
    ("twice", "The same file twice"),
    ("no_name", "No name or address found"),
    ("unread", "Could not be read"),
    ("refused", "Not accepted"),
]


class AtsUpload(models.Model):
    """Many résumés at once: each becomes one application, in the background, with a result per file."""

    _name = "ats.upload"
    _description = "Upload of Résumés"
    _order = "id desc"

    name = fields.Char(compute="_compute_name")
    job_id = fields.Many2one("hr.job", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one("res.company", required=True, index=True, default=lambda self: self.env.company)
    user_id = fields.Many2one("res.users", "Uploaded by", readonly=True, default=lambda self: self.env.user)
    attachment_ids = fields.Many2many("ir.attachment", string="Files", bypass_search_access=True)
    line_ids = fields.One2many("ats.upload.line", "upload_id", "Results", readonly=True)
    state = fields.Selection(
        [("draft", "Choose files"), ("running", "Being read"), ("done", "Done")], required=True, default="draft"
    )
    total = fields.Integer("Number of Files", compute="_compute_counts")
    finished = fields.Integer(compute="_compute_counts")
    progress = fields.Integer(compute="_compute_counts")
    failed = fields.Integer("To Look At", compute="_compute_counts")

    @api.depends("job_id", "create_date")
    def _compute_name(self):
        for upload in self:
            upload.name = self.env._("Résumés for %s", upload.job_id.name or "…")

    @api.depends("line_ids.outcome")
    def _compute_counts(self):
        groups = self.env["ats.upload.line"]._read_group(
            [("upload_id", "in", self.ids)], ["upload_id", "outcome"], ["__count"]
        )
        counts = {}
        for upload, outcome, count in groups:
            counts.setdefault(upload.id, {})[outcome] = count
        for upload in self:
            own = counts.get(upload.id, {})
            upload.total = sum(own.values())
            upload.finished = upload.total - own.get("waiting", 0)
            upload.progress = 100 * upload.finished // upload.total if upload.total else 0
            upload.failed = sum(own.get(name, 0) for name in ("no_name", "unread", "refused"))

    def action_start(self):
        """Make one line for each file and have them read."""
        self.ensure_one()
        self.check_access("write")
        if self.state != "draft":
            raise UserError(self.env._("These files are being read already."))
        if not self.attachment_ids:
            raise UserError(self.env._("Choose the files first."))
        if len(self.attachment_ids) > MAX_FILES:
            raise UserError(self.env._("Choose at most %s files at once.", MAX_FILES))
        lines = self.env["ats.upload.line"].create(
            [{"upload_id": self.id, "attachment_id": file.id, "name": file.name} for file in self.attachment_ids]
        )
        self.state = "running"
        for line in lines:
            ats_enqueue(line.sudo(), "_take", channel="root.parse.heap", key=f"upload:{line.id}", priority=IN_BULK)
        return True

    @api.autovacuum
    def _gc_uploads(self):
        """Forget uploads of a month ago, with the files that nobody took over."""
        old = fields.Datetime.now() - timedelta(days=30)
        uploads_sudo = self.sudo().search([("write_date", "<", old), ("state", "!=", "running")], limit=100)
        (uploads_sudo.attachment_ids | uploads_sudo.line_ids.attachment_id).unlink()
        uploads_sudo.unlink()

    def action_open_applications(self):
        """Show the applications that came of it."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.name,
            "res_model": "hr.applicant",
            "view_mode": "list,form",
            "domain": [("id", "in", self.line_ids.applicant_id.ids)],
        }


class AtsUploadLine(models.Model):
    """One file of an upload and what became of it."""

    _name = "ats.upload.line"
    _description = "File of an Upload"
    _order = "outcome desc, id"

    upload_id = fields.Many2one("ats.upload", required=True, readonly=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="upload_id.company_id")
    name = fields.Char("File", required=True, readonly=True)
    attachment_id = fields.Many2one("ir.attachment", readonly=True, ondelete="set null", index="btree_not_null")
    outcome = fields.Selection(OUTCOMES, required=True, readonly=True, default="waiting", index=True)
    detail = fields.Char("What to Do", readonly=True)
    applicant_id = fields.Many2one(
        "hr.applicant", "Application", readonly=True, ondelete="set null", index="btree_not_null"
    )
