"""Screening without Odoo: what an answer may be, and which rules hit."""

from .answers import KINDS, Question, check_answers
from .rules import OPERATORS, Condition, Hit, Rule, holds, plan, years_of_experience

__all__ = [
    "KINDS",
    "OPERATORS",
    "Condition",
    "Hit",
    "Question",
    "Rule",
    "check_answers",
    "holds",
    "plan",
    "years_of_experience",
]
