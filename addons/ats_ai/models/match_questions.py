from odoo import fields, models

from ..lib.ats_match import Held, Want


class AtsJobQuestion(models.Model):
    """Which answer a job wishes. It counts in the match; it never refuses anybody."""

    _inherit = "ats.job.question"

    ats_wanted_yes_no = fields.Selection([("yes", "Yes"), ("no", "No")], "Wished Answer")
    ats_wanted_number = fields.Float("At Least", digits=(16, 2))
    ats_wanted_choice_ids = fields.Many2many(
        "ats.question.choice",
        "ats_job_question_wanted_rel",
        string="Wished Choices",
        domain="[('question_id', '=', question_id)]",
    )

    def _ats_has_wish(self):
        """Tell whether an answer can be compared with what the job wishes."""
        self.ensure_one()
        return bool(
            (self.kind == "yes_no" and self.ats_wanted_yes_no)
            or (self.kind == "number" and self.ats_wanted_number)
            or (self.kind in ("single", "multi") and self.ats_wanted_choice_ids)
        )

    def _ats_want(self):
        self.ensure_one()
        return Want(f"question:{self.question_id.id}", self.question_id.label)

    def _ats_share(self, answer):
        """Return how far an answer is what the job wishes, 0..1."""
        self.ensure_one()
        if self.kind == "yes_no":
            return float(answer.yes_no == self.ats_wanted_yes_no)
        if self.kind == "number":
            return min(max(answer.number / self.ats_wanted_number, 0.0), 1.0) if self.ats_wanted_number > 0 else 1.0
        return float(bool(answer.choice_ids & self.ats_wanted_choice_ids))


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_given_answers(self):
        """Return what the answers of this application say for its job: whether the law's questions are answered as
        needed (None: not answered), and the others as held facts.

        :rtype: tuple[bool | None, dict]
        """
        self.ensure_one()
        current = {answer.question_id: answer for answer in self.ats_answer_ids if answer.is_current}
        permit, held = None, {}
        for line in self.job_id.ats_job_question_ids.filtered(lambda line: line._ats_has_wish()):
            answer = current.get(line.question_id)
            if not answer:
                continue
            share = line._ats_share(answer)
            if line.is_legal_requirement:
                permit = (permit is not False) and share >= 1.0
            else:
                held[line._ats_want().key] = Held(share * 100, quote=answer.answer_text or "")
        return permit, held
