"""How to reach a person, read from the text of a résumé: the least that a form can be filled with."""

import re

from .text import EMAIL

_PHONE = re.compile(r"(?:\+|00)?\(?\d[\d\s().\-/]{7,20}\d")
_LINKEDIN = re.compile(r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/in/[\w%-]{2,100}", re.IGNORECASE)
_DATES = re.compile(r"\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b")
HEAD = 4000


def guess_contacts(text):
    """Return ``email``, ``phone`` and ``linkedin`` as far as the start of ``text`` has them."""
    head = (text or "")[:HEAD]
    found = {"email": EMAIL.search(head), "linkedin": _LINKEDIN.search(head)}
    values = {name: match.group(0) for name, match in found.items() if match}
    phones = (match.group(0).strip() for match in _PHONE.finditer(head))
    phone = next((each for each in phones if _is_phone(each)), None)
    return {**values, **({"phone": phone} if phone else {})}


def _is_phone(text):
    digits = sum(char.isdigit() for char in text)
    return 8 <= digits <= 15 and not _DATES.search(text)
