from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import html2plaintext, is_html_empty


class AtsCandidateNote(models.Model):
    """What a colleague wrote down about a person, for the readers that the colleague chose.

    Record rules decide who reads it; only the author changes it. The author is ``create_uid``, which nobody can write.
    """

    _name = "ats.candidate.note"
    _description = "Note on a Candidate"
    _order = "create_date desc, id desc"

    candidate_id = fields.Many2one("ats.candidate", required=True, ondelete="cascade", index=True)
    body = fields.Html("Note", required=True, sanitize="email_outgoing")
    visibility = fields.Selection(
        [
            ("readers", "Everybody who may open the profile"),
            ("recruiters", "Recruiters only"),
            ("author", "Only me"),
        ],
        "Who May Read It",
        required=True,
        default="readers",
    )

    is_mine = fields.Boolean(compute="_compute_is_mine")

    @api.depends("body")
    def _compute_display_name(self):
        for note in self:
            note.display_name = html2plaintext(note.body or "").strip()[:60]

    @api.depends_context("uid")
    def _compute_is_mine(self):
        for note in self:
            note.is_mine = note.create_uid == self.env.user

    @api.constrains("body")
    def _check_body(self):
        if any(is_html_empty(note.body) for note in self):
            raise ValidationError(self.env._("Write something first."))

    def write(self, vals):
        """A note stays with its person; only a merge moves it."""
        if not self.env.su:
            vals = {name: value for name, value in vals.items() if name != "candidate_id"}
        return super().write(vals)

    def action_change(self):
        """Open the own note to change it."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Note on %s", self.candidate_id.name),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }

    def action_remove(self):
        """Delete the own note."""
        self.unlink()
        return {"type": "ir.actions.client", "tag": "soft_reload"}


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    note_ids = fields.One2many("ats.candidate.note", "candidate_id", "Notes")

    def action_add_note(self):
        """Write a note and choose who may read it."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Note on %s", self.name),
            "res_model": "ats.candidate.note",
            "view_mode": "form",
            "target": "new",
            "context": {"default_candidate_id": self.id},
        }
