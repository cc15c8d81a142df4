from odoo import models

# What goes to an address on our own account, not about an application: the person must have agreed.
OWN_ACCOUNT = ("talent_pool", "job_alert", "marketing")


class HrApplicant(models.Model):
    """Why a candidate may not be written to. One place says it: verbs that send ask here, and
    previews show the same sentences. Each method costs the same queries for one and for a thousand."""

    _inherit = "hr.applicant"

    def _ats_mail_blockers(self, kind=None):
        """Say for each application why no mail may go to its address.

        :param str kind: what it is about (``ats.message.preference``); None for what belongs to
            the application itself, which nobody unsubscribes from
        :return: ``{application: {code: sentence}}``, one entry for each; an empty dict means yes.
            Codes: ``erased``, ``do_not_contact``, ``no_address``, ``unsubscribed``,
            ``no_consent``, ``hired``
        :rtype: dict
        """
        applicants_sudo = self.sudo()
        people = applicants_sudo.ats_candidate_id._ats_contact_blockers(kind)
        stopped = self.env["ats.message.preference"]._stopped(
            {(applicant._ats_company().root_id.id, applicant.email_normalized) for applicant in applicants_sudo}, kind
        )
        blockers = {}
        for applicant, applicant_sudo in zip(self, applicants_sudo, strict=True):
            blockers[applicant] = dict(people.get(applicant_sudo.ats_candidate_id, {}))
            if not applicant_sudo.email_normalized:
                blockers[applicant]["no_address"] = self.env._("There is no e-mail address.")
            elif (applicant_sudo._ats_company().root_id.id, applicant_sudo.email_normalized) in stopped:
                blockers[applicant]["unsubscribed"] = self.env._("Unsubscribed from such mails.")
        return blockers

    def _ats_sms_blockers(self, kind=None):
        """Say for each application why no text message may go to its number.

        :param str kind: as for mails
        :return: ``{application: {code: sentence}}``; codes as for mails, with ``no_number`` and
            ``no_consent`` (nobody gets text messages who did not agree to them)
        :rtype: dict
        """
        applicants_sudo = self.sudo()
        people = applicants_sudo.ats_candidate_id._ats_contact_blockers(kind, channel="sms")
        numbers = {applicant: applicant._ats_sms_number() for applicant in applicants_sudo}
        stopped = self._ats_stopped_numbers(numbers.values())
        blockers = {}
        for applicant, applicant_sudo in zip(self, applicants_sudo, strict=True):
            blockers[applicant] = dict(people.get(applicant_sudo.ats_candidate_id, {}))
            if not numbers[applicant_sudo]:
                blockers[applicant]["no_number"] = self.env._("There is no phone number.")
            elif numbers[applicant_sudo] in stopped:
                blockers[applicant]["unsubscribed"] = self.env._("This number wants no text messages.")
        return blockers

    def _ats_sms_number(self):
        return self.partner_phone_sanitized or self.partner_phone or ""

    def _ats_stopped_numbers(self, numbers):
        """Return those of the numbers that answered a text message with a stop."""
        listed = [number for number in numbers if number]
        return set(self.env["phone.blacklist"].sudo().search([("number", "in", listed)]).mapped("number"))

    def _ats_can_be_mailed(self):
        """Tell whether a mail about the application itself may go to the candidate."""
        self.ensure_one()
        return not self._ats_mail_blockers()[self]
