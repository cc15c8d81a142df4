from odoo import models


class AtsCandidate(models.Model):
    """Jobs that suit, on the candidate's own page; only for who agreed to hear of them."""

    _inherit = "ats.candidate"

    def _ats_home_blocks(self):
        blocks = super()._ats_home_blocks()
        jobs_sudo = self._ats_jobs_for_you()
        shown = [
            {"name": job.name, "path": job._ats_public_path(), "places": ", ".join(dict.fromkeys(job._ats_cities()))}
            for job in jobs_sudo
        ]
        shown = [job for job in shown if job["path"]]
        if shown:
            blocks.append({"template": "ats_ai.home_jobs_for_you", "values": {"jobs": shown}})
        return blocks
