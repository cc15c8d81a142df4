from odoo import models
from odoo.tools import html2plaintext


class HrJob(models.Model):
    _inherit = "hr.job"

    def _ats_text_fields(self):
        """The text of the careers page describes the work too, unless it is the sample text that every page
        starts with."""
        names = super()._ats_text_fields()
        sample = html2plaintext(self._get_default_website_description() or "")
        if html2plaintext(self.website_description or "").split() != sample.split():
            names = [*names, "website_description"]
        return names
