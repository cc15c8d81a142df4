from markupsafe import Markup

from odoo import fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import email_normalize, is_html_empty, parse_contact_from_email, plaintext2html

COMMENT = "mail.mt_comment"


class HrApplicant(models.Model):
    """What the candidate and we write to each other. It stands in the chatter of the application
    like every message, and carries a mark; without the mark nothing reaches the candidate's page."""

    _inherit = "hr.applicant"

    ats_reply_since = fields.Datetime(
        "Waits for a Reply since",
        readonly=True,
        copy=False,
        help="When the candidate wrote the first message that nobody has answered yet.",
    )

    _ats_reply_since_idx = models.Index("(ats_reply_since) WHERE ats_reply_since IS NOT NULL")

    # ------------------------------------------------------------
    # The two verbs
    # ------------------------------------------------------------

    def _ats_write_to_candidate(self, body, *, attachments=None):
        """Write to the candidate: on the own page, and by mail to the application's address.

        :param body: HTML
        :param attachments: ``ir.attachment`` records that go along
        :return: the ``mail.message``
        :raise AccessError: the user does not decide about the application
        """
        self.ensure_one()
        self.check_access("read")
        if not self._ats_decides():
            raise AccessError(self.env._("Only the recruiter and the hiring manager write to candidates."))
        if is_html_empty(body) and not attachments:
            raise UserError(self.env._("Write something first."))
        message = self.message_post(
            body=Markup(body),  # noqa: S704 (the field cleans what it stores)
            subject=self.env._("Your application: %s", self.job_id.name or ""),
            message_type="comment",
            subtype_xmlid=COMMENT,
            attachment_ids=(attachments or self.env["ir.attachment"]).ids,
        )
        self._ats_share_with_candidate(message)
        return message

    def _ats_candidate_writes(self, text, files=()):
        """The candidate writes to us from the own page. Call it elevated, behind the gate.

        :param str text: plain text
        :param files: sequence of ``(filename, bytes)`` that have been checked
        :return: the ``mail.message``
        """
        self.ensure_one()
        kept = self.env["ats.document"]._receive(self, files, origin="candidate", proven=self.ats_address_proven)
        message = self.message_post(
            body=plaintext2html(text or ""),
            author_id=False,
            email_from=self.email_from,
            message_type="comment",
            subtype_xmlid=COMMENT,
            partner_ids=self._ats_correspondents().ids,
        )
        # Natively visitors cannot post files that are on a record already; these were checked.
        message.sudo().attachment_ids = [fields.Command.link(id_) for id_ in kept.sudo().attachment_id.ids]
        self._ats_hear_from_candidate(message)
        return message

    # ------------------------------------------------------------
    # Marks
    # ------------------------------------------------------------

    def _ats_hear_from_candidate(self, message):
        """Mark a message as the candidate's and remember that it waits for an answer."""
        message.sudo().ats_with_candidate = "from"
        if not self.ats_reply_since:
            self.sudo().ats_reply_since = fields.Datetime.now()
        self._ats_touch()
        self.env["ats.event"]._record("message.received", applicant=self, res=message)

    def _ats_share_with_candidate(self, message, *, mail=True):
        """Mark a message as one to the candidate; ``mail`` is False when a mail has left already."""
        message.sudo().ats_with_candidate = "to"
        self.sudo().ats_reply_since = False
        self._ats_touch()
        self.env["ats.event"]._record("message.sent", applicant=self, res=message)
        if mail:
            self._ats_mail_message(message)

    def _ats_mail_message(self, message):
        """Mail a message of the chatter to the candidate. The mail belongs to that message, so
        an answer to it comes back into the same thread."""
        if not self.sudo()._ats_can_be_mailed():
            return self.env["mail.mail"]
        template_sudo = self.env.ref("ats_core.mail_template_candidate_message").sudo()
        return self._ats_mail(
            template_sudo.with_context(ats_message=message.sudo().body),
            email_values={
                "reply_to": message.sudo().reply_to,
                "references": message.sudo().message_id,
                # The chatter has the message already: the mail leaves no second one there.
                "message_type": "user_notification",
                "is_notification": False,
                "attachment_ids": [fields.Command.link(id_) for id_ in message.sudo().attachment_ids.ids],
            },
        )

    def _ats_correspondents(self):
        """Return the contacts of the colleagues who hear what the candidate writes."""
        users = self.user_id or self.job_id.user_id or self.job_id.ats_hiring_manager_id
        return users.filtered("active").partner_id

    def _ats_conversation(self):
        """Return the messages between the candidate and us, oldest first, elevated."""
        self.ensure_one()
        return (
            self.env["mail.message"]
            .sudo()
            .search(
                [("model", "=", self._name), ("res_id", "=", self.id), ("ats_with_candidate", "!=", False)],
                order="id",
            )
        )

    # ------------------------------------------------------------
    # Odoo's own doors: composer and mail gateway
    # ------------------------------------------------------------

    def message_post(self, **kwargs):
        message = super().message_post(**kwargs)
        if len(self) == 1 and kwargs.get("message_type") in ("comment", "email"):
            self._ats_recognise(message, kwargs.get("parent_id"))
        return message

    def _ats_recognise(self, message, parent_id):
        """Mark what the candidate mailed, and what a colleague sent the candidate natively."""
        if message.message_type == "email":
            _name, sender = parse_contact_from_email(message.email_from or "")
            if sender and sender == self.email_normalized:
                message.sudo().ats_with_candidate = "from"
            elif self._ats_answers_by_mail(message, parent_id):
                self._ats_share_with_candidate(message)
        elif self.env.user._is_internal() and not self.env.su and self._ats_was_addressed(message):
            self._ats_share_with_candidate(message, mail=False)

    def _ats_was_addressed(self, message):
        """Tell whether the composer sent the message to the candidate's own contact."""
        contact = self.partner_id
        return (
            message.subtype_id == self.env.ref(COMMENT)
            and contact in message.partner_ids
            and contact.ats_candidate_partner
            and email_normalize(contact.email or "") == self.email_normalized
        )

    def _ats_answers_by_mail(self, message, parent_id):
        """Tell whether a colleague answers by mail what the candidate wrote."""
        parent_sudo = self.env["mail.message"].sudo().browse(parent_id or []).exists()
        author = message.author_id.user_ids.filtered(lambda user: user._is_internal())[:1]
        return (
            bool(author)
            and parent_sudo.ats_with_candidate == "from"
            and parent_sudo.model == self._name
            and parent_sudo.res_id == self.id
            and message.subtype_id == self.env.ref(COMMENT)
            and self.with_user(author).has_access("read")
            and self.with_user(author)._ats_decides()
        )

    def _notify_get_recipients(self, message, msg_vals=False, **kwargs):
        """A candidate's contact that follows the application gets no copy of what colleagues
        write among themselves; it gets what is addressed to it."""
        recipients = super()._notify_get_recipients(message, msg_vals=msg_vals, **kwargs)
        addressed = set((msg_vals or {}).get("partner_ids") or message.sudo().partner_ids.ids)
        own = self.sudo().filtered("partner_id.ats_candidate_partner").partner_id
        return [entry for entry in recipients if entry["id"] not in own.ids or entry["id"] in addressed]
