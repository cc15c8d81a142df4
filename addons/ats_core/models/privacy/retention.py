from datetime import timedelta

from dateutil.relativedelta import relativedelta

from odoo import fields, models

from ...enqueue import ats_enqueue

# What candidates agree to when they let their data be kept; the sentence says two years.
AGREED_MONTHS = 24
PEOPLE_A_BATCH = 1000


class ResCompany(models.Model):
    _inherit = "res.company"

    ats_retention_months = fields.Integer(
        "Keep Candidates (months)",
        default=0,
        help="How long candidates are kept after their last application ended. 0: until somebody erases them. "
        "A job may say otherwise.",
    )

    _ats_retention_positive = models.Constraint(
        "CHECK (COALESCE(ats_retention_months, 0) >= 0)", "Months to keep candidates are not negative."
    )

    def write(self, vals):
        result = super().write(vals)
        if "ats_retention_months" in vals:
            jobs = self.env["hr.job"].sudo().with_context(active_test=False)
            jobs.search([("company_id", "in", [False, *self.ids])])._ats_plan_retention_renewal()
        return result


class HrJob(models.Model):
    """How long the people are kept who applied to a job."""

    _inherit = "hr.job"

    ats_retention_months = fields.Integer(
        "Keep Candidates (months)",
        tracking=True,
        help="How long candidates of this job are kept after their last application ended. 0: as the company says.",
    )

    _ats_retention_positive = models.Constraint(
        "CHECK (COALESCE(ats_retention_months, 0) >= 0)", "Months to keep candidates are not negative."
    )

    def _ats_template_fields(self):
        return [*super()._ats_template_fields(), "ats_retention_months"]

    def _ats_kept_months(self):
        """Return the months that hold for the job: its own, else the company's; 0 without an end."""
        self.ensure_one()
        return self.ats_retention_months or (self.company_id or self.env.company).sudo().ats_retention_months

    def write(self, vals):
        before = {job: job.ats_retention_months for job in self} if "ats_retention_months" in vals else {}
        result = super().write(vals)
        self.filtered(
            lambda job: before.get(job, job.ats_retention_months) != job.ats_retention_months
        )._ats_plan_retention_renewal()
        return result

    def _ats_plan_retention_renewal(self):
        """The policy changed: work out the dates of those who applied, in the background."""
        for job in self:
            ats_enqueue(job.sudo(), "_ats_renew_retention", channel="root.pipeline", key=f"retention:{job.id}")

    def _ats_renew_retention(self):
        everybody = self.env["ats.candidate"].with_context(active_test=False)
        people = everybody.search([("application_ids.job_id", "in", self.ids), ("erased_at", "=", False)])
        for start in range(0, len(people), PEOPLE_A_BATCH):
            people[start : start + PEOPLE_A_BATCH]._renew_retention(policy_changed=True)
            self.env.flush_all()
            self.env.invalidate_all()


class AtsCandidate(models.Model):
    """Until when a person is kept: worked out when the last application ends, and when an agreement
    is given or taken back. A date that the privacy officer types stands until then."""

    _inherit = "ats.candidate"

    def _renew_retention(self, *, policy_changed=False):
        """Set the day until which each person is kept; none while something is going on.

        Where no policy says anything, a day that somebody typed stays, unless the policy was just taken away.
        """
        for candidate_sudo in self.sudo().with_context(active_test=False):
            until = candidate_sudo._kept_until()
            if until is None and not policy_changed:
                continue
            if candidate_sudo.retention_until != (until or False):
                candidate_sudo.retention_until = until

    def _kept_until(self):
        """Return the last day by the longest policy among the person's jobs; ``False`` while something goes on,
        ``None`` when no policy says it."""
        self.ensure_one()
        applications = self.application_ids
        going_on = any(application.ats_state in ("ongoing", "hired") for application in applications)
        if not applications:
            return None
        if going_on or self._ats_has_consent("talent_pool"):
            return False
        agreed = AGREED_MONTHS if self._ats_has_consent("retention") else 0
        days = [day for day in (application._ats_kept_until(agreed) for application in applications) if day]
        return max(days, default=None)

    def _ats_consent_given(self, purpose):
        result = super()._ats_consent_given(purpose)
        if purpose in ("retention", "talent_pool"):
            self._renew_retention()
        return result

    def _ats_consent_withdrawn(self, purpose):
        result = super()._ats_consent_withdrawn(purpose)
        if purpose in ("retention", "talent_pool"):
            self._renew_retention()
        return result


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_ended_on(self):
        """Return the day on which an ended application ended."""
        self.ensure_one()
        ended = self.refuse_date or self.ats_withdrawn_at or self.date_closed or self.ats_last_activity
        return fields.Date.to_date(ended or self.create_date)

    def _ats_kept_until(self, agreed_months):
        """Return until when this ended application keeps its person, ``None`` when no policy says it.

        :param int agreed_months: what the person agreed to; it makes the time longer, never shorter
        """
        self.ensure_one()
        months = self.job_id._ats_kept_months() if self.job_id else self.company_id.sudo().ats_retention_months
        if not months:
            return None
        ended = self._ats_ended_on()
        by_law = ended + timedelta(days=self._ats_company().ats_keep_after_end_days)
        return max(ended + relativedelta(months=max(months, agreed_months)), by_law)

    def _ats_end(self, outcome, vals, payload=None):
        result = super()._ats_end(outcome, vals, payload)
        self.sudo().ats_candidate_id._renew_retention()
        return result

    def _ats_reopen(self, stage=None):
        result = super()._ats_reopen(stage)
        self._ats_keep_person()
        return result

    def _ats_begin(self):
        result = super()._ats_begin()
        self._ats_keep_person()
        return result

    def _ats_keep_person(self):
        """Something goes on with these people: no end of keeping is set."""
        self.sudo().ats_candidate_id.filtered("retention_until")._renew_retention()
