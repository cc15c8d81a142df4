from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

BULK = 200


class AtsDay(models.AbstractModel):
    """What the user does with a row: the verb of the group, in place, with the user's own rights."""

    _inherit = "ats.day"

    @api.model
    def do_row(self, key, res_id, verb_name):
        """Do one row.

        :return: ``{"done": bool, "undo": bool, "message": str}``, or ``{"action": dict}`` for the
            client to open
        """
        group, verb = self._ats_day_verb(key, verb_name)
        record = self._ats_day_due(group, Domain("id", "=", res_id))
        if not record:
            return {"done": True, "undo": False, "message": self.env._("Somebody else has done this already.")}
        result = verb.run(record)
        if verb.opens:
            return {"action": result}
        message = result if isinstance(result, str) else self.env._("Done: %s", verb.label)
        return {"done": True, "undo": bool(verb.undo), "message": message}

    @api.model
    def do_group(self, key, verb_name, scope="mine"):
        """Do all rows of a group at once. A row that cannot be done stays, with the reason.

        :return: ``{"ids": done ids, "skipped": list of sentences, "undo": bool}``
        """
        group, verb = self._ats_day_verb(key, verb_name, scope)
        if not verb.bulk:
            raise UserError(self.env._("This is done row by row."))
        hidden = self.env["ats.day.snooze"]._hidden().get(key, [])
        done, skipped = [], []
        for record in self._ats_day_due(group, Domain("id", "not in", hidden), limit=BULK):
            try:
                with self.env.cr.savepoint():
                    verb.run(record)
            except (UserError, AccessError) as error:
                skipped.append(f"{record.display_name}: {error}")
            else:
                done.append(record.id)
        return {"ids": done, "skipped": skipped, "undo": bool(verb.undo)}

    @api.model
    def undo_rows(self, key, res_ids, verb_name):
        """Take back what :meth:`do_row` or :meth:`do_group` did."""
        group, verb = self._ats_day_verb(key, verb_name)
        if not verb.undo:
            raise UserError(self.env._("This cannot be taken back here."))
        for record in self.env[group.model].browse(res_ids).exists():
            record.check_access("read")
            verb.undo(record)

    @api.model
    def is_due(self, key, res_id):
        """Tell whether a row still waits, for a row whose dialog was closed."""
        return bool(self._ats_day_due(self._ats_day_group(key), Domain("id", "=", res_id)))

    @api.model
    def snooze_row(self, key, res_id, choice):
        """Put a row off: ``tomorrow``, ``monday`` or ``week``."""
        group = self._ats_day_group(key)
        record = self._ats_day_due(group, Domain("id", "=", res_id))
        if record:
            self.env["ats.day.snooze"]._put_off(key, record, self._ats_day_until(choice))

    @api.model
    def wake_row(self, key, res_id):
        """Take the putting off back."""
        self._ats_day_check()
        self.env["ats.day.snooze"]._bring_back(key, res_id)

    @api.model
    def _ats_day_group(self, key, scope="team"):
        """Return a group by its key. What can be seen in the team's list can be done from it."""
        self._ats_day_check()
        group = next((group for group in self._ats_day_readable_groups(scope) if group.key == key), None)
        if not group:
            raise UserError(self.env._("This kind of work is not on your list. Load the page again."))
        return group

    @api.model
    def _ats_day_verb(self, key, verb_name, scope="team"):
        group = self._ats_day_group(key, scope)
        verb = group.verb(verb_name)
        if not verb:
            raise UserError(self.env._("This kind of work is not on your list. Load the page again."))
        return group, verb

    @api.model
    def _ats_day_due(self, group, narrow, limit=None):
        """Return the records of a group that still wait, by the reader's own rights."""
        return self.env[group.model].search(Domain(group.domain) & narrow, order=group.order, limit=limit)
