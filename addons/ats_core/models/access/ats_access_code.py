import hashlib
import secrets
from datetime import timedelta

from odoo import api, fields, models

MINUTES = 15
MAX_TRIES = 5


def _code_hash(salt, code):
    return hashlib.sha256(f"{salt}:{code}".encode()).hexdigest()


class AtsAccessCode(models.Model):
    """A code sent by mail, for what a link alone must not do (erasure, another address)."""

    _name = "ats.access.code"
    _description = "Confirmation Code"
    _rec_name = "purpose"

    applicant_id = fields.Many2one("hr.applicant", required=True, readonly=True, ondelete="cascade", index=True)
    purpose = fields.Selection(
        [("erasure", "Erase the data"), ("email", "Use another address")], required=True, readonly=True
    )
    subject = fields.Char(readonly=True, groups=fields.NO_ACCESS, help="What the code was asked for, e.g. an address.")
    salt = fields.Char(required=True, readonly=True, groups=fields.NO_ACCESS)
    code_hash = fields.Char(required=True, readonly=True, groups=fields.NO_ACCESS)
    expires_at = fields.Datetime(required=True, readonly=True)
    tries = fields.Integer(required=True, default=0, readonly=True)
    used_at = fields.Datetime(readonly=True)

    _expires_idx = models.Index("(expires_at)")

    @api.model
    def _issue(self, applicant, purpose, *, email=None, subject=""):
        """Mail a fresh code; older ones for the same purpose end.

        :param str email: another address than the application's to send it to
        :param str subject: what it confirms, kept with it
        """
        self._waiting(applicant, purpose).expires_at = fields.Datetime.now()
        code, salt = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.sudo().create(
            {
                "applicant_id": applicant.id,
                "purpose": purpose,
                "subject": subject,
                "salt": salt,
                "code_hash": _code_hash(salt, code),
                "expires_at": fields.Datetime.now() + timedelta(minutes=MINUTES),
            }
        )
        template_sudo = self.env.ref("ats_core.mail_template_confirmation_code").sudo()
        # Neither the queue nor the chatter keeps the code once the mail has left.
        values = {"is_notification": False, "message_type": "user_notification", "model": False, "res_id": False}
        if email:
            values["email_to"] = email
        return applicant._ats_mail(template_sudo.with_context(ats_code=code), email_values=values)

    @api.model
    def _redeem(self, applicant, purpose, code):
        """Return the elevated row of a code that is right, unused and in time, else empty.

        Wrong tries are counted; after five the code is over.
        """
        for row in self._waiting(applicant, purpose):
            self.env.cr.execute(
                "UPDATE ats_access_code SET tries = tries + 1 WHERE id = %s AND tries < %s RETURNING tries",
                (row.id, MAX_TRIES),
            )
            allowed = bool(self.env.cr.fetchone())
            row.invalidate_recordset(["tries"])
            if allowed and secrets.compare_digest(row.code_hash, _code_hash(row.salt, (code or "").strip())):
                row.used_at = fields.Datetime.now()
                return row
        return self.sudo().browse()

    @api.model
    def _waiting(self, applicant, purpose):
        return self.sudo().search(
            [
                ("applicant_id", "=", applicant.id),
                ("purpose", "=", purpose),
                ("used_at", "=", False),
                ("expires_at", ">", fields.Datetime.now()),
            ]
        )

    @api.autovacuum
    def _gc_codes(self):
        self.sudo().search([("expires_at", "<", fields.Datetime.now() - timedelta(days=1))]).unlink()
