from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    ats_candidate_accounts = fields.Boolean(
        "Candidates May Have Accounts",
        help="On their page candidates can make a portal account. The private link keeps working.",
    )


class HrApplicant(models.Model):
    """From the private link to an account, for who wants one and has proven the address."""

    _inherit = "hr.applicant"

    def _ats_may_have_account(self):
        self.ensure_one()
        return (
            self._ats_company().ats_candidate_accounts
            and self._ats_owns_person()
            and not self.ats_candidate_id.partner_id.user_ids
        )

    def _ats_make_account(self):
        """Make a portal account for the proven address and mail the way to its password.

        An address that logs in already gets nothing: its owner has a password, and a link must
        not hand anybody else's account to the candidate's file.
        """
        self.ensure_one()
        users = self.env["res.users"].sudo().with_context(active_test=False, no_reset_password=True)
        is_taken = users.search_count([("login", "=ilike", self.email_normalized)], limit=1)
        if not self._ats_may_have_account() or is_taken:
            return
        contact = self._ats_contact()
        if not contact.ats_candidate_partner:
            return
        user = users.create(
            {
                "login": self.email_normalized,
                "partner_id": contact.id,
                "company_id": self._ats_company().id,
                "company_ids": [fields.Command.set(self._ats_company().ids)],
                "group_ids": [fields.Command.set(self.env.ref("base.group_portal").ids)],
                "lang": self._ats_mail_lang(),
            }
        )
        user.partner_id.signup_prepare(signup_type="reset")
        template_sudo = self.env.ref("ats_portal.mail_template_account").sudo()
        # The address in it is a key: it leaves no copy in the chatter.
        self._ats_mail(
            template_sudo.with_context(ats_signup_url=user.partner_id._get_signup_url()),
            email_values={
                "is_notification": False,
                "message_type": "user_notification",
                "model": False,
                "res_id": False,
            },
        )
