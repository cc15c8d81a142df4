"""A person as bytes: a header of numbers, then (key, value) pairs. Many of them are one array without a loop."""

from __future__ import annotations

import struct
from zlib import crc32

import numpy

from .model import WORKPLACES, Person

# years*4, rank, degree, permit, workplaces, what is known, pay
HEADER = numpy.dtype(
    [
        ("years", "<i2"),
        ("rank", "i1"),
        ("degree", "i1"),
        ("permit", "i1"),
        ("workplaces", "u1"),
        ("known", "u1"),
        ("spare", "u1"),
        ("pay", "<f8"),
    ]
)
PAIR = numpy.dtype([("key", "<u4"), ("value", "<u4")])
KNOWN = {"skills": 1, "languages": 2, "titles": 4, "terms": 8, "places": 16}
_HEADER, _PAIR = struct.Struct("<hbbbBBBd"), struct.Struct("<II")
_YEAR_ZERO = 1950
UNKNOWN = -1


def key_of(kind: str, key: str) -> int:
    """Return the number that stands for a skill, a language, a word of a title, a question or a place."""
    return crc32(f"{kind}:{key}".encode())


def phrase_key(phrase: str) -> int:
    """Return the number that stands for a title or a skill in the person's own words."""
    return key_of("phrase", phrase)


def pack(person: Person) -> bytes:
    """Return the bytes of a person."""
    pairs = [
        (key_of(kind, key), _value(held))
        for kind, facts in (
            ("skill", person.skills),
            ("language", person.languages),
            ("title", person.titles),
            ("answer", person.answers),
            ("place", person.places),
            ("phrase", person.phrases),
        )
        for key, held in facts.items()
    ]
    pairs += [(word, int(weight * 65535 + 0.5)) for word, weight in person.terms.items()]
    header = _HEADER.pack(
        UNKNOWN if person.years is None else min(int(person.years * 4 + 0.5), 32000),
        UNKNOWN if person.seniority is None else person.seniority,
        UNKNOWN if person.degree is None else int(person.degree + 0.5),
        UNKNOWN if person.permit is None else int(person.permit),
        sum(1 << WORKPLACES.index(name) for name in person.workplaces),
        _known(person),
        0,
        -1.0 if person.pay is None else float(person.pay),
    )
    return header + b"".join(_PAIR.pack(*pair) for pair in sorted(pairs))


def _known(person):
    complete = set(person.known) | {name for name in ("titles", "terms", "places") if getattr(person, name)}
    return sum(bit for name, bit in KNOWN.items() if name in complete)


def _value(held):
    level = min(max(int(held.level + 0.5), 0), 255)
    years = min(max(int(held.years * 4 + 0.5), 0), 255)
    year = min(max(held.last_year - _YEAR_ZERO, 0), 255) if held.last_year else 0
    return level | years << 8 | year << 16


def level_of(values):
    """Return levels 0..100 of packed values."""
    return (values & 255).astype(float)


def years_of(values):
    """Return years of packed values; 0 where they are not known."""
    return ((values >> 8) & 255) / 4.0


def last_year_of(values):
    """Return years of last use; 0 where they are not known."""
    year = ((values >> 16) & 255).astype(int)
    return numpy.where(year > 0, year + _YEAR_ZERO, 0)


def unpack(records) -> tuple[numpy.ndarray, numpy.ndarray, numpy.ndarray]:
    """Return headers, pairs of all records one after the other, and the number of pairs of each."""
    records = [bytes(record) for record in records]
    lengths = numpy.fromiter((len(record) for record in records), dtype=numpy.int64, count=len(records))
    blob = numpy.frombuffer(b"".join(records), dtype=numpy.uint8)
    starts = numpy.concatenate(([0], numpy.cumsum(lengths)[:-1])) if len(records) else lengths
    places = (starts[:, None] + numpy.arange(HEADER.itemsize)).reshape(-1)
    headers = blob[places].view(HEADER)
    body = numpy.ones(len(blob), dtype=bool)
    body[places] = False
    return headers, blob[body].view(PAIR), (lengths - HEADER.itemsize) // PAIR.itemsize
