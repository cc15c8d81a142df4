from odoo import fields, models
from odoo.tools import SQL


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _merge_relations(self):
        return [*super()._merge_relations(), ("ats.sequence.enrolment", "candidate_id")]


class AtsMerge(models.Model):
    """One person is in a sequence once: whoever of the two got further goes on."""

    _inherit = "ats.merge"

    def _settle_repetitions(self, winner, loser):
        result = super()._settle_repetitions(winner, loser)
        both = (
            self.env["ats.sequence.enrolment"].sudo().search([("candidate_id", "in", (winner | loser).ids)], order="id")
        )
        both._lock_for_merge()
        now = fields.Datetime.now().isoformat()
        for rows in both.grouped("sequence_id").values():
            for row in rows._ended_by_merge(winner):
                for name, value in (
                    ("state", "stopped"),
                    ("stop_reason", "merged"),
                    ("ended_at", now),
                    ("next_at", None),
                ):
                    self._set(row, name, value)
        return result


class AtsSequenceEnrolment(models.Model):
    _inherit = "ats.sequence.enrolment"

    def _lock_for_merge(self):
        """A step that is being done now is waited for, and counts."""
        if self:
            self.flush_recordset()
            self.env.cr.execute(
                SQL("SELECT id FROM ats_sequence_enrolment WHERE id IN %s ORDER BY id FOR UPDATE", tuple(self.ids))
            )
            self.invalidate_recordset()

    def _ended_by_merge(self, winner):
        """Return those of one sequence that do not go on when two people become one.

        What either of them has had to the end, or was stopped for, holds for the one person. Of two who are in it
        the one goes on who has had more.
        """
        active = self.filtered(lambda row: row.state == "active")
        if len(self.candidate_id) < 2 or not active:
            return self.browse()
        if active != self:
            ended = (self - active).candidate_id
            return active.filtered(lambda row: ended - row.candidate_id)
        first = max(active, key=lambda row: (len(row.send_ids), row.candidate_id == winner))
        return active - first
