from odoo import api, fields, models


class AtsAccessLink(models.Model):
    """Links to a redacted profile. They open no application and prove no address."""

    _inherit = "ats.access.link"

    purpose = fields.Selection(selection_add=[("profile", "Redacted profile")], ondelete={"profile": "cascade"})

    @api.model
    def _mint_profile(self, candidate, *, days):
        """Make a link to a redacted profile.

        :return: the elevated link and its raw token, which is known to the caller only
        """
        return self._mint_row({"purpose": "profile", "candidate_id": candidate.id}, days=days)

    @api.model
    def _redeem_profile(self, raw):
        """Return the elevated link of a token that opens a profile now, else empty."""
        link_sudo = self._find(raw)
        is_open = link_sudo and link_sudo.purpose == "profile" and link_sudo._is_valid()
        if not is_open:
            return link_sudo.browse()
        link_sudo.last_used_at = fields.Datetime.now()
        return link_sudo
