import logging
from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from odoo.addons.queue_job.exception import RetryableJobError

from ...enqueue import ats_enqueue
from ..application.move import UNDO_SECONDS
from ..message.hold import HOLD, Hold

_logger = logging.getLogger(__name__)

AT_ONCE = 20  # so many are done while the person waits
CHUNK = 50  # so many are one transaction in the background
HOLD_MINUTES = 10  # mails of a run that is never finished leave then
EXPECTED = (UserError, AccessError, ValidationError)


class AtsBulkRun(models.Model):
    """Doing it: a few at once, many in the background, some at a time, so that a stop loses nothing."""

    _inherit = "ats.bulk.run"

    def _start(self):
        """Do what the preview showed.

        :raise UserError: it was started already, or nothing was previewed
        """
        self.ensure_one()
        self.check_access("write")
        if not self.sudo().try_lock_for_update() or self.state != "preview":
            raise UserError(self.env._("This was started already, or its preview is missing."))
        if not self.todo_count:
            raise UserError(self.env._("Everybody who was selected is left out."))
        self.env["ats.event"]._record(
            "bulk.started", res=self, payload={"action": self.action, "count": self.todo_count}
        )
        waits_until = self._waits_until()
        self.sudo().write({"state": "waiting" if waits_until else "running", "undo_until": waits_until})
        if waits_until or self.todo_count > AT_ONCE:
            self._enqueue_rest(eta=waits_until)
        else:
            self._perform_some()

    def _waits_until(self):
        """Text messages cannot be called back from their queue, so the run itself waits."""
        if self.action != "sms":
            return False
        soonest = fields.Datetime.now() + timedelta(seconds=UNDO_SECONDS)
        return max(self.send_at or soonest, soonest)

    def _enqueue_rest(self, eta=None):
        left = self.todo_count
        ats_enqueue(self, "_perform_some", channel="root.bulk", key=f"bulk:{self.id}:{left}", eta=eta or None)

    def _perform_some(self, limit=CHUNK):
        """Do the next lines; a job of its own does the rest. Done again it goes on where it stood."""
        self.ensure_one()
        run_sudo = self.sudo()
        if not run_sudo.try_lock_for_update():
            raise RetryableJobError("somebody is stopping this run", seconds=2, ignore_retry=True)
        if run_sudo.state not in ("waiting", "running"):
            return
        run_sudo.write({"state": "running"})
        lines = (
            self.env["ats.bulk.line"]
            .sudo()
            .search([("run_id", "=", self.id), ("state", "=", "todo")], order="id", limit=limit + 1)
        )
        if lines:
            self.with_user(run_sudo.user_id)._perform(lines[:limit])
        self.env.flush_all()
        self.invalidate_recordset()
        if len(lines) > limit:
            self._enqueue_rest()
        else:
            self._finish()

    def _perform(self, lines):
        """Do some lines: what has come up since the preview is left out, the rest goes to the verbs."""
        records = lines._record()._filtered_access("read")
        line_of = lines._by_record(lines)
        hidden = lines - lines.browse([line_of[id_].id for id_ in records.ids])
        hidden._settle("skipped", self.env._("Is gone, or is no longer yours to see."))
        skipped, _notes = self._plan(records)
        for record, why in skipped.items():
            line_of[record.id]._settle("skipped", why)
        going = records - records.browse([record.id for record in skipped])
        hold = Hold(self._held_until())
        going = going.with_context(**{HOLD: hold, "ats_no_toast": True})
        try:
            with self.env.cr.savepoint():
                before = self._do(going)
        except EXPECTED:
            hold.take()
            self._perform_one_by_one(going, line_of, hold)
        else:
            self._settle_done(going, before, line_of, hold)

    def _perform_one_by_one(self, records, line_of, hold):
        """One of them cannot be done: find out which, and do the others."""
        for record in records:
            try:
                with self.env.cr.savepoint():
                    before = self._do(record)
            except EXPECTED as error:
                hold.take()
                line_of[record.id]._settle("failed", str(error))
            except Exception:
                hold.take()
                _logger.exception("bulk action %s failed for %s", self.id, record)
                line_of[record.id]._settle(
                    "failed", self.env._("An error of the system; the administrator finds it in the log.")
                )
            else:
                self._settle_done(record, before, line_of, hold)

    def _do(self, records):
        """Do it to the records through the verbs; return what undoing needs, by id."""
        return getattr(self, f"_do_{self.action}")(records) if records else {}

    def _settle_done(self, records, before, line_of, hold):
        mails = hold.take()
        vals = {}
        for record in records:
            kept = {**before.get(record.id, {}), "mails": mails.get(self._file_id(record, before), [])}
            vals[line_of[record.id]] = kept
        for line, kept in vals.items():
            line.before = kept
        self.env["ats.bulk.line"].union(*vals)._done()

    def _file_id(self, record, before):
        """Return the id of the application that mails about a record stand in."""
        return record.id if record._name == "hr.applicant" else before.get(record.id, {}).get("file")

    def _held_until(self):
        """Mails wait until all are made; :meth:`_finish` sets when they leave."""
        soonest = fields.Datetime.now() + timedelta(minutes=HOLD_MINUTES)
        return max(self.send_at or soonest, soonest)

    def _finish(self):
        """Let the mails go after the undo time and tell that it is done."""
        now = fields.Datetime.now()
        soonest = now + timedelta(seconds=UNDO_SECONDS)
        leaves_at = max(self.send_at or soonest, soonest)
        mails_sudo = self._held_mails_sudo()
        if mails_sudo:
            mails_sudo.write({"scheduled_date": leaves_at})
            self.env["hr.applicant"]._ats_wake_mail_queue(leaves_at)
        self.sudo().write(
            {
                "state": "done",
                "finished_at": now,
                "leaves_at": leaves_at if mails_sudo else False,
                "undo_until": self._undoable_until(leaves_at) if self._is_undoable_kind() else False,
            }
        )

    def _undoable_until(self, leaves_at):
        """Hook: until when a run that is done can be taken back; where mails wait, until they leave."""
        return leaves_at

    def _held_mails_sudo(self):
        """Return the mails that the run made and that have not left, elevated."""
        ids = [id_ for line in self.sudo().line_ids for id_ in (line.before or {}).get("mails", [])]
        return self.env["mail.mail"].sudo().browse(ids).exists().filtered(lambda mail: mail.state == "outgoing")

    # ------------------------------------------------------------
    # Buttons
    # ------------------------------------------------------------

    def action_start(self):
        """Button: do it. The list stays as it is; a small panel shows how far it is."""
        self._start()
        return {
            "type": "ir.actions.client",
            "tag": "ats_core.bulk_started",
            "params": {"run_ids": self.ids},
        }

    def action_stop(self):
        """Button: do no more; what was done stays, and it can go on or be taken back."""
        for run in self:
            run._check_owner()
            run_sudo = run.sudo()
            run_sudo.lock_for_update()
            if run_sudo.state in ("waiting", "running"):
                run._finish()
                run_sudo.state = "stopped"

    def action_go_on(self):
        """Button: do the rest."""
        self.ensure_one()
        self._check_owner()
        if self.state in ("stopped", "running"):
            self.sudo().state = "running"
            self._enqueue_rest()

    def _check_owner(self):
        self.check_access("read")
        if self.user_id != self.env.user and not self.env.su:
            raise AccessError(self.env._("Only who started it may do this."))

    def ats_progress(self):
        """Return what the panel shows about runs.

        :return: list of dicts with ``id``, ``title``, ``summary``, ``state``, ``progress``, ``problems``,
            ``undo_seconds``, ``leaves_at`` and ``file`` (whether there is one to download)
        """
        self.check_access("read")
        now = fields.Datetime.now()
        return [
            {
                "id": run.id,
                "title": run.title,
                "summary": run.summary,
                "state": run.state,
                "progress": round(run.progress),
                "problems": run.skipped_count + run.failed_count,
                "undo_seconds": max(0, int((run.undo_until - now).total_seconds())) if run.can_undo else 0,
                "leaves_at": fields.Datetime.to_string(run.leaves_at) if run.leaves_at else False,
                "file": bool(run.file_id),
            }
            for run in self
        ]


class AtsBulkLine(models.Model):
    _inherit = "ats.bulk.line"

    def _done(self):
        """Mark as done; a note that was there stays."""
        self.sudo().write({"state": "done"})
