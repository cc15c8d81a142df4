from odoo import api, fields, models
from odoo.tools import SQL

_AT_ONCE = 50
_BY_AGE = SQL("id")


class AtsReviewTask(models.Model):
    """Which reviewer gets a task. Several processes may assign at once: rows in somebody else's hand are skipped."""

    _inherit = "ats.review.task"

    @api.model
    def _assign_waiting(self):
        """Give waiting tasks to reviewers at their desks.

        :return: the tasks assigned
        """
        tasks = self._locked(SQL("state = 'waiting'"), order=SQL("escalated DESC, queued_at, id"), limit=_AT_ONCE)
        now = fields.Datetime.now()
        reviewers = self.env["ats.reviewer"].browse() if not tasks else self._locked_reviewers()
        reviewers = reviewers.filtered(lambda reviewer: reviewer._is_at_desk(now))
        load = self._open_counts(reviewers)
        assigned = self.browse()
        for task in tasks if reviewers else ():
            reviewer = task._best_reviewer(reviewers, load)
            if reviewer:
                task._assign(reviewer, now)
                load[reviewer] = load.get(reviewer, 0) + 1
                assigned |= task
        assigned._tell_board()
        return assigned

    @api.model
    def _locked(self, condition, *, order=_BY_AGE, limit=_AT_ONCE):
        """Lock tasks for this transaction and return them; those that another process holds are left to it."""
        self.flush_model()
        rows = self.env.execute_query(
            SQL(
                "SELECT id FROM ats_review_task WHERE %s ORDER BY %s LIMIT %s FOR UPDATE SKIP LOCKED",
                condition,
                order,
                limit,
            )
        )
        tasks = self.browse([task_id for (task_id,) in rows])
        tasks.invalidate_recordset()
        return tasks

    @api.model
    def _locked_reviewers(self):
        self.env["ats.reviewer"].flush_model()
        rows = self.env.execute_query(
            SQL("SELECT id FROM ats_reviewer WHERE active AND state = 'available' ORDER BY id FOR UPDATE SKIP LOCKED")
        )
        return self.env["ats.reviewer"].browse([reviewer_id for (reviewer_id,) in rows])

    @api.model
    def _open_counts(self, reviewers):
        return dict(
            self._read_group(
                [("state", "=", "working"), ("reviewer_id", "in", reviewers.ids)], ["reviewer_id"], ["__count"]
            )
        )

    def _best_reviewer(self, reviewers, load):
        """Return who should take the task; empty when nobody is free who may."""
        self.ensure_one()
        missed = self.strike_ids.reviewer_id
        wanted = self.job_id.sudo().current_job_skill_ids.skill_id
        least_loaded = self.company_id.ats_review_strategy == "least_loaded"
        free = [
            reviewer
            for reviewer in reviewers
            if load.get(reviewer, 0) < reviewer.max_open and reviewer._may_review(self) and self._may_get(reviewer)
        ]
        never = fields.Datetime.to_datetime("1970-01-01")

        def rank(reviewer):
            turn = reviewer.last_assigned_at or never
            order = (load.get(reviewer, 0), turn) if least_loaded else (turn, load.get(reviewer, 0))
            return (reviewer in missed, -len(reviewer.skill_ids & wanted), *order, reviewer.id)

        return min(free, key=rank, default=self.env["ats.reviewer"])

    def _may_get(self, reviewer):
        """An escalated task goes to the job's hiring manager or an administrator."""
        self.ensure_one()
        if not self.escalated:
            return True
        user = reviewer.user_id
        return user == self.job_id.sudo().ats_hiring_manager_id or user.has_group(
            "hr_recruitment.group_hr_recruitment_manager"
        )

    def _assign(self, reviewer, now):
        """Hand the task over with a fresh timer."""
        self.ensure_one()
        job = self.job_id
        minutes = max(job.ats_review_minutes, 1)
        self.write(
            {
                "state": "working",
                "reviewer_id": reviewer.id,
                "round": self.round + 1,
                "assigned_at": now,
                "pause_count": 0,
                **self._timer(reviewer, minutes * 60, job.ats_review_warn_minutes, now),
            }
        )
        reviewer.last_assigned_at = now
        self._tick_at(self.warn_at, self.deadline)
        reviewer.user_id.sudo()._bus_send(
            "simple_notification",
            {
                "type": "info",
                "message": self.env._("A review for you: %(job)s, %(minutes)s minutes.", job=job.name, minutes=minutes),
            },
        )

    @api.model
    def _timer(self, reviewer, seconds, warn_minutes, now):
        """Return the values of a timer that runs for so many seconds of the reviewer's work."""
        before = seconds / 60 - warn_minutes
        return {
            "deadline": reviewer._after_working(seconds / 60, now),
            "warn_at": reviewer._after_working(before, now) if before > 0 else now,
            "warned": before <= 0,
            "paused_at": False,
            "seconds_left": 0,
        }
