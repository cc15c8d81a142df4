"""Screening without Odoo: what an answer may be, and which rules hit."""

from .answers import KINDS, Question, check_answers

__all__ = ["KINDS", "Question", "check_answers"]
