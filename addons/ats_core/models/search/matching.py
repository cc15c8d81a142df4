"""A tree of the query language into a condition of PostgreSQL."""

from datetime import datetime, time, timedelta

import pytz

from odoo import api, fields, models
from odoo.tools import SQL

from ...lib.ats_query import LANGUAGES, And, Not, Or, Range, Word, words

ENTRY_FIELDS = ("name", "email", "skill", "tag", "location", "company", "title", "school")
APPLICATION_FIELDS = {
    "stage": ("stage_id", "hr.recruitment.stage"),
    "job": ("job_id", "hr.job"),
    "source": ("source_id", "utm.source"),
}
FIRST_HITS = 10_000
RATINGS = range(4)


class AtsSearchEntry(models.Model):
    _inherit = "ats.search.entry"

    @api.model
    def _hits(self, tree, companies, people=None):
        """Return the ids of the people who match, the best first, one more than ``FIRST_HITS`` at most.

        Where a word stands in the name, title or skills comes before where it stands in a text, then the newest
        person. Notes and confidential applications count for who may read them.

        :param tree: of ``ats_query``
        :param companies: ids of the heads of groups that are looked into
        :param people: ids of the only people the user sees, None for all
        """
        stems = self._stems(_words_in(tree))
        noted = self._noted(tree, stems)
        scope = SQL("entry.company_id = ANY(%s)", list(companies))
        scope = SQL("%s AND %s", scope, self._kept())
        if people is not None:
            scope = SQL("%s AND entry.candidate_id = ANY(%s)", scope, list(people))
        rows = self.env.execute_query(
            SQL(
                """WITH hit AS (%(hits)s LIMIT %(limit)s)
                   SELECT candidate_id FROM hit
                    ORDER BY ts_rank(head, %(anything)s::tsquery) DESC, candidate_id DESC""",
                hits=self._hits_of_entries(tree, stems, scope, noted),
                limit=FIRST_HITS + 1,
                anything=_anything(tree, stems),
            )
        )
        return [candidate for (candidate,) in rows]

    @api.model
    def _kept(self):
        """Whose time of keeping is over is found no more, unless an application or a legal hold goes on."""
        self.env["ats.candidate"].flush_model(["retention_until", "legal_hold"])
        self.env["hr.applicant"].flush_model(["ats_candidate_id", "ats_state"])
        return SQL(
            """entry.candidate_id NOT IN
               (SELECT gone.id FROM ats_candidate gone
                 WHERE gone.retention_until < %s AND gone.legal_hold IS NOT TRUE
                   AND NOT EXISTS
                       (SELECT FROM hr_applicant WHERE ats_candidate_id = gone.id AND ats_state = 'ongoing'))""",
            fields.Date.today(),
        )

    @api.model
    def _hits_of_entries(self, tree, stems, scope, noted):
        plain = SQL(
            """SELECT entry.candidate_id, entry.head FROM ats_search_entry entry WHERE %s AND %s""",
            scope,
            self._condition(tree, stems, SQL("entry.vector")),
        )
        if not noted:
            return plain
        return SQL(
            """SELECT entry.candidate_id, entry.head
                 FROM ats_search_entry entry
                 JOIN (SELECT candidate_id, ats.tsvector_sum(vector) AS vector
                         FROM ats_search_note WHERE id = ANY(%(noted)s) GROUP BY candidate_id) note
                   ON note.candidate_id = entry.candidate_id
                WHERE %(scope)s AND %(together)s
            UNION ALL %(plain)s AND entry.candidate_id NOT IN
                  (SELECT candidate_id FROM ats_search_note WHERE id = ANY(%(noted)s))""",
            noted=noted,
            scope=scope,
            together=self._condition(tree, stems, SQL("(entry.vector || note.vector)")),
            plain=plain,
        )

    @api.model
    def _noted(self, tree, stems):
        """Return the ids of the note entries with a word of the query that the user may read."""
        if not _words_in(tree):
            return []
        rows = self.env.execute_query(
            SQL(
                "SELECT id, applicant_id, note_id FROM ats_search_note WHERE vector @@ %s::tsquery LIMIT %s",
                _anything(tree, stems),
                FIRST_HITS,
            )
        )
        applicants = self._readable_ids("hr.applicant", [applicant for _id, applicant, _note in rows])
        notes = self._readable_ids("ats.candidate.note", [note for _id, _applicant, note in rows])
        return [id_ for id_, applicant, note in rows if applicant in applicants or note in notes]

    @api.model
    def _readable_ids(self, model, ids):
        """Return those of the ids that the user may read; ``None`` among them is passed over."""
        records = self.env[model].with_context(active_test=False)
        ids = list(filter(None, ids))
        return set(records.search([("id", "in", ids)]).ids) if ids and records.has_access("read") else set()

    @api.model
    def _condition(self, node, stems, vector):
        """Return the SQL condition of a node; whatever is only words becomes one tsquery."""
        if _is_words(node):
            return SQL("%s @@ %s::tsquery", vector, _tsquery(node, stems))
        if isinstance(node, Not):
            return SQL("NOT (%s)", self._condition(node.part, stems, vector))
        if isinstance(node, (And, Or)):
            return self._joined_conditions(node, stems, vector)
        if isinstance(node, Range):
            return self._range(node)
        return self._application_word(node)

    @api.model
    def _joined_conditions(self, node, stems, vector):
        kind = type(node)
        of_words = tuple(part for part in node.parts if _is_words(part))
        parts = [part for part in node.parts if not _is_words(part)]
        if of_words:
            parts.insert(0, of_words[0] if len(of_words) == 1 else kind(of_words))
        conditions = [SQL("(%s)", self._condition(part, stems, vector)) for part in parts]
        return SQL(" AND " if kind is And else " OR ").join(conditions)

    @api.model
    def _range(self, node):
        if node.field == "experience":
            return _between(SQL("entry.experience"), node)
        if node.field == "rating":
            inside = [str(rating) for rating in RATINGS if _holds(node, rating)]
            return self._of_applications([("priority", "in", inside)])
        return self._of_applications(self._applied_between(node))

    @api.model
    def _applied_between(self, node):
        """The days are those of the user's zone."""
        zone = pytz.timezone(self.env.user.tz or "UTC")
        domain = []
        if node.low:
            first = node.low + timedelta(days=1) if node.low_open else node.low
            domain.append(("create_date", ">=", _start_of(first, zone)))
        if node.high:
            after = node.high if node.high_open else node.high + timedelta(days=1)
            domain.append(("create_date", "<", _start_of(after, zone)))
        return domain

    @api.model
    def _application_word(self, node):
        field, comodel = APPLICATION_FIELDS[node.field]
        found = [row.id for row in self.env[comodel].search_fetch([], ["name"]) if _names_it(node, row.name)]
        condition = self._of_applications([(field, "in", found)])
        if node.field != "source":
            return condition
        of_person = SQL("SELECT id FROM ats_candidate WHERE source_id = ANY(%s)", found)
        return SQL("(%s OR entry.candidate_id IN (%s))", condition, of_person)

    @api.model
    def _of_applications(self, domain):
        """The person has an application of this domain that the user may see."""
        applicants = self.env["hr.applicant"].with_context(active_test=False)
        query = applicants._search([*domain, ("ats_state", "!=", False), ("ats_candidate_id", "!=", False)])
        return SQL("entry.candidate_id IN %s", query.subselect("ats_candidate_id"))

    @api.model
    def _stems(self, plain):
        """Return ``{word: [the word and its stems in every language]}``, as the texts were stemmed."""
        stems = {word: {word} for word in plain}
        rows = self.env.execute_query(
            SQL(
                """SELECT word, unnest(ts_lexize(dictionary::regdictionary, word))
                     FROM unnest(%s::text[]) AS word, unnest(%s::text[]) AS dictionary""",
                sorted(plain),
                [f"{language}_stem" for language in LANGUAGES],
            )
        )
        for word, stem in rows:
            stems[word].add(stem)
        return {word: sorted(found) for word, found in stems.items()}


