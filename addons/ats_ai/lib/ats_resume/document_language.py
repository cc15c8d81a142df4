"""The language a document is written in, by its small words and its headings."""

from __future__ import annotations

import re
from collections import Counter

from .text import Text, fold
from .vocabulary import STOPWORDS

_HEADING_HINTS = {
    "en": {
        "work experience",
        "experience",
        "education",
        "skills",
        "languages",
        "work",
        "summary",
        "about",
    },
    "fr": {
        "experience professionnelle",
        "formation",
        "competences",
        "langues",
        "a propos",
        "experiences",
    },
    "de": {
        "berufserfahrung",
        "ausbildung",
        "kenntnisse",
        "sprachen",
        "fahigkeiten",
        "bildung",
        "arbeit",
        "profil",
    },
    "es": {
        "experiencia",
        "experiencia laboral",
        "educacion",
        "formacion",
        "habilidades",
        "idiomas",
        "perfil",
    },
    "nl": {"werkervaring", "opleiding", "opleidingen", "vaardigheden", "talen", "profiel"},
    "pt": {
        "experiencia profissional",
        "formacao",
        "educacao",
        "competencias",
        "idiomas",
        "linguas",
        "resumo",
    },
    "it": {
        "esperienza",
        "esperienze lavorative",
        "istruzione",
        "competenze",
        "lingue",
        "formazione",
        "profilo",
    },
    "pl": {
        "doswiadczenie",
        "doswiadczenie zawodowe",
        "wyksztalcenie",
        "umiejetnosci",
        "jezyki",
        "podsumowanie",
    },
}


def language(text: Text) -> str:
    """Return the language the document is most likely written in (ISO code)."""
    counts = Counter(re.findall(r"[a-z']+", fold(text.clean[:20_000])))
    headings = Counter(fold(line.text).strip(" :") for line in text.lines if len(line.text) < 40)
    scores = {code: sum(counts[word] for word in stop) / len(stop) ** 0.5 for code, stop in STOPWORDS.items()}
    for code, hints in _HEADING_HINTS.items():
        scores[code] += 4 * sum(headings[hint] for hint in hints)
    return max(scores, key=lambda code: scores[code])
