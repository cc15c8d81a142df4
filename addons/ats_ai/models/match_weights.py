from odoo import api, fields, models

from ..lib.ats_match import DEFAULT_WEIGHTS

FAMILIES = [
    ("skills", "Skills"),
    ("experience", "Experience"),
    ("education", "Education"),
    ("languages", "Languages"),
    ("conditions", "Conditions"),
    ("answers", "Answers"),
    ("text", "Wording"),
]


class HrJob(models.Model):
    """How much each kind of requirement counts for a job: typed, or found by comparing two at a time."""

    _inherit = "hr.job"

    ats_weight_skills = fields.Integer("Skills", compute="_compute_ats_weights", readonly=False)
    ats_weight_experience = fields.Integer(
        "Experience",
        compute="_compute_ats_weights",
        readonly=False,
        help="Years, seniority and titles.",
    )
    ats_weight_education = fields.Integer("Education", compute="_compute_ats_weights", readonly=False)
    ats_weight_languages = fields.Integer("Languages", compute="_compute_ats_weights", readonly=False)
    ats_weight_conditions = fields.Integer(
        "Conditions",
        compute="_compute_ats_weights",
        readonly=False,
        help="Workplace, what the law asks for, expected salary.",
    )
    ats_weight_answers = fields.Integer(
        "Answers",
        compute="_compute_ats_weights",
        readonly=False,
        help="Answers to the job's questions that are as you wish them.",
    )
    ats_weight_text = fields.Integer(
        "Wording",
        compute="_compute_ats_weights",
        readonly=False,
        help="How alike the words of the résumé and of the job are.",
    )

    @api.depends("ats_match_weights")
    def _compute_ats_weights(self):
        for job in self:
            weights = job.ats_match_weights or DEFAULT_WEIGHTS
            for family, _label in FAMILIES:
                job[f"ats_weight_{family}"] = round(weights.get(family, 0))

    def write(self, vals):
        """One typed weight leaves the others as they are."""
        typed = {
            family: min(max(vals[f"ats_weight_{family}"] or 0, 0), 100)
            for family, _label in FAMILIES
            if f"ats_weight_{family}" in vals
        }
        if not typed:
            return super().write(vals)
        others = {name: value for name, value in vals.items() if not name.startswith("ats_weight_")}
        for job in self:
            before = job.ats_match_weights or DEFAULT_WEIGHTS
            super(HrJob, job).write({**others, "ats_match_weights": {**before, **typed}})
        return True

    def action_ats_default_weights(self):
        """Go back to the weights that every job starts with."""
        self.check_access("write")
        self.ats_match_weights = False

    def action_ats_compare_weights(self):
        """Find the weights by comparing two requirements at a time."""
        self.ensure_one()
        self.check_access("write")
        wizard = self.env["ats.match.compare"]._for_job(self)
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("What Counts More?"),
            "res_model": wizard._name,
            "res_id": wizard.id,
            "view_mode": "form",
            "target": "new",
        }
