from odoo import api, fields, models
from odoo.tools import SQL

from odoo.addons.ats_core.enqueue import ats_enqueue

from ..lib.ats_match import FORMULA_VERSION, pack

_CHUNK = 200


class AtsMatchProfile(models.Model):
    """What matching may look at of a person, packed into some hundred bytes: the source of the index.

    The row holds no name and no text. ``xact`` is the transaction that wrote it, so that an index knows exactly which
    rows it has not seen.
    """

    _name = "ats.match.profile"
    _description = "Packed Facts of a Candidate"
    _log_access = False

    candidate_id = fields.Many2one("ats.candidate", required=True, readonly=True, ondelete="cascade")
    packed = fields.Binary(attachment=False, required=True, readonly=True)
    version = fields.Char(required=True, readonly=True)

    _candidate_uniq = models.UniqueIndex("(candidate_id)", "This person has a profile already.")

    def init(self):
        """A column of PostgreSQL's own type of counter, which the ORM does not know."""
        self.env.cr.execute(
            """ALTER TABLE ats_match_profile ADD COLUMN IF NOT EXISTS xact bigint NOT NULL DEFAULT 0;
               CREATE INDEX IF NOT EXISTS ats_match_profile_xact_idx ON ats_match_profile (xact)"""
        )

    @api.model
    def _keep(self, packed):
        """Store packed persons.

        :param dict packed: ``{candidate id: bytes}``
        """
        for candidate_id, record in packed.items():
            self.env.cr.execute(
                SQL(
                    """INSERT INTO ats_match_profile (candidate_id, packed, version, xact)
                       VALUES (%(candidate)s, %(packed)s, %(version)s, pg_current_xact_id()::text::bigint)
                       ON CONFLICT (candidate_id) DO UPDATE
                          SET packed = excluded.packed, version = excluded.version, xact = excluded.xact
                        WHERE ats_match_profile.packed <> excluded.packed
                           OR ats_match_profile.version <> excluded.version""",
                    candidate=candidate_id,
                    packed=record,
                    version=FORMULA_VERSION,
                )
            )


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _ats_profile_later(self):
        """Pack what is known of these people anew, in the background."""
        candidates_sudo = self.sudo().exists()
        for start in range(0, len(candidates_sudo), _CHUNK):
            chunk = candidates_sudo[start : start + _CHUNK]
            ats_enqueue(chunk, "_ats_make_profile", channel="root.match", key=f"profile:{chunk.ids[0]}:{len(chunk)}")

    def _ats_make_profile(self):
        """Pack the known facts of each person, and look for the jobs that suit."""
        candidates_sudo = self.sudo().exists()
        persons = {candidate.id: candidate._ats_person() for candidate in candidates_sudo}
        self.env["ats.match.phrase"].sudo()._learn({phrase for one in persons.values() for phrase in one.phrases})
        self.env["ats.match.profile"].sudo()._keep({number: pack(person) for number, person in persons.items()})
        candidates_sudo._ats_find_jobs()

    def _ats_person(self):
        """Return the facts of a person from all applications; answers to one job's questions are left out."""
        self.ensure_one()
        applications = self.sudo().with_context(active_test=False).application_ids
        return applications.filtered(lambda one: one.job_id or one.ats_state)._ats_person()
