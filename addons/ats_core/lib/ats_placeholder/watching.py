"""Rewrites a text so that every placeholder reports its value: ``watch(object, index, value)``."""

import re
from dataclasses import dataclass

from lxml import etree, html

WATCH = "ats_watch"
OUTPUT = ("t-out", "t-esc")
# As Odoo writes placeholders in one line: {{ expression ||| what stands there without a value }}
IN_LINE = re.compile(r"\{\{(.+?)(\|\|\|\s*(.*?))?\}\}", re.DOTALL)
# The same between tags; what stands inside a tag, for instance in an address, is left alone.
BETWEEN_TAGS = re.compile(r"<[^>]*>|\{\{(.+?)(\|\|\|\s*(.*?))?\}\}", re.DOTALL)
PATH = re.compile(r"\bobject((?:\.[a-z_][a-z0-9_]*)+)(?![\w(.])")


@dataclass(frozen=True)
class Placeholder:
    """One place of a text that a value goes into."""

    expression: str


def path_of(expression):
    """Return the field names of the first path from the record in an expression, e.g.
    ``["job_id", "name"]``; empty when there is none."""
    found = PATH.search(expression)
    return found.group(1).strip(".").split(".") if found else []


def watch_line(text, first=0):
    """Put a watch on the placeholders of a line such as a subject.

    :param str text: with placeholders in braces
    :param int first: number of the first placeholder
    :return: ``(text to render, placeholders)``; one that says what stands there without a value
        is none
    """
    placeholders = []

    def watched(match):
        expression = match.group(1).strip()
        if match.group(3):
            return match.group(0)
        placeholders.append(Placeholder(expression))
        return f"{{{{ {WATCH}(object, {first + len(placeholders) - 1}, ({expression})) }}}}"

    return IN_LINE.sub(watched, text or ""), placeholders


def watch_html(text, first=0):
    """Put a watch on the placeholders of a body; those in braces become real ones.

    :param str text: HTML as mail templates have it (``t-out``)
    :return: ``(HTML to render, placeholders)``
    """
    if not (text or "").strip():
        return "", []
    root = html.fragment_fromstring(BETWEEN_TAGS.sub(_as_element, text), create_parent="div")
    placeholders = []
    for node in root.iter(etree.Element):
        for name in OUTPUT:
            expression = (node.get(name) or "").strip()
            if expression and expression != "0" and not _has_default(node, expression):
                node.set(name, f"{WATCH}(object, {first + len(placeholders)}, ({expression}))")
                placeholders.append(Placeholder(expression))
    return _inside(root), placeholders


def _as_element(match):
    if match.group(1) is None:
        return match.group(0)
    expression = _escaped_value(_plain(match.group(1)))
    default = match.group(3) or ""
    return f'<t t-out="{expression}">{default}</t>'


def _plain(expression):
    """Take out what an editor puts between the braces: tags and hard spaces."""
    return re.sub(r"<[^>]*>", "", expression).replace("&nbsp;", " ").replace("\xa0", " ").strip()


def _escaped_value(text):
    """Escape for an attribute, what is escaped already stays."""
    return text.replace('"', "&quot;").replace("<", "&lt;")


def _has_default(node, expression):
    """A plain path with words inside says what stands there without a value."""
    inside = "".join(node.itertext()).strip() or len(node)
    return bool(inside) and expression == "object." + ".".join(path_of(expression))


def _inside(root):
    inner = _escaped_text(root.text or "")
    return inner + "".join(etree.tostring(child, encoding="unicode", method="html") for child in root)


def _escaped_text(text):
    """Escape text between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