def _is_words(node):
    """Whether the words of entries decide alone."""
    if isinstance(node, Word):
        return not node.field or node.field in ENTRY_FIELDS
    if isinstance(node, Range):
        return False
    return all(map(_is_words, [node.part] if isinstance(node, Not) else node.parts))


def _leaves(node):
    if isinstance(node, Word):
        yield node
    elif not isinstance(node, Range):
        for part in [node.part] if isinstance(node, Not) else node.parts:
            yield from _leaves(part)


def _words_in(tree):
    return {word for leaf in _leaves(tree) for word in leaf.text.split()}


def _anything(tree, stems):
    """A tsquery of all words of the query without their fields, any of which will do."""
    plain = [Word(leaf.text, None, leaf.phrase, leaf.prefix) for leaf in _leaves(tree)]
    in_fields = [leaf for leaf in _leaves(tree) if leaf.field in ENTRY_FIELDS]
    return " | ".join(_tsquery(leaf, stems) for leaf in [*plain, *in_fields])


def _tsquery(node, stems):
    """The node in PostgreSQL's own language. Words are letters and digits only, so nothing is to be escaped."""
    if isinstance(node, Not):
        return f"!({_tsquery(node.part, stems)})"
    if isinstance(node, (And, Or)):
        sign = " & " if isinstance(node, And) else " | "
        return sign.join(f"({_tsquery(part, stems)})" for part in node.parts)
    code = f"{node.field}0" if node.field else ""
    single = node.text.split()
    if len(single) == 1 and not code and not node.prefix:
        return " | ".join(f"'{stem}'" for stem in stems[node.text])
    return " <-> ".join(f"'{code}{word}'" for word in single) + (":*" if node.prefix else "")


def _names_it(node, name):
    """Whether the words stand side by side in a name, the last one cut off when it is a prefix."""
    wanted, there = node.text.split(), words(name)
    for start in range(len(there) - len(wanted) + 1):
        window = there[start : start + len(wanted)]
        last = window[-1].startswith(wanted[-1]) if node.prefix else window[-1] == wanted[-1]
        if window[:-1] == wanted[:-1] and last:
            return True
    return False


def _holds(node, value):
    above = node.low is None or (value > node.low if node.low_open else value >= node.low)
    below = node.high is None or (value < node.high if node.high_open else value <= node.high)
    return above and below


def _between(column, node):
    conditions = []
    if node.low is not None:
        conditions.append(SQL("%s > %s" if node.low_open else "%s >= %s", column, node.low))
    if node.high is not None:
        conditions.append(SQL("%s < %s" if node.high_open else "%s <= %s", column, node.high))
    return SQL(" AND ").join(conditions)


def _start_of(day, zone):
    return zone.localize(datetime.combine(day, time.min)).astimezone(pytz.utc).replace(tzinfo=None)
