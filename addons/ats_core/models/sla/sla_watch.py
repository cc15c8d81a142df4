from odoo import api, fields, models
from odoo.tools import SQL

BATCH = 5000


class HrApplicant(models.Model):
    """The watch over answer times: colours turn, and somebody is told."""

    _inherit = "hr.applicant"

    @api.model
    def _cron_ats_sla(self):
        """Turn what is due yellow and red, and keep one activity for each job and person.

        The number of queries depends on batches and jobs, not on applications.
        """
        while self._ats_turn_sla():
            if not self.env["ir.cron"]._commit_progress(1):
                return
        self._ats_tell_late_jobs()

    @api.model
    def _ats_turn_sla(self, limit=BATCH):
        """Turn a batch; two runners never take the same rows.

        :return: the number of applications that changed colour
        """
        self.flush_model(["ats_sla_state", "ats_sla_amber_at", "ats_sla_deadline", "ats_state"])
        now = fields.Datetime.now()
        turned = self.env.execute_query(
            SQL(
                """UPDATE hr_applicant
                      SET ats_sla_state = CASE WHEN ats_sla_deadline <= %(now)s THEN 'red' ELSE 'amber' END
                    WHERE id IN (SELECT id FROM hr_applicant
                                  WHERE ats_state = 'ongoing'
                                    AND (ats_sla_state = 'green' AND ats_sla_amber_at <= %(now)s
                                     OR ats_sla_state IN ('green', 'amber') AND ats_sla_deadline <= %(now)s)
                                  LIMIT %(limit)s
                                    FOR UPDATE SKIP LOCKED)
                RETURNING id""",
                now=now,
                limit=limit,
            )
        )
        self.browse([id_ for (id_,) in turned]).invalidate_recordset(["ats_sla_state", "ats_pace"], flush=False)
        return len(turned)

    @api.model
    def _ats_tell_late_jobs(self):
        """Keep one activity on each job with late answers for each person who has to know."""
        late = {}
        rows = self.sudo()._read_group(
            [("ats_sla_state", "=", "red"), ("ats_state", "=", "ongoing"), ("job_id", "!=", False)],
            ["job_id", "stage_id", "user_id"],
            ["__count"],
        )
        for job, stage, user, count in rows:
            for person in job._ats_told_when_late(stage, user):
                late[job, person] = late.get((job, person), 0) + count
        self.env["hr.job"].sudo()._ats_keep_late_activities(late)


class HrJob(models.Model):
    _inherit = "hr.job"

    ats_late_count = fields.Integer("Late", compute="_compute_ats_late_count")

    def _compute_ats_late_count(self):
        counts = dict(
            self.env["hr.applicant"]._read_group(
                [("job_id", "in", self.ids), ("ats_sla_state", "=", "red"), ("ats_state", "=", "ongoing")],
                ["job_id"],
                ["__count"],
            )
        )
        for job in self:
            job.ats_late_count = counts.get(job, 0)

    def _ats_told_when_late(self, stage, recruiter):
        """Return the users who get an activity when an answer in the stage is late."""
        self.ensure_one()
        wanted = stage.ats_sla_escalate
        people = self.env["res.users"]
        if wanted != "manager":
            people |= recruiter or self.user_id
        if wanted in ("manager", "both"):
            people |= self.ats_hiring_manager_id or recruiter or self.user_id
        return people.filtered("active")

    @api.model
    def _ats_keep_late_activities(self, late):
        """Make, correct and close the activities so that they tell ``{(job, user): late answers}``."""
        kind = self.env.ref("ats_core.mail_activity_type_late")
        open_ones = self.env["mail.activity"].search([("activity_type_id", "=", kind.id), ("res_model", "=", "hr.job")])
        known = {(activity.res_id, activity.user_id.id): activity for activity in open_ones}
        model_id = self.env["ir.model"]._get_id("hr.job")
        new = []
        for (job, user), count in late.items():
            summary = self.env._("%s answers are late", count) if count > 1 else self.env._("One answer is late")
            activity = known.pop((job.id, user.id), None)
            if not activity:
                new.append(
                    {
                        "activity_type_id": kind.id,
                        "res_model_id": model_id,
                        "res_id": job.id,
                        "user_id": user.id,
                        "summary": summary,
                        "date_deadline": fields.Date.context_today(self),
                    }
                )
            elif activity.summary != summary:
                activity.summary = summary
        self.env["mail.activity"].with_context(mail_activity_quick_update=True).create(new)
        self.env["mail.activity"].union(*known.values()).unlink()
