"""Which skills a job's text asks for, how much, and since when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .context import _YEARS, MOST_YEARS

_NICE = re.compile(
    r"\b(?:nice[ -]to[ -]haves?|a (?:big |huge )?plus|is a bonus|bonus points?|bonus|preferred|preferably|ideally|"
    r"desirable|an advantage|advantageous|optional|un plus|un atout|serait un|seraient un|souhaite\w*|idealement|"
    r"apprecie\w*|von vorteil|wunschenswert|idealerweise|optimal|gerne auch|deseable\w*|se valorar\w*|valorable\w*|"
    r"idealmente|pluspunt|is een pre|bij voorkeur|gradit[aoie]|preferibil\w*|costituisce titolo|desejavel|desejaveis|"
    r"diferencial|mile widzian\w*|dodatkowym atutem|atutem)\b"
)
_MUST = re.compile(
    r"\b(?:must|required?|requirements?|you (?:bring|have|need)|mandatory|essential|qualifications?|exige\w*|"
    r"indispensable|requis\w*|profil recherche|votre profil|voraussetzung\w*|erforderlich|zwingend|ihr profil|"
    r"anforderungen|requisitos?|imprescindible\w*|obligatori[oa]s?|vereist\w*|requisiti|wymagan\w*|exigido)\b"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """A skill the text asks for, with the line that says so."""

    key: str
    required: bool
    years: float
    quote: str


def wishes(text: str, find: Callable[[str], Iterable[str]]) -> tuple[Wish, ...]:
    """Return each skill once, the strongest wish of it, in the order of the text.

    :param find: returns the keys of the skills named in a line
    """
    found: dict[str, Wish] = {}
    required = True
    for line in text.splitlines():
        words = " ".join(line.split()).strip("*#_ ")
        if not words:
            continue
        folded = _plain(words)
        nice, must = _NICE.search(folded), _MUST.search(folded)
        keys = list(dict.fromkeys(find(words)))
        if _is_heading(words) and not keys:
            required = not nice if nice or must else True
            continue
        years = _years(folded)
        for key in keys:
            wish = Wish(key, bool(must) if nice and must else not nice and required, years, words[:300])
            known = found.get(key)
            if known is None or (wish.required, wish.years) > (known.required, known.years):
                found[key] = (
                    wish
                    if known is None
                    else Wish(key, wish.required or known.required, max(wish.years, known.years), wish.quote)
                )
    return tuple(found.values())


def _years(folded):
    found = _YEARS.search(folded)
    return float(found.group(1)) if found and int(found.group(1)) <= MOST_YEARS else 0.0


def _is_heading(words):
    return len(words) <= 60 and (words.endswith(":") or (words[-1] not in ".;,!?" and len(words.split()) <= 5))


def _plain(text):
    flat = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in flat if not unicodedata.combining(char)).replace("ß", "ss")
