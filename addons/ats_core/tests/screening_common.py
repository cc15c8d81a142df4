"""What the tests of questions and rules share."""

from .common import AtsMixin


class ScreeningMixin(AtsMixin):
    """A job that asks one question of each kind."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.licence = cls.make_question("Do you hold a driving licence?", "yes_no", is_legal_requirement=True)
        cls.shift = cls.make_question("Which shift?", "single", choices=("Early", "Late"))
        cls.languages = cls.make_question("Which languages?", "multi", choices=("Dutch", "French", "English"))
        cls.years = cls.make_question("Years of experience?", "number", number_max=60)
        cls.start = cls.make_question("When can you start?", "date")
        cls.reason = cls.make_question("Why us?", "long_text")
        cls.certificate = cls.make_question("Your certificate", "file")
        cls.ask_on(cls.job, cls.licence, cls.shift, cls.languages, cls.years, cls.start, cls.reason, cls.certificate)

    @classmethod
    def make_question(cls, label, kind, choices=(), **values):
        return cls.env["ats.question"].create(
            {"label": label, "kind": kind, "choice_ids": [(0, 0, {"name": name}) for name in choices], **values}
        )

    @classmethod
    def ask_on(cls, job, *questions, required=()):
        return cls.env["ats.job.question"].create(
            [
                {"job_id": job.id, "question_id": question.id, "sequence": number, "is_required": question in required}
                for number, question in enumerate(questions, 1)
            ]
        )

    def send(self, answers, email="ana@example.org", name="Ana García", job=None, proof=None, **values):
        """Apply as the website does; ``answers`` has questions as keys."""
        applicant, outcome = (
            self.env["hr.applicant"]
            .sudo()
            ._ats_apply(
                job or self.job,
                {"name": name, "email": email, **values},
                answers=answers and {question.id: value for question, value in answers.items()},
                source="website",
                proof=proof,
            )
        )
        return applicant.with_env(self.env), outcome

    def answer(self, applicant, question):
        return applicant.ats_answer_ids.filtered(lambda row: row.question_id == question and row.is_current)
