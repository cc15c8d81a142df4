"""The language of the people search: text into a tree, a tree into text, words as they are compared."""

from .languages import LANGUAGES, language_named, language_of
from .nodes import And, Not, Or, Range, Word
from .parsing import FIELDS, MEASURES, QueryError, parse
from .rendering import render
from .words import words

__all__ = [
    "FIELDS",
    "LANGUAGES",
    "MEASURES",
    "And",
    "Not",
    "Or",
    "QueryError",
    "Range",
    "Word",
    "language_named",
    "language_of",
    "parse",
    "render",
    "words",
]
