from odoo import models
from odoo.tools import email_normalize

from odoo.addons.hr_recruitment.models.hr_applicant import HrApplicant as NativeApplicant


class HrApplicant(models.Model):
    """Keeps what an applicant sends away from contacts that existed before.

    Natively any address typed in a form finds the contact that has it, renames it and overwrites
    its phone, colleagues included.
    """

    _inherit = "hr.applicant"

    def _inverse_partner_email(self):
        """Tell the linked contact about a changed address only when it is a candidate's own
        contact and a colleague made the change. Replaces the native method on purpose."""
        if not self.env.user._is_internal():
            return
        for applicant in self.filtered("partner_id.ats_candidate_partner"):
            partner_sudo = applicant.partner_id.sudo()
            wanted = {
                "name": applicant.partner_name,
                "email": email_normalize(applicant.email_from or "") and applicant.email_from,
                "phone": applicant.partner_phone,
            }
            changed = {name: value for name, value in wanted.items() if value and partner_sudo[name] != value}
            if changed:
                partner_sudo.write(changed)

    def _get_customer_information(self):
        """Mark contacts that Odoo makes for an applicant as a candidate's."""
        values_by_email = super()._get_customer_information()
        for applicant in self:
            email = email_normalize(applicant.email_from or "")
            if email in values_by_email:
                values_by_email[email]["ats_candidate_partner"] = True
        return values_by_email

    def _message_post_after_hook(self, message, msg_vals):
        """Link the contact that the chatter just made for this applicant, and no other one.

        Natively any recipient with the same address is linked to every application of that
        address and may be renamed; that step is left out.
        """
        if self.env.user._is_internal() and not self.partner_id and self.email_normalized:
            own_contact = message.partner_ids.filtered(
                lambda partner: partner.ats_candidate_partner and partner.email_normalized == self.email_normalized
            )[:1]
            if own_contact:
                self.sudo().partner_id = own_contact
        return super(NativeApplicant, self)._message_post_after_hook(message, msg_vals)

    def _ats_contact(self):
        """Return the candidate's contact, made now if there is none; never one found by address.

        :rtype: res.partner
        """
        self.ensure_one()
        if not self.partner_id:
            partner_sudo = self.ats_candidate_id.sudo().partner_id or self.env["res.partner"].sudo().create(
                {
                    "name": self.partner_name or self.email_from,
                    "email": self.email_from,
                    "phone": self.partner_phone,
                    "lang": self._ats_mail_lang(),
                    "ats_candidate_partner": True,
                }
            )
            self.sudo().write({"partner_id": partner_sudo.id})
            if not self.ats_candidate_id.partner_id:
                self.ats_candidate_id.sudo().partner_id = partner_sudo
        return self.partner_id
