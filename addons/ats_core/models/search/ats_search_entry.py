"""What the people search looks into: one entry a person, one note entry an application or note."""

from odoo import api, fields, models
from odoo.tools import SQL, split_every

from ...lib.ats_query import language_named, language_of, words

# Between two texts, so that a phrase does not begin in one and end in the other.
BREAK = " 00 "
HEAD_WORDS = 60
TEXT_WORDS = 30_000  # a tsvector ends at 1 MB
BATCH = 500


class AtsSearchEntry(models.Model):
    """The words of one person.

    ``vector`` holds them all: as they stand, stemmed in the language of the text, and once more with the
    name of the field before them (``skill0python``). ``head`` holds the few that decide the order of the hits.
    Both are columns of PostgreSQL that the ORM does not know.
    """

    _name = "ats.search.entry"
    _description = "Words of a Person"
    _log_access = False

    candidate_id = fields.Many2one("ats.candidate", required=True, ondelete="cascade")
    company_id = fields.Many2one("res.company", required=True, ondelete="cascade")
    experience = fields.Float("Years of Experience", digits=(4, 1))

    _candidate_uniq = models.UniqueIndex("(candidate_id)", "A person has one entry.")

    def init(self):
        _with_vectors(self.env, self._table, "vector", "head")
        # PostgreSQL has no aggregate of its own that puts vectors together.
        self.env.cr.execute(
            """CREATE OR REPLACE AGGREGATE ats.tsvector_sum(tsvector)
                      (sfunc = tsvector_concat, stype = tsvector, initcond = '')"""
        )

    @api.model
    def _refresh(self, candidates):
        """Write the entries of these people anew; a merged person has none.

        :param candidates: ``ats.candidate`` records
        """
        for ids in split_every(BATCH, candidates.ids):
            self._refresh_batch(self.env["ats.candidate"].sudo().with_context(active_test=False).browse(ids).exists())

    @api.model
    def _refresh_batch(self, candidates_sudo):
        gone = candidates_sudo.filtered("merged_into_id")
        self.sudo().search([("candidate_id", "in", gone.ids)]).unlink()
        people = candidates_sudo - gone
        if not people:
            return
        texts = people._search_texts()
        years = people._experience_years()
        rows = [
            (person.id, person.company_id.id, years.get(person.id, 0.0), *_words_of(texts[person.id]))
            for person in people
        ]
        self.env.cr.execute(_upsert(zip(*rows, strict=True)))
        self.env["ats.search.note"]._refresh(people)
        self.invalidate_model()


class AtsSearchNote(models.Model):
    """Words that not everybody who sees the person may read: internal notes of an application and all of a
    confidential job, or one note on the person."""

    _name = "ats.search.note"
    _description = "Words of an Application or Note"
    _log_access = False

    candidate_id = fields.Many2one("ats.candidate", required=True, ondelete="cascade", index=True)
    applicant_id = fields.Many2one("hr.applicant", ondelete="cascade")
    note_id = fields.Many2one("ats.candidate.note", ondelete="cascade")

    _applicant_uniq = models.UniqueIndex("(applicant_id)", "An application has one entry.")
    _note_uniq = models.UniqueIndex("(note_id)", "A note has one entry.")
    _one_owner = models.Constraint(
        "CHECK (num_nonnulls(applicant_id, note_id) = 1)", "Words belong to an application or to a note."
    )

    def init(self):
        _with_vectors(self.env, self._table, "vector")

    @api.model
    def _refresh(self, candidates_sudo):
        texts = candidates_sudo._search_note_texts()
        self.sudo().search([("candidate_id", "in", candidates_sudo.ids)]).unlink()
        rows = [(*owner, *_text_words(parts)) for owner, parts in texts.items()]
        if rows:
            self.env.cr.execute(_insert_notes(zip(*rows, strict=True)))


# A row has words as they stand, and the language to stem them in.
_VECTOR = SQL("to_tsvector('simple', row.plain) || strip(to_tsvector(row.language::regconfig, row.plain))")


def _upsert(columns):
    return SQL(
        """INSERT INTO ats_search_entry (candidate_id, company_id, experience, vector, head)
           SELECT row.candidate_id, row.company_id, row.experience,
                  %(vector)s || to_tsvector('simple', row.in_fields), strip(to_tsvector('simple', row.head))
             FROM unnest(%(columns)s) AS row(candidate_id, company_id, experience, plain, language, in_fields, head)
               ON CONFLICT (candidate_id) DO UPDATE
              SET company_id = excluded.company_id, experience = excluded.experience,
                  vector = excluded.vector, head = excluded.head""",
        vector=_VECTOR,
        columns=_arrays(columns, "int", "int", "numeric", "text", "text", "text", "text"),
    )


def _insert_notes(columns):
    return SQL(
        """INSERT INTO ats_search_note (candidate_id, applicant_id, note_id, vector)
           SELECT row.candidate_id, row.applicant_id, row.note_id, %s
             FROM unnest(%s) AS row(candidate_id, applicant_id, note_id, plain, language)""",
        _VECTOR,
        _arrays(columns, "int", "int", "int", "text", "text"),
    )


_TYPES = {"int": SQL("int"), "numeric": SQL("numeric"), "text": SQL("text")}


def _arrays(columns, *types):
    """The columns as typed arrays for ``unnest``."""
    return SQL(", ").join(
        SQL("%s::%s[]", list(column), _TYPES[kind]) for column, kind in zip(columns, types, strict=True)
    )


def _with_vectors(env, table, *columns):
    for column in columns:
        env.cr.execute(
            SQL("ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s tsvector", SQL.identifier(table), SQL.identifier(column))
        )
    env.cr.execute(
        SQL(
            "CREATE INDEX IF NOT EXISTS %s ON %s USING gin (vector)",
            SQL.identifier(f"{table}_vector_idx"),
            SQL.identifier(table),
        )
    )


def _text_words(parts, lang=None):
    """Return (words of all texts, the language of the longest, for PostgreSQL)."""
    there = [part for part in parts if part]
    longest = max(there, key=len, default="")
    plain = BREAK.join(" ".join(words(part)) for part in there)
    return " ".join(plain.split()[:TEXT_WORDS]), language_of(longest) or language_named(lang) or "simple"


def _words_of(texts):
    """Return (plain, language, words with their fields, words of the head) of one person.

    :param dict texts: as ``ats.candidate._search_texts`` gives them
    """
    in_fields = BREAK.join(
        " ".join(f"{field}0{word}" for word in words(text))
        for field, values in texts["fields"].items()
        for text in values
        if text
    )
    head = [word for text in texts["head"] if text for word in words(text)]
    everything = [text for values in texts["fields"].values() for text in values]
    plain, language = _text_words([*everything, *texts["texts"]], texts["lang"])
    return plain, language, in_fields, " ".join(head[:HEAD_WORDS])
