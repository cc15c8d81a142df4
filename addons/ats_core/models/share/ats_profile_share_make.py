from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ...lib.ats_redact import redact
from .ats_profile_share import SHARERS

MAX_TEXT = 6000
SHOWN = ("show_name", "is_blind", "show_headline", "show_work", "show_education", "show_skills", "summary", "question")


class AtsProfileShareMake(models.TransientModel):
    """What of a person is shown to whom, and how long. Shows the link once, without saving it."""

    _name = "ats.profile.share.make"
    _description = "Share a Redacted Profile"

    candidate_id = fields.Many2one("ats.candidate", required=True, readonly=True)
    recipient = fields.Char("For Whom", help="For your own list, for instance “Finance, Paul”.")
    question = fields.Char("Question to the Reader")
    days = fields.Integer("Works for (days)", default=14, required=True)
    show_name = fields.Selection(
        [("none", "No name"), ("initials", "Initials"), ("full", "Full name")],
        "Name",
        default="initials",
        required=True,
    )
    is_blind = fields.Boolean("Blind", help="No name, no employers, no schools.")
    show_headline = fields.Boolean("Headline", default=True)
    show_work = fields.Boolean("Experience", default=True)
    show_education = fields.Boolean("Education", default=True)
    show_skills = fields.Boolean("Skills", default=True)
    summary = fields.Text("Text", help="Read it before you share it: gaps are made by patterns.")
    has_basis = fields.Boolean(compute="_compute_has_basis")
    url = fields.Char("Link", readonly=True)

    @api.depends("candidate_id")
    def _compute_has_basis(self):
        """An open application, or the agreement to be thought of for other jobs."""
        for wizard in self:
            person = wizard.candidate_id.sudo()
            is_open = any(row.ats_state == "ongoing" for row in person.application_ids)
            wizard.has_basis = is_open or person._ats_consents("talent_pool")

    def action_take_text(self):
        """Fill in the text of the newest résumé, with gaps; a person reads it before it leaves."""
        self.ensure_one()
        self._check_may_share()
        documents = self.candidate_id.application_ids.ats_document_ids.filtered("text")
        newest = documents.sorted(lambda document: (document.received_at, document.id))[-1:]
        if not newest:
            raise UserError(self.env._("There is no résumé with a text that could be read."))
        self.summary = redact(newest.text, [self.candidate_id.name])[:MAX_TEXT]
        return self._reopened()

    def action_make(self):
        """Make the link and show it once."""
        self.ensure_one()
        self._check_may_share()
        if not 1 <= self.days <= 90:
            raise UserError(self.env._("A link works for 1 to 90 days."))
        person = self.candidate_id
        link_sudo, raw = self.env["ats.access.link"]._mint_profile(person, days=self.days)
        share = (
            self.env["ats.profile.share"]
            .sudo()
            .create(
                {
                    "candidate_id": person.id,
                    "recipient": (self.recipient or "").strip() or self.env._("Somebody"),
                    "user_id": self.env.uid,
                    "link_id": link_sudo.id,
                    **{name: self[name] for name in SHOWN},
                }
            )
        )
        shown = {name: self[name] for name in SHOWN if name not in ("summary", "question")}
        self.env["ats.event"]._record("profile.shared", candidate=person, res=share, payload=shown)
        self.sudo().unlink()
        # The dialog is never saved: the address stands in no table.
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Link to the Profile"),
            "res_model": self._name,
            "view_mode": "form",
            "views": [(self.env.ref("ats_core.ats_profile_share_make_view_form_link").id, "form")],
            "target": "new",
            "context": {"default_url": share._url(raw), "default_candidate_id": person.id},
        }

    def _check_may_share(self):
        self.candidate_id.check_access("read")
        if not self.env.user.has_group(SHARERS):
            raise AccessError(self.env._("Recruiters share profiles."))
        if self.candidate_id.sudo().merged_into_id or self.candidate_id.sudo().erased_at:
            raise UserError(self.env._("This person has become part of another, or was erased."))

    def _reopened(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Share a Redacted Profile"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }


class AtsProfileShare(models.Model):
    _inherit = "ats.profile.share"

    def _url(self, raw):
        """Return the address that the reader opens first; the key leaves it at once."""
        return f"{self.get_base_url()}/my/shared-profile/open?key={raw}"
