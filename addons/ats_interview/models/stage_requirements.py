from odoo import fields, models


class AtsStagePolicy(models.AbstractModel):
    _inherit = "ats.stage.policy"

    ats_require_scorecards = fields.Boolean(
        "Scorecards Must Be In", help="Every interviewer of the application's interviews has submitted a scorecard."
    )

    def _ats_policy_fields(self):
        return [*super()._ats_policy_fields(), "ats_require_scorecards"]


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_entry_blockers(self, stage):
        blockers = super()._ats_entry_blockers(stage)
        if stage.sudo().ats_require_scorecards:
            # How many there are, not what they say: whoever moves cards may know that.
            submitted, total = self.env["ats.scorecard"].sudo()._counts("applicant_id", self).get(self.id, (0, 0))
            if not total:
                blockers.append(self.env._("There is no scorecard: nobody has interviewed the candidate."))
            elif submitted < total:
                blockers.append(self.env._("Missing scorecards: %s.", total - submitted))
        return blockers
