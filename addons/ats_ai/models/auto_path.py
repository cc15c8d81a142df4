from odoo import fields, models
from odoo.exceptions import UserError

from .ats_review_task import AUTOMATIC, DECISIONS

_EARLY = ("new", "screen")


class ResCompany(models.Model):
    _inherit = "res.company"

    ats_review_strategy = fields.Selection(
        [("round_robin", "In Turn"), ("least_loaded", "To Who Has Least")],
        "Reviews Go",
        default="round_robin",
        required=True,
    )


class HrJob(models.Model):
    """What may follow from a score without a person. It never refuses."""

    _inherit = "hr.job"

    ats_auto_mode = fields.Selection(
        [
            ("off", "People see the score, nothing follows from it"),
            ("propose", "Propose; a reviewer confirms"),
            ("act", "Do it at the threshold; below, a reviewer decides"),
        ],
        "What Follows from the Score",
        required=True,
        default="off",
        tracking=True,
    )
    ats_auto_threshold = fields.Integer("From a Score Of", default=90, tracking=True)
    ats_auto_action = fields.Selection(
        [choice for choice in DECISIONS if choice[0] in AUTOMATIC], "Then", default="advance", tracking=True
    )
    ats_auto_stage_id = fields.Many2one(
        "hr.recruitment.stage", "To the Stage", ondelete="set null", help="Empty: the next one of the pipeline."
    )
    ats_auto_tag_id = fields.Many2one("hr.applicant.category", "Tag", ondelete="set null")
    ats_auto_template_id = fields.Many2one(
        "mail.template", "Mail", ondelete="set null", domain="[('model', '=', 'hr.applicant')]"
    )
    ats_review_minutes = fields.Integer("Minutes for a Review", default=20, help="Working minutes of the reviewer.")
    ats_review_warn_minutes = fields.Integer("Warning Before the End", default=5)

    _ats_threshold_range = models.Constraint(
        "CHECK (ats_auto_threshold BETWEEN 1 AND 100)", "The threshold lies between 1 and 100."
    )

    def _ats_stage_for(self, action, current):
        """Return the stage that an application goes to from its current one; empty when there is none.

        No action leads to a stage of hiring.
        """
        self.ensure_one()
        stages = self.env["hr.recruitment.stage"].search(
            ["|", ("job_ids", "=", False), ("job_ids", "in", self.ids), ("ats_kind", "!=", "hired")],
            order="sequence, id",
        )
        later = stages.filtered(lambda stage: (stage.sequence, stage.id) > (current.sequence, current.id))
        if action == "invite":
            return later.filtered(lambda stage: stage.ats_kind == "interview")[:1]
        return (self.ats_auto_stage_id & later) or later[:1]


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_match_scored(self, row):
        """Do, propose or hand to a person what follows from the score, once for each application and job."""
        super()._ats_match_scored(row)
        job = self.job_id
        if job.ats_auto_mode == "off" or self.ats_state != "ongoing" or self.stage_id.ats_kind not in _EARLY:
            return
        tasks = self.env["ats.review.task"].sudo()
        if tasks.search_count([("applicant_id", "=", self.id), ("job_id", "=", job.id), ("state", "=", "done")]):
            return
        above = row.scored and row.score >= job.ats_auto_threshold
        action = job.ats_auto_action if above else None
        if action and job.ats_auto_mode == "act" and self._ats_do_alone(action, row):
            return
        reason = "proposed" if above else "below" if row.scored else "unknown"
        tasks._queue(self, reason=reason, row=row, proposal=action)

    def _ats_do_alone(self, action, row):
        """Carry out an action without a person; when the rules of the pipeline object, a person decides.

        :return: whether it was done
        """
        self.ensure_one()
        if action not in AUTOMATIC:
            return False
        try:
            with self.env.cr.savepoint():
                self._ats_do(action)
        except UserError:
            return False
        tasks = self.env["ats.review.task"].sudo()
        task = tasks.search([("applicant_id", "=", self.id), ("state", "!=", "done")])
        values = {**tasks._values_of(self, row), "reason": "proposed", "proposal": action}
        if task:
            task.write(values)
            task._done(action)
        else:
            tasks.create(
                {
                    **values,
                    "state": "done",
                    "decision": action,
                    "automatic": True,
                    "decided_at": fields.Datetime.now(),
                }
            )._tell_board()
        return True
