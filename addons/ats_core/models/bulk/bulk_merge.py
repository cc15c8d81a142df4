from datetime import timedelta

from odoo import models

from ..merge.ats_merge import UNDO_DAYS


class AtsBulkRun(models.Model):
    """Merge many pairs of the list of possible duplicates; each can be undone by itself, too, for 30 days."""

    _inherit = "ats.bulk.run"

    def _plan_merge(self, pairs):
        """Who has more applications stays, else the older record."""
        open_pairs = pairs.filtered(lambda pair: pair.state == "open")
        everybody = self.env["ats.candidate"].union(*(pair._people_now() for pair in open_pairs))
        everybody.mapped("application_count")  # all at once; what follows asks for two at a time
        people_of = {pair: pair._by_weight() for pair in open_pairs}
        hidden = everybody._with_hidden_applications()
        skipped, notes = {}, {}
        for pair in pairs:
            people = people_of.get(pair)
            if not people:
                skipped[pair] = self.env._("Is decided already.")
            elif why := people._why_not_one() or (people & hidden and people._hidden_words()):
                skipped[pair] = why
            else:
                # Often both have the same name.
                who = " · ".join(filter(None, (people[0].name, people[0].email)))
                notes[pair] = self.env._("Becomes part of %s.", who)
        return skipped, notes

    def _do_merge(self, pairs):
        """An earlier pair of the run may have made one person of the two."""
        before = {}
        for pair in pairs:
            if len(pair._people_now()) > 1:
                winner, loser = pair._by_weight()
                before[pair.id] = {"merge": winner._merge(loser).id}
        return before

    def _undo_merge(self, pairs, before):
        for pair in pairs:
            merge = pair.env["ats.merge"].browse(before[pair.id].get("merge") or []).exists()
            if merge.state == "done":
                merge._undo()
        return {}

    def _undoable_until(self, leaves_at):
        if self.action == "merge":
            return self.create_date + timedelta(days=UNDO_DAYS)
        return super()._undoable_until(leaves_at)


class AtsDuplicate(models.Model):
    _inherit = "ats.duplicate"

    def action_ats_bulk(self, action):
        """Open the dialog of a bulk action.

        :param str action: ``merge``
        """
        return self.env["ats.bulk.run"]._prepare(self, action)._open()

    def action_merge_all(self):
        """Button of the list: show what merging would do, then do it in the background."""
        run = self.env["ats.bulk.run"]._prepare(self, "merge")
        run._preview()
        return run._open()
