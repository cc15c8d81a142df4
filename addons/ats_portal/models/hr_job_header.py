from odoo import fields, models


class HrJob(models.Model):
    """What stands below the title of a job: where it is and whether candidates see it."""

    _inherit = "hr.job"

    ats_places_text = fields.Char("Places", compute="_compute_ats_places_text")

    def _compute_ats_places_text(self):
        for job in self:
            job.ats_places_text = job._ats_place_text()
