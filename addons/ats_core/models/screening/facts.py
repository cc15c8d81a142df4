from odoo import fields, models

from ...lib.ats_screening import years_of_experience


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_screening_facts(self):
        """Hook: what rules may ask about these applications; a page of them in one call.

        A fact that is not known is left out. Addons add facts under the kind that they add to
        ``ats.rule.condition.kind``.

        :return: ``{application id: {(kind, question id or None): value}}``
        """
        facts = {applicant.id: {} for applicant in self}
        self._ats_answer_facts(facts)
        self._ats_profile_facts(facts)
        return facts

    def _ats_answer_facts(self, facts):
        answers_sudo = (
            self.env["ats.answer"].sudo().search([("applicant_id", "in", self.ids), ("is_current", "=", True)])
        )
        for answer in answers_sudo:
            facts[answer.applicant_id.id]["answer", answer.question_id.id] = answer._fact()

    def _ats_profile_facts(self, facts):
        today = fields.Date.today()
        candidates_sudo = self.sudo().ats_candidate_id
        periods = {candidate.id: [] for candidate in candidates_sudo}
        for line in (
            self.env["ats.candidate.resume.line"]
            .sudo()
            .search_fetch(
                [("candidate_id", "in", candidates_sudo.ids), ("kind", "=", "work")],
                ["candidate_id", "date_start", "date_end"],
            )
        ):
            periods[line.candidate_id.id].append((line.date_start or None, line.date_end or None))
        for applicant_sudo in self.sudo():
            known = facts[applicant_sudo.id]
            candidate_sudo = applicant_sudo.ats_candidate_id
            if skill_ids := applicant_sudo.skill_ids.ids:
                known["skill", None] = frozenset(skill_ids)
            if city := (candidate_sudo.city or "").strip().casefold():
                known["location", None] = frozenset({city})
            if worked := periods.get(candidate_sudo.id):
                known["experience", None] = years_of_experience(worked, today)


class AtsAnswer(models.Model):
    _inherit = "ats.answer"

    def _fact(self):
        """Return the plain value that rules compare."""
        self.ensure_one()
        if self.kind in ("single", "multi"):
            return frozenset(self.choice_ids.ids)
        if self.kind in ("text", "long_text", "file"):
            return self.answer_text or None
        return {"yes_no": self.yes_no, "number": self.number, "date": self.date}[self.kind]
