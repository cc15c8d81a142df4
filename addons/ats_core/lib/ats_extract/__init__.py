"""What a file is, and the text in it: type by content, text from a child process with limits."""

from .extraction import Extraction, Limits, extract
from .kinds import MIMETYPES, Kind, sniff
from .names import clean_filename
from .purpose import guess_purpose
from .standing import extract_in_workshop
from .workshop import Workshop

__all__ = [
    "MIMETYPES",
    "Extraction",
    "Kind",
    "Limits",
    "Workshop",
    "clean_filename",
    "extract",
    "extract_in_workshop",
    "guess_purpose",
    "sniff",
]
