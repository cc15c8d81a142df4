from odoo import api, fields, models
from odoo.exceptions import UserError


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_answer_ids = fields.One2many("ats.answer", "applicant_id", "Answers", readonly=True, copy=False)
    ats_answer_count = fields.Integer(compute="_compute_ats_answer_count")

    def _compute_ats_answer_count(self):
        counts = dict(
            self.env["ats.answer"]._read_group(
                [("applicant_id", "in", self.ids), ("is_current", "=", True)], ["applicant_id"], ["__count"]
            )
        )
        for applicant in self:
            applicant.ats_answer_count = counts.get(applicant, 0)

    @api.model
    def _ats_checked_answers(self, job, answers, lang):
        """Return the checked answers as ``[(values of ats.answer, file or None)]``.

        :raise UserError: an answer cannot be kept; the message says which
        """
        super()._ats_checked_answers(job, answers, lang)
        if answers is None:
            return []
        if not isinstance(answers, dict):
            raise UserError(self.env._("Answers come as a list of question and answer."))
        job_sudo = job.sudo()
        clean, errors = job_sudo._ats_check_answers(answers)
        if errors:
            raise UserError("\n".join(self._ats_answer_messages(job_sudo, errors)))
        checked = []
        for row in job_sudo._ats_asked_questions():
            if row.question_id.id in clean:
                value = clean[row.question_id.id]
                vals = self.env["ats.answer"].sudo()._prepare(row.question_id, value, lang)
                checked.append(({**vals, "sequence": row.sequence}, value if row.kind == "file" else None))
        return checked

    @api.model
    def _ats_answer_messages(self, job_sudo, errors):
        """Return one sentence for each wrong answer."""
        rows = {row.question_id.id: row for row in job_sudo._ats_asked_questions()}
        known = [
            self.env._(
                "%(question)s: %(reason)s", question=row.question_id.label, reason=row._error_message(errors[id_])
            )
            for id_, row in rows.items()
            if id_ in errors
        ]
        if errors.keys() - rows.keys():
            known.append(self.env._("An answer belongs to no question of this job. Load the questions again."))
        return known

    def _ats_keep_answers(self, checked, *, proven):
        """Store the answers. What stands already gives way to a proven sender only."""
        super()._ats_keep_answers(checked, proven=proven)
        if not checked:
            return
        self.ensure_one()
        answers_sudo = self.env["ats.answer"].sudo()
        standing = self.sudo().ats_answer_ids.filtered("is_current")
        if proven:
            replaced = {vals["question_id"] for vals, _file in checked}
            standing.filtered(lambda answer: answer.question_id.id in replaced).is_current = False
            standing.flush_recordset()
            standing = standing.filtered("is_current")
        taken = set(standing.question_id.ids)
        answers_sudo.create(
            [
                {
                    **vals,
                    "applicant_id": self.id,
                    "company_id": self.company_id.id,
                    "document_id": file and self._ats_keep_answer_file(file, proven),
                    "is_proven": proven,
                    "is_current": vals["question_id"] not in taken,
                }
                for vals, file in checked
            ]
        )

    def _ats_keep_answer_file(self, file, proven):
        """Keep the file of an answer among the documents and return the document's id."""
        documents = self.env["ats.document"]._receive(self, [file], origin="candidate", proven=proven, kind="other")
        return documents[:1].id
