from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ...enqueue import ats_enqueue
from ..message.hold import HOLD, Hold
from .bulk_perform import AT_ONCE, CHUNK, EXPECTED

# What has no way back: a file that was made is not unmade.
FOR_GOOD = {"export"}


class AtsBulkRun(models.Model):
    """Taking a whole run back while its mails wait."""

    _inherit = "ats.bulk.run"

    def _is_undoable_kind(self):
        return self.action not in FOR_GOOD and self.action != "sms"

    @api.depends("state", "undo_until", "action")
    def _compute_can_undo(self):
        now = fields.Datetime.now()
        for run in self:
            in_time = bool(run.undo_until) and run.undo_until > now
            states = ("waiting",) if run.action == "sms" else ("done", "stopped")
            run.can_undo = in_time and run.state in states and run.action not in FOR_GOOD

    def _undo(self):
        """Take everything back that the run did: its mails do not leave, and what it changed is as
        before, except where somebody has changed it since.

        :raise UserError: the time is over, or the mails have left
        """
        self.ensure_one()
        self._check_owner()
        self.sudo().lock_for_update()
        self.invalidate_recordset()
        if not self.can_undo:
            raise UserError(self.env._("It is too late to take this back: the time is over or the mails have left."))
        self._drop_mails()
        self.env["ats.event"]._record(
            "bulk.undone", res=self, payload={"action": self.action, "count": self.done_count}
        )
        if self.state == "waiting":
            waiting = self.sudo().line_ids.filtered(lambda line: line.state == "todo")
            waiting._settle("undone", self.env._("Not sent."))
            self.sudo().state = "undone"
            return
        self.sudo().state = "undoing"
        if self.done_count > AT_ONCE and self.action != "mail":
            self._enqueue_undo()
        else:
            self._undo_some(limit=None)

    def _enqueue_undo(self):
        ats_enqueue(self, "_undo_some", channel="root.bulk", key=f"bulk-undo:{self.id}:{self.done_count}")

    def _drop_mails(self):
        """Delete the mails that have not left, and the messages that tell of them; remember whose."""
        self.env.flush_all()
        ids = self._held_mails_sudo().ids
        # One that is being sent in this moment is locked: it cannot be called back.
        query = SQL("SELECT id FROM mail_mail WHERE id IN %s FOR UPDATE SKIP LOCKED", tuple(ids) or (None,))
        dropped = self.env["mail.mail"].sudo().browse([id_ for (id_,) in self.env.execute_query(query)])
        dropped_ids = set(dropped.ids)
        dropped.mail_message_id.unlink()
        for line in self.sudo().line_ids.filtered("before"):
            mails = line.before.get("mails")
            if mails and dropped_ids.issuperset(mails):
                line.before = {**line.before, "dropped": True}

    def _undo_some(self, limit=CHUNK):
        self.ensure_one()
        run_sudo = self.sudo()
        if run_sudo.state != "undoing":
            return
        lines = (
            self.env["ats.bulk.line"]
            .sudo()
            .search(
                [("run_id", "=", self.id), ("state", "=", "done")],
                order="id desc",  # the last first: an earlier one may rest on nothing, a later one may rest on it
                limit=limit and limit + 1,
            )
        )
        some = lines[:limit] if limit else lines
        if some:
            self.with_user(run_sudo.user_id)._take_back(some)
        self.env.flush_all()
        self.invalidate_recordset()
        if len(lines) > len(some):
            self._enqueue_undo()
        else:
            run_sudo.write({"state": "undone", "undo_until": False, "leaves_at": False})

    def _take_back(self, lines):
        """Take some lines back, all at once; where that cannot be done, one by one."""
        line_of = lines._by_record(lines)
        before = {id_: line.before or {} for id_, line in line_of.items()}
        records = (
            lines._record()
            ._filtered_access("read")
            .with_context(**{HOLD: Hold(fields.Datetime.now()), "ats_no_toast": True, "ats_no_stage_mail": True})
        )
        try:
            staying = self._undo_them(records, before)
        except EXPECTED:
            staying = self._undo_one_by_one(records, before)
        lines_of = {}
        for record in records:
            lines_of.setdefault(staying.get(record), []).append(line_of[record.id].id)
        for why, ids in lines_of.items():
            lines.browse(ids)._settle("failed" if why else "undone", why and self.env._("Not taken back: %s", why))
        gone = lines.filtered(lambda line: line.state == "done")
        gone._settle("failed", self.env._("Not taken back: it is gone."))

    def _undo_them(self, records, before):
        """Undo the action on the records through the verbs.

        :param dict before: what :meth:`_do` returned
        :return: ``{record: why it stays as it is}``
        """
        with self.env.cr.savepoint():
            return getattr(self, f"_undo_{self.action}")(records, before) if records else {}

    def _undo_one_by_one(self, records, before):
        """One of them cannot be taken back: find out which, and take back the others."""
        staying = {}
        for record in records:
            try:
                staying |= self._undo_them(record, before)
            except EXPECTED as error:
                staying[record] = str(error)
        return staying

    def action_undo(self):
        """Button: take it back."""
        self._undo()
        return {"type": "ir.actions.client", "tag": "soft_reload"}
