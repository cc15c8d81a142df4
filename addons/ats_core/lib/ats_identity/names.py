"""Names of people: a comparable form, and whether two names exclude one another."""

import re
import unicodedata

_TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "herr",
        "frau",
        "ing",
        "mme",
        "mlle",
        "sr",
        "sra",
    }
)
# Letters that Unicode does not decompose into a base letter and an accent.
_FOLDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"})


def _tokens(name):
    folded = unicodedata.normalize("NFKD", (name or "").casefold().translate(_FOLDED))
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    words = re.findall(r"[^\W\d_]+", plain)
    return [word for word in words if word not in _TITLES]


def name_key(name):
    """Return the comparable form of a name: no case, accents, titles, order or punctuation.

    >>> name_key("Dr. García, Ana María")
    'ana garcia maria'
    """
    return " ".join(sorted(_tokens(name)))


def _matches(short, long):
    return short == long or (len(short) == 1 and long.startswith(short))


def names_contradict(one, other):
    """Tell whether two names cannot be of one person.

    The shorter name must be contained in the longer one, where an initial stands for any name
    that begins with it. An unknown name contradicts nothing. Two people of one family who share
    a mailbox therefore contradict: "Jean Dupont" and "Marie Dupont".

    :param str one: a name, or empty
    :param str other: a name, or empty
    :rtype: bool
    """
    shorter, longer = sorted((_tokens(one), _tokens(other)), key=len)
    remaining = list(longer)
    # Whole words choose their partner before initials do.
    for token in sorted(shorter, key=len, reverse=True):
        partner = next((word for word in remaining if _matches(token, word) or _matches(word, token)), None)
        if partner is None:
            return True
        remaining.remove(partner)
    return False
