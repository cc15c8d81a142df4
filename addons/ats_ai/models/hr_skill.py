from odoo import Command, api, fields, models, tools
from odoo.tools import SQL

from ..lib.ats_resume import Catalogue, fold
from ..lib.ats_skills import Relations


class HrSkill(models.Model):
    _inherit = "hr.skill"

    ats_alias_ids = fields.One2many("ats.skill.alias", "skill_id", "Names in Other Languages")
    ats_aliases = fields.Char(
        "Other Names",
        compute="_compute_ats_aliases",
        inverse="_inverse_ats_aliases",
        help="Other names of the skill in résumés, separated by commas: JS, ECMAScript.",
    )
    ats_parent_ids = fields.Many2many(
        "hr.skill",
        "ats_skill_parent_rel",
        "skill_id",
        "parent_id",
        "Part Of",
        help="Broader skills. Who has this skill has those too, for the match.",
    )

    @api.depends("ats_alias_ids.name")
    def _compute_ats_aliases(self):
        for skill in self:
            skill.ats_aliases = ", ".join(skill.ats_alias_ids.mapped("name")) or False

    def _inverse_ats_aliases(self):
        for skill in self:
            wanted = {fold(name): name for name in self._ats_split_aliases(skill.ats_aliases)}
            kept = skill.ats_alias_ids.filtered(lambda alias, wanted=wanted: fold(alias.name) in wanted)
            there = {fold(name) for name in kept.mapped("name")}
            skill.ats_alias_ids = [
                *(Command.delete(alias.id) for alias in skill.ats_alias_ids - kept),
                *(Command.create({"name": name}) for key, name in wanted.items() if key not in there),
            ]

    @api.model
    def _ats_skills_stamp(self):
        """Return what changes with every change of a name, alias or parent, also one committed late."""
        self.flush_model(["name", "skill_type_id", "ats_parent_ids"])
        self.env["ats.skill.alias"].flush_model()
        [stamp] = self.env.execute_query(
            SQL(
                """SELECT (SELECT count(*) FROM hr_skill), (SELECT sum(xmin::text::bigint)::text FROM hr_skill),
                          (SELECT count(*) FROM ats_skill_alias),
                          (SELECT sum(xmin::text::bigint)::text FROM ats_skill_alias),
                          (SELECT count(*) FROM ats_skill_parent_rel),
                          (SELECT sum(xmin::text::bigint)::text FROM ats_skill_parent_rel)"""
            )
        )
        return stamp

    @api.model
    def _ats_catalogue(self):
        """Return the skills as the parser wants them, built once for each state of the tables."""
        return self._ats_catalogue_at(self._ats_skills_stamp())

    @api.model
    @tools.ormcache("stamp")
    def _ats_catalogue_at(self, stamp):
        """Read the catalogue; ``stamp`` changes with every change of a name or alias."""
        rows = self.env.execute_query(
            SQL(
                """SELECT skill.id, skill.name, array_remove(array_agg(alias.name ORDER BY alias.id), NULL)
                     FROM hr_skill skill LEFT JOIN ats_skill_alias alias ON alias.skill_id = skill.id
                    GROUP BY skill.id ORDER BY skill.id"""
            )
        )
        return Catalogue(
            (
                str(skill_id),
                names.get("en_US") or next(iter(names.values())),
                (*names.values(), *aliases),
            )
            for skill_id, names, aliases in rows
        )

    @api.model
    def _ats_relations(self):
        """Return how the skills relate, by their keys."""
        return self._ats_relations_at(self._ats_skills_stamp())

    @api.model
    @tools.ormcache("stamp")
    def _ats_relations_at(self, stamp):
        skills = self.sudo().search([("ats_parent_ids", "!=", False)])
        parents = {}
        for skill in skills:
            parents.setdefault(skill._ats_key(), set()).update(parent._ats_key() for parent in skill.ats_parent_ids)
        return Relations({key: sorted(above) for key, above in parents.items()})

    def _ats_key(self):
        """Return what makes two skills the same one, also when they stand in two types."""
        self.ensure_one()
        return fold(" ".join(self.with_context(lang="en_US").name.split()))

    @api.model
    def _ats_split_aliases(self, aliases):
        return [alias.strip() for alias in (aliases or "").split(",") if alias.strip()]
