from dataclasses import replace

import numpy

from odoo import api, fields, models
from odoo.tools import SQL, str2bool

from ..lib.ats_match import FORMULA_VERSION, phrase_key
from ..lib.ats_phrases import engine, packed, shares, tidy, unpacked

_FETCH = 20_000


class AtsMatchPhrase(models.Model):
    """What a title or a skill in somebody's own words means, as numbers; only where the optional model is installed.

    The row holds no words and points to nobody: its key is the number that stands for the phrase in the index.
    """

    _name = "ats.match.phrase"
    _description = "Meaning of a Phrase"
    _log_access = False

    key = fields.Char(required=True, readonly=True, help="The number of the phrase.")
    version = fields.Char(required=True, readonly=True)
    vector = fields.Binary(attachment=False, required=True, readonly=True)

    _key_uniq = models.UniqueIndex("(key, version)", "This phrase is known.")

    @api.model
    def _engine(self):
        """Return the model of phrases; nothing where it is not installed or switched off (`ats_ai.phrases`)."""
        wanted = self.env["ir.config_parameter"].sudo().get_param("ats_ai.phrases", "1")
        return engine() if str2bool(wanted, True) else None

    @api.model
    def _learn(self, phrases):
        """Have the meaning of new phrases computed; for background work only, the first one loads the model."""
        model = self._engine()
        by_key = {str(phrase_key(phrase)): phrase for phrase in phrases if phrase}
        if model is None or not by_key:
            return
        there = self.search_fetch([("key", "in", list(by_key)), ("version", "=", model.version)], ["key"])
        new = sorted(by_key.keys() - set(there.mapped("key")))
        if not new:
            return
        rows = zip(new, packed(model.vectors([by_key[key] for key in new])), strict=True)
        values = SQL(", ").join(SQL("(%s, %s, %s)", key, model.version, vector) for key, vector in rows)
        self.env.cr.execute(
            SQL("INSERT INTO ats_match_phrase (key, version, vector) VALUES %s ON CONFLICT DO NOTHING", values)
        )

    @api.model
    def _with_kin(self, wanted, title, phrases=None):
        """Return what a job asks for, with the known phrases that mean nearly the same as its title and skills.

        :param wanted: `ats_match.Job`
        :param str title: the job's title
        :param phrases: look among these only; nothing: among all that are known
        """
        model = self._engine()
        if model is None or (phrases is not None and not phrases):
            return wanted
        asked = [tidy(title or ""), *(tidy(want.name) for want in wanted.skills)]
        self._learn([*asked, *(phrases or ())])
        vectors = dict(self._vectors(asked))
        places = [place for place, phrase in enumerate(asked) if str(phrase_key(phrase)) in vectors]
        matrix = unpacked([vectors[str(phrase_key(asked[place]))] for place in places])
        kin = [{} for _phrase in asked]
        for keys, known in self._known(phrases) if places else ():
            found = shares(matrix, known)
            for row, column in zip(*numpy.nonzero(found), strict=True):
                kin[places[row]][keys[column]] = float(found[row, column])
        skills = tuple(replace(want, kin=of) for want, of in zip(wanted.skills, kin[1:], strict=True))
        return replace(wanted, title_kin=kin[0], skills=skills)

    @api.model
    def _vectors(self, phrases):
        """Return ``(key, bytes)`` of phrases."""
        keys = [str(phrase_key(phrase)) for phrase in phrases if phrase]
        version = self._engine().version
        found = self.env.execute_query(
            SQL("SELECT key, vector FROM ats_match_phrase WHERE key = ANY(%s) AND version = %s", keys, version)
        )
        return [(key, bytes(vector)) for key, vector in found]

    @api.model
    def _known(self, phrases):
        """Yield ``(keys, rows of numbers)`` of the known phrases, some thousand at a time."""
        if phrases is not None:
            found = self._vectors(phrases)
            if found:
                yield [int(key) for key, _vector in found], unpacked([vector for _key, vector in found])
            return
        after, version = "", self._engine().version
        while True:
            found = self.env.execute_query(
                SQL(
                    "SELECT key, vector FROM ats_match_phrase WHERE version = %s AND key > %s ORDER BY key LIMIT %s",
                    version,
                    after,
                    _FETCH,
                )
            )
            if not found:
                return
            after = found[-1][0]
            yield [int(key) for key, _vector in found], unpacked([bytes(vector) for _key, vector in found])

    @api.autovacuum
    def _gc_versions(self):
        """Forget what an earlier model said."""
        model = self._engine()
        if model is not None:
            self.sudo().search([("version", "!=", model.version)], limit=100_000).unlink()


class AtsMatch(models.Model):
    _inherit = "ats.match"

    @api.model
    def _version(self):
        """Return what a score is made with: the formula, and the model of phrases where there is one."""
        model = self.env["ats.match.phrase"]._engine()
        return FORMULA_VERSION if model is None else f"{FORMULA_VERSION}+{model.version}"
