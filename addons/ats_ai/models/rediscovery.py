from odoo import fields, models

from odoo.addons.ats_core.enqueue import ats_enqueue

from ..lib.ats_match import match, reasons

_PEOPLE, _JOBS = 50, 10
_LEAST = 50
_ROUNDS = 4


class AtsMatch(models.Model):
    _inherit = "ats.match"

    for_job = fields.Boolean(readonly=True, help="Among the best people for the job.")
    for_person = fields.Boolean(readonly=True, help="Among the best jobs for the person.")

    def _keep_pairs(self, pairs, flag):
        """Store explained matches of people and jobs.

        :param list pairs: ``(candidate, job, match)``
        :param str flag: ``for_job`` or ``for_person``
        """
        candidates = {candidate.id for candidate, _job, _found in pairs}
        jobs = {job.id for _candidate, job, _found in pairs}
        rows = self.search([("candidate_id", "in", list(candidates)), ("job_id", "in", list(jobs))])
        there = {(row.candidate_id.id, row.job_id.id): row for row in rows}
        for candidate, job, found in pairs:
            values = {
                **reasons(found),
                "scored": found.score is not None,
                "score": found.score or 0,
                "exact": found.exact or 0.0,
                "formula_version": self._version(),
                "computed_at": fields.Datetime.now(),
                flag: True,
            }
            row = there.get((candidate.id, job.id))
            if row:
                row.write(values)
            else:
                self.create({**values, "candidate_id": candidate.id, "job_id": job.id})

    def _drop_flag(self, flag):
        """Take rows out of a list; those that are in none are deleted."""
        self.write({flag: False})
        self.filtered(lambda row: not row.for_job and not row.for_person).unlink()


