"""The reasons of one pair, and the ranking of many."""

from __future__ import annotations

import math
from dataclasses import asdict

import numpy

from .formula import score
from .index import Index
from .model import Item, Job, Match, Person
from .packed import phrase_key

# From here on a requirement counts as met; below it is listed as missing, with what there is.
MET = {"skill": 0.36, "title": 0.5, "text": 0.4}
MET_ELSE = 0.8


def rounded(exact: float) -> int | None:
    """Return the number that people see."""
    return None if math.isnan(exact) else int(exact + 0.5)


def match(person: Person, job: Job, *, year: int) -> Match:
    """Return score and reasons of one pair."""
    scored = score(Index.of([person]), job, year=year, keep=True)
    known_weight = sum(answers.weight for answers in scored.answers if answers.known[0])
    groups: dict[str, list[Item]] = {"met": [], "missing": [], "unknown": []}
    for answers in scored.answers:
        share, known = float(answers.share[0]), bool(answers.known[0])
        group = "unknown" if not known else "met" if share >= MET.get(answers.kind, MET_ELSE) else "missing"
        of = 100.0 * answers.weight / known_weight if known and known_weight else 0.0
        groups[group].append(_item(person, job, answers, share if known else 0.0, of))
    exact = float(scored.exact[0])
    said = None if math.isnan(exact) else exact
    return Match(rounded(exact), said, *(tuple(groups[name]) for name in ("met", "missing", "unknown")))


def _item(person, job, answers, share, of):
    via, quote = _shown(person, job, answers)
    want = answers.want
    return Item(
        answers.kind,
        want.key,
        want.name,
        want.required,
        round(share, 4),
        round(of * share, 2),
        round(of, 2),
        quote,
        via,
    )


def _shown(person, job, answers):
    """Return which other skill stands for the wanted one, and the words that show the fact."""
    kind, want = answers.kind, answers.want
    if kind == "skill":
        return _shown_skill(person, want) if answers.share[0] > 0 else ("", "")
    if kind in ("language", "answer"):
        held = (person.languages if kind == "language" else person.answers).get(want.key)
        return "", held.quote if held else ""
    if kind == "title":
        found = [person.titles[word].quote for word in want.name.split() if word in person.titles]
        found += [quote for _rate, quote in _kindred(person, job.title_kin)]
        return "", next((quote for quote in found if quote), person.quotes.get("title", ""))
    if kind == "place":
        return "", ", ".join(held.quote or key for key, held in sorted(person.places.items()))
    return "", person.quotes.get(kind, "")


def _shown_skill(person, want):
    """Return what stands for a skill: itself, the nearest related one, or the phrase that means the same."""
    if want.key in person.skills:
        return "", person.skills[want.key].quote
    rates = {key: rate for key, rate in want.related.items() if key in person.skills}
    best = min(rates, key=lambda key: (-rates[key], key), default="")
    alike = _kindred(person, want.kin)[:1]
    if alike and alike[0][0] > rates.get(best, 0.0):
        return alike[0][1], alike[0][1]
    return best, person.skills[best].quote if best else ""


def _kindred(person, kin):
    """Return ``(share, words)`` of the person's phrases that mean nearly what is asked, the nearest first."""
    if not kin:
        return []
    rates = ((kin.get(phrase_key(phrase), 0.0), held.quote or phrase) for phrase, held in person.phrases.items())
    return sorted((found for found in rates if found[0] > 0), key=lambda found: (-found[0], found[1]))


def reasons(found: Match) -> dict:
    """Return the reasons of a match as plain values fit for JSON."""
    return {name: [asdict(item) for item in getattr(found, name)] for name in ("met", "missing", "unknown")}


def rank(index: Index, job: Job, *, year: int, most: int | None = None) -> list[tuple[int, float]]:
    """Return ``(id, exact score)`` of the best persons, best first; equal ones in the order of their ids."""
    exact = score(index, job, year=year).exact
    places = numpy.flatnonzero(~numpy.isnan(exact))
    if most is not None and len(places) > most:
        least = numpy.partition(exact[places], len(places) - most)[len(places) - most]
        places = places[exact[places] >= least]
    places = places[numpy.lexsort((index.ids[places], -exact[places]))][:most]
    return [(int(index.ids[place]), float(exact[place])) for place in places]
