from odoo import Command, api, fields, models
from odoo.exceptions import UserError

from odoo.addons.ats_core.enqueue import ats_enqueue

from ..lib.ats_resume import fold
from ..lib.ats_skills import ATTRIBUTION, read
from .skill_alias import LANGUAGES

_CHUNK = 1000
_KINDS = {"knowledge": "Knowledge (ESCO)", "skill/competence": "Skills (ESCO)"}


class HrSkill(models.Model):
    _inherit = "hr.skill"

    ats_esco_uri = fields.Char("ESCO", readonly=True, copy=False, index="btree_not_null")

    _ats_esco_uri_uniq = models.UniqueIndex(
        "(ats_esco_uri) WHERE ats_esco_uri IS NOT NULL", "This skill of ESCO is in the list already."
    )


class AtsSkillImport(models.Model):
    """Skills of ESCO, the European classification, into the company's list; in the background, a thousand at a time."""

    _name = "ats.skill.import"
    _description = "Import of Skills"
    _order = "id desc"

    name = fields.Char(compute="_compute_name")
    attachment_ids = fields.Many2many("ir.attachment", string="Files", bypass_search_access=True)
    scope = fields.Selection(
        [
            ("known", "Names in other languages for the skills we have"),
            ("knowledge", "Also new skills that are fields of knowledge"),
            ("all", "Everything, also what people do in whole sentences"),
        ],
        "Take Over",
        required=True,
        default="knowledge",
    )
    state = fields.Selection(
        [("draft", "Choose files"), ("running", "Being read"), ("done", "Done"), ("failed", "Stopped")],
        required=True,
        readonly=True,
        default="draft",
    )
    total = fields.Integer("Skills in the Files", readonly=True)
    finished = fields.Integer("Skills Read", readonly=True)
    progress = fields.Integer(compute="_compute_progress")
    created = fields.Integer("New Skills", readonly=True)
    enriched = fields.Integer("Skills with New Names", readonly=True)
    problem = fields.Char("What to Do", readonly=True)
    attribution = fields.Char(compute="_compute_name")

    def _compute_name(self):
        self.name = self.env._("Skills of ESCO")
        self.attribution = ATTRIBUTION

    @api.depends("total", "finished")
    def _compute_progress(self):
        for work in self:
            work.progress = 100 * work.finished // work.total if work.total else 0

    def action_start(self):
        """Check the files and have them read."""
        self.ensure_one()
        self.check_access("write")
        if self.state != "draft":
            raise UserError(self.env._("These files are being read already."))
        esco = self._esco()
        self.sudo().write({"state": "running", "total": len(esco.skills[esco.languages[0]]), "finished": 0})
        self._next_later(0)

    def _esco(self):
        try:
            return read([(file.name, file.raw or b"") for file in self.sudo().attachment_ids])
        except ValueError as error:
            raise UserError(
                self.env._(
                    "Choose the CSV files of ESCO: skills_en.csv, skills_fr.csv … and "
                    "broaderRelationsSkillPillar_en.csv, or the ZIP file that the portal sends. (%s)",
                    error,
                )
            ) from error

    def _next_later(self, start):
        ats_enqueue(self.sudo(), "_take", start, channel="root.match", key=f"skills:{self.id}:{start}")

    def _take(self, start):
        """Read the next thousand skills; the last turn links them with the broader ones."""
        work_sudo = self.sudo().exists()
        if not work_sudo or work_sudo.state != "running" or work_sudo.finished != start:
            return
        try:
            esco = work_sudo._esco()
        except UserError as error:
            work_sudo.write({"state": "failed", "problem": str(error)})
            return
        concepts = esco.skills[esco.languages[0]]
        chunk = concepts[start : start + _CHUNK]
        work_sudo._keep(esco, chunk)
        work_sudo.finished = start + len(chunk)
        if work_sudo.finished < len(concepts):
            work_sudo._next_later(work_sudo.finished)
            return
        work_sudo._link(esco)
        work_sudo.state = "done"
        work_sudo.attachment_ids.unlink()

    def _keep(self, esco, chunk):
        """Add names to skills that are there, and the skills that are missing as far as they are wanted."""
        names = self._names(esco, {concept.uri for concept in chunk})
        there = self._skills_of(chunk)
        wanted = [concept for concept in chunk if concept.uri not in there and self._is_wanted(concept)]
        created = self._make_skills(wanted)
        known = there | created
        pairs = [(known[uri], found) for uri, found in names.items() if uri in known]
        before = {skill: len(skill.ats_alias_ids) for skill, _found in pairs}
        self.env["hr.skill"]._ats_add_aliases(pairs)
        more = {skill for skill, count in before.items() if len(skill.ats_alias_ids) > count}
        self.created += len(created)
        self.enriched += len(more - set(created.values()))

    def _is_wanted(self, concept):
        return self.scope == "all" or (self.scope == "knowledge" and concept.kind == "knowledge")

    def _names(self, esco, uris):
        """Return ``{address: [(language, name)]}`` in the languages that the list knows."""
        names = {uri: [] for uri in uris}
        for language in esco.languages:
            if language not in dict(LANGUAGES):
                continue
            lang = "" if language == "en" else language
            for concept in esco.skills[language]:
                if concept.uri in names:
                    names[concept.uri] += [(lang, name) for name in (concept.name, *concept.others)]
        return names

    def _skills_of(self, chunk):
        """Return ``{address: skill}`` of what is there: by address, else by its name."""
        skills = self.env["hr.skill"].search([("skill_type_id", "!=", False)], order="id desc")
        by_name = {skill._ats_key(): skill for skill in skills}
        by_uri = {skill.ats_esco_uri: skill for skill in skills if skill.ats_esco_uri}
        found = {}
        for concept in chunk:
            skill = by_uri.get(concept.uri) or by_name.get(fold(concept.name))
            if skill and skill.ats_esco_uri in (False, concept.uri):
                skill.ats_esco_uri = concept.uri
                by_uri[concept.uri] = skill
                found[concept.uri] = skill
        return found

    def _make_skills(self, concepts):
        """Create skills, in one type for knowledge and one for what people can do."""
        first = {}
        for concept in concepts:
            first.setdefault(concept.name, concept)
        created = self.env["hr.skill"]._ats_create_by_type(
            {name: _KINDS.get(concept.kind, _KINDS["skill/competence"]) for name, concept in first.items()}
        )
        for skill in created:
            skill.ats_esco_uri = first[skill.with_context(lang="en_US").name].uri
        return {skill.ats_esco_uri: skill for skill in created}

    def _link(self, esco):
        """Make each skill part of its broader ones, as far as both are in the list."""
        skills = self.env["hr.skill"].search([("ats_esco_uri", "!=", False)])
        by_uri = {skill.ats_esco_uri: skill for skill in skills}
        for skill in skills:
            above = {by_uri[uri].id for uri in esco.broader.get(skill.ats_esco_uri, ()) if uri in by_uri}
            new = above - set(skill.ats_parent_ids.ids) - {skill.id}
            if new:
                skill.ats_parent_ids = [Command.link(parent) for parent in sorted(new)]
