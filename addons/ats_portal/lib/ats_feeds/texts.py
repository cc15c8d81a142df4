"""Texts for machines: HTML cut down to what boards accept, plain text, and characters XML allows."""

import re

from lxml import etree, html

# Tags that every board shows; what stands inside any other tag is kept without it.
KEPT_TAGS = frozenset({"p", "br", "ul", "ol", "li", "b", "strong", "i", "em", "u", "h2", "h3", "h4"})
# Tags that go together with what is in them.
DROPPED_TAGS = ("script", "style", "iframe", "form", "button", "svg", "template", "noscript")
BLOCKS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "tr", "br", "ul", "ol"})
_HEADINGS = {"h1": "h2", "h5": "h4", "h6": "h4"}
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OPENS_TAG = re.compile(r"<(?=[A-Za-z/!?])")


def legal(text):
    """Return ``text`` without the characters that no XML document may hold."""
    return _ILLEGAL.sub("", text or "")


def plain_text(markup):
    """Return the words of a piece of HTML, one line for each block."""
    root = _parsed(markup)
    if root is None:
        return ""
    parts = []
    _collect(root, parts)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def simple_html(markup):
    """Return HTML of headings, paragraphs and lists only, without attributes.

    Characters stand for themselves instead of as entities, as boards ask for inside CDATA. A ``<``
    that somebody typed is set apart from what follows, so that it never opens a tag.
    """
    root = _parsed(markup)
    if root is None:
        return ""
    parts = []
    _simplify(root, parts)
    text = re.sub(r"[ \t\r\f\v\u00a0]+", " ", "".join(parts))
    text = re.sub(r"\s*\n\s*", "\n", text)
    return re.sub(r"<(p|li|h2|h3|h4|ul|ol)>\s*</\1>", "", text).strip()


def cdata(text):
    """Return a CDATA section for ``text``, whatever it holds."""
    return f"<![CDATA[{legal(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def _parsed(markup):
    text = legal(str(markup or "")).strip()
    if not text:
        return None
    try:
        root = html.fragment_fromstring(text, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, *DROPPED_TAGS, with_tail=False)
    return root


def _collect(node, parts):
    if node.tag in BLOCKS:
        parts.append("\n")
    parts.append((node.text or "").replace("\n", " "))
    for child in node:
        _collect(child, parts)
        parts.append((child.tail or "").replace("\n", " "))
    if node.tag in BLOCKS:
        parts.append("\n")


def _simplify(node, parts):
    tag = _HEADINGS.get(node.tag, node.tag)
    kept = tag in KEPT_TAGS
    if kept:
        parts.append(f"\n<{tag}>" if tag in BLOCKS else f"<{tag}>")
    parts.append(_typed(node.text))
    for child in node:
        _simplify(child, parts)
        parts.append(_typed(child.tail))
    if kept and tag != "br":
        parts.append(f"</{tag}>")
    elif node.tag in BLOCKS:
        parts.append("\n")


def _typed(text):
    return _OPENS_TAG.sub("< ", (text or "").replace("\n", " "))
