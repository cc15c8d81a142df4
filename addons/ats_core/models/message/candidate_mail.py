from odoo import api, fields, models
from odoo.tools import formataddr


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_lang = fields.Char("Candidate's Language", help="Language of the form the candidate used.")
    ats_tz = fields.Char("Candidate's Time Zone")

    def _ats_mail(self, template, *, send_at=None, attachments=None, email_values=None, kind=None):
        """Mail the candidate: the one way a message leaves for somebody who may have no contact.

        The mail is a row of the queue, written with the fact it tells and sent after commit. It
        stays in the chatter; private links in it get their token only when it is sent.

        :param template: ``mail.template`` on ``hr.applicant``
        :param datetime send_at: not before this moment (UTC)
        :param attachments: ``ir.attachment`` records to add
        :param dict email_values: values of ``mail.mail`` that win over the template's
        :param str kind: set for what we send on our own account (``ats.message.preference``): the
            mail then carries a way to unsubscribe and is not sent to who has
        :return: the ``mail.mail``, empty when the person may not be written to; why not says
            :meth:`_ats_mail_blockers`
        """
        self.ensure_one()
        if self._ats_mail_blockers(kind)[self]:
            return self.env["mail.mail"]
        return self._ats_queue_mail(
            template, send_at=send_at, attachments=attachments, email_values=email_values, kind=kind
        )

    def _ats_queue_mail(self, template, *, send_at=None, attachments=None, email_values=None, kind=None):
        """Put the mail into the queue. Who calls it has asked before whether it may be sent."""
        applicant_sudo = self.sudo()
        hold = self._ats_hold()
        send_at = hold.until if hold else send_at
        lang = applicant_sudo._ats_mail_lang()
        sender_sudo = applicant_sudo.user_id.partner_id or applicant_sudo.company_id.partner_id
        values = {
            "email_to": formataddr((self.partner_name or "", self.email_from)),
            "recipient_ids": [],
            "partner_ids": [],
            "author_id": sender_sudo.id,
            "email_from": sender_sudo.email_formatted or self.env.company.email_formatted,
            # Kept as a message of the application while the queue row goes.
            "is_notification": True,
            "auto_delete": True,
            "scheduled_date": send_at,
            "attachment_ids": [fields.Command.link(id_) for id_ in (attachments or self.env["ir.attachment"]).ids],
            **applicant_sudo._ats_unsubscribe_values(kind),
            **(email_values or {}),
        }
        template_sudo = template.sudo().with_context(
            lang=lang,
            template_preview_lang=lang,
            ats_unsubscribe_url=kind and applicant_sudo._ats_unsubscribe_url(kind),
        )
        mail_id = template_sudo.send_mail(
            self.id, email_values=values, email_layout_xmlid="ats_core.mail_layout_candidate"
        )
        if hold:
            hold.add(self.id, mail_id)
        else:
            self._ats_wake_mail_queue(send_at)
        return self.env["mail.mail"].sudo().browse(mail_id)

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
