"""A tree into text: the shortest spelling that means the same."""

from .nodes import And, Not, Or, Range


def render(node):
    """Return the text of a tree; ``parse(render(node)) == node``."""
    return "" if node is None else _spelled(node)


def _spelled(node):
    if isinstance(node, Or):
        return " OR ".join(_spelled(part) for part in node.parts)
    if isinstance(node, And):
        return " AND ".join(_inside(part, Or) for part in node.parts)
    if isinstance(node, Not):
        return f"NOT {_inside(node.part, Or, And)}"
    if isinstance(node, Range):
        return f"{node.field}:{_bounds(node)}"
    return _word(node)


def _inside(node, *looser):
    return f"({_spelled(node)})" if isinstance(node, looser) else _spelled(node)


def _word(node):
    bare = f'"{node.text}"' if node.phrase or node.text in ("AND", "OR", "NOT") else node.text
    return f"{node.field + ':' if node.field else ''}{bare}{'*' if node.prefix else ''}"


def _bounds(node):
    low, high = _measure(node.low), _measure(node.high)
    if node.low is None:
        return f"{'<' if node.high_open else '<='}{high}"
    if node.high is None:
        return f"{'>' if node.low_open else '>='}{low}"
    return low if low == high else f"{low}..{high}"


def _measure(value):
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else value.isoformat()
