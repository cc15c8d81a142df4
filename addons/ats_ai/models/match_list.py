from odoo import api, fields, models

_CHIPS = (("met", "success"), ("missing", "danger"), ("unknown", "secondary"))


class AtsMatch(models.Model):
    """The list of matches of a job: reasons first, score second."""

    _inherit = "ats.match"

    person_name = fields.Char("Person", compute="_compute_person", compute_sudo=True)
    person_detail = fields.Char("Where They Stand", compute="_compute_person", compute_sudo=True)
    reasons = fields.Json(compute="_compute_reasons")

    @api.depends("applicant_id.partner_name", "applicant_id.stage_id", "candidate_id.name")
    def _compute_person(self):
        for row in self:
            applicant = row.applicant_id
            row.person_name = applicant.partner_name if applicant else row.candidate_id.name
            row.person_detail = applicant.stage_id.name if applicant else row.candidate_id.headline

    @api.depends("met", "missing", "unknown")
    @api.depends_context("lang")
    def _compute_reasons(self):
        """Chips: what is met, missing and unknown, with the words that show it."""
        for row in self:
            row.reasons = [
                {
                    "group": group,
                    "color": color,
                    "label": row._item_label(item),
                    "quote": item.get("quote") or "",
                    "via": item.get("via") or "",
                }
                for group, color in _CHIPS
                for item in row[group] or []
            ]

    def action_open_person(self):
        """Open the application, or the person when there is none for this job."""
        self.ensure_one()
        record = self.applicant_id or self.candidate_id
        return {
            "type": "ir.actions.act_window",
            "res_model": record._name,
            "res_id": record.id,
            "views": [(False, "form")],
        }


class HrJob(models.Model):
    _inherit = "hr.job"

    def action_ats_matches(self):
        """Show who matches this job, with reasons."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_ai.ats_match_action")
        return {
            **action,
            "name": self.env._("Matches: %s", self.name),
            "domain": [("job_id", "=", self.id)],
            "context": {"search_default_applications": 1, "ats_job_id": self.id},
        }
