import hashlib
import secrets
from base64 import b64encode
from datetime import timedelta

from odoo import api, fields, models

from odoo.addons.ats_core.enqueue import ats_enqueue
from odoo.addons.ats_core.lib.ats_extract import extract_in_workshop, sniff

from ..lib.ats_apply_form import check_text, guess_contacts
from .ats_apply_form import RULES

LIFE = timedelta(hours=24)
# What the form may be filled with; consents never.
FILLED = ("name", "email", "phone", "linkedin")


class AtsApplyDraft(models.Model):
    """A résumé that a visitor has chosen but not sent yet: read for them, then forgotten.

    Known only to the browser that holds the random key; of the key the hash is kept.
    """

    _name = "ats.apply.draft"
    _description = "Application Not Sent Yet"
    _rec_name = "name"

    token_hash = fields.Char(required=True, readonly=True)
    job_id = fields.Many2one("hr.job", required=True, ondelete="cascade", index=True)
    name = fields.Char("File Name", required=True)
    content = fields.Binary(required=True, attachment=True)
    company_id = fields.Many2one(related="job_id.company_id")
    text = fields.Text()
    layout = fields.Json(prefetch=False)
    text_state = fields.Char()
    state = fields.Selection(
        [("reading", "Being read"), ("read", "Read"), ("unread", "Could not be read")], required=True, default="reading"
    )
    filled = fields.Json("Found Values")
    expires_at = fields.Datetime(required=True)

    _token_job_uniq = models.UniqueIndex("(token_hash, job_id)", "There is one draft for each job.")
    _expires_idx = models.Index("(expires_at)")

    @api.model
    def _hash(self, token):
        return hashlib.sha256((token or "").encode()).hexdigest()

    @api.model
    def _of(self, token, job):
        """Return the elevated draft of the browser that holds ``token``, or none."""
        if not token or not isinstance(token, str):
            return self.sudo().browse()
        domain = [
            ("token_hash", "=", self._hash(token)),
            ("job_id", "=", job.id),
            ("expires_at", ">", fields.Datetime.now()),
        ]
        return self.sudo().search(domain, limit=1)

    @api.model
    def _keep(self, token, job, file):
        """Keep a checked file for the visitor and have it read.

        :param str token: the key of the browser; a new one is made when it has none
        :param file: ``(filename, bytes)``
        :return: ``(key, elevated draft)``
        """
        token = token if isinstance(token, str) and len(token) >= 40 else secrets.token_urlsafe(32)
        filename, content = file
        self.sudo().search([("token_hash", "=", self._hash(token)), ("job_id", "=", job.id)]).unlink()
        draft_sudo = self.sudo().create(
            {
                "token_hash": self._hash(token),
                "job_id": job.id,
                "name": filename,
                "content": b64encode(content),
                "expires_at": fields.Datetime.now() + LIFE,
            }
        )
        ats_enqueue(draft_sudo, "_read_resume", channel="root.parse", key=f"draft:{draft_sudo.id}")
        return token, draft_sudo

    def _file(self):
        """Return the kept file as ``(filename, bytes)``."""
        self.ensure_one()
        attachment_sudo = (
            self.env["ir.attachment"]
            .sudo()
            .search([("res_model", "=", self._name), ("res_field", "=", "content"), ("res_id", "=", self.id)], limit=1)
        )
        return self.name, attachment_sudo.raw or b""

    def _read_resume(self):
        """Read the file in the limited child process and keep what the form can be filled with."""
        draft_sudo = self.sudo().exists()
        if not draft_sudo or draft_sudo.state != "reading":
            return
        _name, content = draft_sudo._file()
        outcome = extract_in_workshop(content, kind=sniff(content, draft_sudo.name))
        draft_sudo.write(
            {"text": outcome.text or False, "layout": outcome.layout or False, "text_state": outcome.state}
        )
        filled = draft_sudo._found_values()
        draft_sudo.write({"filled": filled, "state": "read" if filled else "unread"})

    def _found_values(self):
        """Return the values that the résumé has for the form, each one as the form itself would take it."""
        self.ensure_one()
        found = guess_contacts(self.text)
        read = self.env["hr.applicant"].sudo()._ats_prefill(self) or {}
        found |= {name: value for name, value in read.items() if value and isinstance(value, str)}
        clean, errors = check_text({name: RULES[name] for name in FILLED}, found)
        return {name: clean[name] for name in FILLED if clean[name] and name not in errors}

    @api.model
    def _forget_expired(self):
        """Delete what was not sent within a day, with its file; called by a scheduled action."""
        self.sudo().search([("expires_at", "<=", fields.Datetime.now())], limit=1000).unlink()

    @api.autovacuum
    def _gc_drafts(self):
        self._forget_expired()
