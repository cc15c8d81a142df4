"""Words of a text as numbers, for the similarity of two texts (TF-IDF)."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from zlib import crc32

MOST_TERMS = 192
_WORD = re.compile(r"[^\W\d_][\w+#.]*[\w+#]|[^\W\d_]")
# Words that stand in every text, without accents.
_STOP = frozenset(
    """a about above after all also am an and any are as at be because been before being below between both but by can
    could did do does doing during each few for from further had has have having he her here his how i if in into is it
    its itself just me more most my no nor not now of off on once only or other our out over own same she should so
    some such than that the their them then there these they this those through to too under until up very was we were
    what when where which while who will with would you your
    au aux avec ce ces cette dans de des du elle en est et il ils je la le les leur lui mais ne nos notre nous on ou
    par pas pour qu que qui sa sans se ses son sur un une vos votre vous
    aber als am an auf aus bei bin bis das dass dem den der des die dir du ein eine einem einen einer er es fur hat
    haben ich ihr ihre im in ist mit nach nicht noch oder sich sie sind so uber um und uns unser unsere vom von vor
    wie wir wird zu zum zur
    al como con del el ella en es esta este la las lo los mas no nos nuestra nuestro o para pero por que se sin sobre
    su sus un una y
    aan bij dan dat de die dit door een en er had heb heeft het hij ik in is je met naar niet of om onze ook op te tot
    uit van voor was we wij ze zijn zou
    ao aos as com da das de do dos e em na nas no nos o os ou para pela pelo por que se seu sua um uma
    che chi con da dal della delle di e gli i il in la le lo ma nel non per piu si sono su tra un una
    a aby dla do i jest ktory na nie o od oraz po przez sie w we z za ze""".split()
)


def words(text: str) -> list[str]:
    """Return the words that mean something, without case and accents."""
    flat = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(char for char in flat if not unicodedata.combining(char)).replace("ß", "ss")
    return [word for word in _WORD.findall(plain) if len(word) > 1 and word not in _STOP]


def term(word: str) -> int:
    """Return the number that stands for a word."""
    return crc32(b"term:" + word.encode())


def counted(text: str) -> dict[str, float]:
    """Return ``{word: damped count}`` of a text."""
    return {word: 1.0 + math.log(count) for word, count in Counter(words(text)).items()}


def rarity(documents: int, having: int) -> float:
    """Return how much a word tells that ``having`` of ``documents`` texts hold."""
    return math.log((1.0 + documents) / (1.0 + having)) + 1.0


def vector(
    text: str, *, rare: Callable[[int], float] = lambda word: 1.0, most: int = MOST_TERMS
) -> Mapping[int, float]:
    """Return the heaviest words of a text with weights whose squares add up to 1; of words as heavy, the longer."""
    weights = {word: count * rare(term(word)) for word, count in counted(text).items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    kept = sorted(weights, key=lambda word: (-weights[word], -len(word), word))[:most]
    return {term(word): weights[word] / length for word in kept} if length else {}


def asked_words(text: str, *, rare: Callable[[int], float], most: int = MOST_TERMS) -> Mapping[int, float]:
    """Return the words of a job's text as `vector` does; the product with a person's vector is TF-IDF.

    TF-IDF weighs a word by its rarity in both texts. Here both stand on the job's side, so that what is kept of a
    person depends on nobody else, and one pair is scored as it is in a ranking.
    """
    return vector(text, rare=lambda word: rare(word) ** 2, most=most)


_RANKS = {
    0: "intern internship trainee apprentice stagiaire alternant praktikant praktikum auszubildender azubi becario "
    "practicante stagista stagiair estagiario stazysta",
    1: "junior jr assistant entry assistenz assistent asistente",
    3: "senior sr experienced confirme expert principal staff specialist",
    4: "lead head director manager chief leiter leiterin leitung responsable directeur directrice chef jefe jefa "
    "director directora coordinador hoofd responsabile kierownik gerente teamlead supervisor vp cto ceo cfo",
}
UNSAID = 2
_RANK_OF = {word: rank for rank, ranked in _RANKS.items() for word in ranked.split()}
RANK_WORDS = frozenset(_RANK_OF)


def seniority(title: str) -> int:
    """Return the rank that a job title tells: 0 learner, 1 junior, 2 not said, 3 senior, 4 leads others."""
    ranks = [_RANK_OF[word] for word in words(title) if word in _RANK_OF]
    return max(ranks) if ranks else UNSAID


def title_words(title: str) -> list[str]:
    """Return what a title says about the work itself, without the rank."""
    return [word for word in dict.fromkeys(words(title)) if word not in RANK_WORDS]


_DEGREES = (
    (100, r"\b(?:ph\.? ?d|dphil|doctora\w*|doctor of|doktor\w*|dr\. ?(?:rer|ing|phil)|dottorato|doutorad\w*)\b"),
    (
        90,
        r"\b(?:master\w*|m\.? ?sc|m\.? ?a|mba|m\.? ?eng|msc|magister\w*|magist\w*|diplom(?:-ing\w*|ingenieur\w*)|"
        r"ingenieur\w*|maestria|laurea magistrale|mestrado|licencjat plus|bac ?\+ ?5)\b",
    ),
    (
        70,
        r"\b(?:bachelor\w*|b\.? ?sc|b\.? ?a|b\.? ?eng|bsc|licen[cs]e|licenciatura|licenciad[oa]|laurea|grado en|"
        r"licencjat|inzynier|bac ?\+ ?3|fachwirt\w*)\b",
    ),
    (
        50,
        r"\b(?:high school|baccalaureat|bac\b|abitur|bachillerato|vwo|havo|diploma|associate|bts|dut|ausbildung|"
        r"geselle\w*|certificat\w*|cap\b|formacion profesional|fp\b|liceum|matura|maturita)\b",
    ),
)


def degree_level(text: str) -> int | None:
    """Return the height of a degree that a course names, on Odoo's scale 0..100; None when it names none."""
    flat = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(char for char in flat if not unicodedata.combining(char))
    return next((level for level, pattern in _DEGREES if re.search(pattern, plain)), None)
