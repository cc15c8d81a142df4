from datetime import timedelta

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models

UNITS = [("days", "days"), ("months", "months")]


class AtsApplicationLimits(models.AbstractModel):
    """How often a person may apply. 0 is no limit."""

    _name = "ats.application.limits"
    _description = "Limits on Applying"

    ats_limit_count = fields.Integer("Applications", help="At most so many of one person. 0: no limit.")
    ats_limit_days = fields.Integer("In Days", default=180)
    ats_cooldown = fields.Integer("Wait After a Refusal", help="Before the same person applies again. 0: no wait.")
    ats_cooldown_unit = fields.Selection(UNITS, default="months")


class ResCompany(models.Model):
    _name = "res.company"
    _inherit = ["res.company", "ats.application.limits"]


class HrDepartment(models.Model):
    _name = "hr.department"
    _inherit = ["hr.department", "ats.application.limits"]

    ats_own_limits = fields.Boolean("Own Limits on Applying", help="Otherwise those of the company count.")


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    ats_limit_count = fields.Integer(related="company_id.ats_limit_count", readonly=False)
    ats_limit_days = fields.Integer(related="company_id.ats_limit_days", readonly=False)
    ats_cooldown = fields.Integer(related="company_id.ats_cooldown", readonly=False)
    ats_cooldown_unit = fields.Selection(related="company_id.ats_cooldown_unit", readonly=False)


class HrApplicant(models.Model):
    """Too many applications, or one too soon after a refusal, are answered politely."""

    _inherit = "hr.applicant"

    @api.model
    def _ats_in_cooldown(self, candidate, job):
        return super()._ats_in_cooldown(candidate, job) or bool(self._ats_what_holds_back(candidate, job))

    @api.model
    def _ats_what_holds_back(self, candidate, job):
        """Return ``count`` or ``refused`` when the person has to wait, else an empty string.

        Applications for the jobs of one department are counted together, those of jobs without
        a department per company.
        """
        job_sudo = job.sudo()
        limits = self._ats_limits(job_sudo)
        now = fields.Datetime.now()
        if limits.ats_limit_count and limits.ats_limit_days:
            since = now - timedelta(days=limits.ats_limit_days)
            earlier = self._ats_earlier(candidate, job_sudo, [("create_date", ">=", since)])
            if len(earlier) >= limits.ats_limit_count:
                return "count"
        if limits.ats_cooldown:
            since = now - relativedelta(**{limits.ats_cooldown_unit or "months": limits.ats_cooldown})
            domain = [("ats_state", "=", "refused"), ("refuse_date", ">=", since)]
            if self._ats_earlier(candidate, job_sudo, domain):
                return "refused"
        return ""

    @api.model
    def _ats_limits(self, job_sudo):
        department_sudo = job_sudo.department_id
        own = department_sudo.ats_own_limits
        return department_sudo if own else job_sudo.company_id or self.env.company

    @api.model
    def _ats_earlier(self, candidate, job_sudo, domain):
        """Return the person's applications that count together with one for this job."""
        return (
            self.sudo()
            .with_context(active_test=False)
            .search(
                [
                    ("ats_candidate_id", "=", candidate.id),
                    ("ats_state", "!=", False),
                    ("ats_duplicate_of_id", "=", False),
                    ("company_id", "=", job_sudo.company_id.id),
                    ("department_id", "=", job_sudo.department_id.id),
                    *domain,
                ],
                order="id desc",
            )
        )

    @api.model
    def _ats_turn_away(self, candidate, job):
        """Note it where the recruiter looks, and tell the owner of the address, nobody else."""
        super()._ats_turn_away(candidate, job)
        job_sudo = job.sudo()
        latest = self._ats_earlier(candidate, job_sudo, [])[:1]
        why = self._ats_what_holds_back(candidate, job)
        self.env["ats.event"]._record(
            "application.held_back", candidate=candidate, job=job, applicant=latest, payload={"limit": why}
        )
        if not latest:
            return
        latest._message_log(
            body=self.env._(
                "This person applied for %(job)s and has to wait: %(reason)s. No application was made; the page said "
                "the same as always, a mail explains it.",
                job=job_sudo.name,
                reason=self._ats_limit_reason(why),
            )
        )
        template = self.env.ref("ats_core.mail_template_held_back", raise_if_not_found=False)
        if template:
            latest._ats_mail(template)

    @api.model
    def _ats_limit_reason(self, why):
        if why == "refused":
            return self.env._("the last refusal is too recent")
        return self.env._("too many applications in this department")
