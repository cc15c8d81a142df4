from odoo import fields, models

from ..lib.ats_resume import fold
from ..lib.ats_resume.text import Text
from ..lib.ats_skills import Evidence, Mention, evidence


class AtsResume(models.Model):
    _inherit = "ats.resume"

    def _skill_evidence(self):
        """Return ``{skill id: what the résumé says about level, years and last use}``."""
        if not self:
            return {}
        self.ensure_one()
        facts = self.facts or {}
        known = self.env["hr.skill"]._ats_catalogue()
        mentions = [
            Mention(key, entry["start"], entry["end"])
            for entry in facts.get("work") or ()
            for key in {
                skill.key for skill in known.find(Text("\n".join((entry["title"] or "", entry["description"] or ""))))
            }
        ]
        quotes = [
            (skill["key"], fold(skill["name"]), fold(skill["span"]["quote"]))
            for skill in facts.get("skills") or ()
            if skill["key"]
        ]
        found = evidence(mentions, quotes, today=fields.Date.context_today(self))
        return {int(key): known for key, known in found.items()}


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_take_skills(self, resume):
        """Add level, years and last use to the lines that were read in the résumé."""
        result = super()._ats_take_skills(resume)
        found = resume._skill_evidence()
        by_key = {skill._ats_key(): found[skill.id] for skill in self.env["hr.skill"].browse(found).exists()}
        for line in self.applicant_skill_ids.filtered("ats_parsed"):
            line._ats_take_evidence(by_key.get(line.skill_id._ats_key(), Evidence()))
        return result


class HrApplicantSkill(models.Model):
    _inherit = "hr.applicant.skill"

    def _ats_take_evidence(self, known):
        """Store level, years and last use where they differ; a line that a person typed is not touched."""
        self.ensure_one()
        values = {"ats_years": known.years or 0.0, "ats_last_used": known.last_used or False}
        if known.level is not None:
            levels = self.skill_type_id.skill_level_ids
            nearest = levels.sorted(lambda level: (abs(level.level_progress - known.level), level.id))[:1]
            values["skill_level_id"] = nearest.id
        changed = {
            name: value
            for name, value in values.items()
            if self._fields[name].convert_to_write(self[name], self) != value
        }
        if changed:
            self.write(changed)
