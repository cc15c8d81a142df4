from odoo import fields, models


class AtsMatch(models.Model):
    """How an application, or a person, meets a job, with reasons. It informs; it never moves or refuses."""

    _name = "ats.match"
    _description = "Match with the Job"
    _order = "exact desc, id desc"
    _rec_name = "job_id"

    applicant_id = fields.Many2one("hr.applicant", "Application", readonly=True, ondelete="cascade", index=True)
    candidate_id = fields.Many2one("ats.candidate", readonly=True, ondelete="cascade", index="btree_not_null")
    job_id = fields.Many2one("hr.job", required=True, readonly=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="applicant_id.company_id")
    scored = fields.Boolean(readonly=True, help="Off: there is too little to say a number.")
    score = fields.Integer(readonly=True, aggregator="avg")
    exact = fields.Float(
        readonly=True, digits=0, aggregator=None, help="The score before it is rounded, for the order."
    )
    met = fields.Json(readonly=True)
    missing = fields.Json(readonly=True)
    unknown = fields.Json(readonly=True)
    formula_version = fields.Char(required=True, readonly=True)
    computed_at = fields.Datetime(required=True, readonly=True, default=fields.Datetime.now)

    _applicant_job_uniq = models.UniqueIndex("(applicant_id, job_id)", "This application has a match with this job.")
    _candidate_job_uniq = models.UniqueIndex(
        "(candidate_id, job_id) WHERE applicant_id IS NULL", "This person has a match with this job."
    )
    _job_order_idx = models.Index("(job_id, exact DESC, id DESC)")
    _somebody = models.Constraint(
        "CHECK ((applicant_id IS NULL) <> (candidate_id IS NULL))",
        "A match is of an application or of a person, not of both.",
    )
    _score_range = models.Constraint("CHECK (score BETWEEN 0 AND 100)", "A score lies between 0 and 100.")
    _scored_only = models.Constraint("CHECK (scored OR score = 0)", "Without a score there is no number.")

    def _item_label(self, item):
        """Return what people call a requirement."""
        names = {
            "years": self.env._("Years of experience"),
            "seniority": self.env._("Seniority"),
            "title": self.env._("Job title"),
            "degree": self.env._("Degree: %s", item["name"]),
            "workplace": self.env._("Workplace"),
            "place": self.env._("Place: %s", item["name"]),
            "permit": self.env._("What the law asks for"),
            "pay": self.env._("Expected salary"),
            "text": self.env._("Wording like the job's text"),
        }
        return names.get(item["kind"]) or item["name"]

    def _labels(self, group):
        """Return the labels of the requirements of a group: met, missing, unknown."""
        return [self._item_label(item) for item in self[group] or []]
