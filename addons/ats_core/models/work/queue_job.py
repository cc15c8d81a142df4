import logging
from datetime import timedelta

from odoo import api, fields, models

from odoo.addons.queue_job.job import Job

_logger = logging.getLogger(__name__)

WAIT_MINUTES = 10


class QueueJob(models.Model):
    _inherit = "queue.job"

    @api.model
    def _cron_ats_watch(self, limit=50):
        """Warn when background work stands still, and do it here until the runner is back.

        The runner is missing for instance when ``server_wide_modules`` lacks ``queue_job``.
        """
        waiting = self.search(self._ats_waiting_domain(), order="priority, date_created", limit=limit)
        self.env["ir.cron"]._commit_progress(remaining=len(waiting))
        if waiting:
            self._ats_warn(waiting)
        for record in waiting:
            record._ats_drain_if_waiting()
            if not self.env["ir.cron"]._commit_progress(1):
                break

    @api.model
    def _ats_waiting_domain(self):
        since = fields.Datetime.now() - timedelta(minutes=WAIT_MINUTES)
        return [
            ("state", "in", ("pending", "enqueued")),
            ("date_created", "<", since),
            "|",
            ("eta", "=", False),
            ("eta", "<", since),
        ]

    def _ats_drain_if_waiting(self):
        """Take one job unless the runner has taken it meanwhile. The lock is taken for each one:
        progress commits, and with it every lock goes."""
        self.invalidate_recordset()
        locked = self.try_lock_for_update()
        if locked.filtered(lambda job: job.state in ("pending", "enqueued")):
            locked._ats_drain()

    def _ats_drain(self):
        """Perform the job in this process; a failure is kept on the job, where people see it."""
        self.ensure_one()
        job = Job.load(self.env, self.uuid)
        try:
            with self.env.cr.savepoint():
                job.set_started()
                job.perform()
                job.set_done()
        except Exception as error:
            _logger.exception("background job %s failed", self.uuid)
            job.set_failed(exc_name=type(error).__name__, exc_message=str(error))
        job.store()

    def _ats_warn(self, waiting):
        _logger.warning(
            "%s background jobs wait for more than %s minutes; is queue_job among the server-wide modules?",
            len(waiting),
            WAIT_MINUTES,
        )
        administrators = self.env.ref("hr_recruitment.group_hr_recruitment_manager").user_ids
        for user in administrators.filtered("active"):
            user.partner_id._ats_remind_of_waiting_work(user, len(waiting))


class ResPartner(models.Model):
    _inherit = "res.partner"

    def _ats_remind_of_waiting_work(self, user, count):
        """Leave one open activity that tells the administrator that background work waits."""
        summary = self.env._("Background work of recruitment stands still")
        if self.activity_ids.filtered(lambda activity: activity.user_id == user and activity.summary == summary):
            return
        self.activity_schedule(
            "mail.mail_activity_data_warning",
            user_id=user.id,
            summary=summary,
            note=self.env._(
                "%(count)s jobs wait for more than %(minutes)s minutes. Check that the server "
                "starts with queue_job among its server-wide modules. Until then they are done "
                "here every five minutes.",
                count=count,
                minutes=WAIT_MINUTES,
            ),
        )
