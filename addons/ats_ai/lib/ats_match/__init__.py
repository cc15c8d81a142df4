"""How well a person's known facts meet a job's requirements, with reasons. Knows no Odoo."""

from .ahp import CONSISTENT, weights
from .formula import score
from .index import Index
from .match import match, rank, reasons, rounded
from .model import DEFAULT_WEIGHTS, FAMILIES, FORMULA_VERSION, WORKPLACES, Held, Item, Job, Match, Person, Want
from .packed import pack, phrase_key
from .text import UNSAID, asked_words, counted, degree_level, rarity, seniority, term, title_words, vector, words
from .wishes import ANYWHERE, Wishes, place_key, said_wishes

__all__ = [
    "ANYWHERE",
    "CONSISTENT",
    "DEFAULT_WEIGHTS",
    "FAMILIES",
    "FORMULA_VERSION",
    "UNSAID",
    "WORKPLACES",
    "Held",
    "Index",
    "Item",
    "Job",
    "Match",
    "Person",
    "Want",
    "Wishes",
    "asked_words",
    "counted",
    "degree_level",
    "match",
    "pack",
    "phrase_key",
    "place_key",
    "rank",
    "rarity",
    "reasons",
    "rounded",
    "said_wishes",
    "score",
    "seniority",
    "term",
    "title_words",
    "vector",
    "weights",
    "words",
]
