from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

ANSWER_KINDS = [
    ("text", "Short text"),
    ("long_text", "Long text"),
    ("yes_no", "Yes or no"),
    ("single", "One of a list"),
    ("multi", "Several of a list"),
    ("number", "Number"),
    ("date", "Date"),
    ("file", "File"),
]
CHOICE_KINDS = ("single", "multi")
# A fact that the candidate states. Only such an answer may decide without a person, and only when
# the law asks for it.
FACT_KINDS = ("yes_no", "single", "multi", "number", "date")


class AtsQuestion(models.Model):
    """A question of the library, asked on any number of jobs."""

    _name = "ats.question"
    _description = "Screening Question"
    _rec_name = "label"
    _order = "sequence, id"

    label = fields.Char("Question", required=True, translate=True)
    help_text = fields.Char("Hint", translate=True, help="Shown under the question, in small print.")
    kind = fields.Selection(ANSWER_KINDS, "Answer", required=True, default="yes_no")
    choice_ids = fields.One2many("ats.question.choice", "question_id", "Choices", copy=True)
    is_required = fields.Boolean("Required", help="What a job starts with when the question is added to it.")
    is_legal_requirement = fields.Boolean(
        "Legal Requirement",
        help="The law asks for it: a permit, a licence, a minimum age. Only a rule on such a question "
        "may refuse without a person, if you let it.",
    )
    number_min = fields.Float("Smallest", digits=(16, 2))
    number_max = fields.Float("Greatest", digits=(16, 2), help="0 in both: no limits.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index=True, help="Empty: for all companies.")
    job_question_ids = fields.One2many("ats.job.question", "question_id", "Jobs")
    job_count = fields.Integer("Asked on", compute="_compute_job_count")
    answer_count = fields.Integer("Answers", compute="_compute_answer_count")

    _number_range = models.Constraint(
        "CHECK (number_min IS NULL OR number_max IS NULL OR number_min <= number_max)",
        "The smallest number is above the greatest.",
    )

    def _compute_job_count(self):
        counts = dict(
            self.env["ats.job.question"]._read_group([("question_id", "in", self.ids)], ["question_id"], ["__count"])
        )
        for question in self:
            question.job_count = counts.get(question, 0)

    def _compute_answer_count(self):
        counts = dict(
            self.env["ats.answer"]._read_group(
                [("question_id", "in", self.ids), ("is_current", "=", True)], ["question_id"], ["__count"]
            )
        )
        for question in self:
            question.answer_count = counts.get(question, 0)

    @api.constrains("kind", "choice_ids")
    def _check_choices(self):
        for question in self:
            if question.kind in CHOICE_KINDS and len(question.choice_ids) < 2:
                raise ValidationError(
                    self.env._("“%s” lets people choose from a list: give it at least two choices.", question.label)
                )

    @api.constrains("kind", "is_legal_requirement")
    def _check_legal_is_fact(self):
        for question in self:
            if question.is_legal_requirement and question.kind not in FACT_KINDS:
                raise ValidationError(
                    self.env._(
                        "“%s” is answered in own words or with a file. A legal requirement is a fact: ask for a "
                        "yes or no, a choice, a number or a date.",
                        question.label,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        if any(vals.get("is_legal_requirement") for vals in vals_list):
            self._check_may_say_legal()
        return super().create(vals_list)

    def write(self, vals):
        if vals.get("is_legal_requirement") and not all(self.mapped("is_legal_requirement")):
            self._check_may_say_legal()
        if "kind" in vals:
            self.filtered(lambda question: question.kind != vals["kind"])._check_unanswered()
        return super().write(vals)

    def unlink(self):
        """Delete what is not in use and archive the rest, so that answers keep their question."""
        used = self._used()
        used.write({"active": False})
        return super(AtsQuestion, self - used).unlink()

    def _used(self):
        """Hook: the questions that a job asks or something else relies on."""
        groups = self.env["ats.job.question"].sudo()._read_group([("question_id", "in", self.ids)], ["question_id"])
        return self.browse([question.id for (question,) in groups]) | self._answered()

    def _answered(self):
        groups = self.env["ats.answer"].sudo()._read_group([("question_id", "in", self.ids)], ["question_id"])
        return self.browse([question.id for (question,) in groups])

    def _check_unanswered(self):
        if answered := self._answered():
            raise UserError(
                self.env._(
                    "“%s” has answers, so it keeps its kind. Archive it and make a new question.", answered[0].label
                )
            )

    def _check_may_say_legal(self):
        if not self.env.su and not self.env.user.has_group("hr_recruitment.group_hr_recruitment_manager"):
            raise AccessError(
                self.env._("Only a recruitment administrator says that the law asks for an answer. Ask one of them.")
            )

    def _bounds(self):
        """Return the smallest and greatest number, ``None`` where there is no limit."""
        self.ensure_one()
        if not self.number_min and not self.number_max:
            return None, None
        return self.number_min, self.number_max or None

    def action_open_answers(self):
        """Show the answers to this question."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.label,
            "res_model": "ats.answer",
            "view_mode": "list",
            "domain": [("question_id", "=", self.id), ("is_current", "=", True)],
        }


class AtsQuestionChoice(models.Model):
    _name = "ats.question.choice"
    _description = "Choice of a Screening Question"
    _order = "question_id, sequence, id"

    question_id = fields.Many2one("ats.question", required=True, ondelete="cascade", index=True)
    name = fields.Char("Choice", required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)

    def unlink(self):
        """Delete what nobody chose and archive the rest."""
        chosen = self._chosen()
        if chosen:
            chosen.write({"active": False})
        return super(AtsQuestionChoice, self - chosen).unlink()

    def _chosen(self):
        """Hook: the choices that something else relies on."""
        return self.env["ats.answer"].sudo().search([("choice_ids", "in", self.ids)]).choice_ids & self
