from odoo import fields, models

LANGUAGES = [
    ("en", "English"),
    ("fr", "French"),
    ("de", "German"),
    ("es", "Spanish"),
    ("nl", "Dutch"),
    ("pt", "Portuguese"),
    ("it", "Italian"),
    ("pl", "Polish"),
]


class AtsSkillAlias(models.Model):
    """Another name of a skill, as résumés and job texts write it."""

    _name = "ats.skill.alias"
    _description = "Other Name of a Skill"
    _order = "skill_id, name, id"

    skill_id = fields.Many2one("hr.skill", required=True, ondelete="cascade", index=True)
    name = fields.Char(required=True)
    lang = fields.Selection(LANGUAGES, "Language", help="Empty: the same in every language.")

    _skill_name_uniq = models.UniqueIndex("(skill_id, lower(name))", "This skill has this name already.")
