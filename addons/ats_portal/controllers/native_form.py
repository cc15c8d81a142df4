from werkzeug.exceptions import Gone

from odoo.http import route

from odoo.addons.website.controllers.form import WebsiteForm


class NativeForm(WebsiteForm):
    @route()
    def website_form(self, model_name, **kwargs):
        """Applications come through our own form; the native door for them is closed."""
        if model_name == "hr.applicant":
            raise Gone("This form has moved. Open the job and press Apply.")
        return super().website_form(model_name, **kwargs)
