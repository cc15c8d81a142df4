import hashlib
import re
import secrets
from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import email_normalize, html2plaintext

# The address as it is stored in a mail body.
DECISION_URL = re.compile(r"(/ats/approval/(\d+))(?![\d/?])")
VALID_FOR = timedelta(days=14)


def _token_hash(raw):
    return hashlib.sha256(raw.encode()).hexdigest()


class AtsApprovalLink(models.Model):
    """A link in a mail that lets one person answer one request without logging in. Only the
    SHA-256 of the token is stored; it ends with the decision."""

    _name = "ats.approval.link"
    _description = "Link to an Approval Request"

    approver_id = fields.Many2one("ats.approval.approver", "Request", required=True, ondelete="cascade", index=True)
    user_id = fields.Many2one("res.users", required=True, ondelete="cascade", index=True)
    token_hash = fields.Char(required=True, groups=fields.NO_ACCESS)
    expires_at = fields.Datetime(required=True)

    _token_uniq = models.UniqueIndex("(token_hash)", "This link exists already.")

    @api.model
    def _mint(self, row, user):
        """Return the raw token of a new link; from here on only the mail knows it."""
        raw = secrets.token_urlsafe(32)
        self.sudo().create(
            {
                "approver_id": row.id,
                "user_id": user.id,
                "token_hash": _token_hash(raw),
                "expires_at": fields.Datetime.now() + VALID_FOR,
            }
        )
        return raw

    @api.model
    def _redeem(self, raw, row_id):
        """Return the elevated link of a token for this request, empty when it does not open it."""
        link_sudo = self.sudo().search([("token_hash", "=", _token_hash(raw or ""))], limit=1)
        return link_sudo.filtered(lambda link: link.approver_id.id == row_id and link._is_valid())

    def _is_valid(self):
        """Not expired, the person still works here and may still answer this request."""
        self.ensure_one()
        if self.expires_at <= fields.Datetime.now() or not self.user_id.active or self.user_id.share:
            return False
        return self.approver_id.with_user(self.user_id).sudo().waits_for_me

    @api.autovacuum
    def _gc_expired(self):
        self.sudo().search([("expires_at", "<", fields.Datetime.now())], limit=10000).unlink()


class MailMail(models.Model):
    _inherit = "mail.mail"

    def _prepare_outgoing_list(self, mail_server=False, doc_to_followers=None):
        """Put the key into the mail at the moment it leaves. Stored bodies have none."""
        emails = super()._prepare_outgoing_list(mail_server, doc_to_followers)
        for email in emails:
            if self.model == "ats.approval.approver" and "/ats/approval/" in (email["body"] or ""):
                self._ats_open_decisions(email)
        return emails

    def _ats_open_decisions(self, email):
        recipients, minted = set(email["email_to_normalized"]), {}

        def with_key(match):
            row_id = int(match.group(2))
            if row_id not in minted:
                minted[row_id] = self._ats_mint_decision(row_id, recipients)
            return f"{match.group(1)}?key={minted[row_id]}" if minted[row_id] else match.group(1)

        email["body"] = DECISION_URL.sub(with_key, email["body"])
        email["body_alternative"] = html2plaintext(email["body"])

    def _ats_mint_decision(self, row_id, recipients):
        """A key for the one person who was told and has this address alone, else none."""
        row_sudo = self.env["ats.approval.approver"].sudo().browse(row_id).exists()
        if row_sudo != self.env["ats.approval.approver"].browse(self.res_id):
            return None
        people = row_sudo.told_user_ids.filtered(lambda user: {email_normalize(user.email or "")} == recipients)
        if row_sudo.state != "open" or len(people) != 1:
            return None
        return self.env["ats.approval.link"]._mint(row_sudo, people)
