from odoo import api, fields, models
from odoo.tools import SQL

from ..lib.ats_match import match, reasons


class HrApplicant(models.Model):
    """The score of an application, computed in the background."""

    _inherit = "hr.applicant"

    # Natively every interviewer sees this second, unexplained number.
    matching_score = fields.Integer(groups="hr_recruitment.group_hr_recruitment_user")
    ats_match_ids = fields.One2many("ats.match", "applicant_id", "Matches")
    ats_match_score = fields.Integer(
        "Match",
        readonly=True,
        copy=False,
        aggregator="avg",
        groups="hr_recruitment.group_hr_recruitment_user",
        help="0 to 100: which share of the job's requirements the known facts meet.",
    )

    @api.model
    def _ats_machine_rows(self):
        return {**super()._ats_machine_rows(), "ats.match": SQL("TRUE")}

    def _ats_match(self):
        """Score the applications against their jobs and keep the reasons."""
        applicants_sudo = self.sudo().exists()
        wanted = {job: job._ats_wanted() for job in applicants_sudo.job_id}
        persons = {one: one._ats_person() for one in applicants_sudo if one.job_id and wanted[one.job_id].asks}
        for job in {one.job_id for one in persons}:
            phrases = {phrase for one, person in persons.items() if one.job_id == job for phrase in person.phrases}
            wanted[job] = self.env["ats.match.phrase"].sudo()._with_kin(wanted[job], job.name, phrases)
        year = fields.Date.context_today(self).year
        for applicant_sudo in applicants_sudo:
            job = applicant_sudo.job_id
            stale = applicant_sudo.ats_match_ids.filtered(lambda row, job=job: row.job_id != job)
            stale.unlink()
            if applicant_sudo in persons:
                applicant_sudo._ats_keep_match(match(persons[applicant_sudo], wanted[job], year=year))
            else:
                applicant_sudo.ats_match_ids.unlink()
                applicant_sudo._ats_store_score(None)

    def _ats_keep_match(self, found):
        self.ensure_one()
        values = {
            **reasons(found),
            "scored": found.score is not None,
            "score": found.score or 0,
            "exact": found.exact or 0.0,
            "formula_version": self.env["ats.match"]._version(),
            "computed_at": fields.Datetime.now(),
        }
        row = self.ats_match_ids.filtered(lambda match: match.job_id == self.job_id)
        before = (row.scored, row.score) if row else (False, 0)
        if row:
            row.write(values)
        else:
            row = row.create({**values, "applicant_id": self.id, "job_id": self.job_id.id})
        self._ats_store_score(found.score)
        if before != (values["scored"], values["score"]):
            self.env["ats.event"]._record(
                "match.scored",
                applicant=self,
                payload={"score": found.score, "version": values["formula_version"]},
            )
        self._ats_match_scored(row)

    def _ats_match_scored(self, row):
        """Hook: what follows from a match that was made or made anew."""

    def _ats_store_score(self, score):
        """Store the number, NULL when there is none; the application does not count as edited."""
        self.env.cr.execute(
            SQL(
                "UPDATE hr_applicant SET ats_match_score = %s WHERE id IN %s AND ats_match_score IS DISTINCT FROM %s",
                score,
                tuple(self.ids),
                score,
            )
        )
        self.invalidate_recordset(["ats_match_score"], flush=False)
