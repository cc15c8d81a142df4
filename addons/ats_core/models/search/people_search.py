from itertools import chain

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL

from ...lib.ats_query import FIELDS, MEASURES, QueryError, parse
from .matching import FIRST_HITS

_HIT = "ats_hit"
FINDS = ("ilike", "=", "in")  # the others find who is not a hit
BEST_PAGES = 4  # rules, filters and consents may take out three of four hits before all are looked at


class AtsCandidate(models.Model):
    """The Boolean search, wherever people are listed. Its hits come in the order of their relevance."""

    _inherit = "ats.candidate"

    search_query = fields.Char(
        "People Search",
        compute="_compute_search_query",
        search="_search_search_query",
        help='AND OR NOT, "phrases", prefix*, (groups), field:value. Fields: name, email, skill, tag, location, '
        "company, title, school, source, stage, job, rating, applied, experience.",
    )

    def _compute_search_query(self):
        self.search_query = False

    @api.model
    def _search_search_query(self, operator, value):
        if operator not in FINDS:
            return NotImplemented
        texts = [value] if isinstance(value, str) else list(value)
        return Domain("id", "in", [*chain.from_iterable(map(self._search_people, texts))])

    @api.model
    def _search_people(self, text):
        """Return the ids of the people who match a query, the best first, and whom the user may see.

        The first 10 000 are found; a list that is longer says so.

        :param str text: in the language of ``lib/ats_query``
        :raise UserError: with a sentence that points at the column
        """
        tree = self._search_tree(text)
        if tree is None:
            return self.search([], order="id desc", limit=80).ids
        memory = self.env.cr.cache.setdefault("ats.search", {})
        key = (self.env.uid, self.env.su, tuple(self.env.companies.ids), text)
        if key not in memory:
            roots = self.env.companies.root_id.ids
            memory[key] = self.env["ats.search.entry"]._hits(tree, roots, self._visible_people())
        return memory[key]

    @api.model
    def _visible_people(self):
        """Return the ids of the only people that the user sees, None for who sees all of the company."""
        if self.env.su or self.env.user.has_groups(
            "hr_recruitment.group_hr_recruitment_user,ats_core.group_ats_privacy"
        ):
            return None
        # The record rules leave the few people of the applications that such a user works on.
        return self.with_context(active_test=False).search([]).ids  # pylint: disable=no-search-all

    @api.model
    def _search_tree(self, text):
        try:
            return parse(text or "")
        except QueryError as error:
            raise UserError(self._explain(text, error)) from error

    @api.model
    def _explain(self, text, error):
        """Return the sentence for a query that is none, with a mark before the column."""
        sentences = {
            "word_missing": self.env._("A word is missing here."),
            "not_closed": self.env._("This parenthesis is not closed."),
            "nothing_to_close": self.env._("This parenthesis closes nothing."),
            "quote_not_closed": self.env._("This quotation mark is not closed."),
            "unknown_field": self.env._(
                "There is no field “%(name)s”. There are: %(fields)s. To search for the text itself, put it in quotes.",
                name=error.detail,
                fields=", ".join((*FIELDS, *MEASURES)),
            ),
            "field_in_field": self.env._("A field inside a field cannot be. Close the parenthesis before."),
            "prefix_too_short": self.env._("Before the * stand two letters at least."),
            "no_number": self.env._("“%s” is no number. Write for instance 3, >=3 or 3..5.", error.detail),
            "no_day": self.env._(
                "“%s” is no day. Write for instance 2026-03, >=2026-03-14 or 2025..2026.", error.detail
            ),
            "too_long": self.env._("The search is too long. Shorten it to 1000 characters."),
            "too_deep": self.env._("There are too many parentheses inside one another."),
        }
        place = error.column - 1
        return self.env._(
            "%(sentence)s (column %(column)s)\n\n%(before)s ▸%(after)s",
            sentence=sentences[error.code],
            column=error.column,
            before=text[:place],
            after=text[place:],
        )

    @api.model
    def _search(self, domain, offset=0, limit=None, order=None, **kwargs):
        """Hits of the people search come in the order of their relevance, unless another one is asked for."""
        domain = Domain(domain)
        asked = [leaf.value for leaf in domain.iter_conditions() if _is_search(leaf)]
        if len(asked) != 1 or not isinstance(asked[0], str) or order != self._order:
            return super()._search(domain, offset, limit, order, **kwargs)
        hits = self._search_people(asked[0])
        depth = BEST_PAGES * (offset + limit) if limit else len(hits)
        best = hits[:depth]
        some = len(hits) > depth and self._domain_of_best(domain, best)
        if some:
            page = self._in_order(super()._search(some, offset, limit, order, **kwargs), best).get_result_ids()
            if len(page) == limit:
                return self.browse(page)._as_query()
        return self._in_order(super()._search(domain, offset, limit, order, **kwargs), hits)

    @api.model
    def search_count(self, domain, limit=None):
        """Of more hits than are looked at nobody knows the number: the pager says "10 000+" without counting them."""
        domain = Domain(domain)
        asked = [leaf.value for leaf in domain.iter_conditions()]
        if limit == FIRST_HITS + 1 and len(asked) == 1 and isinstance(asked[0], str) and self._rests_on_search(domain):
            if len(self._search_people(asked[0])) == limit:
                return limit
        return super().search_count(domain, limit=limit)

    def _rests_on_search(self, domain):
        """Tell whether nobody is found without the people search."""
        return domain.map_conditions(lambda leaf: Domain.FALSE if _is_search(leaf) else leaf).is_false()

    def _domain_of_best(self, domain, best):
        """The first pages are made of the best hits, which is much less to look at than ten thousand.

        :return: the domain with these hits alone; None where people are found without the search, too
        """
        if not self._rests_on_search(domain):
            return None
        found = Domain("id", "in", best)
        return domain.map_conditions(lambda leaf: found if _is_search(leaf) else leaf)

    def _in_order(self, query, hits):
        places = SQL("(SELECT * FROM unnest(%s::int[]) WITH ORDINALITY AS hit(id, place))", hits)
        same = SQL("%s = %s", SQL.identifier(self._table, "id"), SQL.identifier(_HIT, "id"))
        query.add_join("LEFT JOIN", _HIT, places, same)
        query.order = SQL("%s, %s", SQL.identifier(_HIT, "place"), SQL.identifier(self._table, "id"))
        return query


def _is_search(leaf):
    return leaf.field_expr == "search_query" and leaf.operator in FINDS
