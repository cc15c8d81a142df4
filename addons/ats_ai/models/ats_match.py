from odoo import fields, models


class AtsMatch(models.Model):
    """How an application meets its job, with reasons. It informs; it never moves or refuses."""

    _name = "ats.match"
    _description = "Match with the Job"
    _order = "computed_at desc, id desc"
    _rec_name = "job_id"

    applicant_id = fields.Many2one(
        "hr.applicant", "Application", required=True, readonly=True, ondelete="cascade", index=True
    )
    job_id = fields.Many2one("hr.job", required=True, readonly=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="applicant_id.company_id")
    scored = fields.Boolean(readonly=True, help="Off: there is too little to say a number.")
    score = fields.Integer(readonly=True, aggregator="avg")
    met = fields.Json(readonly=True)
    missing = fields.Json(readonly=True)
    unknown = fields.Json(readonly=True)
    formula_version = fields.Char(required=True, readonly=True)
    computed_at = fields.Datetime(required=True, readonly=True, default=fields.Datetime.now)

    _applicant_job_uniq = models.UniqueIndex("(applicant_id, job_id)", "This application has a match with this job.")
    _score_range = models.Constraint("CHECK (score BETWEEN 0 AND 100)", "A score lies between 0 and 100.")
    _scored_only = models.Constraint("CHECK (scored OR score = 0)", "Without a score there is no number.")
