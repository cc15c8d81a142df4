from odoo import models


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _erase_targets(self):
        """What rules did stays as a figure, without what was answered."""
        tied = [("applicant_id.ats_candidate_id", "=", self.id)]
        everything = {"active_test": False}
        return [
            *super()._erase_targets(),
            (self.env["ats.rule.firing"].sudo().with_context(**everything).search(tied), ["because", "note"]),
            (self.env["ats.rule.run.line"].sudo().with_context(**everything).search(tied), []),
        ]
