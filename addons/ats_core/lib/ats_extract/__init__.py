"""What a file is, and the text in it: type by content, text from a child process with limits."""

from .extraction import Extraction, Limits, extract
from .kinds import Kind, sniff
from .names import clean_filename

__all__ = ["Extraction", "Kind", "Limits", "clean_filename", "extract", "sniff"]
