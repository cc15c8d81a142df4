import re
from html import escape, unescape
from urllib.parse import quote, urlsplit

from odoo import api, models
from odoo.tools import consteq, html2plaintext
from odoo.tools.misc import hmac

SCOPE = "ats_core.sequence.reading"
LINK = re.compile(r"""(<a\b[^>]*?\bhref=)(["'])(https?://[^"']+)\2""", re.IGNORECASE)
# Links of the person alone are never led through a counter: the private page, unsubscribing.
PRIVATE = ("/my/", "/ats/", "/web/")


class AtsSequenceSend(models.Model):
    """Counting who opens and clicks, for companies that chose to. No row is needed for a link: the address itself is
    signed, so the counter leads nowhere but where our own mail pointed."""

    _inherit = "ats.sequence.send"

    @api.model
    def _reading_signature(self, send_id, url=""):
        return hmac(self.env(su=True), SCOPE, f"{int(send_id)}:{url}")

    def _picture_path(self):
        self.ensure_one()
        return f"/ats/mail/{self.id}/{self._reading_signature(self.id)}/open.gif"

    def _click_path(self, url):
        self.ensure_one()
        return f"/ats/mail/{self.id}/{self._reading_signature(self.id, url)}/go?to={quote(url, safe='')}"

    @api.model
    def _is_signed(self, send_id, signature, url=""):
        """Tell whether we made this address."""
        return consteq(self._reading_signature(send_id, url), signature or "")

    @api.model
    def _note_opened(self, send_id):
        """A picture of a mail was loaded. The row may be gone with the person; nothing happens then."""
        self._counted(send_id)._note_first("opened_at")

    @api.model
    def _note_clicked(self, send_id):
        """A link of a mail was followed; who follows a link has opened the mail."""
        send_sudo = self._counted(send_id)
        send_sudo._note_first("clicked_at")
        send_sudo._note_first("opened_at")

    @api.model
    def _counted(self, send_id):
        """Return the elevated row when its company counts reading."""
        return self.sudo().browse(send_id).exists().filtered("company_id.ats_count_reading")

    # ------------------------------------------------------------
    # The mail
    # ------------------------------------------------------------

    def _with_counters(self, body):
        """Return the body of a mail with counted links and the picture.

        :param str body: HTML as it leaves
        """
        self.ensure_one()
        base = self.enrolment_id.get_base_url()

        def counted(match):
            url = unescape(match.group(3))
            if url.startswith(base) and urlsplit(url).path.startswith(PRIVATE):
                return match.group(0)
            return f"{match.group(1)}{match.group(2)}{escape(base + self._click_path(url))}{match.group(2)}"

        picture = f'<img src="{escape(base + self._picture_path())}" alt="" width="1" height="1" style="border: 0"/>'
        body = LINK.sub(counted, body)
        head, end, tail = body.rpartition("</body>")
        return f"{head}{picture}{end}{tail}" if end else f"{body}{picture}"


class MailMail(models.Model):
    _inherit = "mail.mail"

    def _prepare_outgoing_list(self, mail_server=False, doc_to_followers=None):
        """Add the counters when the mail leaves: what is kept in the messages has none, so colleagues count nothing."""
        emails = super()._prepare_outgoing_list(mail_server, doc_to_followers)
        send_sudo = self._sequence_send() if self.model == "hr.applicant" else None
        if send_sudo:
            for email in emails:
                email["body"] = send_sudo._with_counters(email["body"] or "")
                email["body_alternative"] = html2plaintext(email["body"])
        return emails

    def _sequence_send(self):
        sends_sudo = self.env["ats.sequence.send"].sudo()
        found = sends_sudo.search([("mail_message_id", "=", self.mail_message_id.id)], limit=1)
        return found.filtered("company_id.ats_count_reading")
