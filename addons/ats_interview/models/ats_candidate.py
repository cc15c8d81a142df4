from odoo import models

from .verb import as_verb


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _erase_targets(self):
        """Opinions on a person are data of that person."""
        applications_sudo = self.with_context(active_test=False).application_ids.sudo()
        scorecards = as_verb(applications_sudo.ats_interview_ids.scorecard_ids)
        return [
            *super()._erase_targets(),
            (scorecards, ["notes"]),
            (scorecards.line_ids, ["note"]),
            (scorecards.interview_id, ["location", "video_url", "cancel_reason"]),
            (applications_sudo.ats_interview_ids.calendar_event_id, ["name", "description", "location"]),
        ]
