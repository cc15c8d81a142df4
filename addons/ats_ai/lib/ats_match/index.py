"""Many persons arranged by what they have, so that a job reads only what it asks for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy

from .model import Person
from .packed import HEADER, PAIR, pack, unpack

_FILES = ("ids", "headers", "keys", "starts", "rows", "values")
_CHUNK = 20_000
_NONE = numpy.empty(0, dtype=numpy.int32), numpy.empty(0, dtype=numpy.uint32)


class Index:
    """Columns of facts of ``len(index)`` persons. On disk they are plain arrays, read by all processes at once."""

    def __init__(self, ids, headers, keys, starts, rows, values):
        self.ids, self.headers = ids, headers
        self.keys, self.starts, self.rows, self.values = keys, starts, rows, values

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def of(cls, persons: Iterable[Person]) -> Index:
        """Arrange persons; their ids are 0, 1, 2 …"""
        return cls.build(enumerate(pack(person) for person in persons))

    @classmethod
    def build(cls, records: Iterable[tuple[int, bytes]]) -> Index:
        """Arrange packed persons, given as ``(id, bytes)``."""
        ids, headers, pairs, counts = [], [], [], []
        for chunk in _chunks(records):
            numbers, packed = zip(*chunk, strict=True)
            head, body, count = unpack(packed)
            ids.append(numpy.asarray(numbers, dtype=numpy.int64))
            headers.append(head)
            pairs.append(body)
            counts.append(count)
        if not ids:
            empty = numpy.empty(0, dtype=numpy.int64)
            return cls(empty, numpy.empty(0, HEADER), empty.astype(numpy.uint32), numpy.zeros(1, int), *_NONE)
        rows = numpy.repeat(numpy.arange(sum(map(len, ids)), dtype=numpy.int32), numpy.concatenate(counts))
        return cls._sorted(numpy.concatenate(ids), numpy.concatenate(headers), rows, _joined(pairs))

    @classmethod
    def _sorted(cls, ids, headers, rows, pairs):
        keys, values = pairs["key"].copy(), pairs["value"].copy()
        del pairs
        order = numpy.argsort(keys, kind="stable")
        keys, rows, values = keys[order], rows[order], values[order]
        firsts = numpy.flatnonzero(numpy.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else keys[:0]
        return cls(ids, headers, keys[firsts], numpy.concatenate((firsts, [len(keys)])).astype(int), rows, values)

    def postings(self, key: int):
        """Return the rows of the persons that have something, and the packed values."""
        place = int(numpy.searchsorted(self.keys, key))
        if place >= len(self.keys) or int(self.keys[place]) != key:
            return _NONE
        part = slice(int(self.starts[place]), int(self.starts[place + 1]))
        return self.rows[part], self.values[part]

    def having(self, key: int) -> int:
        """Return how many persons have something."""
        return len(self.postings(key)[0])

    def save(self, folder: Path) -> None:
        """Write the columns into a folder that exists."""
        for name in _FILES:
            numpy.save(folder / f"{name}.npy", getattr(self, name))

    @classmethod
    def load(cls, folder: Path) -> Index:
        """Open the columns of a folder; they are read from disk as far as they are needed.

        :raises OSError: when a file is missing
        :raises ValueError: when a file is damaged
        """
        return cls(*(numpy.load(folder / f"{name}.npy", mmap_mode="r") for name in _FILES))


def _joined(pairs):
    return numpy.concatenate(pairs) if pairs else numpy.empty(0, PAIR)


def _chunks(records):
    chunk = []
    for record in records:
        chunk.append(record)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
