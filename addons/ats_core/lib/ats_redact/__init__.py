"""Taking out of a text what tells who wrote it. A help for the person who reads it before it leaves, no proof."""

from .redaction import GAP, redact

__all__ = ["GAP", "redact"]
