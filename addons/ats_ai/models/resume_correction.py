import json

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.ats_resume import PARSER_VERSION

# What a person may correct, and where it stands in the facts.
SINGLE = ("name", "email", "phone", "city")
ENTRY = ("title", "organisation", "area", "start", "end")


class AtsResumeCorrection(models.Model):
    """What the parser read, and what a person says that it is: material for the next parser."""

    _name = "ats.resume.correction"
    _description = "Corrected Fact of a Résumé"
    _order = "id desc"
    _rec_name = "path"

    resume_id = fields.Many2one("ats.resume", required=True, readonly=True, ondelete="cascade", index=True)
    path = fields.Char("Fact", required=True, readonly=True, help="For instance: name, work/0/title.")
    value_read = fields.Char("Read as", readonly=True)
    value_right = fields.Char("Is", readonly=True)
    quote = fields.Char("Words in the Document", readonly=True)
    parser_version = fields.Char(readonly=True)
    user_id = fields.Many2one("res.users", "Corrected by", readonly=True, default=lambda self: self.env.user)
    company_id = fields.Many2one(related="resume_id.company_id")

    @api.model
    def action_export(self):
        """Download the corrections with the texts they stand in."""
        return {"type": "ir.actions.act_url", "url": "/ats_ai/corrections.jsonl", "target": "download"}

    @api.model
    def _export(self, limit=10_000):
        """Return the newest corrections that the user may see, as JSON lines: text, place, read, right; not who did.

        :raise AccessError: the user may see none
        """
        rows = self.sudo().browse(self.search([], order="id desc", limit=limit).ids)
        return "\n".join(
            json.dumps(
                {
                    "fact": row.path,
                    "read": row.value_read or "",
                    "right": row.value_right or "",
                    "quote": row.quote or "",
                    "parser": row.parser_version,
                    "text": row.resume_id.document_id.text or "",
                },
                ensure_ascii=False,
            )
            for row in rows
        )


class AtsResume(models.Model):
    _inherit = "ats.resume"

    correction_ids = fields.One2many("ats.resume.correction", "resume_id", "Corrections")

    def correct(self, path, value):
        """Put a person's word in the place of what was read, keep both, and use it.

        :param str path: ``name``, ``work/0/title``, ``education/1/organisation`` …
        :raise UserError: there is no such fact, or no value
        """
        self.ensure_one()
        self.check_access("read")
        self.applicant_id._ats_check_decides()
        value = " ".join((value or "").split())[:300]
        facts = self.sudo().facts or {}
        holder, name = self._holder(facts, path)
        if not value:
            raise UserError(self.env._("Type the right value."))
        if (holder.get(name) or "") == value:
            return
        span = holder.get("span") or {}
        self.env["ats.resume.correction"].sudo().create(
            {
                "resume_id": self.id,
                "path": path,
                "value_read": holder.get(name) or False,
                "value_right": value,
                "quote": span.get("quote") or False,
                "parser_version": self.parser_version or PARSER_VERSION,
            }
        )
        holder |= {name: value, "confidence": 1.0, "corrected": True}
        self.sudo().facts = facts
        self.applicant_id._ats_use_resume()

    @api.model
    def _holder(self, facts, path):
        """Return the dict of a fact and the name of its value in it."""
        parts = (path or "").split("/")
        if len(parts) == 1 and parts[0] in SINGLE:
            if not facts.get(parts[0]):
                facts[parts[0]] = {"value": "", "detail": "", "span": {}}
            facts[parts[0]]["detail"] = ""
            return facts[parts[0]], "value"
        if len(parts) == 3 and parts[0] in ("work", "education") and parts[1].isdigit() and parts[2] in ENTRY:
            entries = facts.get(parts[0]) or []
            if int(parts[1]) < len(entries):
                return entries[int(parts[1])], parts[2]
        raise UserError(self.env._("This fact is not in the résumé any more. Reload the page."))

    def _keep_corrections(self, facts):
        """Return new facts with what people corrected before, where the same was read again."""
        for row in self.correction_ids.sorted("id"):
            try:
                holder, name = self._holder(facts, row.path)
            except UserError:
                continue
            if (holder.get(name) or "") == (row.value_read or ""):
                holder |= {name: row.value_right, "confidence": 1.0, "corrected": True}
        return facts
