from odoo import api, fields, models
from odoo.tools import SQL

from ...lib.ats_worktime import working_time

# Names in one mail; the rest is a number with a link.
TOP = 10


class ResUsers(models.Model):
    _inherit = "res.users"

    ats_digest_on = fields.Date("Last Digest of Late Answers", readonly=True, copy=False)

    @api.model
    def _cron_ats_sla_digest(self):
        """Mail each recruiter, once on each working day, what is late and what is due soon."""
        counts = self._ats_digest_counts()
        users = self.browse(user.id for user in counts)
        self.env["ir.cron"]._commit_progress(remaining=len(users))
        rows = self._ats_digest_rows(users)
        for user in users:
            if user._ats_works_today():
                user._ats_send_digest(counts[user], rows.get(user.id, []))
            if not self.env["ir.cron"]._commit_progress(1):
                break

    @api.model
    def _ats_digest_counts(self):
        """Return ``{user: {"red": n, "amber": n}}`` of those not mailed today."""
        today = fields.Date.context_today(self)
        counts = {}
        for user, state, count in (
            self.env["hr.applicant"]
            .sudo()
            ._read_group(
                [("ats_sla_state", "in", ("red", "amber")), ("ats_state", "=", "ongoing"), ("user_id", "!=", False)],
                ["user_id", "ats_sla_state"],
                ["__count"],
            )
        ):
            if user.active and user.email and user.ats_digest_on != today:
                counts.setdefault(user, {"red": 0, "amber": 0})[state] = count
        return counts

    @api.model
    def _ats_digest_rows(self, users):
        """Return ``{user id: [application, …]}``, the most urgent first, of all users in one query."""
        ranked = self.env.execute_query(
            SQL(
                """SELECT user_id, id FROM (
                       SELECT user_id, id, ats_sla_deadline,
                              row_number() OVER (PARTITION BY user_id ORDER BY ats_sla_deadline, id) AS place
                         FROM hr_applicant
                        WHERE ats_sla_state IN ('red', 'amber') AND ats_state = 'ongoing' AND user_id IN %s
                   ) ranked
                    WHERE place <= %s ORDER BY user_id, place""",
                tuple(users.ids) or (None,),
                TOP,
            )
        )
        # One recordset: what the mails show is read for all of them at once.
        applicants = self.env["hr.applicant"].sudo().browse([id_ for _user_id, id_ in ranked])
        rows = {}
        for (user_id, _id), applicant in zip(ranked, applicants, strict=True):
            rows.setdefault(user_id, []).append(applicant)
        return rows

    def _ats_works_today(self):
        calendar = self.company_id.resource_calendar_id
        if not calendar:
            return True
        work = calendar._ats_work_calendar()
        now = fields.Datetime.now()
        begin = now.replace(hour=0, minute=0, second=0, microsecond=0)
        return bool(working_time(work, begin, fields.Datetime.add(begin, days=1)))

    def _ats_send_digest(self, counts, applicants):
        self.ensure_one()
        reader = self.with_context(lang=self.lang, tz=self.tz)
        body = self.env["ir.qweb"]._render(
            "ats_core.mail_sla_digest",
            {"user": reader, "counts": counts, "applicants": applicants, "base_url": self.get_base_url()},
            lang=self.lang,
        )
        env = reader.env
        self.env["mail.mail"].sudo().create(
            {
                "subject": env._("%(late)s late, %(due)s due soon", late=counts["red"], due=counts["amber"]),
                "email_to": self.email_formatted,
                "email_from": self.company_id.email_formatted or self.env.user.email_formatted,
                "body_html": body,
                "auto_delete": True,
            }
        )
        self.sudo().ats_digest_on = fields.Date.context_today(self)
