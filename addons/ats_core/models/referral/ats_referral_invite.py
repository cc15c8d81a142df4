from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import email_normalize, formataddr, plaintext2html

from .ats_referral_link import new_code

PER_DAY = 20
# A person gets one such mail in this time, whoever names them.
QUIET_DAYS = 30


class AtsReferralInvite(models.TransientModel):
    """Names one person whom we may ask. The person decides; the colleague hears the same in every case."""

    _name = "ats.referral.invite"
    _description = "Refer a Person"

    job_id = fields.Many2one("hr.job", required=True, readonly=True)
    name = fields.Char(required=True, size=120)
    email = fields.Char("E-mail", required=True, size=254)
    words = fields.Text("Your Words to Them", help="They stand in the mail and are not kept.")

    def action_send(self):
        """Ask the person by mail whether they want to apply."""
        self.ensure_one()
        self.job_id._ats_check_shareable()
        self._check_address()
        is_quiet = self._is_quiet()
        referral_sudo = (
            self.env["ats.referral"]
            .sudo()
            .create(
                {
                    "user_id": self.env.uid,
                    "job_id": self.job_id.id,
                    "company_id": self._company().id,
                    "kind": "invitation",
                    "state": "invited",
                    "code": new_code(),
                    "name": self.name.strip(),
                    "email": email_normalize(self.email),
                    "mailed_at": False if is_quiet else fields.Datetime.now(),
                }
            )
        )
        if not is_quiet:
            self._mail(referral_sudo)
        self.sudo().unlink()
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("We ask them by mail. When they apply, you see how far it goes."),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }

    def _check_address(self):
        address = email_normalize(self.email or "")
        if not address:
            raise UserError(self.env._("This is not an e-mail address. Example: ana@example.com"))
        if address in {email_normalize(self.env.user.email or ""), email_normalize(self.env.user.login or "")}:
            raise UserError(self.env._("This is your own address."))
        mine = self.env["ats.referral"].sudo().search([("user_id", "=", self.env.uid), ("kind", "=", "invitation")])
        since = fields.Datetime.now() - timedelta(days=1)
        if len(mine.filtered(lambda referral: referral.create_date > since)) >= PER_DAY:
            raise UserError(self.env._("You have named %s people today. Go on tomorrow, or share your link.", PER_DAY))
        if any(referral.email == address and referral.job_id == self.job_id for referral in mine):
            raise UserError(self.env._("You have named this person for this job already; they have not answered yet."))

    def _is_quiet(self):
        """Tell whether no mail goes out: the gate of all mails says no, or the person was asked lately.

        The colleague is not told, or the dialog would say who is known here.
        """
        address, company = email_normalize(self.email), self._company()
        since = fields.Datetime.now() - timedelta(days=QUIET_DAYS)
        asked = (
            self.env["ats.referral"].sudo().search_count([("email", "=", address), ("mailed_at", ">", since)], limit=1)
        )
        return bool(self.env["ats.candidate"]._ats_address_blockers(address, "referral", company) or asked)

    def _company(self):
        return self.job_id.sudo().company_id or self.env.company

    def _mail(self, referral_sudo):
        template_sudo = self.env.ref("ats_core.mail_template_candidate_invited").sudo()
        lang = self.job_id.company_id.sudo().partner_id.lang or self.env.lang
        words = plaintext2html(self.words.strip()) if self.words and self.words.strip() else False
        # Neither the queue nor a chatter keeps the mail once it has left.
        template_sudo.with_context(lang=lang, ats_words=words).send_mail(
            referral_sudo.id,
            email_layout_xmlid="ats_core.mail_layout_candidate",
            email_values={
                "email_to": formataddr((referral_sudo.name, referral_sudo.email)),
                "recipient_ids": [],
                "author_id": self._company().sudo().partner_id.id,
                "email_from": self._company().sudo().partner_id.email_formatted or self.env.user.email_formatted,
                "is_notification": False,
                "message_type": "user_notification",
                "auto_delete": True,
                "model": False,
                "res_id": False,
            },
        )
