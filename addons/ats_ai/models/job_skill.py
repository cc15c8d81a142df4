from odoo import fields, models

NEEDS = [("required", "Required"), ("nice", "Nice to have")]


class HrJobSkill(models.Model):
    """How much a job needs a skill."""

    _inherit = "hr.job.skill"

    ats_need = fields.Selection(NEEDS, "Need", required=True, default="required")
    ats_weight = fields.Float(
        "Weight", default=1.0, digits=(3, 1), help="1 counts as much as any other skill of the job, 2 twice as much."
    )
    ats_min_years = fields.Float("Years", digits=(3, 1), help="Years of practice asked for; 0: any.")

    _ats_weight_range = models.Constraint("CHECK (ats_weight >= 0)", "The weight of a skill is not below zero.")
    _ats_min_years_range = models.Constraint("CHECK (ats_min_years >= 0)", "Years are not below zero.")

    def _get_passive_fields(self):
        return [*super()._get_passive_fields(), "ats_need", "ats_weight", "ats_min_years"]


class HrApplicantSkill(models.Model):
    """What the résumé says about a skill besides its name."""

    _inherit = "hr.applicant.skill"

    ats_years = fields.Float("Years", digits=(3, 1), readonly=True)
    ats_last_used = fields.Date("Last Used", readonly=True)

    def _get_passive_fields(self):
        return [*super()._get_passive_fields(), "ats_years", "ats_last_used"]

    def _ats_skill_facts(self):
        return {
            **super()._ats_skill_facts(),
            "years": self.ats_years,
            "last_used": self.ats_last_used.year if self.ats_last_used else 0,
            "is_read": self.ats_parsed,
        }
