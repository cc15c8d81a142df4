from odoo import api, fields, models


class HrApplicant(models.Model):
    """The people search among applications: those of the people who match."""

    _inherit = "hr.applicant"

    ats_search_query = fields.Char(
        "People Search",
        compute="_compute_ats_search_query",
        search="_search_ats_search_query",
        help='AND OR NOT, "phrases", prefix*, (groups), field:value, as in the list of candidates.',
    )

    def _compute_ats_search_query(self):
        self.ats_search_query = False

    @api.model
    def _search_ats_search_query(self, operator, value):
        if operator not in ("ilike", "="):
            return NotImplemented
        return [("ats_candidate_id", "in", self.env["ats.candidate"]._search_people(value))]
