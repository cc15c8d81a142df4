import hashlib

from odoo import api, models

from odoo.addons.ats_core.enqueue import ats_enqueue

_CHUNK = 200
_PERSON_FIELDS = frozenset({"job_id", "type_id", "ats_wish_workplace", "ats_wish_places", "salary_expected"})
_JOB_FIELDS = frozenset(
    {
        "name",
        "description",
        "expected_degree",
        "ats_min_years",
        "ats_match_weights",
        "ats_workplace",
        "address_id",
        "ats_location_ids",
        "ats_pay_max",
    }
)
_LINE_FIELDS = frozenset(
    {
        "skill_id",
        "skill_level_id",
        "valid_from",
        "valid_to",
        "ats_need",
        "ats_weight",
        "ats_min_years",
        "ats_years",
        "ats_last_used",
    }
)


class HrApplicant(models.Model):
    """A match is made anew when something it rests on changes."""

    _inherit = "hr.applicant"

    def write(self, vals):
        result = super().write(vals)
        if _PERSON_FIELDS & vals.keys():
            self._ats_person_changed()
        return result

    @api.model_create_multi
    def create(self, vals_list):
        applicants = super().create(vals_list)
        applicants.filtered("type_id")._ats_person_changed()
        return applicants

    def _ats_reopen(self, stage=None):
        """The job may ask for other things by now."""
        result = super()._ats_reopen(stage=stage)
        self._ats_match_later()
        return result

    def _ats_use_resume(self):
        """What a résumé says counts for other jobs too."""
        result = super()._ats_use_resume()
        self.exists().ats_candidate_id._ats_profile_later()
        return result

    def _ats_person_changed(self):
        """Something about the person is known now, or known differently."""
        self._ats_match_later()
        self.ats_candidate_id._ats_profile_later()

    def _ats_match_later(self):
        """Score in the background, in chunks; applications that cannot have a score are left out."""
        applicants_sudo = (
            self.sudo()
            .exists()
            .filtered(
                lambda applicant: (
                    applicant.ats_state == "ongoing"
                    and applicant.job_id
                    and (applicant.job_id._ats_has_requirements() or applicant.ats_match_ids)
                )
            )
        )
        for start in range(0, len(applicants_sudo), _CHUNK):
            chunk = applicants_sudo[start : start + _CHUNK]
            digest = hashlib.sha256(",".join(map(str, chunk.ids)).encode()).hexdigest()[:16]
            ats_enqueue(chunk, "_ats_match", channel="root.match", key=f"match:{digest}")


class HrApplicantSkill(models.Model):
    _inherit = "hr.applicant.skill"

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines.applicant_id._ats_person_changed()
        return lines

    def write(self, vals):
        result = super().write(vals)
        if _LINE_FIELDS & vals.keys():
            self.applicant_id._ats_person_changed()
        return result

    def unlink(self):
        applicants = self.applicant_id
        result = super().unlink()
        applicants._ats_person_changed()
        return result


class AtsCandidateSkill(models.Model):
    _inherit = "ats.candidate.skill"

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines.candidate_id._ats_skills_changed()
        return lines

    def write(self, vals):
        people = self.candidate_id
        result = super().write(vals)
        (people | self.candidate_id)._ats_skills_changed()
        return result

    def unlink(self):
        people = self.candidate_id
        result = super().unlink()
        people._ats_skills_changed()
        return result


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _ats_skills_changed(self):
        """What was typed about a person counts in each of the applications."""
        self.sudo().exists().application_ids._ats_match_later()
        self._ats_profile_later()


class HrJob(models.Model):
    _inherit = "hr.job"

    def write(self, vals):
        result = super().write(vals)
        if _JOB_FIELDS & vals.keys():
            self._ats_match_all_later()
        return result

    def _ats_has_requirements(self):
        """Tell whether a match can have a number, without making one."""
        self.ensure_one()
        return bool(
            self.job_skill_ids
            or self.expected_degree
            or self.ats_min_years
            or any(line._ats_has_wish() for line in self.ats_job_question_ids)
        )

    def _ats_match_all_later(self):
        """Score the ongoing applications of these jobs anew, in the background."""
        for job in self.sudo().exists():
            ats_enqueue(job, "_ats_match_all", channel="root.match", key=f"job:{job.id}:match")
        self._ats_rediscover_later()

    def _ats_match_all(self):
        """Hand the ongoing applications over to jobs of their own, some hundred in each."""
        self.env["hr.applicant"].sudo().search(
            [("job_id", "in", self.ids), ("ats_state", "=", "ongoing")]
        )._ats_match_later()


class HrJobSkill(models.Model):
    _inherit = "hr.job.skill"

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines.job_id._ats_match_all_later()
        return lines

    def write(self, vals):
        result = super().write(vals)
        if _LINE_FIELDS & vals.keys():
            self.job_id._ats_match_all_later()
        return result

    def unlink(self):
        jobs = self.job_id
        result = super().unlink()
        jobs._ats_match_all_later()
        return result


class AtsJobQuestion(models.Model):
    _inherit = "ats.job.question"

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & {"ats_wanted_yes_no", "ats_wanted_number", "ats_wanted_choice_ids"}:
            self.job_id._ats_match_all_later()
        return result


class AtsAnswer(models.Model):
    _inherit = "ats.answer"

    @api.model_create_multi
    def create(self, vals_list):
        answers = super().create(vals_list)
        answers.applicant_id._ats_match_later()
        return answers
