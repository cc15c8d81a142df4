import hashlib

from odoo import api, fields, models

from ..lib.ats_match import (
    DEFAULT_WEIGHTS,
    FORMULA_VERSION,
    UNSAID,
    Job,
    Want,
    asked_words,
    place_key,
    rarity,
    seniority,
    title_words,
)
from ..lib.ats_resume import fold
from ..lib.ats_resume.vocabulary import LANGUAGE_CODES


class HrJob(models.Model):
    """What a job asks for, as matching wants it."""

    _inherit = "hr.job"

    ats_min_years = fields.Float(
        "Years of Experience", digits=(3, 1), help="Years of work that the job asks for; 0: it does not ask."
    )
    ats_match_weights = fields.Json("Weights of the Match", copy=True)
    ats_match_terms = fields.Json(prefetch=False, copy=False)

    _ats_min_years_range = models.Constraint("CHECK (ats_min_years >= 0)", "Years are not below zero.")

    def _ats_wanted(self):
        """Return what this job asks for.

        :rtype: ats_match.Job
        """
        self.ensure_one()
        job_sudo = self.sudo()
        lines = job_sudo.current_job_skill_ids.sorted(lambda line: (line.skill_id.name, line.id))
        spoken = lines.filtered(lambda line: line.skill_id._ats_is_language())
        degree = job_sudo.expected_degree
        legal, wishes = job_sudo._ats_wanted_answers()
        relations = self.env["hr.skill"]._ats_relations()
        rank = seniority(job_sudo.name or "")
        return Job(
            skills=tuple(line._ats_want(relations) for line in lines - spoken),
            years=job_sudo.ats_min_years,
            seniority=None if rank == UNSAID else rank,
            titles=tuple(title_words(job_sudo.name or "")),
            degree=Want("degree", degree.name, degree.score * 100) if degree else None,
            languages=tuple(line._ats_want(relations) for line in spoken),
            workplace=job_sudo.ats_workplace or "",
            places=tuple(sorted({place_key(city) for city in job_sudo._ats_cities()})),
            permit=bool(legal),
            pay_max=job_sudo.ats_pay_max or None,
            questions=tuple(wishes),
            terms=job_sudo._ats_terms(),
            weights={name: float(value) for name, value in (job_sudo.ats_match_weights or DEFAULT_WEIGHTS).items()},
        )

    def _ats_wanted_answers(self):
        """Return the questions whose answer the job wishes: those that the law asks, and the others as wants."""
        wished = self.ats_job_question_ids.filtered(lambda line: line._ats_has_wish())
        legal = wished.filtered("is_legal_requirement")
        return legal, [line._ats_want() for line in wished - legal]

    def _ats_terms(self):
        """Return the words of the job's text with their weights, the same until the text changes.

        Words that many known persons have weigh less; how many they are is looked up when the text changes, and for
        all of a job's applications at once when many more people are known (`_ats_weigh_words_anew`).
        """
        self.ensure_one()
        text = self._ats_job_text()
        if not text.strip():
            return {}
        stamp = hashlib.sha256(f"{FORMULA_VERSION}:{text}".encode()).hexdigest()[:16]
        kept = self.ats_match_terms or {}
        if kept.get("of") != stamp:
            known, rare = self.env["ats.match"]._word_rarity()
            found = asked_words(text, rare=rare)
            kept = {"of": stamp, "people": known, "terms": [[word, round(weight, 6)] for word, weight in found.items()]}
            self.sudo().with_context(mail_notrack=True).ats_match_terms = kept
        return {word: weight for word, weight in kept["terms"]}


class AtsMatch(models.Model):
    _inherit = "ats.match"

    @api.model
    def _word_rarity(self):
        """Hook: return how many persons are known, and a function that tells how rare a word is among them."""
        return 0, lambda word: rarity(0, 0)


class HrJobSkill(models.Model):
    _inherit = "hr.job.skill"

    def _ats_want(self, relations):
        """Return the line as a want, with the skills that count for it in part."""
        self.ensure_one()
        skill = self.skill_id
        key = skill._ats_language_code() or skill._ats_key()
        related = {} if skill._ats_is_language() else relations.towards(key)
        return Want(
            key,
            skill.name,
            float(self.level_progress),
            self.ats_min_years,
            self.ats_need != "nice",
            self.ats_weight,
            related,
        )


class HrSkill(models.Model):
    _inherit = "hr.skill"

    def _ats_language_code(self):
        """Return the code of a spoken language that the parser knows, else an empty string."""
        self.ensure_one()
        if not self._ats_is_language():
            return ""
        return LANGUAGE_CODES.get(fold(self.with_context(lang="en_US").name), "")
