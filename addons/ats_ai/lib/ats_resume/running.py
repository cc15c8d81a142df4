"""What belongs to no section: numbers and a name with "Curriculum Vitae" at the edge of pages, leavings."""

from __future__ import annotations

import re

from .text import Line, fold

_FIRST = 3  # lines at the top of the document, where such a line is its title
_DOCUMENT = r"(?:curriculum(?: vitae)?|curriculo|lebenslauf|zyciorys|cv|resume)"
_PAGE = r"(?:(?:page|seite|pagina|strona|p\.?)?\s*\d{1,2}(?:\s?(?:/|of|von|de|sur|van|di|z)\s?\d{1,2})?)"
_RUNNING = re.compile(
    rf"(?:[^\d]{{3,50}}\s+[-–—|·]\s+{_DOCUMENT}|{_DOCUMENT}\s+[-–—|·]\s+[^\d]{{3,50}})\W*{_PAGE}?|"
    r"(?:page|seite|pagina|strona)\s\d{1,2}(?:\s?(?:/|of|von|de|sur|van|di|z)\s?\d{1,2})?"
)
_LEAVINGS = re.compile(r"(?:(?:true|false|null|undefined|nan|\[object object\])\W*)+")  # what a template printed
_TITLE = re.compile(_DOCUMENT.replace("|resume", ""))


def without(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines without running heads, page numbers and leavings."""
    return tuple(line for rank, line in enumerate(lines) if rank < _FIRST or not _is_running(line))


def is_title(line: Line) -> bool:
    """Tell whether a line only says that this is a résumé: what follows is about the person."""
    return bool(_TITLE.fullmatch(fold(line.text).strip(" :")))


def _is_running(line: Line) -> bool:
    if len(line.text) > 90:
        return False
    later = line.look is not None and line.look.page > 1
    folded = fold(line.text)
    return bool(_RUNNING.fullmatch(folded) or _LEAVINGS.fullmatch(folded)) or later and is_title(line)
