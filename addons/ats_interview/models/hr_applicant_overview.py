from odoo import api, fields, models


class HrApplicant(models.Model):
    """What the form of an application says about its interviews to the reader at hand."""

    _inherit = "hr.applicant"

    ats_interview_count = fields.Integer("Interview Count", compute="_compute_ats_interview_stat")
    ats_next_interview_at = fields.Datetime("Next Interview", compute="_compute_ats_interview_stat")
    ats_scorecard_summary = fields.Char("Scorecards In", compute="_compute_ats_scorecards")
    ats_scorecard_hint = fields.Text(compute="_compute_ats_scorecards")
    ats_readable_scorecard_ids = fields.One2many(
        "ats.scorecard", compute="_compute_ats_scorecards", string="Submitted Scorecards"
    )
    ats_can_plan_interview = fields.Boolean(compute="_compute_ats_can_plan_interview")

    @api.depends("ats_interview_ids.state", "ats_interview_ids.start")
    def _compute_ats_interview_stat(self):
        now = fields.Datetime.now()
        for applicant in self:
            interviews = applicant.ats_interview_ids
            ahead = interviews.filtered(lambda one: one.state == "planned" and one.start > now)
            applicant.ats_interview_count = len(interviews.filtered(lambda one: one.state != "cancelled"))
            applicant.ats_next_interview_at = min(ahead.mapped("start"), default=False)

    @api.depends_context("uid", "lang")
    @api.depends("ats_scorecard_ids.state")
    def _compute_ats_scorecards(self):
        counts = self.env["ats.scorecard"]._counts("applicant_id", self)
        with_some = [applicant_id for applicant_id, (submitted, _total) in counts.items() if submitted]
        readable = self.env["ats.scorecard"]
        if with_some:
            readable = readable.search([("applicant_id", "in", with_some), ("state", "=", "submitted")])
        for applicant in self:
            submitted, total = counts.get(applicant.id, (0, 0))
            applicant.ats_readable_scorecard_ids = readable.filtered(
                lambda scorecard, applicant=applicant: scorecard.applicant_id == applicant
            )
            applicant.ats_scorecard_summary = bool(total) and self.env._(
                "%(submitted)s of %(total)s scorecards are in.", submitted=submitted, total=total
            )
            applicant.ats_scorecard_hint = applicant._ats_scorecard_sentence(submitted, total)

    def _ats_scorecard_sentence(self, submitted, total):
        """Say what is missing, and why a reader may see less than there is."""
        if not total:
            return self.env._(
                "There is no scorecard yet. Plan an interview: each interviewer gets one, and "
                "sees those of the others after submitting the own."
            )
        sentences = []
        if submitted > len(self.ats_readable_scorecard_ids):
            sentences.append(self.env._("You will see the scorecards of the others when you have submitted yours."))
        if names := self._ats_missing_scorecard_names():
            sentences.append(self.env._("Still missing: %s", ", ".join(names)))
        return "\n".join(sentences)

    def _ats_missing_scorecard_names(self):
        return (
            self.env["ats.scorecard"]
            .sudo()
            .search(
                [
                    ("applicant_id", "=", self.id),
                    ("state", "=", "draft"),
                    ("interview_id.state", "in", ("planned", "done")),
                ]
            )
            .user_id.mapped("name")
        )

    @api.depends_context("uid")
    @api.depends("job_id.ats_hiring_manager_id", "ats_state")
    def _compute_ats_can_plan_interview(self):
        for applicant in self:
            is_open = applicant.ats_state == "ongoing"
            applicant.ats_can_plan_interview = is_open and self.env["ats.interview"]._is_planner_of(applicant)
