"""How a line looks: what the layout of ``ats_extract`` tells about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

BOLD, ITALIC, TURNED, HEADING = 1, 2, 4, 8
_FIELDS = 13
_LARGE = 1.25  # times the size of running text


@dataclass(frozen=True, slots=True)
class Look:
    """Place (points from the top left corner), size and style of a line.

    ``edge`` is the right edge of its column, ``runs`` are stretches of one style inside it,
    ``large`` tells that it is set in a clearly larger size than running text.
    """

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    flags: int
    region: int
    edge: float
    bullet: bool
    runs: tuple[tuple[int, int, float, int], ...] = ()
    large: bool = False

    @property
    def baseline(self) -> float:
        """Return what the (first) line stands on."""
        return self.top + 0.8 * self.size

    @property
    def style(self) -> tuple[float, int]:
        """Return what lines of the same role share: size and weight."""
        return round(self.size * 2) / 2, self.flags & (BOLD | ITALIC | HEADING)

    @property
    def beginning(self) -> tuple[float, int]:
        """Return the style of the first words."""
        return _style(self.runs[0]) if self.runs else self.style

    @property
    def ending(self) -> tuple[float, int]:
        """Return the style of the last words."""
        return _style(self.runs[-1]) if self.runs else self.style

    @property
    def heading(self) -> bool:
        """Whether the document itself calls the line a heading."""
        return bool(self.flags & HEADING)

    def shifted(self, offset: int) -> Look:
        """Return the look of a line cut at the left, for instance by its bullet."""
        if not offset or not self.runs:
            return self
        runs = ((max(a - offset, 0), b - offset, size, flags) for a, b, size, flags in self.runs)
        return replace(self, runs=tuple(run for run in runs if run[1] > run[0]))


def _style(run: tuple[int, int, float, int]) -> tuple[float, int]:
    return round(run[2] * 2) / 2, run[3] & (BOLD | ITALIC | HEADING)


def looks_of(layout: dict | None, length: int) -> tuple[tuple[int, int, Look], ...]:
    """Return ``(start, end, look)`` of the lines of a layout, in the order of the text."""
    found, position = [], 0
    lines = [line for line in (layout or {}).get("lines") or () if len(line) >= _FIELDS]
    large = _running_size(lines) * _LARGE
    for line in lines:
        start, end = line[:2]
        if not position <= start < end <= length:
            continue
        runs = tuple(tuple(run) for run in line[12] or ())
        look = Look(*line[2:11], bool(line[11]), runs)
        found.append((start, end, replace(look, large=True) if look.size > large > 0 else look))
        position = end
    return tuple(found)


def _running_size(lines: list) -> float:
    """Return the size that most characters have, 0 when the format tells none."""
    sizes: Counter = Counter()
    for start, end, _page, _x0, _top, _x1, _bottom, size, *_rest in lines:
        sizes[round(size * 2) / 2] += end - start
    return sizes.most_common(1)[0][0] if sizes else 0.0
