from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import parse_contact_from_email


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    @api.model
    def message_new(self, msg_dict, custom_values=None):
        """Turn an e-mail to a job's address into an application through the common verb.

        The attachments follow when the gateway posts the message on the returned record. Mails of
        job boards, whose sender is not the candidate, keep their native way.
        """
        self._ats_check_gateway()
        name, email = parse_contact_from_email(msg_dict.get("from"))
        values = dict(custom_values or {})
        job = self.env["hr.job"].browse(values.pop("job_id", False))
        from_board = self.env["hr.job.platform"].search_count([("email", "=", email)], limit=1)
        if from_board or not email or not job:
            # The sender's contact is not the applicant's: it is never attached from outside.
            msg_dict = dict(msg_dict, author_id=False)
            return super().message_new(msg_dict, {**(custom_values or {}), "ats_source": "email"})
        sources = {key: values[key] for key in ("source_id", "medium_id", "campaign_id") if values.get(key)}
        applicant, _outcome = self.sudo()._ats_apply(
            job, {"name": name or email, "email": email, **sources}, source="email"
        )
        return applicant.with_env(self.env)

    @api.model
    def _ats_check_gateway(self):
        """Odoo's gateway calls elevated; both methods have public names, and a client is not the gateway."""
        if not self._ats_is_recruiter():
            raise AccessError(self.env._("Mails come in through the gateway."))

    def message_update(self, msg_dict, update_vals=None):
        """A mail that comes back from the candidate's address proves that address."""
        self._ats_check_gateway()
        _name, email = parse_contact_from_email(msg_dict.get("from"))
        if email and email == self.email_normalized:
            self.sudo()._ats_prove_address()
            if not self.ats_reply_since:
                self.sudo().ats_reply_since = fields.Datetime.now()
            self._ats_touch()
        return super().message_update(msg_dict, update_vals)
