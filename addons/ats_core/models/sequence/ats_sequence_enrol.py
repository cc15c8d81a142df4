from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError

SHOWN = 100


class AtsSequenceEnrol(models.TransientModel):
    """The dialog "Add to a sequence": who comes in, who does not and why, before it is done."""

    _name = "ats.sequence.enrol"
    _description = "Add People to a Sequence"

    sequence_id = fields.Many2one("ats.sequence", required=True, ondelete="cascade")
    candidate_ids = fields.Many2many("ats.candidate", string="People")
    pool_id = fields.Many2one("hr.talent.pool", "Everybody in the Pool", ondelete="cascade")
    again = fields.Boolean("Also who has been in it before")
    chosen_count = fields.Integer(compute="_compute_chosen_count")
    welcome_count = fields.Integer(compute="_compute_preview")
    left_out_count = fields.Integer(compute="_compute_preview")
    preview = fields.Char(compute="_compute_preview")
    left_out = fields.Html("Not Added", compute="_compute_preview", sanitize=False)
    sequence_summary = fields.Char(related="sequence_id.summary")

    @api.model
    def _open(self, *, sequence=None, people=None, pool=None):
        """Return the action that shows the dialog.

        :param sequence: ``ats.sequence`` when it is known
        :param people: ``ats.candidate`` records
        :param pool: ``hr.talent.pool`` whose people are meant
        """
        context = {
            "default_sequence_id": sequence and sequence.id or self._only_sequence(pool).id,
            "default_candidate_ids": people and people.ids or [],
            "default_pool_id": pool and pool.id,
        }
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Add to a Sequence"),
            "res_model": self._name,
            "view_mode": "form",
            "target": "new",
            "context": context,
        }

    @api.model
    def _only_sequence(self, pool):
        """Return the sequence when there is no choice."""
        domain = [("pool_id", "=", pool.id)] if pool else []
        found = self.env["ats.sequence"].search(domain, limit=2)
        return found if len(found) == 1 else found.browse()

    def _people(self):
        return self.candidate_ids._origin | self.pool_id._origin._ats_people()

    @api.depends("candidate_ids")
    def _compute_chosen_count(self):
        for wizard in self:
            wizard.chosen_count = len(wizard.candidate_ids)

    @api.depends("sequence_id", "candidate_ids", "pool_id", "again")
    def _compute_preview(self):
        for wizard in self:
            people = wizard._people()
            blockers = {}
            if wizard.sequence_id:
                blockers = wizard.sequence_id._origin._enrol_blockers(people, again=wizard.again)
            left_out = [(person, why) for person, why in blockers.items() if why]
            wizard.left_out_count = len(left_out)
            wizard.welcome_count = len(people) - len(left_out) if wizard.sequence_id else 0
            wizard.left_out = wizard._left_out_table(left_out)
            wizard.preview = wizard._preview_in_words(len(people))

    def _preview_in_words(self, total):
        if not self.sequence_id:
            return self.env._("Choose a sequence.")
        if not total:
            return self.env._("Choose people, or a pool.")
        if not self.left_out_count:
            return self.env._("%s people will be added.", self.welcome_count)
        return self.env._(
            "%(count)s of %(total)s people will be added, %(left)s will not:",
            count=self.welcome_count,
            total=total,
            left=self.left_out_count,
        )

    def _left_out_table(self, left_out):
        rows = Markup().join(
            Markup("<tr><td>%s</td><td class='text-muted'>%s</td></tr>") % (person.name, " ".join(why.values()))
            for person, why in left_out[:SHOWN]
        )
        more = len(left_out) - SHOWN
        if more > 0:
            rows += Markup("<tr><td colspan='2'>%s</td></tr>") % self.env._("… and %s more", more)
        return rows and Markup("<table class='table table-sm mb-0'>%s</table>") % rows

    def action_enrol(self):
        """Add them; a panel shows how far it is, and takes it back while nothing was sent."""
        self.ensure_one()
        runs = self.env["ats.bulk.run"]._enrol_in_runs(self.sequence_id, self._people(), again=self.again)
        if not runs:
            raise UserError(self.env._("Nobody can be added. The list says why."))
        return {
            "type": "ir.actions.client",
            "tag": "ats_core.bulk_started",
            # Whoever selected people stays where they are; whoever came from a sequence or a pool sees who is in it.
            "params": {
                "run_ids": runs.ids,
                "next": None if self.candidate_ids else self.sequence_id.action_open_enrolments(),
            },
        }
