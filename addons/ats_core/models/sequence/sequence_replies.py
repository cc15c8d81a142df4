from odoo import api, fields, models
from odoo.tools import parse_contact_from_email

AUTO_HEADERS = ("X-Autoreply", "X-Autorespond")


class MailThread(models.AbstractModel):
    _inherit = "mail.thread"

    @api.model
    def _message_route_process(self, message, message_dict, routes):
        """Tell answers that a machine wrote (out of office) from those of people (RFC 3834)."""
        if is_automatic(message):
            self = self.with_context(ats_auto_reply=True)
        return super()._message_route_process(message, message_dict, routes)


def is_automatic(message):
    """Tell whether the headers of a mail say that nobody wrote it.

    :param message: ``email.message.EmailMessage``
    """
    if (message.get("Auto-Submitted") or "no").strip().lower() != "no":
        return True
    if any(message.get(name) for name in AUTO_HEADERS):
        return True
    return (message.get("Precedence") or "").strip().lower() == "auto_reply"


class HrApplicant(models.Model):
    """Who answers is talked with, not mailed by a sequence."""

    _inherit = "hr.applicant"

    def message_update(self, msg_dict, update_vals=None):
        result = super().message_update(msg_dict, update_vals)
        if not self.env.context.get("ats_auto_reply"):
            self._ats_sequence_hears(msg_dict)
        return result

    def _ats_sequence_hears(self, msg_dict):
        """Stop what the sender of a mail is in.

        People answer from other addresses than the one we wrote to: an answer to a mail of a sequence counts whoever
        outside sends it.
        """
        _name, sender = parse_contact_from_email(msg_dict.get("from") or "")
        person_sudo = self.sudo().ats_candidate_id
        sends_sudo = self.env["ats.sequence.send"].sudo()
        if msg_dict.get("parent_id"):
            sends_sudo = sends_sudo.search([("mail_message_id", "=", msg_dict["parent_id"])], limit=1)
        is_own = sender and sender in (self.email_normalized, person_sudo.email_normalized)
        if is_own or (sends_sudo and not self._ats_is_colleague(msg_dict, sender)):
            person_sudo._answered_sequences(self, sends_sudo)

    def _ats_is_colleague(self, msg_dict, sender):
        author_sudo = self.env["res.partner"].sudo().browse(msg_dict.get("author_id") or []).exists()
        users_sudo = author_sudo.user_ids or self.env["res.users"].sudo().search([("email_normalized", "=", sender)])
        return any(user._is_internal() for user in users_sudo)

    def _ats_hear_from_candidate(self, message):
        """The candidate wrote on the own page."""
        result = super()._ats_hear_from_candidate(message)
        self.sudo().ats_candidate_id._answered_sequences(self, self.env["ats.sequence.send"].sudo())
        return result

    def _ats_share_with_candidate(self, message, **options):
        """A colleague has answered."""
        result = super()._ats_share_with_candidate(message, **options)
        self.env["ats.sequence.enrolment"].sudo().search(
            [("applicant_id", "in", self.ids), ("reply_since", "!=", False)]
        ).reply_since = False
        return result


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _answered_sequences(self, applicant, sends):
        """The person has written to us.

        :param applicant: where the words stand
        :param sends: the ``ats.sequence.send`` that was answered, when it is known
        """
        self.ensure_one()
        active = self._in_sequences()
        answered = sends or self._last_mail_from(applicant)
        answered._note_first("replied_at")
        active._stop("replied")
        # A second letter of one conversation answers no mail of the sequence, and waits all the same.
        talking = answered.enrolment_id or self._written_from(applicant)
        talking.filtered(lambda enrolment: not enrolment.reply_since).write({"reply_since": fields.Datetime.now()})

    def _written_from(self, applicant):
        """Return the latest enrolment whose mails stand among the messages of an application."""
        return (
            self.env["ats.sequence.enrolment"]
            .sudo()
            .search([("candidate_id", "in", self.ids), ("applicant_id", "=", applicant.id)], limit=1)
        )

    def _last_mail_from(self, applicant):
        """Return the last mail of a sequence that stands among the messages of an application."""
        return (
            self.env["ats.sequence.send"]
            .sudo()
            .search(
                [
                    ("enrolment_id.candidate_id", "in", self.ids),
                    ("enrolment_id.applicant_id", "=", applicant.id),
                    ("kind", "=", "mail"),
                    ("is_sent", "=", True),
                    ("replied_at", "=", False),
                ],
                order="sent_at desc, id desc",
                limit=1,
            )
        )
