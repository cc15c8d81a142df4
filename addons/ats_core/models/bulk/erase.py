from odoo import models


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _erase_targets(self):
        lines = self.env["ats.bulk.line"].sudo()
        lines = lines.search(["|", ("candidate_id", "=", self.id), ("applicant_id.ats_candidate_id", "=", self.id)])
        return [*super()._erase_targets(), (lines.run_id.file_id, []), (lines, [])]

    def _merge_relations(self):
        return [*super()._merge_relations(), ("ats.bulk.line", "candidate_id")]
