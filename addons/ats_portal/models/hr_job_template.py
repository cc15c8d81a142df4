from odoo import models


class HrJob(models.Model):
    """What of a posting a new job takes over. Publication and addresses of pages never come along."""

    _inherit = "hr.job"

    def _ats_template_fields(self):
        return [*super()._ats_template_fields(), "website_description", "job_details", "ats_lang_ids"]

    def _ats_template_children(self):
        return [*super()._ats_template_children(), "ats_location_ids"]
