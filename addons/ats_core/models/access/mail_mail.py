import re

from odoo import models
from odoo.tools import email_normalize, html2plaintext

# The address stored in a mail body; the "&" may be escaped as HTML wants it.
OPEN_URL = re.compile(r"(/my/application/open\?to=(\d+)(?:&(?:amp;)?go=(\w+))?)(?![^\s\"'<]*key=)")


class MailMail(models.Model):
    _inherit = "mail.mail"

    def _prepare_outgoing_list(self, mail_server=False, doc_to_followers=None):
        """Put the private token into the mail at the moment it leaves. Stored bodies have none."""
        emails = super()._prepare_outgoing_list(mail_server, doc_to_followers)
        for email in emails:
            if "/my/application/open?to=" in (email["body"] or ""):
                self._ats_open_links(email)
        return emails

    def _ats_open_links(self, email):
        """Add the key to the links of an outgoing mail that has one recipient, the candidate."""
        recipients = set(email["email_to_normalized"])
        minted = {}

        def with_key(match):
            url, applicant_id, page = match.group(1), int(match.group(2)), match.group(3)
            if (applicant_id, page) not in minted:
                minted[applicant_id, page] = self._ats_mint_for(applicant_id, page, recipients)
            key = minted[applicant_id, page]
            return f"{url}&amp;key={key}" if key else url

        email["body"] = OPEN_URL.sub(with_key, email["body"])
        email["body_alternative"] = html2plaintext(email["body"])

    def _ats_mint_for(self, applicant_id, page, recipients):
        applicant = self.env["hr.applicant"].sudo().browse(applicant_id).exists()
        address = email_normalize(applicant.email_from or "")
        if not address or recipients != {address}:
            return None
        purpose = "offer" if page == "offer" else "home"
        return self.env["ats.access.link"]._mint(applicant, purpose=purpose)
