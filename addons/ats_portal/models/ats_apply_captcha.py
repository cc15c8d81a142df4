from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.http import request

ACTION = "ats_apply"


class ResCompany(models.Model):
    _inherit = "res.company"

    ats_captcha = fields.Boolean(
        "Captcha for Applicants",
        help="The application form asks the service whose keys are in the settings of the website (Google reCAPTCHA, "
        "Cloudflare Turnstile) whether a person sends it. That service then learns who applies.",
    )


class AtsApplyForm(models.AbstractModel):
    """A captcha, by the means of the website and only when the company wants one.

    Without it the pages make no request to anybody else.
    """

    _inherit = "ats.apply.form"

    @api.model
    def _asks_captcha(self, job):
        """Return the name under which the captcha is asked for; empty for none."""
        company_sudo = job.sudo().company_id or self.env.company.sudo()
        return ACTION if company_sudo.ats_captcha else ""

    @api.model
    def _captcha_message(self, job):
        """Return what to say when the captcha of the website was not solved, else ``None``.

        Asked once in a request: a token works once, and the database may start the request again.
        """
        action = request and self._asks_captcha(job)
        if not action:
            return None
        if not hasattr(request, "ats_captcha_message"):
            request.ats_captcha_message = self._ask_captcha(action)
        return request.ats_captcha_message

    @api.model
    def _ask_captcha(self, action):
        try:
            self.env["ir.http"]._verify_request_recaptcha_token(action)
        except (UserError, ValidationError) as error:
            return str(error)
        return None
