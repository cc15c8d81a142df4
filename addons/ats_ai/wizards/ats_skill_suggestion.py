from odoo import Command, api, fields, models
from odoo.exceptions import UserError

from ..lib.ats_resume.text import Text
from ..lib.ats_skills import wishes
from ..models.job_skill import NEEDS


class AtsSkillSuggestion(models.TransientModel):
    """Skills that a job's text asks for, to be taken over with one click."""

    _name = "ats.skill.suggestion"
    _description = "Skills Suggested by the Job's Text"

    job_id = fields.Many2one("hr.job", required=True, ondelete="cascade")
    line_ids = fields.One2many("ats.skill.suggestion.line", "suggestion_id", "Skills")

    def action_take(self):
        """Make the ticked skills requirements of the job."""
        self.ensure_one()
        self.job_id.check_access("write")
        commands = [Command.create(line._requirement_vals()) for line in self.line_ids if line.take and line.skill_id]
        if commands:
            self.job_id.write({"job_skill_ids": commands})
        return {"type": "ir.actions.act_window_close"}


class AtsSkillSuggestionLine(models.TransientModel):
    _name = "ats.skill.suggestion.line"
    _description = "Suggested Skill"

    suggestion_id = fields.Many2one("ats.skill.suggestion", required=True, ondelete="cascade")
    skill_id = fields.Many2one("hr.skill", required=True, ondelete="cascade")
    need = fields.Selection(NEEDS, required=True, default="required")
    min_years = fields.Float("Years", digits=(3, 1))
    quote = fields.Char("Where It Says So", readonly=True)
    take = fields.Boolean(default=True)

    def _requirement_vals(self):
        levels = self.skill_id.skill_type_id.skill_level_ids
        level = levels.filtered("default_level")[:1] or levels[:1]
        if not level:
            raise UserError(
                self.env._("Give the skill type “%s” a level first.", self.skill_id.skill_type_id.display_name)
            )
        return {
            "skill_id": self.skill_id.id,
            "skill_type_id": self.skill_id.skill_type_id.id,
            "skill_level_id": level.id,
            "ats_need": self.need,
            "ats_min_years": self.min_years,
        }


class HrJob(models.Model):
    _inherit = "hr.job"

    @api.model
    def _ats_find_skills(self, line):
        """Return the ids (as text) of the skills named in a line."""
        return [skill.key for skill in self.env["hr.skill"]._ats_catalogue().find(Text(line))]

    def _ats_wishes(self):
        """Return the skills that the job's text asks for."""
        return wishes(self._ats_job_text(), self._ats_find_skills)

    def action_ats_suggest_skills(self):
        """Show the skills that the text asks for and the job does not list yet."""
        self.ensure_one()
        self.check_access("write")
        if not self._ats_job_text().strip():
            raise UserError(self.env._("The job has no text yet. Write the job summary first."))
        listed = {skill._ats_key() for skill in self.current_job_skill_ids.skill_id}
        lines = []
        for wish in self._ats_wishes():
            skill = self.env["hr.skill"].browse(int(wish.key))
            if skill._ats_key() not in listed:
                need = "required" if wish.required else "nice"
                lines.append({"skill_id": skill.id, "need": need, "min_years": wish.years, "quote": wish.quote})
        if not lines:
            raise UserError(
                self.env._(
                    "The text names no skill of the catalogue that is not listed already. "
                    "Add skills by hand, or load the catalogue in Configuration › Skills."
                )
            )
        suggestion = self.env["ats.skill.suggestion"].create(
            {"job_id": self.id, "line_ids": [Command.create(line) for line in lines]}
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Skills in the Job's Text"),
            "res_model": suggestion._name,
            "res_id": suggestion.id,
            "view_mode": "form",
            "target": "new",
        }
