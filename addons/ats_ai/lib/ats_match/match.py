"""The reasons of one pair, and the ranking of many."""

from __future__ import annotations

import math
from dataclasses import asdict

import numpy

from .formula import score
from .index import Index
from .model import Item, Job, Match, Person

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
        groups[group].append(_item(person, answers, share if known else 0.0, of))
    exact = float(scored.exact[0])
    said = None if math.isnan(exact) else exact
    return Match(rounded(exact), said, *(tuple(groups[name]) for name in ("met", "missing", "unknown")))


def _item(person, answers, share, of):
    via, quote = _shown(person, answers)
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


def _shown(person, answers):
    """Return which other skill stands for the wanted one, and the words that show the fact."""
    kind, want = answers.kind, answers.want
    if kind == "skill":
        if want.key in person.skills:
            return "", person.skills[want.key].quote
        rates = {key: rate for key, rate in want.related.items() if key in person.skills}
        if rates and answers.share[0] > 0:
            best = min(rates, key=lambda key: (-rates[key], key))
            return best, person.skills[best].quote
        return "", ""
    if kind in ("language", "answer"):
        held = (person.languages if kind == "language" else person.answers).get(want.key)
        return "", held.quote if held else ""
    if kind == "title":
        found = [person.titles[word].quote for word in want.name.split() if word in person.titles]
        return "", next((quote for quote in found if quote), person.quotes.get("title", ""))
    return "", person.quotes.get(kind, "")


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
