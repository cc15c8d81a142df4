from odoo import models


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_sms(self, body, *, kind=None):
        """Send the candidate a text message: the one way, beside :meth:`_ats_mail`.

        It is a row of the queue and a note of the application.

        :param str body: plain text
        :param str kind: as for mails
        :return: the ``mail.message``, empty when the person may not be written to
        """
        self.ensure_one()
        if self._ats_sms_blockers(kind)[self]:
            return self.env["mail.message"]
        applicant_sudo = self.sudo()
        message = applicant_sudo._message_sms(body, sms_numbers=[applicant_sudo._ats_sms_number()], put_in_queue=True)
        return message.with_env(self.env)
