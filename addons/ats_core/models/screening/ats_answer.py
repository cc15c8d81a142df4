from odoo import api, fields, models
from odoo.tools import format_date, formatLang

from .ats_question import ANSWER_KINDS, CHOICE_KINDS


class AtsAnswer(models.Model):
    """What a candidate answered, with the wording that was asked. Nobody rewrites it.

    A later submission from an unproven address does not replace what stands: it is kept beside
    it until a recruiter accepts it.
    """

    _name = "ats.answer"
    _description = "Answer to a Screening Question"
    _rec_name = "wording"
    _order = "applicant_id, is_current desc, sequence, id"

    applicant_id = fields.Many2one(
        "hr.applicant", "Application", required=True, readonly=True, ondelete="cascade", index=True
    )
    job_id = fields.Many2one("hr.job", related="applicant_id.job_id")
    company_id = fields.Many2one("res.company", readonly=True, ondelete="set null", index=True)
    question_id = fields.Many2one("ats.question", required=True, readonly=True, ondelete="restrict", index=True)
    kind = fields.Selection(ANSWER_KINDS, required=True, readonly=True)
    sequence = fields.Integer(readonly=True)
    wording = fields.Char("Question", required=True, readonly=True, help="As it was asked, in the language it was.")
    lang = fields.Char("Language", readonly=True)
    answer_text = fields.Text("Answer", readonly=True, help="As it was given, in the language of the form.")
    yes_no = fields.Selection([("yes", "Yes"), ("no", "No")], readonly=True)
    number = fields.Float(readonly=True, digits=0)
    date = fields.Date(readonly=True)
    choice_ids = fields.Many2many("ats.question.choice", string="Choices", readonly=True, ondelete="restrict")
    document_id = fields.Many2one("ats.document", readonly=True, ondelete="set null", index="btree_not_null")
    is_proven = fields.Boolean("From a Proven Address", readonly=True)
    is_current = fields.Boolean("Counts", readonly=True, default=True)
    answered_at = fields.Datetime("Answered", readonly=True, default=fields.Datetime.now)

    _current_uniq = models.UniqueIndex(
        "(applicant_id, question_id) WHERE is_current", "An application has one answer to a question."
    )
    _question_idx = models.Index("(question_id, answered_at DESC) WHERE is_current")

    @api.model
    def _prepare(self, question, value, lang):
        """Return the values of the answer to ``question`` as asked in ``lang``.

        :param value: a value as ``ats_screening.check_answers`` returns it; a file is left out
        """
        installed = {code for code, _name in self.env["res.lang"].get_installed()}
        lang = lang if lang in installed else self.env.lang or "en_US"
        asked = question.with_context(lang=lang)
        column = {"yes_no": "yes_no", "number": "number", "date": "date"}.get(question.kind)
        vals = {column: value} if column else {}
        if question.kind in CHOICE_KINDS:
            vals["choice_ids"] = [fields.Command.set(value)]
        return {
            **vals,
            "question_id": question.id,
            "kind": question.kind,
            "wording": asked.label,
            "lang": lang,
            "answer_text": asked._answer_words(value),
        }

    def _accept(self):
        """Let later answers count instead of those that stand."""
        for answer in self.sudo().filtered(lambda answer: not answer.is_current):
            standing = self.sudo().search(
                [
                    ("applicant_id", "=", answer.applicant_id.id),
                    ("question_id", "=", answer.question_id.id),
                    ("is_current", "=", True),
                ]
            )
            standing.is_current = False
            standing.flush_recordset()
            answer.is_current = True

    def action_accept(self):
        """Button: take the later answer; rules that were there look at it."""
        self.applicant_id._ats_check_decides()
        self._accept()
        self.applicant_id._ats_screen("answer", only_older=True)

    def action_open_document(self):
        """Show the file that was sent as the answer."""
        self.ensure_one()
        return self.document_id.get_formview_action()


class AtsQuestion(models.Model):
    _inherit = "ats.question"

    def _answer_words(self, value):
        """Return an answer in the words of the language of the environment."""
        self.ensure_one()
        if self.kind in CHOICE_KINDS:
            return ", ".join(
                self.env["ats.question.choice"].browse(value).with_context(lang=self.env.lang).mapped("name")
            )
        if self.kind == "yes_no":
            return self.env._("Yes") if value == "yes" else self.env._("No")
        if self.kind == "number":
            return formatLang(self.env, value, digits=0 if value == int(value) else 2)
        if self.kind == "date":
            return format_date(self.env, value)
        return value if isinstance(value, str) else value[0]
