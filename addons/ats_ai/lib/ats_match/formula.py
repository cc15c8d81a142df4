"""The one formula: a score is the met share of the weight of what is known, 0..100.

It works on columns of persons. The explanation of one pair runs it on a column of one, so the number in a ranking and
the number with reasons cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy

from .index import Index
from .model import WORKPLACES, Job, Want
from .packed import KNOWN, key_of, last_year_of, level_of, years_of
from .wishes import ANYWHERE

# How a skill counts: having it, at the level, for the years; a part that nobody knows is left out.
HAVING, LEVEL, YEARS = 0.6, 0.25, 0.15
FRESH_YEARS, STALE_YEARS, STALE = 2.0, 10.0, 0.7
WITHIN_EXPERIENCE = {"years": 0.4, "seniority": 0.2, "title": 0.4}
WITHIN_CONDITIONS = {"workplace": 1.0, "place": 1.0, "permit": 2.0, "pay": 1.0}
# The similarity that counts half.
HALF_SIMILAR = 0.15
BELOW_RANK, ABOVE_RANK = 0.35, 0.1
OVER_PAY = 2.0
# Without this share of the weight known, a number would be a fake one.
LEAST_KNOWN = 0.25


@dataclass(slots=True)
class Answers:
    """One requirement answered for a column of persons: ``known`` and ``share`` of each."""

    family: str
    kind: str
    want: Want
    weight: float
    known: numpy.ndarray
    share: numpy.ndarray


@dataclass(slots=True)
class Scored:
    """Exact scores of a column; NaN where no number can be said."""

    exact: numpy.ndarray
    answers: list[Answers]


def score(index: Index, job: Job, *, year: int, keep: bool = False) -> Scored:
    """Score all persons of an index for a job; ``year`` is the present one.

    :param keep: keep the answer to each requirement, for an explanation
    """
    size = len(index)
    total, weight, kept, whole = numpy.zeros(size), numpy.zeros(size), [], 0.0
    said = numpy.full(size, job.asks)
    for answers in _answers(index, job, year):
        whole += answers.weight
        known = answers.known.astype(float)
        total += answers.weight * known * answers.share
        weight += answers.weight * known
        if answers.kind == "skill":
            said &= answers.known
        if keep:
            kept.append(answers)
    said &= weight >= LEAST_KNOWN * whole
    said &= weight > 0
    exact = numpy.where(said, 100.0 * total / numpy.where(weight > 0, weight, 1.0), numpy.nan)
    return Scored(exact, kept)


def _answers(index, job, year):
    """Yield the answers to each requirement; the weight of a family is shared by its requirements."""
    for family, wanted in (
        ("skills", _skills),
        ("experience", _experience),
        ("education", _education),
        ("languages", _languages),
        ("conditions", _conditions),
        ("answers", _questions),
        ("text", _text),
    ):
        share = job.weights.get(family, 0.0)
        if share <= 0:
            continue
        columns = wanted(job)
        whole = sum(importance for _kind, _want, importance, _column in columns)
        for kind, want, importance, column in columns:
            if importance > 0:
                known, met = column(index, year)
                yield Answers(family, kind, want, share * importance / whole, known, met)


def _skills(job):
    return [("skill", want, want.importance, _skill(want)) for want in job.skills]


def _skill(want):
    def column(index, year):
        share = numpy.zeros(len(index))
        for key, rate in (want.related or {want.key: 1.0}).items():
            rows, values = index.postings(key_of("skill", key))
            share[rows] = numpy.maximum(share[rows], rate * _having(want, values, year))
        for key, rate in want.kin.items():
            rows, _values = index.postings(key)
            share[rows] = numpy.maximum(share[rows], rate)
        return (_flag(index, "skills") | (share > 0)), share

    return column


def _having(want, values, year):
    """Return how far skills of packed values answer a wish."""
    level = numpy.minimum(level_of(values) / want.level, 1.0) if want.level > 0 else numpy.ones(len(values))
    got, of = HAVING + LEVEL * level, numpy.full(len(values), HAVING + LEVEL)
    if want.years > 0:
        years = years_of(values)
        told = years > 0
        got = numpy.where(told, got + YEARS * numpy.minimum(years / want.years, 1.0), got)
        of = numpy.where(told, of + YEARS, of)
    last = last_year_of(values)
    gap = numpy.where(last > 0, year - last, 0.0)
    fresh = 1.0 - (1.0 - STALE) * numpy.clip((gap - FRESH_YEARS) / (STALE_YEARS - FRESH_YEARS), 0.0, 1.0)
    return got / of * fresh


def _experience(job):
    columns = []
    if job.years > 0:
        columns.append(("years", Want("years", "", years=job.years), WITHIN_EXPERIENCE["years"], _years(job.years)))
    if job.seniority is not None:
        rank = Want("seniority", str(job.seniority))
        columns.append(("seniority", rank, WITHIN_EXPERIENCE["seniority"], _rank(job.seniority)))
    if job.titles:
        title = Want("title", " ".join(job.titles))
        columns.append(("title", title, WITHIN_EXPERIENCE["title"], _title(job)))
    return columns


def _years(needed):
    def column(index, _year):
        years = index.headers["years"] / 4.0
        return years >= 0, numpy.clip(years / needed, 0.0, 1.0)

    return column


def _rank(wanted):
    def column(index, _year):
        rank = index.headers["rank"].astype(float)
        low, high = numpy.clip(wanted - rank, 0, 4), numpy.clip(rank - wanted, 0, 4)
        return rank >= 0, numpy.clip(1.0 - BELOW_RANK * low - ABOVE_RANK * high, 0.0, 1.0)

    return column


def _title(job):
    def column(index, _year):
        share = numpy.zeros(len(index))
        for word in job.titles:
            rows, values = index.postings(key_of("title", word))
            share[rows] += level_of(values) / 100.0 / len(job.titles)
        for key, rate in job.title_kin.items():
            rows, values = index.postings(key)
            share[rows] = numpy.maximum(share[rows], rate * level_of(values) / 100.0)
        return _flag(index, "titles"), numpy.minimum(share, 1.0)

    return column


def _education(job):
    if job.degree is None:
        return []

    def column(index, _year):
        degree = index.headers["degree"].astype(float)
        return degree >= 0, numpy.clip(degree / max(job.degree.level, 1.0), 0.0, 1.0)

    return [("degree", job.degree, 1.0, column)]


def _languages(job):
    def column_of(want):
        def column(index, _year):
            share = numpy.zeros(len(index))
            rows, values = index.postings(key_of("language", want.key))
            level = level_of(values)
            share[rows] = numpy.minimum(level / want.level, 1.0) if want.level > 0 else 1.0
            return _flag(index, "languages") | (share > 0), share

        return column

    return [("language", want, want.importance, column_of(want)) for want in job.languages]


def _conditions(job):
    columns = []
    if job.workplace:
        columns.append(("workplace", Want("workplace", job.workplace), _workplace(job.workplace)))
    if job.places and job.workplace != "remote":
        columns.append(("place", Want("place", ", ".join(place.title() for place in job.places)), _place(job.places)))
    if job.permit:
        columns.append(("permit", Want("permit", ""), _permit))
    if job.pay_max:
        columns.append(("pay", Want("pay", "", required=False), _pay(job.pay_max)))
    return [(kind, want, WITHIN_CONDITIONS[kind], column) for kind, want, column in columns]


def _workplace(wanted):
    def column(index, _year):
        wishes = index.headers["workplaces"]
        return wishes > 0, ((wishes >> WORKPLACES.index(wanted)) & 1).astype(float)

    return column


def _place(places):
    def column(index, _year):
        share = numpy.zeros(len(index))
        for place in (*places, ANYWHERE):
            share[index.postings(key_of("place", place))[0]] = 1.0
        return _flag(index, "places"), share

    return column


def _permit(index, _year):
    permit = index.headers["permit"]
    return permit >= 0, (permit > 0).astype(float)


def _pay(most):
    def column(index, _year):
        pay = index.headers["pay"]
        return pay >= 0, numpy.clip(1.0 - OVER_PAY * (pay - most) / most, 0.0, 1.0)

    return column


def _questions(job):
    def column_of(want):
        def column(index, _year):
            known, share = numpy.zeros(len(index), dtype=bool), numpy.zeros(len(index))
            rows, values = index.postings(key_of("answer", want.key))
            known[rows] = True
            share[rows] = numpy.minimum(level_of(values) / 100.0, 1.0)
            return known, share

        return column

    return [("answer", want, want.importance, column_of(want)) for want in job.questions]


def _text(job):
    if not job.terms:
        return []

    def column(index, _year):
        similar = numpy.zeros(len(index))
        for word, weight in sorted(job.terms.items()):
            rows, values = index.postings(word)
            similar[rows] += weight * (values / 65535.0)
        return _flag(index, "terms"), similar / (similar + HALF_SIMILAR)

    return [("text", Want("text", "", required=False), 1.0, column)]


def _flag(index, name):
    return (index.headers["known"] & KNOWN[name]) > 0
