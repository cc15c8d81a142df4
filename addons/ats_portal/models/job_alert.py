from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain

DAYS = 7
MAX_JOBS = 10


class AtsCandidate(models.Model):
    """New jobs by mail, at most once a week, to who has agreed to it."""

    _inherit = "ats.candidate"

    ats_alerted_at = fields.Datetime("New Jobs Sent", readonly=True, copy=False)

    @api.model
    def _cron_job_alerts(self, limit=100):
        """Mail the jobs that are new, in portions that survive an interruption."""
        now = fields.Datetime.now()
        domain = Domain("consent_ids", "any", [("purpose", "=", "job_alert"), ("withdrawn_at", "=", False)]) & Domain(
            "do_not_contact", "=", False
        )
        domain &= Domain("ats_alerted_at", "=", False) | Domain("ats_alerted_at", "<", now - timedelta(days=DAYS))
        self.env["ir.cron"]._commit_progress(remaining=self.search_count(domain))
        last = 0
        while people := self.search(domain & Domain("id", ">", last), order="id", limit=limit):
            last = people[-1].id
            # Who has had enough mails lately stays due: a later turn writes.
            ready = people.filtered(lambda person: not person._ats_own_mail_from())
            for person in ready:
                person._ats_send_job_alert()
            ready.ats_alerted_at = now
            if not self.env["ir.cron"]._commit_progress(len(people)):
                break

    def _ats_send_job_alert(self):
        """Mail the jobs published since the last mail; nothing when there is none."""
        self.ensure_one()
        jobs = self._ats_new_jobs()
        application = self._ats_proven_application()
        if not jobs or not application:
            return self.env["mail.mail"]
        base = application.get_base_url()
        listed = [{"name": job.name, "url": f"{base}{job.website_url}", "place": job.address_id.city} for job in jobs]
        template_sudo = self.env.ref("ats_portal.mail_template_job_alert").sudo()
        return application._ats_mail(template_sudo.with_context(ats_jobs=listed), kind="job_alert")

    def _ats_new_jobs(self):
        """Return open jobs of the group of companies that the person has not been told of."""
        agreed = self.consent_ids.filtered(lambda consent: consent.purpose == "job_alert" and not consent.withdrawn_at)
        since = self.ats_alerted_at or max(agreed.mapped("given_at"), default=fields.Datetime.now())
        applied = self.with_context(active_test=False).application_ids.job_id
        return self.env["hr.job"].search(
            [
                ("is_published", "=", True),
                ("ats_job_state", "=", "open"),
                ("published_date", ">=", fields.Date.to_date(since)),
                ("company_id", "child_of", self.company_id.id),
                ("id", "not in", applied.ids),
            ],
            limit=MAX_JOBS,
        )

    def _ats_proven_application(self):
        """Return the newest application whose proven address is the person's."""
        return (
            self.env["hr.applicant"]
            .with_context(active_test=False)
            .search(
                [
                    ("ats_candidate_id", "=", self.id),
                    ("job_id", "!=", False),
                    ("ats_address_proven", "=", True),
                    ("email_normalized", "=", self.email_normalized),
                ],
                order="id desc",
                limit=1,
            )
        )
