from odoo import api, fields, models
from odoo.tools import email_normalize

from ...lib.ats_identity import names_contradict


class AtsCandidate(models.Model):
    """Who comes back to a record that became part of another is that other one."""

    _inherit = "ats.candidate"

    merge_ids = fields.One2many("ats.merge", "winner_id", "Merges", domain=[("state", "=", "done")], readonly=True)
    merge_count = fields.Integer(compute="_compute_merge_count")

    def _compute_merge_count(self):
        domain = [("winner_id", "in", self.ids), ("state", "=", "done")]
        counts = dict(self.env["ats.merge"]._read_group(domain, ["winner_id"], ["__count"]))
        for person in self:
            person.merge_count = counts.get(person, 0)

    def _survivor(self):
        """Return the person that this record is part of, itself when it was never merged."""
        self.ensure_one()
        person = self
        while person.merged_into_id:
            person = person.merged_into_id
        return person

    @api.model
    def _find_or_create(self, vals):
        email = email_normalize(vals.get("email") or "")
        if email:
            merged_sudo = (
                self.sudo()
                .with_context(active_test=False)
                .search(
                    [
                        ("company_id", "=", vals["company_id"]),
                        ("email_normalized", "=", email),
                        ("merged_into_id", "!=", False),
                    ]
                )
            )
            for person in merged_sudo:
                if not names_contradict(person.name, vals.get("name")):
                    return person._survivor(), False
        return super()._find_or_create(vals)

    def action_merge(self):
        """Compare the selected people, two at a time."""
        wizard = self.env["ats.merge.wizard"].create({"candidate_ids": self.ids})
        return wizard._show()

    def action_open_merges(self):
        """Show what was merged into this person, to undo it."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_merge_action")
        return {**action, "domain": [("winner_id", "=", self.id)]}
