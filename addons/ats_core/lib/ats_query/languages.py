"""The language of a text, told by its most frequent small words. Names are those of PostgreSQL's stemmers."""

from .words import words

_SMALL_WORDS = {
    "english": "the and of to in for with on at by from as is was an my we our which have has",
    "french": "le la les et des du de en un une pour dans avec sur au aux par est mes nous que qui",
    "german": "der die das und mit fur von im in zu den bei auf als eine einer des dem zur nach war",
    "spanish": "el la los las y de en del con para por un una como al su se que mi es sus",
    "dutch": "de het een en van voor met op bij in naar als dat zijn was aan mijn ook wij tot te",
    "portuguese": "o a os as e de em do da dos das com para por um uma na no como ao que",
    "italian": "il la lo gli le e di del della in con per un una come al nel dei che sono presso",
}
LANGUAGES = tuple(_SMALL_WORDS)
_SETS = {language: frozenset(small.split()) for language, small in _SMALL_WORDS.items()}
LOOKED_AT = 600
NEEDED = 0.04


def language_of(text):
    """Return the language of a text, or None when its small words are of none of them.

    >>> language_of("I worked in the team of the bakery and with customers")
    'english'
    """
    sample = words(text[: LOOKED_AT * 12])[:LOOKED_AT]
    counts = {language: sum(word in small for word in sample) for language, small in _SETS.items()}
    best = max(counts, key=counts.get)
    return best if counts[best] > NEEDED * len(sample) else None


_CODES = {
    "en": "english",
    "fr": "french",
    "de": "german",
    "es": "spanish",
    "nl": "dutch",
    "pt": "portuguese",
    "it": "italian",
}


def language_named(code):
    """Return the language of a locale code such as ``de_CH``, None for others."""
    return _CODES.get((code or "").split("_")[0])
