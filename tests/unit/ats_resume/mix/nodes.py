"""What a laid out document consists of, whatever the file format."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Para:
    """A paragraph: runs of ``(text, style)`` with b, i, s (small) in the style; ``right`` stands at the right edge."""

    runs: list[tuple[str, str]]
    kind: str = "p"  # p, name, sub, head, item
    right: str = ""
    gap: bool = False
    center: bool = False

    @property
    def text(self) -> str:
        """Return the words without their style."""
        return "".join(text for text, _style in self.runs)


@dataclass
class Table:
    """Rows of cells, each a list of nodes; `shares` are the widths."""

    rows: list[list[list[Para]]]
    shares: tuple[float, ...]


@dataclass
class Columns:
    """Two columns that are read one after the other; the narrow one may be a dark bar."""

    left: list
    right: list
    share: float
    dark: bool = False


@dataclass
class Doc:
    """A document: page header and footer, what stands above the columns, and the rest."""

    nodes: list = field(default_factory=list)
    header: list[Para] = field(default_factory=list)
    footer: list[Para] = field(default_factory=list)


def para(text: str, style: str = "", **more) -> Para:
    """Return a paragraph of one style."""
    return Para([(text, style)], **more)
