from odoo import fields, models

SECONDS_PER_DAY = 86400


class HrApplicant(models.Model):
    """What a pipeline card shows beyond native fields."""

    _inherit = "hr.applicant"

    ats_days_in_stage = fields.Integer("Days in Stage", compute="_compute_ats_days_in_stage")
    ats_card_facts = fields.Json("Facts", compute="_compute_ats_card_facts")
    ats_headline = fields.Char("Last Position", compute="_compute_ats_headline")

    def _compute_ats_days_in_stage(self):
        now = fields.Datetime.now()
        for applicant in self:
            since = applicant.date_last_stage_update or applicant.create_date or now
            applicant.ats_days_in_stage = (now - since).total_seconds() // SECONDS_PER_DAY

    def _compute_ats_headline(self):
        lines = self.env["ats.candidate.resume.line"].search_fetch(
            [("candidate_id", "in", self.ats_candidate_id.ids), ("kind", "=", "work")],
            ["candidate_id", "name", "employer"],
            order="date_start desc nulls last, id",
        )
        newest = {}
        for line in lines:
            newest.setdefault(line.candidate_id, line)
        for applicant in self:
            line = newest.get(applicant.ats_candidate_id)
            parts = [line.name, line.employer] if line else []
            applicant.ats_headline = " · ".join(part for part in parts if part)

    def _compute_ats_card_facts(self):
        facts = self._ats_card_facts()
        for applicant in self:
            applicant.ats_card_facts = facts.get(applicant.id, [])

    def _ats_card_facts(self):
        """Hook: short facts for the cards, all cards of a page in one call.

        :return: ``{application id: [{"label": str, "title": str, "kind": str}]}``
        """
        return {}
