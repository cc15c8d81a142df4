"""The words of a text in the form in which they are stored and compared."""

import re
import unicodedata

# Letters that Unicode does not decompose into a base letter and an accent.
_FOLDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"})
# Names that would lose what distinguishes them when only letters and digits stay.
_SIGNED = (
    (re.compile(r"(?<![^\W_])([a-z])\+\+"), r"\1plusplus"),
    (re.compile(r"(?<![^\W_])([a-z])#"), r"\1sharp"),
    (re.compile(r"(?<![^\W_])\.net\b"), "dotnet"),
)
_WORD = re.compile(r"[^\W_]+")
LONGEST = 60


def words(text):
    """Return the words of a text: no case, no accents, letters and digits only, in order.

    >>> words("Señor C++ / full-stack (.NET)")
    ['senor', 'cplusplus', 'full', 'stack', 'dotnet']
    """
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text or "").casefold())
    plain = "".join(char for char in spread if not unicodedata.combining(char)).translate(_FOLDED)
    for sign, name in _SIGNED:
        plain = sign.sub(name, plain)
    return [word[:LONGEST] for word in _WORD.findall(plain)]
