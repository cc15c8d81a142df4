"""How alike two short phrases are, also across languages; an optional model that comes in a wheel. Knows no Odoo."""

from .engine import Engine, Universal, engine
from .kinship import LEAST, SURE, packed, share, shares, tidy, unpacked

__all__ = ["LEAST", "SURE", "Engine", "Universal", "engine", "packed", "share", "shares", "tidy", "unpacked"]
