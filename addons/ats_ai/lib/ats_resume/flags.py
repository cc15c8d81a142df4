"""What somebody put into a document for machines to read: hidden words, stuffing, instructions.

A flag is a hint for a person. It never refuses anybody; what it names is kept out of the facts.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from .model import Span
from .text import Line, Text, fold
from .vocabulary import STOPWORDS

HIDDEN, STUFFING, INSTRUCTION = "hidden_text", "keyword_stuffing", "instruction"
_MIN_HIDDEN_WORDS = 3
_REPEATS = 8
_SMALL = frozenset(word for words in STOPWORDS.values() for word in words)
_WORD = re.compile(r"[^\W\d_][\w+#.-]{2,}")

# Sentences that address a reader that is a program: a command, and what it is to be done to.
_COMMANDS = (
    r"(?:ignore|disregard|forget|override|ignorez|oubliez|ignoriere?n?|vergiss|vergessen sie|ignora|ignore|olvida|"
    r"negeer|vergeet|desconsidere|esqueca|dimentica|ignoruj|zignoruj|pomin)\b.{0,40}\b(?:instructions?|prompts?|rules?|"
    r"guidelines?|criteria|consignes?|regles?|anweisungen?|vorgaben|regeln|instrucciones|indicaciones|reglas|"
    r"instructies|regels|instrucoes|regras|istruzioni|regole|instrukcje|polecenia|zasady)",
    r"(?:rate|rank|score|evaluate|grade|mark|classify|consider|recommend|select|shortlist|hire|accept|approve|advance)"
    r"\b.{0,30}\b(?:this|the) (?:candidate|applicant|resume|cv|profile|person)\b.{0,60}\b(?:as|highly|highest|top|best|"
    r"perfect|first|100|10/10|excellent|ideal|hired|match|immediately|above)",
    r"(?:this|the) (?:candidate|applicant|resume|cv|profile) (?:is|must be|should be|has to be|shall be) "
    r"(?:the |a |an )?"
    r"(?:perfect|best|ideal|top|selected|hired|ranked|rated|scored|shortlisted|recommended|advanced)",
    r"\b(?:you are|act as|as) an? (?:ai|llm|language model|assistant|hiring (?:bot|ai|assistant)|recruiting (?:ai|bot)|"
    r"ats\b)",
    r"\b(?:note|message|instructions?|attention) (?:to|for) (?:the )?(?:ai|llm|chatgpt|gpt|claude|gemini|model|"
    r"screening|ats|parser|system|bot|algorithm)\b",
    r"\b(?:system prompt|jailbreak|chatgpt[:,]|<\|?(?:im_start|system)\|?>|\[inst\]|### ?instruction)",
    r"\b(?:give|assign|return|output|respond with|answer with|set)\b.{0,30}\b(?:score|rating|match|grade)\b.{0,20}"
    r"\b(?:100|10|maximum|highest|perfect|full)",
    r"(?:notez|classez|evaluez|recommandez|retenez) (?:ce|cette|le|la) (?:candidat|candidate|cv|profil)\b",
    r"(?:bewerte|bewerten sie|empfiehl|empfehlen sie|stufe)\b.{0,20}\b(?:diesen?|den|die) (?:kandidat|bewerber)",
    r"(?:califica|evalua|recomienda|clasifica|selecciona)\b.{0,15}\b(?:este|esta|al|a la) (?:candidat[oa]|perfil|cv)",
    r"(?:beoordeel|rangschik|selecteer) deze? (?:kandidaat|cv|sollicitant)",
    r"(?:avalie|classifique|recomende|selecione) (?:este|esta|o|a) (?:candidat[oa]|curriculo|perfil)",
    r"(?:valuta|classifica|raccomanda|seleziona) (?:questo|questa|il|la) (?:candidat[oa]|cv|profilo)",
    r"(?:ocen|oceniaj|polec|wybierz) (?:tego|ta|te) (?:kandydata|kandydatke|cv)",
)
_INSTRUCTION = re.compile("|".join(f"(?:{pattern})" for pattern in _COMMANDS), re.DOTALL)


@dataclass(frozen=True, slots=True)
class Flag:
    """One finding: its kind, why (for hidden text: how it is hidden) and the words themselves."""

    kind: str
    reason: str
    span: Span


def instructed(text: Text) -> tuple[tuple[int, int], ...]:
    """Return the stretches of the clean text that tell a machine what to do."""
    folded = fold(text.clean).replace("\n", " ")
    found = []
    for match in _INSTRUCTION.finditer(folded):
        start = max(text.clean.rfind(mark, 0, match.start()) for mark in (". ", "\n", "! ", "? ")) + 1
        ends = [text.clean.find(mark, match.end()) for mark in (". ", "\n", "! ", "? ")]
        end = min([place + 1 for place in ends if place >= 0], default=len(text.clean))
        if found and start < found[-1][1]:
            start = found.pop()[0]
        found.append((start, max(end, match.end())))
    return tuple(found)


def without(lines: tuple[Line, ...], stretches: tuple[tuple[int, int], ...]) -> tuple[Line, ...]:
    """Return the lines that no stretch touches."""
    if not stretches:
        return lines
    return tuple(line for line in lines if not any(line.start < end and line.end > start for start, end in stretches))


def find(text: Text, layout: dict | None, stretches: tuple[tuple[int, int], ...]) -> tuple[Flag, ...]:
    """Return everything that was noticed."""
    flags = [Flag(INSTRUCTION, "visible", text.span(start, end)) for start, end in stretches]
    flags += _hidden(layout)
    flags += _stuffed(text)
    return tuple(flags)


def _hidden(layout: dict | None):
    for reason, words in (layout or {}).get("hidden") or ():
        quote = " ".join(words.split())[:300]
        if _INSTRUCTION.search(fold(quote)):
            yield Flag(INSTRUCTION, reason, Span(0, 0, quote))
        if len(_WORD.findall(quote)) >= _MIN_HIDDEN_WORDS:
            yield Flag(HIDDEN, reason, Span(0, 0, quote))


def _stuffed(text: Text):
    """Yield words that one line, or the lines of one place, repeat far more often than anybody says them."""
    spoken = (fold(match.group()) for match in _WORD.finditer(text.clean))
    counts = Counter(word for word in spoken if word not in _SMALL)
    total = sum(counts.values())
    for line in text.lines:
        words = [word for word in map(fold, _WORD.findall(line.text)) if word not in _SMALL]
        word, often = Counter(words).most_common(1)[0] if words else ("", 0)
        if often >= _REPEATS or often >= 5 and often * 2 > len(words):
            yield Flag(STUFFING, word, text.span(line.start, line.end))
            return
    word, often = next(iter(counts.most_common(1)), ("", 0))
    if total > 80 and often > 25 and often * 6 > total:
        start = fold(text.clean).find(word)
        yield Flag(STUFFING, word, text.span(start, start + len(word)))
