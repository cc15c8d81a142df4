from odoo import api, fields, models
from odoo.exceptions import ValidationError

FIRST_YEAR = 1950


class HrSkill(models.Model):
    _inherit = "hr.skill"

    def _ats_is_language(self):
        """Tell whether the skill is a spoken language."""
        self.ensure_one()
        return self.skill_type_id == self.env.ref("hr_skills.hr_skill_type_lang", raise_if_not_found=False)


class AtsCandidateSkill(models.Model):
    """A skill or language that somebody typed about the person. It comes before what the applications say."""

    _name = "ats.candidate.skill"
    _description = "Skill of a Candidate"
    _order = "skill_type_id, id"
    _rec_name = "skill_id"

    candidate_id = fields.Many2one("ats.candidate", required=True, ondelete="cascade", index=True)
    skill_id = fields.Many2one("hr.skill", required=True, ondelete="cascade", index=True)
    skill_type_id = fields.Many2one(related="skill_id.skill_type_id", string="Kind", store=True)
    skill_level_id = fields.Many2one(
        "hr.skill.level", "Level", domain="[('skill_type_id', '=', skill_type_id)]", ondelete="set null"
    )
    years = fields.Float(digits=(3, 1), help="Years of practice; 0: not known.")
    last_used = fields.Integer(help="The year; empty: not known.")

    _skill_uniq = models.UniqueIndex("(candidate_id, skill_id)", "This skill is in the list already.")
    _years_range = models.Constraint("CHECK (years BETWEEN 0 AND 80)", "Years of practice are between 0 and 80.")

    @api.constrains("skill_level_id", "skill_id")
    def _check_level(self):
        for line in self:
            if line.skill_level_id and line.skill_level_id.skill_type_id != line.skill_type_id:
                raise ValidationError(
                    self.env._(
                        "“%(level)s” is no level of %(skill)s. Choose one of the list.",
                        level=line.skill_level_id.name,
                        skill=line.skill_id.name,
                    )
                )

    @api.constrains("last_used")
    def _check_last_used(self):
        this_year = fields.Date.context_today(self).year
        if any(line.last_used and not FIRST_YEAR <= line.last_used <= this_year for line in self):
            raise ValidationError(self.env._("“Last used” is a year that has come, for instance %s.", this_year))

    @api.onchange("skill_id")
    def _onchange_skill_id(self):
        if self.skill_level_id.skill_type_id != self.skill_id.skill_type_id:
            self.skill_level_id = False
