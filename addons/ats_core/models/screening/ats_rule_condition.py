from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import format_date, formatLang

from ...lib.ats_screening import Condition
from .ats_question import CHOICE_KINDS, FACT_KINDS

OPERATORS = [
    ("is", "is"),
    ("any_of", "is one of"),
    ("none_of", "is none of"),
    ("all_of", "has all of"),
    ("at_least", "is at least"),
    ("more_than", "is more than"),
    ("at_most", "is at most"),
    ("less_than", "is less than"),
    ("before", "is before"),
    ("from", "is on or after"),
    ("younger_than", "makes them younger than"),
    ("mentions", "mentions one of"),
    ("mentions_not", "mentions none of"),
]
_NUMBERS = ("less_than", "at_most", "at_least", "more_than")
_SETS = ("any_of", "none_of")
# Which operators fit which kind of fact; the first is what a new condition starts with.
FITTING = {
    "yes_no": ("is",),
    "single": _SETS,
    "multi": (*_SETS, "all_of"),
    "number": _NUMBERS,
    "date": ("before", "from", "younger_than"),
    "text": ("mentions", "mentions_not"),
    "long_text": ("mentions", "mentions_not"),
    "location": _SETS,
    "skill": ("none_of", "any_of", "all_of"),
    "experience": _NUMBERS,
}


