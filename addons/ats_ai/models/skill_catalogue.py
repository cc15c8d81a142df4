from odoo import Command, api, models

from ..lib.ats_resume import fold
from ..lib.ats_skills import catalogue

_LEVELS = (("Basic", 25, False), ("Good", 60, True), ("Advanced", 85, False), ("Expert", 100, False))


class HrSkill(models.Model):
    """The list of skills that comes along becomes the company's own, when somebody wants it."""

    _inherit = "hr.skill"

    @api.model
    def _ats_load_catalogue(self):
        """Add the skills that are missing, and names and broader skills of those that are there.

        A second run adds nothing; nothing that a person entered is changed.

        :return: number of skills added
        """
        wanted = catalogue()
        there = {}
        for skill in self.search([("skill_type_id", "!=", False)], order="id desc"):
            there[skill._ats_key()] = skill  # of two with the same name, the older one
        missing = [skill for skill in wanted if fold(skill.name) not in there]
        created = self._ats_create_by_type({skill.name: skill.kind for skill in missing})
        there.update({skill._ats_key(): skill for skill in created})
        self._ats_add_aliases([(there[fold(skill.name)], skill.aliases) for skill in wanted])
        for skill in wanted:
            parents = self.browse([there[fold(name)].id for name in skill.parents])
            record = there[fold(skill.name)]
            if parents - record.ats_parent_ids - record:
                record.ats_parent_ids = [Command.link(parent.id) for parent in parents - record]
        return len(created)

    @api.model
    def _ats_create_by_type(self, kinds):
        """Create skills, in the type of that name, which is made with levels where it is missing.

        :param dict kinds: ``{name of the skill: name of its type}``
        """
        found = {skill_type.name: skill_type for skill_type in self._ats_every_type()}
        created = self.browse()
        for kind in sorted(set(kinds.values())):
            names = [name for name, of_kind in kinds.items() if of_kind == kind]
            if kind in found:
                created |= self.create([{"name": name, "skill_type_id": found[kind].id} for name in names])
                continue
            created |= (
                self.env["hr.skill.type"]
                .create(
                    {
                        "name": kind,
                        "skill_ids": [Command.create({"name": name}) for name in names],
                        "skill_level_ids": [
                            Command.create({"name": name, "level_progress": progress, "default_level": default})
                            for name, progress, default in _LEVELS
                        ],
                    }
                )
                .skill_ids
            )
        return created

    @api.model
    def _ats_every_type(self):
        return self.env["hr.skill.type"].search([("name", "!=", False)], order="id desc")

    @api.model
    def _ats_add_aliases(self, pairs):
        values = []
        for skill, aliases in pairs:
            known = {fold(name) for name in (skill.name, *skill.ats_alias_ids.mapped("name"))}
            for lang, name in aliases:
                if fold(name) not in known:
                    known.add(fold(name))
                    values.append({"skill_id": skill.id, "name": name, "lang": lang or False})
        self.env["ats.skill.alias"].create(values)

    @api.model
    def action_ats_load_catalogue(self):
        """Load the list and say how many skills are new."""
        self.check_access("write")
        count = self._ats_load_catalogue()
        message = self.env._("%(count)s skills were added, with their names in eight languages.", count=count)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": message if count else self.env._("Every skill of the list is there already."),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }
