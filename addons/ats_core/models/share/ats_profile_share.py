from odoo import api, fields, models
from odoo.exceptions import AccessError

SHARERS = "hr_recruitment.group_hr_recruitment_user"


class AtsProfileShare(models.Model):
    """A redacted profile behind an expiring link, for a reader without an account.

    What is shown is an allow-list of plain values (``profile_page.py``). The token stands in no
    table; a lost link is closed and made anew.
    """

    _name = "ats.profile.share"
    _description = "Redacted Profile behind a Link"
    _order = "id desc"
    _rec_name = "recipient"

    candidate_id = fields.Many2one("ats.candidate", required=True, readonly=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="candidate_id.company_id", store=True, index=True)
    user_id = fields.Many2one(
        "res.users", "Shared by", required=True, readonly=True, ondelete="restrict", default=lambda self: self.env.uid
    )
    recipient = fields.Char("For Whom", required=True, readonly=True, help="Is not shown to the reader.")
    question = fields.Char("Question to the Reader", readonly=True)
    link_id = fields.Many2one(
        "ats.access.link", required=True, readonly=True, ondelete="cascade", groups=fields.NO_ACCESS, index=True
    )
    show_name = fields.Selection(
        [("none", "No name"), ("initials", "Initials"), ("full", "Full name")], "Name", required=True, readonly=True
    )
    is_blind = fields.Boolean("Blind", readonly=True, help="No name, no employers, no schools.")
    show_headline = fields.Boolean("Headline", readonly=True)
    show_work = fields.Boolean("Experience", readonly=True)
    show_education = fields.Boolean("Education", readonly=True)
    show_skills = fields.Boolean("Skills", readonly=True)
    summary = fields.Text("Text", readonly=True)
    expires_at = fields.Datetime("Until", compute="_compute_link", compute_sudo=True)
    state = fields.Selection(
        [("open", "Open"), ("expired", "Expired"), ("revoked", "Closed")], compute="_compute_link", compute_sudo=True
    )
    open_count = fields.Integer("Times Opened", compute="_compute_openings", compute_sudo=True)
    last_opened_at = fields.Datetime("Last Opened", compute="_compute_openings", compute_sudo=True)
    answer = fields.Selection([("interested", "Interested"), ("not", "Not interested")], readonly=True)
    answer_note = fields.Char("Their Words", readonly=True)
    answered_at = fields.Datetime("Answered", readonly=True)

    @api.depends("link_id.expires_at", "link_id.revoked_at")
    def _compute_link(self):
        for share in self:
            link = share.link_id
            share.expires_at = link.expires_at
            share.state = "revoked" if link.revoked_at else "open" if link and link._is_valid() else "expired"

    def _compute_openings(self):
        rows = self.env["ats.event"]._read_group(
            [("type", "=", "profile.opened"), ("res_model", "=", self._name), ("res_id", "in", self.ids)],
            ["res_id"],
            ["__count", "occurred_at:max"],
        )
        found = {res_id: (count, last) for res_id, count, last in rows}
        for share in self:
            share.open_count, share.last_opened_at = found.get(share.id, (0, False))

    def action_revoke(self):
        """Close the links for good."""
        self.check_access("read")
        if not self.env.su and not self.env.user.has_group(SHARERS):
            raise AccessError(self.env._("Recruiters close shared profiles."))
        for share in self.filtered(lambda share: share.state == "open"):
            share.sudo().link_id._revoke()
            self.env["ats.event"]._record("profile.revoked", candidate=share.candidate_id, res=share)
        self.invalidate_recordset(["state"])

    @api.model
    def _of_link(self, link):
        """Return the elevated share behind a link that is valid and still that person's, or none.

        A person who was merged since is another profile: the link made for the one shows nothing of the other.
        """
        share_sudo = self.sudo().search([("link_id", "=", link.id)], limit=1) if link else self.sudo()
        is_open = share_sudo and link._is_valid() and link.candidate_id == share_sudo.candidate_id
        return share_sudo if is_open and not share_sudo.candidate_id.merged_into_id else share_sudo.browse()
