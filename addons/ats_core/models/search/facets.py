from odoo import api, fields, models
from odoo.fields import Domain

from .matching import FIRST_HITS

SHOWN = 12


class AtsCandidate(models.Model):
    """Beside the hits: what they have in common, counted over the first 10 000 of them."""

    _inherit = "ats.candidate"

    job_ids = fields.Many2many("hr.job", string="Jobs", compute="_compute_of_applications", search="_search_job_ids")
    stage_ids = fields.Many2many(
        "hr.recruitment.stage", string="Stages", compute="_compute_of_applications", search="_search_stage_ids"
    )

    @api.depends("application_ids.job_id", "application_ids.stage_id")
    def _compute_of_applications(self):
        for candidate in self:
            candidate.job_ids = candidate.application_ids.job_id
            candidate.stage_ids = candidate.application_ids.stage_id

    @api.model
    def _search_job_ids(self, operator, value):
        return self._search_of_applications("job_id", operator, value)

    @api.model
    def _search_stage_ids(self, operator, value):
        return self._search_of_applications("stage_id", operator, value)

    @api.model
    def _search_of_applications(self, name, operator, value):
        if operator not in ("in", "any"):
            return NotImplemented
        return Domain("application_ids", "any", [(name, operator, value)])

    @api.model
    def search_panel_select_multi_range(self, field_name, **kwargs):
        """Native counts each value with a query of its own over all hits; here one counts them all."""
        counted = {
            "skill_ids": self._facet_of_applications,
            "job_ids": self._facet_of_applications,
            "stage_ids": self._facet_of_applications,
            "tag_ids": self._facet_of_people,
            "source_id": self._facet_of_people,
        }.get(field_name)
        if not counted:
            return super().search_panel_select_multi_range(field_name, **kwargs)
        domain = Domain.AND(kwargs.get(part) or [] for part in ("search_domain", "category_domain", "filter_domain"))
        people = self._search(domain, limit=FIRST_HITS)
        groups = counted(field_name, people)
        return {
            "values": [
                {"id": value.id, "display_name": value.display_name, "__count": count}
                for value, count in groups[:SHOWN]
                if value
            ]
        }

    @api.model
    def _facet_of_people(self, field_name, people):
        return self._read_group(
            [("id", "in", people)], [field_name], ["__count"], order="__count DESC", limit=SHOWN + 1
        )

    @api.model
    def _facet_of_applications(self, field_name, people):
        name = {"skill_ids": "skill_ids", "job_ids": "job_id", "stage_ids": "stage_id"}[field_name]
        applicants = self.env["hr.applicant"].with_context(active_test=False)
        return applicants._read_group(
            [("ats_candidate_id", "in", people), (name, "!=", False)],
            [name],
            ["ats_candidate_id:count_distinct"],
            order="ats_candidate_id:count_distinct DESC",
            limit=SHOWN + 1,
        )
