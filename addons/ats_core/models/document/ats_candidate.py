from odoo import fields, models


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    # The person of a document is that of its application, so merging moves documents by itself.
    document_ids = fields.One2many("ats.document", "candidate_id", "Documents")

    def _erase_targets(self):
        return [*super()._erase_targets(), (self.document_ids, [])]
