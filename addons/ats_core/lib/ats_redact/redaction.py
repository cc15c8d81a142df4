"""Contact data, names, ages, addresses and pay in a text become a gap.

Patterns find most, never all: whoever shares the text reads it first.
"""

import re
import unicodedata

GAP = "▇▇▇"

_EMAIL = re.compile(r"\S+@\S+|\b\S+\s?(?:\(at\)|\[at\])\s?\S+", re.I)
_URL = re.compile(r"\b(?:https?://|www\.)\S+|\b(?:linkedin|github|xing|facebook|twitter|instagram|x)\.com/\S+", re.I)
# At least eight digits, however grouped; a span of years is not one.
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d(?:[ \t().\-/]{0,2}\d){7,14}(?!\w)")
_YEARS = re.compile(r"^\(?\d{4}\)?\s*[-–/.]\s*\(?\d{4}\)?$")
_AGE = re.compile(
    r"\b\d{2}\s?(?:years? old|years? of age|jahre alt|ans\b(?! d)|años(?! de))"
    r"|\b(?:aged?|alter|âge|edad)\s?:?\s?\d{2}\b",
    re.I,
)
_STREET = re.compile(
    r"\b\d{1,4}\s?(?:bis|ter)?,?\s+(?:rue|avenue|av\.|boulevard|place|chemin|route|impasse)\b.*"
    r"|\b\w*(?:str\.|straße|strasse|weg|platz|gasse|allee)\s?\d{1,4}\b.*"
    r"|\b(?:calle|avenida|plaza|paseo)\s+[\w\s]{2,40}\d{1,4}\b.*"
    r"|\b\d{1,5}\s+[A-Z]\w+(?:\s\w+)?\s+(?:street|st\.|road|rd\.|lane|drive|court|close|square)\b.*",
    re.I,
)
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}-)?\d{5}\s+[A-ZÀ-Ž][\w\-]+|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b")
_PAY = re.compile(r"(?:[$€£]\s?\d[\d.,' ]*k?)|(?:\b\d[\d.,' ]*k?\s?(?:€|eur\b|usd\b|gbp\b|chf\b|euros?\b))", re.I)
# Lines that begin with such a label go as a whole.
_LABELS = re.compile(
    r"^\W*(?:e-?mail|phone|mobile|tel(?:efon|éfono|ephone)?|téléphone|portable|handy|address|adresse|anschrift|"
    r"dirección|domicilio|date of birth|birth ?date|born|né(?:e)? le|date de naissance|geburts\w*|geboren|"
    r"fecha de nacimiento|nacid[oa]|nationality|nationalité|staatsangehörigkeit|nacionalidad|marital status|"
    r"situation familiale|familienstand|estado civil|gender|sexe|geschlecht|sexo|age|alter|âge|edad|religion|"
    r"salary|pay|gehalt\w*|salaire|prétentions|salario|linkedin|github|website|skype)\b\s*:?.*$",
    re.I | re.M,
)
_PATTERNS = (_LABELS, _EMAIL, _URL, _AGE, _STREET, _POSTCODE, _PAY)


def redact(text, names=()):
    """Return the text with gaps in place of what tells who it is about.

    :param str text: any text, for instance of a résumé
    :param names: names of the person, and whatever else must not be read
    """
    for pattern in _PATTERNS:
        text = pattern.sub(GAP, text)
    text = _PHONE.sub(lambda found: found[0] if _YEARS.match(found[0].strip()) else GAP, text)
    for word in _words_of(names):
        text = _without(word, text)
    return re.sub(rf"{GAP}(?:[ \t,;|·]*{GAP})+", GAP, text)


def _words_of(names):
    """Return the words of the names, longest first; one letter is no name."""
    words = {word for name in names for word in re.split(r"[\s,.\-’']+", name or "") if len(word) > 1}
    return sorted(words, key=len, reverse=True)


def _without(word, text):
    """Replace a word, also in capitals and without its accents."""
    plain, places = _plain(text)
    pattern = re.compile(rf"(?<!\w){re.escape(_plain(word)[0])}(?!\w)")
    for found in reversed(list(pattern.finditer(plain))):
        text = text[: places[found.start()]] + GAP + text[places[found.end() - 1] + 1 :]
    return text


def _plain(text):
    """Return the text in small letters without accents, and for each letter its place in the text."""
    letters, places = [], []
    for place, char in enumerate(text):
        for letter in unicodedata.normalize("NFKD", char).casefold():
            if not unicodedata.combining(letter):
                letters.append(letter)
                places.append(place)
    return "".join(letters), places
