from odoo import fields, models

from ...lib.ats_screening import Question, check_answers

COMFORTABLE_NUMBER = 8


class HrJob(models.Model):
    _inherit = "hr.job"

    ats_job_question_ids = fields.One2many("ats.job.question", "job_id", "Questions")
    ats_has_many_questions = fields.Boolean(compute="_compute_ats_has_many_questions")

    def _compute_ats_has_many_questions(self):
        for job in self:
            job.ats_has_many_questions = len(job.ats_job_question_ids) > COMFORTABLE_NUMBER

    def _ats_template_children(self):
        return [*super()._ats_template_children(), "ats_job_question_ids"]

    def _ats_asked_questions(self):
        """Return the rows of the questions on the application form, in their order."""
        self.ensure_one()
        return self.ats_job_question_ids.filtered(lambda row: row.question_id.active).sorted(
            lambda row: (row.sequence, row.id)
        )

    def _ats_check_answers(self, raw):
        """Return ``(clean, errors)``, see ``ats_screening.check_answers``; files are looked into.

        :param dict raw: question id -> what was sent
        """
        self.ensure_one()
        rows = self._ats_asked_questions()
        clean, errors = check_answers([row._as_plain() for row in rows], raw)
        for question_id, value in list(clean.items()):
            if isinstance(value, tuple) and isinstance(value[-1], bytes):
                reason = self.env["ats.document"]._refusal(*value)
                if reason:
                    del clean[question_id]
                    errors[question_id] = f"file_{reason}"
        return clean, errors


class AtsJobQuestion(models.Model):
    _inherit = "ats.job.question"

    def _as_plain(self):
        """Return the question as the library knows it."""
        self.ensure_one()
        question = self.question_id
        minimum, maximum = question._bounds()
        return Question(
            id=question.id,
            kind=question.kind,
            required=self.is_required,
            choices=frozenset(question.choice_ids.ids),
            minimum=minimum,
            maximum=maximum,
        )

    def _error_message(self, code):
        """Return the sentence for the code of a wrong answer."""
        self.ensure_one()
        number_min, number_max = self.question_id._bounds()
        if code.startswith("file_"):
            reason = self.env["ats.document"]._refusal_message(code.removeprefix("file_"))
            return self.env._("Choose another file: %s.", reason)
        return {
            "required": self.env._("Please answer this question."),
            "too_long": self.env._("This is too long. Shorten it."),
            "characters": self.env._("This has characters that cannot be used. Type it again."),
            "choice": self.env._("Choose from the list."),
            "number": self.env._("Enter a number, for example 3 or 2.5."),
            "too_small": self.env._("Enter %s or more.", number_min),
            "too_large": self.env._("Enter %s or less.", number_max),
            "date": self.env._("Enter a date as year-month-day, for example 2027-01-31."),
        }.get(code, self.env._("This answer cannot be used. Enter it again."))
