from odoo import api, models
from odoo.tools import email_normalize

from .ats_sequence import KIND

UNDELIVERABLE = ("mail_email_invalid", "mail_email_missing")


class AtsCandidate(models.Model):
    """What ends a sequence at once, because it would be wrong to write again."""

    _inherit = "ats.candidate"

    def write(self, vals):
        result = super().write(vals)
        if vals.get("do_not_contact"):
            self._in_sequences()._stop("do_not_contact")
        return result

    def _ats_consent_withdrawn(self, purpose):
        """Before the pool is left and mails are stopped: the person took the agreement back."""
        if purpose == KIND:
            self._in_sequences()._stop("no_consent")
        return super()._ats_consent_withdrawn(purpose)

    def _pool_remove(self, pools):
        result = super()._pool_remove(pools)
        self._in_sequences().filtered(lambda row: row.sequence_id.pool_id in pools)._stop("left_pool")
        return result

    def _sequence_mail_bounced(self):
        """A mail to these people's own address came back."""
        enrolments = self._in_sequences()
        for enrolment in enrolments:
            enrolment.send_ids.filtered("mail_message_id")[:1]._note_first("bounced_at")
        enrolments._stop("bounced")


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_begin(self):
        """Who applies is talked with in the application."""
        result = super()._ats_begin()
        ongoing = self.filtered(lambda row: row.ats_state == "ongoing")
        ongoing.sudo().ats_candidate_id._in_sequences()._stop("applied")
        return result

    def _message_receive_bounce(self, email, partner):
        result = super()._message_receive_bounce(email, partner)
        address = email_normalize(email or "")
        people_sudo = self.sudo().ats_candidate_id
        people_sudo.filtered(lambda person: address and person.email_normalized == address)._sequence_mail_bounced()
        return result


class AtsMessagePreference(models.Model):
    _inherit = "ats.message.preference"

    @api.model
    def _stop(self, email, kind, company):
        result = super()._stop(email, kind, company)
        address = email_normalize(email or "")
        if kind == KIND and address:
            people_sudo = (
                self.env["ats.candidate"]
                .sudo()
                .search([("email_normalized", "=", address), ("company_id", "=", company.root_id.id)])
            )
            people_sudo._in_sequences()._stop("unsubscribed")
        return result


class MailMail(models.Model):
    _inherit = "mail.mail"

    def _postprocess_sent_message(self, success_pids, success_emails, failure_reason=False, failure_type=None):
        """An address that the mail server does not even accept is one that mails come back from."""
        if failure_type in UNDELIVERABLE:
            sends_sudo = (
                self.env["ats.sequence.send"].sudo().search([("mail_message_id", "in", self.mail_message_id.ids)])
            )
            sends_sudo._note_first("bounced_at")
            sends_sudo.enrolment_id._stop("bounced")
        return super()._postprocess_sent_message(
            success_pids, success_emails, failure_reason=failure_reason, failure_type=failure_type
        )
