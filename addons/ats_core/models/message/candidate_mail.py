from odoo import api, fields, models
from odoo.tools import formataddr

from .of_each import OF_EACH, OfEach


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_lang = fields.Char("Candidate's Language", help="Language of the form the candidate used.")
    ats_tz = fields.Char("Candidate's Time Zone")

    def _ats_mail(self, template, *, send_at=None, attachments=None, email_values=None, kind=None):
        """Mail the candidates: the one way a message leaves for somebody who may have no contact.

        The mail is a row of the queue, written with the fact it tells and sent after commit. It
        stays in the chatter; private links in it get their token only when it is sent. Any number
        costs the statements of one.

        :param template: ``mail.template`` on ``hr.applicant``
        :param datetime send_at: not before this moment (UTC)
        :param attachments: ``ir.attachment`` records to add to the template's
        :param dict email_values: values of ``mail.mail`` that win over the template's
        :param str kind: set for what we send on our own account (``ats.message.preference``): the
            mail then carries a way to unsubscribe and is not sent to who has
        :return: the ``mail.mail``, none for who may not be written to; why not says
            :meth:`_ats_mail_blockers`
        """
        blockers = self._ats_mail_blockers(kind)
        return self.filtered(lambda applicant: not blockers[applicant])._ats_queue_mail(
            template, send_at=send_at, attachments=attachments, email_values=email_values, kind=kind
        )

    def _ats_queue_mail(
        self, template, *, send_at=None, attachments=None, email_values=None, kind=None, addresses=None
    ):
        """Put the mails into the queue. Who calls it has asked before whether they may be sent.

        :param dict addresses: ``{application: formatted address}`` where it is not the one in the application
        """
        hold = self._ats_hold()
        send_at = hold.until if hold else send_at
        mails_sudo = self.env["mail.mail"].sudo()
        for lang, group_sudo in self.sudo().grouped(lambda applicant: applicant._ats_mail_lang()).items():
            each = {
                applicant_sudo.id: {
                    **applicant_sudo._ats_mail_values(kind),
                    "email_to": (addresses or {}).get(applicant_sudo) or applicant_sudo._ats_address(),
                    "scheduled_date": send_at,
                    **(email_values or {}),
                }
                for applicant_sudo in group_sudo
            }
            template_sudo = template.sudo().with_context(
                lang=lang,
                template_preview_lang=lang,
                ats_unsubscribe_urls=kind and {one.id: one._ats_unsubscribe_url(kind) for one in group_sudo},
                **{OF_EACH: OfEach(each, attachments)},
            )
            made = template_sudo.send_mail_batch(group_sudo.ids, email_layout_xmlid="ats_core.mail_layout_candidate")
            mails_sudo |= mails_sudo.browse(made.ids)
            if hold:
                hold.add(dict(zip(group_sudo.ids, made.ids, strict=True)))
        if mails_sudo and not hold:
            self._ats_wake_mail_queue(send_at)
        return mails_sudo

    def _ats_address(self):
        return formataddr((self.partner_name or "", self.email_from))

    def _ats_mail_values(self, kind):
        """Return what a mail to this candidate says beside its text."""
        sender = self.user_id.partner_id or self.company_id.partner_id
        return {
            "recipient_ids": [],
            "partner_ids": [],
            "author_id": sender.id,
            "email_from": sender.email_formatted or self.env.company.email_formatted,
            # Kept as a message of the application while the queue row goes.
            "is_notification": True,
            "auto_delete": True,
            **self._ats_unsubscribe_values(kind),
        }

    def _ats_company(self):
        """Return the company that the candidate deals with."""
        return self.company_id or self.job_id.company_id or self.ats_candidate_id.company_id or self.env.company

    def _ats_unsubscribe_url(self, kind):
        return self.get_base_url() + self.env["ats.message.preference"]._unsubscribe_path(self, kind)

    def _ats_unsubscribe_values(self, kind):
        """Return the headers by which mail programs offer to unsubscribe with one press (RFC 8058)."""
        if not kind:
            return {}
        headers = {
            "List-Unsubscribe": f"<{self._ats_unsubscribe_url(kind)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
        return {"headers": repr(headers)}

    def _ats_mail_lang(self):
        """Return the code of the installed language to write in: form, candidate, company."""
        wishes = (self.ats_lang, self.ats_candidate_id.lang, self.company_id.partner_id.lang)
        return next(filter(None, map(self._ats_installed_lang, wishes)), self.env.lang or "en_US")

    @api.model
    def _ats_installed_lang(self, code):
        """Return the code of a language if it is installed, else ``False``."""
        return code in {known for known, _name in self.env["res.lang"].get_installed()} and code

    def _ats_wake_mail_queue(self, send_at):
        cron = self.env.ref("mail.ir_cron_mail_scheduler_action", raise_if_not_found=False)
        if cron:
            cron.sudo()._trigger(at=send_at or fields.Datetime.now())

    def _ats_home_url(self, to="home"):
        """Return the address of the candidate's page for a mail body; it carries no secret.

        :param str to: the page behind it, ``home`` or ``offer``
        """
        self.ensure_one()
        return f"{self.get_base_url()}/my/application/open?to={self.id}&go={to}"
