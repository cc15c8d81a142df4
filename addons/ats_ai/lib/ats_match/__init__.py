"""How well a person's known facts meet a job's requirements, with reasons. Knows no Odoo."""

from .formula import FORMULA_VERSION, Column, score_column
from .match import Held, Item, Match, Person, Requirement, match, score_many

__all__ = [
    "FORMULA_VERSION",
    "Column",
    "Held",
    "Item",
    "Match",
    "Person",
    "Requirement",
    "match",
    "score_column",
    "score_many",
]
