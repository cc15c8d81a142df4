"""Text into a tree.

    query  = all { "OR" all }
    all    = each { [ "AND" ] each }
    each   = ( "NOT" | "-" ) each | "(" query ")" | field ":" ( "(" query ")" | value ) | value
    value  = word | word "*" | '"' words '"' | bounds of a measure

Operators are in capitals, so that "and" and "or" can be searched for.
"""

import re

from .measures import NotAMeasure, bounds
from .nodes import And, Not, Or, Word, joined
from .words import words

FIELDS = ("name", "email", "skill", "tag", "location", "company", "title", "school", "source", "stage", "job")
MEASURES = {"rating": "number", "experience": "number", "applied": "day"}
LONGEST_QUERY = 1000
DEEPEST = 30
SHORTEST_PREFIX = 2

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<open>\() | (?P<close>\)) |
        (?P<field>[A-Za-z_]+):(?=\S) |
        "(?P<phrase>[^"]*)"(?P<star>\*?) |
        (?P<quote>") |
        (?P<minus>-)(?=[^\s)]) |
        (?P<word>[^\s()"]+)
    )""",
    re.VERBOSE,
)
_OPERATORS = ("AND", "OR", "NOT")


class QueryError(ValueError):
    """The text is no query.

    :ivar str code: what is wrong, see the codes in this file
    :ivar int column: where, counted from 1
    :ivar str detail: the word it is about
    """

    def __init__(self, code, column, detail=""):
        super().__init__(f"{code} at column {column}{f': {detail}' if detail else ''}")
        self.code = code
        self.column = column
        self.detail = detail


def parse(text):
    """Return the tree of a query, None when there is nothing to search for.

    :raise QueryError: with the column; nothing else is raised, whatever the text
    """
    if len(text) > LONGEST_QUERY:
        raise QueryError("too_long", LONGEST_QUERY + 1)
    return _Parser(text).tree()


class _Parser:
    def __init__(self, text):
        self.tokens = list(_tokens(text))
        self.place = 0
        self.depth = 0
        self.field = None
        self.end = len(text) + 1

    def tree(self):
        if not self.tokens:
            return None
        node = self._any()
        if self._kind() == "close":
            raise QueryError("nothing_to_close", self._column())
        return node

    def _any(self):
        parts = [self._all()]
        while self._is("OR"):
            self.place += 1
            parts.append(self._all())
        return joined(Or, parts)

    def _all(self):
        parts = [self._each()]
        while self._kind() not in ("end", "close") and not self._is("OR"):
            self.place += self._is("AND")
            parts.append(self._each())
        return joined(And, parts)

    def _each(self):
        kind, value, column = self._take()
        if kind == "operator" and value == "NOT" or kind == "minus":
            return Not(self._deeper(self._each, column))
        if kind == "open":
            return self._group(column)
        if kind == "field":
            return self._in_field(value, column)
        if kind == "phrase":
            return self._phrase(value, column)
        if kind == "word":
            return self._word(value, column)
        raise QueryError("word_missing", column, value if kind == "operator" else "")

    def _group(self, column):
        node = self._deeper(self._any, column)
        if self._kind() != "close":
            raise QueryError("not_closed", column)
        self.place += 1
        return node

    def _deeper(self, read, column):
        self.depth += 1
        if self.depth > DEEPEST:
            raise QueryError("too_deep", column)
        node = read()
        self.depth -= 1
        return node

    def _in_field(self, name, column):
        if name.lower() not in (*FIELDS, *MEASURES):
            raise QueryError("unknown_field", column, name)
        if self.field:
            raise QueryError("field_in_field", column, name)
        if self._kind() not in ("open", "phrase", "word"):
            raise QueryError("word_missing", self._column(), f"{name}:")
        self.field = name.lower()
        node = self._each()
        self.field = None
        return node

    def _phrase(self, value, column):
        text, star = value
        if self.field in MEASURES:
            return self._measure(text, column)
        count = len(words(text))
        if not count:
            raise QueryError("word_missing", column)
        return self._text(text, column, phrase=count > 1, prefix=star)

    def _word(self, value, column):
        if self.field in MEASURES:
            return self._measure(value, column)
        prefix = value.endswith("*")
        text = value.rstrip("*") if prefix else value
        return self._text(text, column, phrase=len(words(text)) > 1, prefix=prefix)

    def _text(self, text, column, *, phrase, prefix):
        found = words(text)
        if prefix and len(found[-1] if found else "") < SHORTEST_PREFIX:
            raise QueryError("prefix_too_short", column, text)
        return Word(" ".join(found), self.field, phrase, prefix)

    def _measure(self, text, column):
        try:
            return bounds(self.field, MEASURES[self.field], text)
        except NotAMeasure as error:
            raise QueryError(f"no_{MEASURES[self.field]}", column, text) from error

    def _take(self):
        token = self._token()
        self.place += 1
        return token

    def _token(self):
        return self.tokens[self.place] if self.place < len(self.tokens) else ("end", "", self.end)

    def _kind(self):
        return self._token()[0]

    def _column(self):
        return self._token()[2]

    def _is(self, operator):
        return self._token()[:2] == ("operator", operator)


def _tokens(text):
    """Yield (kind, value, column). A sign that is no word, such as a lone "&", is passed over."""
    place, end = 0, len(text.rstrip())
    in_measure = False
    while place < end:
        found = _TOKEN.match(text, place)
        kind = found.lastgroup
        value = found[kind]
        column = found.start(kind) + 1
        place = found.end()
        if kind == "quote":
            raise QueryError("quote_not_closed", column)
        if kind == "star":  # the last group of a phrase
            kind, value, column = "phrase", (found["phrase"], bool(found["star"])), found.start("phrase")
        elif kind == "word" and value in _OPERATORS:
            kind = "operator"
        elif kind == "word" and not words(value) and not in_measure and not value.endswith("*"):
            continue
        in_measure = kind == "field" and value.lower() in MEASURES
        yield kind, value, column
