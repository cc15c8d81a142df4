from odoo import api, fields, models
from odoo.exceptions import UserError

STAGE_KINDS = [
    ("new", "New"),
    ("screen", "Screening"),
    ("review", "Review"),
    ("interview", "Interview"),
    ("assessment", "Assessment"),
    ("reference", "Reference Check"),
    ("background", "Background Check"),
    ("offer", "Offer"),
    ("hired", "Hired"),
]

# What an administrator called a stage natively tells its kind well enough to start with.
_KIND_WORDS = (
    ("new", ("new", "inbox", "applied", "received")),
    ("interview", ("interview", "entretien", "gespräch", "entrevista", "gesprek", "colloquio")),
    ("assessment", ("assess", "test", "exercise", "challenge")),
    ("reference", ("reference",)),
    ("background", ("background",)),
    ("offer", ("offer", "contract", "proposal", "negotiat")),
    ("screen", ("screen", "qualif", "phone")),
)


class HrRecruitmentStage(models.Model):
    _name = "hr.recruitment.stage"
    _inherit = ["hr.recruitment.stage", "ats.stage.policy"]

    ats_kind = fields.Selection(
        STAGE_KINDS,
        "Kind",
        compute="_compute_ats_kind",
        store=True,
        readonly=False,
        help="What the stage is for. Reports count by kind, so they survive new names.",
    )

    @api.depends("hired_stage")
    def _compute_ats_kind(self):
        for stage in self:
            if stage.hired_stage:
                stage.ats_kind = "hired"
            elif stage.ats_kind in (False, "hired"):
                stage.ats_kind = stage._ats_guess_kind()

    def _ats_guess_kind(self):
        name = (self.with_context(lang="en_US").name or "").casefold()
        return next((kind for kind, words in _KIND_WORDS if any(word in name for word in words)), "review")

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._ats_hired_in_step(vals) for vals in vals_list])

    def write(self, vals):
        vals = self._ats_hired_in_step(vals)
        if "hired_stage" in vals:
            self.filtered(lambda stage: stage.hired_stage != vals["hired_stage"])._ats_check_unused()
        return super().write(vals)

    @api.model
    def _ats_hired_in_step(self, vals):
        """Keep the native hired flag and the kind telling the same."""
        if "ats_kind" in vals:
            return {**vals, "hired_stage": vals["ats_kind"] == "hired"}
        return vals

    def _ats_check_unused(self):
        """Refuse to turn a stage with applications into a hired one or back: each of them would
        silently become hired, or lose its hire date."""
        applications = self.env["hr.applicant"].sudo().with_context(active_test=False)
        for stage in self:
            if applications.search_count([("stage_id", "=", stage.id)], limit=1):
                raise UserError(
                    self.env._(
                        "Applications are or were in %(stage)s, so it cannot change between hired and "
                        "not hired. Make a new stage and move them there.",
                        stage=stage.name,
                    )
                )
