from odoo import fields, models
from odoo.tools import SQL

from ..lib.ats_match import Held, Person, Requirement, match


class HrJob(models.Model):
    _inherit = "hr.job"

    def _ats_requirements(self):
        """Return what the job asks for: its skills with level, and the degree."""
        self.ensure_one()
        job_sudo = self.sudo()
        requirements = [
            Requirement("skill", line.skill_id._ats_key(), line.skill_id.name, line.level_progress)
            for line in job_sudo.current_job_skill_ids.sorted(lambda line: (line.skill_id.name, line.id))
        ]
        degree = job_sudo.expected_degree
        if degree:
            requirements.append(Requirement("degree", "degree", degree.name, degree.score * 100))
        return requirements


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

    def _ats_person(self):
        """Return the facts of the application that a match may look at: skills and degree.

        Name, photo, gender, age, address, nationality and school are no input.
        """
        self.ensure_one()
        resume = self._ats_current_resume()
        found = resume._skill_quotes()
        skills = self.env["hr.skill"].browse(found).exists()
        quotes = {skill._ats_key(): found[skill.id] for skill in skills}
        lines = self.current_applicant_skill_ids.sorted("level_progress")  # the highest level counts
        facts = {}
        for line in lines:
            key = line.skill_id._ats_key()
            facts["skill", key] = Held(line.level_progress, quotes.get(key, ""))
        if self.type_id:
            facts["degree", "degree"] = Held(self.type_id.score * 100, self.type_id.name)
        return Person(facts, frozenset({"skill"} if lines or resume else ()))

    def _ats_match(self):
        """Score the applications against their jobs and keep the reasons."""
        for applicant_sudo in self.sudo().exists():
            job = applicant_sudo.job_id
            requirements = job._ats_requirements() if job else []
            stale = applicant_sudo.ats_match_ids.filtered(lambda row, job=job: row.job_id != job)
            stale.unlink()
            if requirements:
                found = match(applicant_sudo._ats_person(), requirements)
                applicant_sudo._ats_keep_match(found)
            else:
                applicant_sudo.ats_match_ids.unlink()
                applicant_sudo._ats_store_score(None)

    def _ats_keep_match(self, found):
        self.ensure_one()
        values = {
            **found.as_dict(),
            "scored": found.score is not None,
            "score": found.score or 0,
            "formula_version": found.version,
            "computed_at": fields.Datetime.now(),
        }
        row = self.ats_match_ids.filtered(lambda match: match.job_id == self.job_id)
        before = (row.scored, row.score) if row else (False, 0)
        if row:
            row.write(values)
        else:
            row.create({**values, "applicant_id": self.id, "job_id": self.job_id.id})
        self._ats_store_score(found.score)
        if before != (values["scored"], values["score"]):
            self.env["ats.event"]._record(
                "match.scored",
                applicant=self,
                payload={"score": found.score, "version": found.version},
            )

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