class AtsRuleCondition(models.Model):
    """A condition of a version: a fact, an operator and a value."""

    _name = "ats.rule.condition"
    _description = "Condition of a Screening Rule"
    _order = "version_id, sequence, id"

    version_id = fields.Many2one("ats.rule.version", required=True, ondelete="cascade", index=True)
    job_id = fields.Many2one(related="version_id.job_id")
    sequence = fields.Integer(default=10)
    kind = fields.Selection(
        [
            ("answer", "the answer to"),
            ("location", "the place"),
            ("skill", "the skills"),
            ("experience", "years of experience"),
        ],
        "If",
        default="answer",
        required=True,
    )
    question_id = fields.Many2one("ats.question", ondelete="restrict", index="btree_not_null")
    question_kind = fields.Selection(related="question_id.kind")
    operator = fields.Selection(
        OPERATORS, compute="_compute_operator", store=True, readonly=False, precompute=True, required=True
    )
    yes_no = fields.Selection([("yes", "Yes"), ("no", "No")], "Answer", default="no")
    choice_ids = fields.Many2many(
        "ats.question.choice", string="Choices", domain="[('question_id', '=', question_id)]", ondelete="restrict"
    )
    number = fields.Float(digits=(16, 2))
    date = fields.Date()
    text = fields.Char("Words", help="Several, separated by commas.")
    skill_ids = fields.Many2many("hr.skill", string="Skills", ondelete="restrict")
    value_kind = fields.Char(compute="_compute_value_kind")
    words = fields.Text("In Words", compute="_compute_words")

    @api.depends("kind", "question_id.kind")
    def _compute_operator(self):
        for condition in self:
            fitting = FITTING.get(condition._fact_kind(), ("is",))
            if condition.operator not in fitting:
                condition.operator = fitting[0]

    @api.depends("kind", "question_id.kind", "operator")
    def _compute_value_kind(self):
        """Which of the value fields counts: yes_no, choice, number, date, text or skill."""
        for condition in self:
            condition.value_kind = condition._value_kind()

    @api.depends("kind", "question_id.label", "operator", "yes_no", "choice_ids", "number", "date", "text", "skill_ids")
    @api.depends_context("lang")
    def _compute_words(self):
        for condition in self:
            condition.words = condition._in_words()

    @api.constrains("kind", "question_id", "operator")
    def _check_operator_fits(self):
        for condition in self:
            if condition.question_kind == "file":
                raise ValidationError(self.env._("A rule does not look into files."))
            if condition.operator not in FITTING.get(condition._fact_kind(), ()):
                raise ValidationError(
                    self.env._(
                        "“%(words)s” makes no sense. Use another comparison, for instance “%(other)s”.",
                        words=condition.words,
                        other=dict(OPERATORS).get(FITTING.get(condition._fact_kind(), ("is",))[0]),
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        conditions = super().create(vals_list)
        conditions.version_id._check_is_draft()
        return conditions

    def write(self, vals):
        if set(vals) - {"value_kind"}:
            self.version_id._check_is_draft()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_once_active(self):
        self.version_id._check_is_draft()

    def _fact_kind(self):
        return self.question_id.kind if self.kind == "answer" else self.kind

    def _value_kind(self):
        """Hook for kinds of facts that a higher addon knows."""
        self.ensure_one()
        kind = self._fact_kind()
        if self.operator == "younger_than" or kind in ("number", "experience"):
            return "number"
        if kind in CHOICE_KINDS:
            return "choice"
        return {"long_text": "text", "location": "text"}.get(kind, kind or "")

    def _value(self):
        """Return the plain value to compare with; ``None`` when it is missing."""
        self.ensure_one()
        return {
            "yes_no": self.yes_no or None,
            "choice": frozenset(self.choice_ids.ids) or None,
            "number": self.number,
            "date": self.date or None,
            "text": self._places() if self.kind == "location" else self.text or None,
            "skill": frozenset(self.skill_ids.ids) or None,
        }.get(self._value_kind())

    def _places(self):
        return frozenset(place.strip().casefold() for place in (self.text or "").split(",") if place.strip()) or None

    def _as_plain(self):
        """Return the condition as the library knows it."""
        self.ensure_one()
        return Condition(self.id, (self.kind, self.question_id.id or None), self.operator, self._value())

    def _is_legal_fact(self):
        """Tell whether the law asks for the fact, and the candidate stated it."""
        self.ensure_one()
        question = self.question_id
        return self.kind == "answer" and question.is_legal_requirement and question.kind in FACT_KINDS

    def _what_is_missing(self):
        self.ensure_one()
        if self.kind == "answer" and not self.question_id:
            return self.env._("Choose the question of each condition.")
        if self._value() is None:
            return self.env._("Say what to compare with: “%s …”.", self.words)
        return ""

    def _in_words(self):
        self.ensure_one()
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        operators = dict(self._fields["operator"]._description_selection(self.env))
        subject = f"{kinds.get(self.kind, '')} “{self.question_id.label or '…'}”" if self.kind == "answer" else None
        return f"{subject or kinds.get(self.kind, '')} {operators.get(self.operator, '')} {self._value_words()}"

    def _value_words(self):
        yes_no = dict(self._fields["yes_no"]._description_selection(self.env))
        return {
            "yes_no": yes_no.get(self.yes_no, "…"),
            "choice": self._one_of(self.choice_ids),
            "number": formatLang(self.env, self.number, digits=0 if self.number == int(self.number) else 1),
            "date": format_date(self.env, self.date) if self.date else "…",
            "text": self.text or "…",
            "skill": self._one_of(self.skill_ids),
        }.get(self._value_kind(), "…")

    def _one_of(self, records):
        return ", ".join(records.mapped("name")) or "…"


class AtsQuestion(models.Model):
    _inherit = "ats.question"

    def _used(self):
        conditions = self.env["ats.rule.condition"].sudo()
        groups = conditions._read_group([("question_id", "in", self.ids)], ["question_id"])
        return super()._used() | self.browse([question.id for (question,) in groups])


class AtsQuestionChoice(models.Model):
    _inherit = "ats.question.choice"

    def _chosen(self):
        conditions_sudo = self.env["ats.rule.condition"].sudo().search([("choice_ids", "in", self.ids)])
        return super()._chosen() | (conditions_sudo.choice_ids & self.sudo()).with_env(self.env)


class AtsJobQuestion(models.Model):
    _inherit = "ats.job.question"

    is_knockout = fields.Boolean(
        "Knock-out", compute="_compute_is_knockout", help="An active rule refuses by the answer, or proposes to."
    )

    def _compute_is_knockout(self):
        conditions = self.env["ats.rule.condition"].search_fetch(
            [
                ("question_id", "in", self.question_id.ids),
                ("version_id.job_id", "in", self.job_id.ids),
                ("version_id.state", "=", "active"),
                ("version_id.action", "=", "refuse"),
            ],
            ["question_id", "version_id"],
        )
        decisive = {(condition.version_id.job_id.id, condition.question_id.id) for condition in conditions}
        for row in self:
            row.is_knockout = (row.job_id.id or row.job_id._origin.id, row.question_id.id) in decisive
