from odoo import api, fields, models

DURATIONS = [
    ("15", "15 minutes"),
    ("30", "30 minutes"),
    ("45", "45 minutes"),
    ("60", "1 hour"),
    ("90", "1 hour 30"),
    ("120", "2 hours"),
    ("180", "3 hours"),
    ("240", "4 hours"),
]


class AtsInterviewKit(models.Model):
    """What every interviewer looks for, so that candidates of a job are judged alike."""

    _name = "ats.interview.kit"
    _description = "Interview Kit"
    _order = "sequence, name, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    duration = fields.Selection(DURATIONS, required=True, default="60")
    instructions = fields.Text(translate=True, help="Shown to the interviewers on top of their scorecard.")
    job_ids = fields.Many2many("hr.job", string="Jobs", help="Empty: offered for every job.")
    line_ids = fields.One2many("ats.interview.kit.line", "kit_id", "Criteria", copy=True)

    @api.model
    def _for_job(self, job):
        """Return the kit to propose for a job: its own before one for all."""
        own = self.search([("job_ids", "in", job.ids)], limit=1) if job else self.browse()
        return own or self.search([("job_ids", "=", False)], limit=1)


class AtsInterviewKitLine(models.Model):
    _name = "ats.interview.kit.line"
    _description = "Interview Criterion"
    _order = "sequence, id"
    _rec_name = "criterion"

    kit_id = fields.Many2one("ats.interview.kit", required=True, ondelete="cascade", index=True)
    sequence = fields.Integer(default=10)
    criterion = fields.Char(required=True, translate=True)
    guidance = fields.Text(translate=True, help="What a good answer shows, and questions that help to find out.")
