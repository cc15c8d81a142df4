from odoo import api, fields, models


class AtsJobQuestion(models.Model):
    """A question on the application form of a job."""

    _name = "ats.job.question"
    _description = "Question of a Job"
    _rec_name = "question_id"
    _order = "job_id, sequence, id"

    job_id = fields.Many2one("hr.job", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="job_id.company_id")
    question_id = fields.Many2one(
        "ats.question",
        required=True,
        ondelete="restrict",
        index=True,
        domain="[('company_id', 'in', (False, company_id))]",
    )
    sequence = fields.Integer(default=10)
    is_required = fields.Boolean(
        "Required", compute="_compute_is_required", store=True, readonly=False, precompute=True
    )
    kind = fields.Selection(related="question_id.kind", string="Answer")
    is_legal_requirement = fields.Boolean(related="question_id.is_legal_requirement")

    _question_uniq = models.UniqueIndex("(job_id, question_id)", "This question is on the job already.")

    @api.depends("question_id")
    def _compute_is_required(self):
        for row in self:
            row.is_required = row.question_id.is_required
