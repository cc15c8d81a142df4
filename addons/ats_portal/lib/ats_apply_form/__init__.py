"""What a visitor may send with an application, checked without Odoo."""

from .answers import collect_answers, field_name
from .contacts import guess_contacts
from .files import IMAGE_KINDS, TEXT_KINDS, FileLimits, check_files
from .text import FieldRule, check_text, mask_email

__all__ = [
    "IMAGE_KINDS",
    "TEXT_KINDS",
    "FieldRule",
    "FileLimits",
    "check_files",
    "check_text",
    "guess_contacts",
    "collect_answers",
    "field_name",
    "mask_email",
]
