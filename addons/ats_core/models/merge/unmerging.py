from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from .merging import _column, _write_column


class AtsMerge(models.Model):
    """Undoing a merge, value by value."""

    _inherit = "ats.merge"

    def _undo(self, *, rest=False):
        """Make two people of one again: every value that the merge changed becomes what it was.

        :param bool rest: leave those alone that somebody changed since
        :raise UserError: too late, undone before, merged further, or values were changed since and ``rest`` is not set
        """
        self.ensure_one()
        winner, loser = self.winner_id, self.loser_id
        winner._check_may_merge(loser)
        merge_sudo = self.sudo()
        merge_sudo._check_undoable()
        conflicts = merge_sudo._conflicts()
        if conflicts and not rest:
            raise UserError(
                self.env._(
                    "These were changed since the merge:\n%s\n\nChoose “Undo the rest” to leave them as they are.",
                    "\n".join(conflict._sentence() for conflict in conflicts),
                )
            )
        for change in (merge_sudo.change_ids - conflicts).sorted("id", reverse=True):
            change._restore()
        merge_sudo.write({"state": "undone", "undone_at": fields.Datetime.now(), "undone_by_id": self.env.uid})
        self.env["ats.event"]._record("candidate.unmerged", candidate=winner, payload={"merged": loser.id})
        (winner | loser).sudo()._after_merge()

    def _check_undoable(self):
        self.env.flush_all()
        self.env.cr.execute("SELECT id FROM ats_merge WHERE id = %s FOR UPDATE", [self.id])
        self.invalidate_recordset()
        if self.state == "undone":
            raise UserError(self.env._("This merge was undone already."))
        if fields.Datetime.now() > self.undo_until:
            raise UserError(self.env._("A merge can be undone for 30 days; this one is older."))
        later = self.search([("loser_id", "=", self.winner_id.id), ("state", "=", "done")], limit=1)
        if later:
            raise UserError(
                self.env._("%(name)s was merged again since. Undo that merge first.", name=self.winner_id.name)
            )

    def _conflicts(self):
        """Return the changes whose value is no longer the one that the merge wrote."""
        conflicts = self.env["ats.merge.change"].sudo()
        for (model, name), changes in (
            self.sudo().change_ids.grouped(lambda change: (change.model, change.field)).items()
        ):
            if self.env[model]._fields[name].type == "many2many":
                continue  # what was added is taken away if it is still there
            there = _column(self.env[model].sudo().browse(changes.mapped("res_id")), name)
            last = {change.res_id: change for change in changes.sorted("id")}  # of two the later one stands
            conflicts |= changes.filtered(
                lambda change, there=there, last=last: (
                    change == last[change.res_id] and [there.get(change.res_id, change)] != change.after
                )
            )
        return conflicts

    def action_undo(self):
        """Undo, and show the person who stays."""
        self._undo()
        return self._show_people()

    def action_undo_rest(self):
        """Undo all but what was changed since."""
        self._undo(rest=True)
        return self._show_people()

    def _show_people(self):
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_candidate_action")
        return {**action, "domain": [("id", "in", (self.winner_id | self.loser_id).ids)]}


class AtsMergeChange(models.Model):
    _inherit = "ats.merge.change"

    def _restore(self):
        self.ensure_one()
        record = self.env[self.model].sudo().browse(self.res_id).exists()
        if not record:
            return
        if record._fields[self.field].type == "many2many":
            record.with_context(tracking_disable=True)[self.field] = [Command.unlink(other) for other in self.after]
        else:
            _write_column(record, self.field, *self.before)
