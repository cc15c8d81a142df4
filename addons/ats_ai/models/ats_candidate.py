from odoo import models


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _erase_targets(self):
        """Facts and reasons of a person go with the person."""
        applications = self.sudo().with_context(active_test=False).application_ids
        uploads = self.env["ats.upload.line"].sudo().search([("applicant_id", "in", applications.ids)])
        return [
            *super()._erase_targets(),
            (applications, ["ats_wish_places"]),
            (applications.ats_resume_ids, []),
            (applications.ats_match_ids, []),
            (uploads.attachment_id, []),
            (uploads, []),
        ]
