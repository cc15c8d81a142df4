"""How much one skill says about another: the broader ones it implies, and its neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

SAME = 1.0
IMPLIED = 0.9  # who knows Django has used Python
SIBLING = 0.4  # who knows Flask learns Django sooner
BROADER = 0.25  # who knows Python may learn Django
FAR = 0.1  # below a trade as wide as programming or sales
DEPTH = 4


class Relations:
    """Parents of skills, arranged for the one question that matching asks."""

    def __init__(self, parents: Mapping[str, Iterable[str]]):
        """Take ``{key: keys of the broader skills}``; circles are harmless."""
        self._parents = {key: tuple(above) for key, above in parents.items()}
        self._children: dict[str, list[str]] = defaultdict(list)
        for key, above in self._parents.items():
            for parent in above:
                self._children[parent].append(key)

    def towards(self, wanted: str) -> dict[str, float]:
        """Return ``{skill: share}``: how much holding that skill counts for the wanted one, the wanted at 1."""
        shares = {wanted: SAME}
        for child in self._below(wanted):
            shares.setdefault(child, IMPLIED)
        for parent in self._parents.get(wanted, ()):
            close = bool(self._parents.get(parent))
            for sibling in self._children.get(parent, ()):
                shares[sibling] = max(shares.get(sibling, 0.0), SIBLING if close else FAR)
            shares[parent] = max(shares.get(parent, 0.0), BROADER if close else FAR)
        return shares

    def _below(self, wanted: str) -> list[str]:
        found, level = [], [wanted]
        seen = {wanted}
        for _depth in range(DEPTH):
            level = [child for key in level for child in self._children.get(key, ()) if child not in seen]
            seen.update(level)
            found += level
        return found
