from odoo import fields, models
from odoo.tools import format_datetime


class AtsCandidate(models.Model):
    """The profiles that were shared belong to the person."""

    _inherit = "ats.candidate"

    profile_share_ids = fields.One2many(
        "ats.profile.share", "candidate_id", "Shared Profiles", groups="hr_recruitment.group_hr_recruitment_user"
    )

    def action_share_profile(self):
        """Open the dialog that makes a link to a redacted profile."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Share a Redacted Profile"),
            "res_model": "ats.profile.share.make",
            "view_mode": "form",
            "target": "new",
            "context": {"default_candidate_id": self.id},
        }

    def _merge_relations(self):
        return [*super()._merge_relations(), ("ats.profile.share", "candidate_id")]

    def _erase_targets(self):
        return [*super()._erase_targets(), (self.sudo().profile_share_ids, [])]

    def _export_sections(self, applications):
        sections = super()._export_sections(applications)
        shares = self.sudo().profile_share_ids
        if not shares:
            return sections
        rows = [
            {
                "at": format_datetime(self.env, share.create_date, tz="UTC"),
                "for": share.recipient,
                "name_shown": share.show_name,
                "openings": share.open_count,
            }
            for share in shares
        ]
        return {**sections, "profile_shared": rows}
