"""What a document is for, guessed from its name."""

import re

RESUME = "resume"
COVER_LETTER = "cover_letter"
PORTFOLIO = "portfolio"
CERTIFICATE = "certificate"
OTHER = "other"

# The migration asks PostgreSQL the same questions: keep to syntax that both understand.
PATTERNS = (
    (COVER_LETTER, r"cover|letter|motivation|anschreiben|lettre|carta|brief"),
    (CERTIFICATE, r"certific|zertifik|zeugnis|diplom|degree|transcript|reference"),
    (PORTFOLIO, r"portfolio|work[ _-]?samples?"),
    (RESUME, r"resume|résumé|curriculum|lebenslauf|(^|[^a-z])cv([^a-z]|$)"),
)


def guess_purpose(filename: str, *, readable: bool, has_resume: bool) -> str:
    """Return the purpose of a document.

    A readable file whose name says nothing is the résumé when there is none yet.
    """
    name = filename.casefold()
    for purpose, pattern in PATTERNS:
        if re.search(pattern, name):
            return purpose
    return RESUME if readable and not has_resume else OTHER