class HrJob(models.Model):
    """The best people of the database for a job: those who agreed to be told, and may be contacted."""

    _inherit = "hr.job"

    def write(self, vals):
        """A job that opens looks for people at once."""
        result = super().write(vals)
        if "ats_job_state" in vals:
            self._ats_rediscover_later()
        return result

    def _ats_rediscover_later(self):
        """Look for people in the background."""
        for job in self.sudo().exists():
            ats_enqueue(job, "_ats_rediscover", channel="root.match", key=f"job:{job.id}:people")

    def _ats_rediscover(self):
        """Keep the best people for each of these jobs, with reasons."""
        rows_sudo = self.env["ats.match"].sudo()
        for job in self.sudo().exists():
            before = rows_sudo.search([("job_id", "=", job.id), ("for_job", "=", True)])
            pairs = job._ats_best_people() if job.ats_job_state == "open" and job._ats_has_requirements() else []
            people = {candidate for candidate, _job, _found in pairs}
            before.filtered(lambda row, people=people: row.candidate_id not in people)._drop_flag("for_job")
            rows_sudo._keep_pairs(pairs, "for_job")

    def _ats_best_people(self):
        """Return ``(candidate, job, match)`` of the best people who may be contacted about this job."""
        self.ensure_one()
        wanted = self.env["ats.match.phrase"].sudo()._with_kin(self._ats_wanted(), self.name)
        year = fields.Date.context_today(self).year
        candidates_sudo, most = self.env["ats.candidate"].sudo(), _PEOPLE * 4
        for _round in range(_ROUNDS):
            found = self.env["ats.match.profile"].sudo()._best(wanted, year=year, most=most)
            good = [candidate_id for candidate_id, exact in found if exact >= _LEAST]
            allowed = candidates_sudo.browse(good).exists()._ats_contactable_for(self)
            if len(allowed) >= _PEOPLE or len(good) < most:
                break
            most *= 8
        order = {candidate_id: place for place, candidate_id in enumerate(good)}
        best = allowed.sorted(lambda candidate: order[candidate.id])[:_PEOPLE]
        pairs = [(candidate, self, match(candidate._ats_person(), wanted, year=year)) for candidate in best]
        return [pair for pair in pairs if pair[2].score is not None]


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    ats_match_ids = fields.One2many("ats.match", "candidate_id", "Jobs That Suit")

    def _ats_agreed(self):
        """Return those who agreed to be told about other jobs and may be contacted."""
        today = fields.Date.context_today(self)
        consents = (
            self.env["ats.consent"]
            .sudo()
            .search([("candidate_id", "in", self.ids), ("purpose", "=", "talent_pool"), ("withdrawn_at", "=", False)])
        )
        agreed = consents.candidate_id
        return self.filtered(
            lambda one: (
                one in agreed
                and one.active
                and not one.do_not_contact
                and not one.merged_into_id
                and (not one.retention_until or one.retention_until >= today)
            )
        )

    def _ats_contactable_for(self, job):
        """Return those who may be told about a job and have not applied to it."""
        here = self.filtered(lambda one: not job.company_id or one.company_id == job.company_id.root_id)
        applied = (
            self.env["hr.applicant"]
            .sudo()
            .with_context(active_test=False)
            .search([("job_id", "=", job.id), ("ats_candidate_id", "in", here.ids)])
        )
        return (here - applied.ats_candidate_id)._ats_agreed()

    def _ats_find_jobs(self):
        """Keep the open jobs that suit each person best; without agreement there are none."""
        rows_sudo = self.env["ats.match"].sudo()
        year = fields.Date.context_today(self).year
        phrases_sudo, agreed = self.env["ats.match.phrase"].sudo(), self._ats_agreed()
        rows_sudo.search([("candidate_id", "in", (self - agreed).ids)]).unlink()
        jobs = self.env["hr.job"].sudo().search([("ats_job_state", "=", "open")]) if agreed else []
        wanted = {job: job._ats_wanted() for job in jobs if not job.ats_restricted and job._ats_has_requirements()}
        for candidate in agreed:
            person = candidate._ats_person()
            pairs = [
                (candidate, job, match(person, phrases_sudo._with_kin(asked, job.name, person.phrases), year=year))
                for job, asked in wanted.items()
                if candidate._ats_contactable_for(job)
            ]
            pairs = [pair for pair in pairs if (pair[2].exact or 0) >= _LEAST]
            pairs.sort(key=lambda pair: (-pair[2].exact, pair[1].id))
            best = {job for _candidate, job, _found in pairs[:_JOBS]}
            before = rows_sudo.search([("candidate_id", "=", candidate.id), ("for_person", "=", True)])
            before.filtered(lambda row, best=best: row.job_id not in best)._drop_flag("for_person")
            rows_sudo._keep_pairs(pairs[:_JOBS], "for_person")

    def _ats_jobs_for_you(self, limit=5):
        """Return the open jobs that suit this person best, best first; none without agreement.

        :rtype: hr.job, elevated: the caller shows what candidates may see
        """
        self.ensure_one()
        candidate_sudo = self.sudo()
        if not candidate_sudo._ats_agreed():
            return self.env["hr.job"].sudo()
        rows_sudo = candidate_sudo.ats_match_ids.filtered("for_person").sorted(lambda row: (-row.exact, row.id))
        jobs = rows_sudo.job_id.filtered(lambda job: job._ats_accepts_applications())
        return (jobs - candidate_sudo.with_context(active_test=False).application_ids.job_id)[:limit]

    def _after_merge(self):
        """What a person knows is packed anew; the scores of who is merged stay with the merged record."""
        result = super()._after_merge()
        self._ats_profile_later()
        return result

    def _erase_targets(self):
        """The packed facts and the jobs that suit go with the person."""
        candidate_sudo = self.sudo()
        profiles = self.env["ats.match.profile"].sudo().search([("candidate_id", "=", self.id)])
        return [*super()._erase_targets(), (candidate_sudo.ats_match_ids, []), (profiles, [])]


class AtsConsent(models.Model):
    """Agreement given or taken back counts at once."""

    _inherit = "ats.consent"

    def _ats_profile_of_agreed(self):
        self.filtered(lambda consent: consent.purpose == "talent_pool").candidate_id._ats_profile_later()

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & {"withdrawn_at", "purpose"}:
            self._ats_profile_of_agreed()
        return result
