from odoo import models


class AtsCandidate(models.Model):
    """Erasing a person takes the records along that became part of them, and the values kept for an undo."""

    _inherit = "ats.candidate"

    def _erase_targets(self):
        merges = self.env["ats.merge"].sudo().search(["|", ("winner_id", "=", self.id), ("loser_id", "=", self.id)])
        return [
            *super()._erase_targets(),
            (merges.change_ids, []),
            (self.env["ats.duplicate"].sudo().search(["|", ("one_id", "=", self.id), ("other_id", "=", self.id)]), []),
        ]

    def _erase_self(self):
        merged = self.sudo().with_context(active_test=False).search([("merged_into_id", "=", self.id)])
        for person in merged:
            for records, names in person._erase_targets():
                if records == person:
                    self._erase_fields(records, names)
            person._erase_self()
        return super()._erase_self()
