import json
import os
import shutil
import tempfile
from pathlib import Path

from odoo import api, models
from odoo.tools import SQL, config

from ..lib.ats_match import FORMULA_VERSION, Index, rank, rarity

_FETCH = 20_000
# When so many rows changed, looking at them one by one costs more than arranging all anew.
_MOST_CHANGES = 20_000
_loaded = {}


class AtsMatchProfile(models.Model):
    """The index: arrays in a folder of the database's filestore, read by all processes from the page cache.

    It is a copy that may be lost: what it has not seen is read from the table, and it is made anew in the background.
    """

    _inherit = "ats.match.profile"

    @api.model
    def _folder(self):
        return Path(config.filestore(self.env.cr.dbname)) / "ats_match"

    @api.model
    def _place(self):
        """Return what tells this database from a copy of it, whose counters go other ways."""
        [(number,)] = self.env.execute_query(
            SQL("SELECT oid::bigint FROM pg_database WHERE datname = current_database()")
        )
        return f"{number}:{FORMULA_VERSION}"

    @api.model
    def _build_index(self):
        """Arrange all profiles and put the arrays where every process finds them."""
        self.flush_model()
        [(seen,)] = self.env.execute_query(SQL("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"))
        index = Index.build(self._packed_rows())
        folder = self._folder()
        folder.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix="index-", dir=folder))
        index.save(made)
        about = folder / "current.json.new"
        about.write_text(json.dumps({"folder": made.name, "seen": seen, "place": self._place(), "rows": len(index)}))
        os.replace(about, folder / "current.json")
        for old in folder.glob("index-*"):
            if old != made:
                shutil.rmtree(old, ignore_errors=True)
        return index

    @api.model
    def _packed_rows(self, condition=None):
        """Yield ``(candidate id, bytes)`` without holding all rows at once."""
        with self.env.cr.savepoint(flush=False):
            self.env.cr.execute(
                SQL(
                    "DECLARE ats_profiles NO SCROLL CURSOR FOR "
                    "SELECT candidate_id, packed FROM ats_match_profile "
                    "WHERE %s AND version = %s ORDER BY candidate_id",
                    condition or SQL("TRUE"),
                    FORMULA_VERSION,
                )
            )
            while True:
                self.env.cr.execute(SQL("FETCH %s FROM ats_profiles", _FETCH))
                rows = self.env.cr.fetchall()
                if not rows:
                    break
                yield from rows
            self.env.cr.execute("CLOSE ats_profiles")

    @api.model
    def _index(self):
        """Return the index on disk, and how far it has seen; nothing when there is none of this database."""
        try:
            about = json.loads((self._folder() / "current.json").read_text())
            if about["place"] != self._place():
                return None, 0
            known = _loaded.get(self.env.cr.dbname)
            if not known or known[0] != about["folder"]:
                known = _loaded[self.env.cr.dbname] = (about["folder"], Index.load(self._folder() / about["folder"]))
        except (OSError, ValueError, KeyError):
            return None, 0
        return known[1], about["seen"]

    @api.model
    def _best(self, job, *, year, most):
        """Return ``(candidate id, exact score)`` of the best people of the database for a job, best first.

        :param job: what the job asks for (``ats_match.Job``)
        """
        index, seen = self._index()
        self.flush_model()
        [(changed,)] = self.env.execute_query(SQL("SELECT count(*) FROM ats_match_profile WHERE xact >= %s", seen))
        if index is None or changed > _MOST_CHANGES:
            index, seen, changed = self._build_index(), None, 0
        found = rank(index, job, year=year, most=most + changed)
        if changed:
            fresh = Index.build(self._packed_rows(SQL("xact >= %s", seen)))
            newer = set(fresh.ids.tolist())
            found = [pair for pair in found if pair[0] not in newer] + rank(fresh, job, year=year, most=most)
            found.sort(key=lambda pair: (-pair[1], pair[0]))
        return found[:most]

    @api.model
    def _cron_build(self):
        """At night: have made anew what an earlier formula made, and arrange everybody."""
        self._outdated_later()
        known = len(self._build_index())
        self.env["hr.job"].sudo().search([("ats_job_state", "=", "open")])._ats_weigh_words_anew(known)

    @api.model
    def _outdated_later(self):
        """Pack and score in the background what an earlier version of the formula packed and scored."""
        self.search([("version", "!=", FORMULA_VERSION)]).candidate_id._ats_profile_later()
        rows_sudo = self.env["ats.match"].sudo()
        scored = [("formula_version", "!=", rows_sudo._version()), ("applicant_id.ats_state", "=", "ongoing")]
        rows_sudo.search(scored).applicant_id._ats_match_later()


class AtsMatch(models.Model):
    _inherit = "ats.match"

    @api.model
    def _word_rarity(self):
        """Words that many known people have tell little."""
        index, _seen = self.env["ats.match.profile"].sudo()._index()
        if index is None or not len(index):
            return super()._word_rarity()
        return len(index), lambda word: rarity(len(index), index.having(word))


class HrJob(models.Model):
    _inherit = "hr.job"

    def _ats_weigh_words_anew(self, known):
        """Forget the weights of words found when at most half as many people were known, and score all of a job's
        applications with the new ones, so that two of them are never weighed differently.

        :param int known: number of people known
        """
        for job_sudo in self.sudo():
            if job_sudo.ats_match_terms and known >= 2 * max(job_sudo.ats_match_terms.get("people", 0), 1):
                job_sudo.with_context(mail_notrack=True).ats_match_terms = False
                job_sudo._ats_match_all_later()
