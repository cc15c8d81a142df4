"""A person's data as a PDF that people and screen readers can read."""

from .pdf import Labels, write_pdf

__all__ = ["Labels", "write_pdf"]
