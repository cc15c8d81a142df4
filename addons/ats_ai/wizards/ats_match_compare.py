from itertools import combinations

from odoo import Command, api, fields, models

from ..lib.ats_match import CONSISTENT, weights
from ..models.match_weights import FAMILIES

STEPS = [
    ("9", "The first, extremely"),
    ("7", "The first, very much"),
    ("5", "The first, much"),
    ("3", "The first, somewhat"),
    ("1", "Both alike"),
    ("-3", "The second, somewhat"),
    ("-5", "The second, much"),
    ("-7", "The second, very much"),
    ("-9", "The second, extremely"),
]


class AtsMatchCompare(models.TransientModel):
    """Weights of a job's match from comparing two requirements at a time."""

    _name = "ats.match.compare"
    _description = "Weights by Comparison"

    job_id = fields.Many2one("hr.job", required=True, ondelete="cascade")
    line_ids = fields.One2many("ats.match.compare.line", "compare_id", "Comparisons")
    result = fields.Text("Weights", compute="_compute_result")
    ratio = fields.Float("Contradiction", digits=(4, 2), compute="_compute_result")
    contradicts = fields.Boolean(compute="_compute_result")

    @api.model
    def _for_job(self, job):
        """Make the comparisons of what the job asks for."""
        asked = [family for family, _label in FAMILIES if family in job._ats_asked_families()]
        pairs = combinations(asked, 2)
        return self.create(
            {"job_id": job.id, "line_ids": [Command.create({"one": one, "other": other}) for one, other in pairs]}
        )

    def _weights(self):
        """Return the weights and how far the comparisons contradict each other."""
        self.ensure_one()
        names = [
            family
            for family, _label in FAMILIES
            if family in {*self.line_ids.mapped("one"), *self.line_ids.mapped("other")}
        ]
        compared = {(line.one, line.other): line._times() for line in self.line_ids}
        return weights(names, compared)

    @api.depends("line_ids.choice")
    def _compute_result(self):
        labels = dict(self.env["ats.match.compare.line"]._fields["one"]._description_selection(self.env))
        for compare in self:
            found, ratio = compare._weights()
            compare.result = " · ".join(f"{labels[name]} {value:.0f}" for name, value in found.items())
            compare.ratio = ratio
            compare.contradicts = ratio > CONSISTENT

    def action_apply(self):
        """Give the job these weights; what it does not ask for keeps no weight."""
        self.ensure_one()
        self.job_id.check_access("write")
        found, _ratio = self._weights()
        if found:
            self.job_id.ats_match_weights = {family: round(found.get(family, 0.0), 2) for family, _label in FAMILIES}
        return {"type": "ir.actions.act_window_close"}


class AtsMatchCompareLine(models.TransientModel):
    _name = "ats.match.compare.line"
    _description = "Comparison of Two Requirements"
    _order = "id"

    compare_id = fields.Many2one("ats.match.compare", required=True, ondelete="cascade")
    one = fields.Selection(FAMILIES, "First", required=True, readonly=True)
    other = fields.Selection(FAMILIES, "Second", required=True, readonly=True)
    choice = fields.Selection(STEPS, "Counts More", required=True, default="1")

    def _times(self):
        value = int(self.choice)
        return float(value) if value > 0 else 1.0 / -value


class HrJob(models.Model):
    _inherit = "hr.job"

    def _ats_asked_families(self):
        """Return the kinds of requirement that the job has."""
        self.ensure_one()
        wanted = self._ats_wanted()
        asked = {"skills": wanted.skills, "education": wanted.degree, "languages": wanted.languages}
        asked |= {"answers": wanted.questions, "text": wanted.terms}
        asked["conditions"] = wanted.workplace or wanted.permit or wanted.pay_max
        return {"experience", *(family for family, there in asked.items() if there)}
