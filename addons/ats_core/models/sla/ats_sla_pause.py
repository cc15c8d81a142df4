from odoo import fields, models


class AtsSlaPause(models.Model):
    """A time in which the company waited for the candidate; no answer time passes in it."""

    _name = "ats.sla.pause"
    _description = "Waiting for the Candidate"
    _order = "started_at desc, id desc"
    _rec_name = "reason"

    applicant_id = fields.Many2one("hr.applicant", required=True, readonly=True, ondelete="cascade", index=True)
    job_id = fields.Many2one(related="applicant_id.job_id", store=True, index="btree_not_null")
    company_id = fields.Many2one(related="applicant_id.company_id", store=True, index=True)
    started_at = fields.Datetime("Since", required=True, readonly=True, default=fields.Datetime.now)
    ended_at = fields.Datetime("Until", readonly=True)
    reason = fields.Char(readonly=True)

    _running_uniq = models.UniqueIndex(
        "(applicant_id) WHERE ended_at IS NULL", "An application waits for its candidate once at a time."
    )

    def _spans(self):
        """Return the pauses as ``(start, end)`` pairs in UTC; the end of one that runs is None."""
        return [(pause.started_at, pause.ended_at or None) for pause in self]
