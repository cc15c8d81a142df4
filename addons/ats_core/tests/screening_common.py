"""What the tests of questions and rules share."""

from .common import AtsMixin


class ScreeningMixin(AtsMixin):
    """A job that asks one question of each kind."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.refuse_reason = cls.env["hr.applicant.refuse.reason"].create({"name": "Missing licence"})
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

    # Rules -----------------------------------------------------------------------------------

    @classmethod
    def make_rule(cls, name, *conditions, job=None, active=True, sequence=10, **values):
        """Make a rule; a condition is ``(question, value)`` or a dict of its values. It proposes a
        refusal unless the values say otherwise."""
        version = cls.env["ats.rule.version"].create(
            {
                "name": name,
                "job_id": (job or cls.job).id,
                "sequence": sequence,
                "reason_id": cls.refuse_reason.id,
                "condition_ids": [(0, 0, cls.condition(condition)) for condition in conditions],
                **values,
            }
        )
        if active:
            version._activate()
        return version

    @classmethod
    def condition(cls, condition):
        if isinstance(condition, dict):
            return condition
        question, value = condition
        vals = {"kind": "answer", "question_id": question.id}
        if question.kind == "yes_no":
            return {**vals, "yes_no": value}
        if question.kind in ("single", "multi"):
            return {**vals, "operator": "any_of", "choice_ids": [(6, 0, value.ids)]}
        if question.kind == "number":
            return {**vals, "operator": "less_than", "number": value}
        return {**vals, "operator": "mentions", "text": value}

    @classmethod
    def refuse_template(cls):
        return cls.env["mail.template"].create(
            {
                "name": "Refusal",
                "model_id": cls.env["ir.model"]._get_id("hr.applicant"),
                "subject": "Your application",
                "body_html": "<p>Thank you, and no.</p>",
            }
        )
