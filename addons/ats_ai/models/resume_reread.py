from odoo import api, models

from odoo.addons.ats_core.enqueue import IN_BULK, ats_enqueue

from ..lib.ats_resume import PARSER_VERSION

BATCH = 5


class AtsResume(models.Model):
    """A better parser reads the kept résumés again: in the background, a batch at a time."""

    _inherit = "ats.resume"

    @api.model
    def _read_outdated(self, after=0):
        """Read the next batch of résumés of an earlier parser and queue the one after it.

        What is left is told by the rows themselves, so that a stop loses nothing.
        """
        outdated_sudo = self.sudo().search(
            [("parser_version", "!=", PARSER_VERSION), ("id", ">", after)], order="id", limit=BATCH
        )
        for resume in outdated_sudo:
            resume.document_id._parse_resume()
        if len(outdated_sudo) == BATCH:
            self._read_outdated_later(outdated_sudo[-1].id)
        return len(outdated_sudo)

    @api.model
    def _read_outdated_later(self, after=0):
        """Queue a batch; called daily, does nothing while all résumés are of this parser."""
        if self.sudo().search_count([("parser_version", "!=", PARSER_VERSION), ("id", ">", after)], limit=1):
            key = f"resume:outdated:{after}"
            ats_enqueue(self, "_read_outdated", after, channel="root.parse.heap", key=key, priority=IN_BULK)
