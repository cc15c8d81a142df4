"""Read a résumé's plain text into facts with confidence and place. Knows no Odoo."""

from .jsonresume import scorer_line, to_json_resume
from .model import PARSER_VERSION, Entry, Fact, Resume, SkillFact, Span
from .parse import parse
from .skills import Catalogue
from .text import fold

__all__ = [
    "PARSER_VERSION",
    "Catalogue",
    "Entry",
    "Fact",
    "Resume",
    "SkillFact",
    "Span",
    "fold",
    "parse",
    "scorer_line",
    "to_json_resume",
]
