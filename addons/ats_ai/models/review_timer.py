from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

LONGEST_PAUSE = timedelta(hours=1)
PAUSES = 2
_FREE = {
    "state": "waiting",
    "reviewer_id": False,
    "deadline": False,
    "warn_at": False,
    "paused_at": False,
    "seconds_left": 0,
}


class AtsReviewTask(models.Model):
    """The timer: a warning before the end, at the end the task goes back into the queue, once."""

    _inherit = "ats.review.task"

    @api.model
    def _cron_tick(self):
        """Warn, take back, and assign; every minute, and at the moments the timers end."""
        now = fields.Datetime.now()
        self.env["ats.reviewer"]._back_from_vacation(now)
        self._end_long_pauses(now)
        self._warn_late(now)
        self._revoke_expired(now)
        self._assign_waiting()

    @api.model
    def _tick_at(self, *moments):
        cron = self.env.ref("ats_ai.ir_cron_review_tick", raise_if_not_found=False)
        if cron:
            cron.sudo()._trigger(at=[moment for moment in moments if moment])

    @api.model
    def _warn_late(self, now):
        """Tell reviewers whose time is nearly over."""
        late = self._locked(SQL("state = 'working' AND NOT warned AND warn_at <= %s AND deadline > %s", now, now))
        for task in late:
            task.warned = True
            task.reviewer_id.user_id.sudo()._bus_send(
                "ats_ai/review_warning",
                {
                    "id": task.id,
                    "message": self.env._("A few minutes are left for a review: %s", task.job_id.name),
                },
            )
        late._tell_board()

    @api.model
    def _revoke_expired(self, now):
        """Take tasks back whose time is over. Each round of a task ends so at most once.

        :return: the tasks taken back
        """
        expired = self._locked(SQL("state = 'working' AND deadline <= %s", now))
        reviewers = expired.reviewer_id
        self.env["ats.review.strike"].create(
            [
                {"task_id": task.id, "round": task.round, "reviewer_id": task.reviewer_id.id, "at": now}
                for task in expired
            ]
        )
        expired._requeue()
        # Last: who is locked for it gives the other tasks back.
        for reviewer in reviewers:
            reviewer._struck()
        return expired

    def _requeue(self):
        """Put tasks back into the queue, where they stood before."""
        if self:
            self.write({**_FREE, "warned": False})
            self._tell_board()
            self._assign_soon()

    def action_pause(self):
        """Stop the timer for an hour at most, twice for each assignment."""
        for task in self._held_by_me():
            if task.paused_at:
                continue
            if task.pause_count >= PAUSES:
                raise UserError(self.env._("This task was paused twice. Decide, hand it over or escalate it."))
            now = fields.Datetime.now()
            left = task.reviewer_id._working_seconds(now, task.deadline)
            task.write(
                {
                    "paused_at": now,
                    "pause_count": task.pause_count + 1,
                    "seconds_left": max(left, 1),
                    "deadline": False,
                    "warn_at": False,
                }
            )
            self._tick_at(now + LONGEST_PAUSE)
            task._tell_board()

    def action_resume(self):
        """Let the timer run on."""
        for task in self._held_by_me():
            task._resume(fields.Datetime.now())

    def _resume(self, now):
        self.ensure_one()
        if self.paused_at:
            self.write(self._timer(self.reviewer_id, self.seconds_left, self.job_id.ats_review_warn_minutes, now))
            self._tick_at(self.warn_at, self.deadline)
            self._tell_board()

    @api.model
    def _end_long_pauses(self, now):
        for task in self._locked(SQL("state = 'working' AND paused_at <= %s", now - LONGEST_PAUSE)):
            task._resume(now)

    def action_hand_over(self, reviewer_id=None):
        """Give the task to another reviewer, or back to the queue for whoever is free.

        :param int reviewer_id: who takes it; nothing: the queue
        """
        for task in self._held_by_me():
            other = self.env["ats.reviewer"].sudo().browse(reviewer_id or ()).exists()
            if other and (other.state != "available" or not other._may_review(task)):
                raise UserError(self.env._("%s takes no tasks now, or not of this job.", other.user_id.name))
            task.write({**_FREE, "warned": False})
            if other:
                task._assign(other, fields.Datetime.now())
            else:
                self._assign_soon()
            task._tell_board()

    def action_escalate(self, note=None):
        """Leave the decision to the hiring manager or an administrator."""
        for task in self._held_by_me():
            task.write({**_FREE, "warned": False, "escalated": True, "note": note or task.note})
            task._tell_board()
            self._assign_soon()

    def _held_by_me(self):
        """Lock these tasks and return them elevated; raise when one is not in the user's hand any more."""
        now = fields.Datetime.now()
        tasks_sudo = self.sudo()
        tasks_sudo.flush_model()
        if self.ids:
            self.env.execute_query(SQL("SELECT id FROM ats_review_task WHERE id IN %s FOR UPDATE", tuple(self.ids)))
        tasks_sudo.invalidate_recordset()
        for task in tasks_sudo:
            mine = task.state == "working" and task.reviewer_id.user_id == self.env.user
            if not mine or (task.deadline and task.deadline <= now):
                raise UserError(self.env._("This task is not in your hands any more. The board shows where it is."))
        return tasks_sudo
