"""How well a person's known facts meet a job's requirements, with reasons. Knows no Odoo."""

from .ahp import CONSISTENT, weights
from .formula import score
from .index import Index
from .match import match, rank, reasons, rounded
from .model import DEFAULT_WEIGHTS, FAMILIES, FORMULA_VERSION, WORKPLACES, Held, Item, Job, Match, Person, Want
from .packed import pack
from .text import UNSAID, counted, degree_level, rarity, seniority, term, title_words, vector, words

__all__ = [
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
    "counted",
    "degree_level",
    "match",
    "pack",
    "rank",
    "rarity",
    "reasons",
    "rounded",
    "score",
    "seniority",
    "term",
    "title_words",
    "vector",
    "weights",
    "words",
]
