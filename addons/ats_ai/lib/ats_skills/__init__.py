"""Skills: the catalogue that comes along, what a text says about them, how they relate. Knows no Odoo."""

from .catalogue import Skill, catalogue
from .context import Evidence, Mention, evidence, level_in, worked_years, years_in
from .esco import ATTRIBUTION, Concept, Esco, read
from .jobtext import Wish, wishes
from .relation import Relations

__all__ = [
    "ATTRIBUTION",
    "Concept",
    "Esco",
    "Evidence",
    "Mention",
    "Relations",
    "Skill",
    "Wish",
    "catalogue",
    "evidence",
    "level_in",
    "read",
    "wishes",
    "worked_years",
    "years_in",
]
