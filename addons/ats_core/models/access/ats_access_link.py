import hashlib
import secrets
from datetime import timedelta

from odoo import api, fields, models

TOKEN_BYTES = 32


def _token_hash(raw):
    return hashlib.sha256(raw.encode()).hexdigest()


class AtsAccessLink(models.Model):
    """A private link of a candidate. Only the SHA-256 of the token is stored: a copy of the
    database opens nothing."""

    _name = "ats.access.link"
    _description = "Private Link of a Candidate"
    _order = "id desc"
    _rec_name = "purpose"

    token_hash = fields.Char(required=True, readonly=True, copy=False, groups=fields.NO_ACCESS)
    purpose = fields.Selection([("home", "Candidate page"), ("offer", "Offer")], required=True, readonly=True)
    applicant_id = fields.Many2one(
        "hr.applicant", "Application", readonly=True, ondelete="cascade", index="btree_not_null"
    )
    candidate_id = fields.Many2one("ats.candidate", readonly=True, ondelete="cascade", index="btree_not_null")
    expires_at = fields.Datetime(required=True, readonly=True)
    revoked_at = fields.Datetime(readonly=True)
    last_used_at = fields.Datetime(readonly=True)

    _token_uniq = models.UniqueIndex("(token_hash)", "This link exists already.")
    _expires_idx = models.Index("(expires_at)")

    @api.model
    def _mint(self, applicant, *, purpose="home", days=30):
        """Make a link and return its raw token, which is known from here on to the mail only.

        :param applicant: the application it opens
        :param int days: validity from now
        :rtype: str
        """
        candidate = applicant.sudo().ats_candidate_id
        vals = {"purpose": purpose, "applicant_id": applicant.id, "candidate_id": candidate.id}
        return self._mint_row(vals, days=days)[1]

    @api.model
    def _mint_row(self, vals, *, days):
        """Make the row of a link; return it, elevated, and its raw token."""
        raw = secrets.token_urlsafe(TOKEN_BYTES)
        expires_at = fields.Datetime.now() + timedelta(days=days)
        return self.sudo().create({**vals, "token_hash": _token_hash(raw), "expires_at": expires_at}), raw

    @api.model
    def _find(self, raw):
        """Return the link of a token, whatever its state; elevated."""
        return self.sudo().search([("token_hash", "=", _token_hash(raw or ""))], limit=1)

    @api.model
    def _redeem(self, raw):
        """Return the elevated link if the token is valid now, else an empty recordset.

        Whoever holds the token has received the mail: the address is proven. Links stay usable
        until they expire, because mail scanners open them first.
        """
        link_sudo = self._find(raw)
        if not link_sudo.applicant_id or not link_sudo._is_valid():
            return link_sudo.browse()
        link_sudo.last_used_at = fields.Datetime.now()
        link_sudo.applicant_id._ats_prove_address()
        return link_sudo

    def _is_valid(self):
        self.ensure_one()
        return not self.revoked_at and self.expires_at > fields.Datetime.now()

    def _revoke(self):
        """Close the links for good."""
        self.filtered(lambda link: not link.revoked_at).revoked_at = fields.Datetime.now()

    @api.model
    def _cron_clean(self, keep_days=90, limit=1000):
        """Delete links that ended long ago, in portions that survive an interruption."""
        before = fields.Datetime.now() - timedelta(days=keep_days)
        domain = ["|", ("expires_at", "<", before), ("revoked_at", "<", before)]
        self.env["ir.cron"]._commit_progress(remaining=self.search_count(domain))
        while ended := self.search(domain, limit=limit):
            count = len(ended)
            ended.unlink()
            if not self.env["ir.cron"]._commit_progress(count):
                break
