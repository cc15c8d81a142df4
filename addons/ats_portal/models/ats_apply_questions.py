from odoo import api, models

from odoo.addons.ats_core.lib.ats_extract import clean_filename

from ..lib.ats_apply_form import collect_answers, field_name

MAX_FILE_BYTES = 10 * 1024 * 1024
# More choices than this are a drop-down list.
FEW_CHOICES = 6


class AtsApplyForm(models.AbstractModel):
    """The questions of the job on the application form."""

    _inherit = "ats.apply.form"

    @api.model
    def _blank(self, job):
        blank = super()._blank(job)
        blank["values"]["answers"] = {}
        return {
            **blank,
            "questions": self._questions(job),
            "labels": {**self._labels(), **self._question_labels(job)},
        }

    @api.model
    def _questions(self, job):
        """Return what the page shows of each question, in order."""
        return [
            {
                "id": row.question_id.id,
                "name": field_name(row.question_id.id),
                "label": row.question_id.label,
                "hint": row.question_id.help_text or "",
                "control": self._control(row.question_id),
                "required": row.is_required,
                "choices": [(choice.id, choice.name) for choice in row.question_id.choice_ids],
            }
            for row in job.sudo()._ats_asked_questions()
        ]

    @api.model
    def _control(self, question):
        if question.kind == "single" and len(question.choice_ids) > FEW_CHOICES:
            return "select"
        return question.kind

    @api.model
    def _question_labels(self, job):
        return {field_name(row.question_id.id): row.question_id.label for row in job.sudo()._ats_asked_questions()}

    @api.model
    def _read(self, job, params, files):
        """Read the answers too; what is wrong with them stands before the agreement."""
        reading = super()._read(job, params, files)
        raw, strange = collect_answers(params, self._upload)
        # The content is looked into once, so that the verb finds the same bytes.
        _clean, codes = job.sudo()._ats_check_answers(raw)
        errors = self._answer_errors(job, codes)
        if strange or codes.keys() - {row.question_id.id for row in job.sudo()._ats_asked_questions()}:
            errors["form"] = self.env._(
                "The questions of this job have changed meanwhile. Please look through them and send again."
            )
        values = {**reading.values, "answers": raw}
        order = [name for name in self._labels() if name != "consent"] + [*self._question_labels(job), "consent"]
        every = {**errors, **reading.errors}
        return reading._replace(values=values, errors={name: every[name] for name in order if name in every})

    @api.model
    def _upload(self, upload):
        """Return the file of an upload, ``None`` when none was chosen; something else is text."""
        filename = getattr(upload, "filename", None)
        if not filename:
            return None
        upload.stream.seek(0)
        return clean_filename(filename), upload.stream.read(MAX_FILE_BYTES + 1)

    @api.model
    def _answer_errors(self, job, codes):
        return {
            field_name(row.question_id.id): row._error_message(codes[row.question_id.id])
            for row in job.sudo()._ats_asked_questions()
            if row.question_id.id in codes
        }

    @api.model
    def _filled(self, job, reading, params):
        """Choose files again: a browser does not keep them when the page comes back."""
        filled = super()._filled(job, reading, params)
        answered_files = any(isinstance(value, tuple) for value in reading.values["answers"].values())
        return {**filled, "sent_files": filled["sent_files"] or answered_files}

    @api.model
    def _apply_vals(self, job, reading, params):
        return {**super()._apply_vals(job, reading, params), "answers": reading.values["answers"]}
