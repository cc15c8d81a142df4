from odoo import api, fields, models, tools
from odoo.tools import SQL

from ..lib.ats_resume import Catalogue, fold


class HrSkill(models.Model):
    _inherit = "hr.skill"

    ats_aliases = fields.Char(
        "Other Names",
        help="Other names of the skill in résumés, separated by commas: JS, ECMAScript.",
    )

    @api.model
    def _ats_catalogue(self):
        """Return the skills as the parser wants them, built once for each state of the table.

        The sum of the row versions also tells a change that was committed late.
        """
        self.flush_model(["name", "ats_aliases", "skill_type_id"])
        [stamp] = self.env.execute_query(
            SQL("SELECT count(*), max(write_date)::text, sum(xmin::text::bigint)::text FROM hr_skill")
        )
        return self._ats_catalogue_at(stamp)

    @api.model
    @tools.ormcache("stamp")
    def _ats_catalogue_at(self, stamp):
        """Read the catalogue; ``stamp`` changes with every change of a name or alias."""
        rows = self.env.execute_query(SQL("SELECT id, name, ats_aliases FROM hr_skill ORDER BY id"))
        return Catalogue(
            (
                str(skill_id),
                names.get("en_US") or next(iter(names.values())),
                (*names.values(), *self._ats_split_aliases(aliases)),
            )
            for skill_id, names, aliases in rows
        )

    def _ats_key(self):
        """Return what makes two skills the same one, also when they stand in two types."""
        self.ensure_one()
        return fold(" ".join(self.with_context(lang="en_US").name.split()))

    @api.model
    def _ats_split_aliases(self, aliases):
        return [alias.strip() for alias in (aliases or "").split(",") if alias.strip()]
