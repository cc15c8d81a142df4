"""Letter paper: company header, page numbers and evidence pages on finished PDF pages.

Plain bytes in, plain bytes out; no Odoo, no network, no clock.
"""

from .evidence import Evidence, append_evidence
from .stationery import Fonts, Stationery, UnreadablePdf, dress

__all__ = ["Evidence", "Fonts", "Stationery", "UnreadablePdf", "append_evidence", "dress"]
