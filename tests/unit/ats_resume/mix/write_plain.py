"""Writes a document as HTML, RTF and plain text."""

from __future__ import annotations

import random
from html import escape
from itertools import zip_longest

from .nodes import Columns, Doc, Para, Table

CSS = (
    "body{font:10pt sans-serif;margin:24px}h1{font-size:20pt;margin:0}h2{font-size:12.5pt;margin:12pt 0 3pt}"
    "p{margin:1pt 0}.right{float:right}.gap{margin-top:8pt}.row{display:flex}.center{text-align:center}"
    ".dark{background:#123;color:#fff;padding:8px}ul{margin:0}table{border-collapse:collapse;width:100%}td{vertical-align:top}"
)


def html(doc: Doc, seed) -> bytes:
    """Return the web page of a document."""
    pick = random.Random(f"html {seed}")
    tagged = pick.random() < 0.6  # headings as h2, or only as bold divisions
    body = "".join(_html(node, tagged) for node in _joined([*doc.header, *doc.nodes, *doc.footer]))
    head = f'<head><meta charset="utf-8"><style>{CSS}</style></head>'
    return f"<!doctype html><html>{head}<body>{body}</body></html>".encode()


def _joined(nodes) -> list:
    """Put items that follow each other into one list."""
    found: list = []
    for node in nodes:
        if isinstance(node, Para) and node.kind == "item" and found and isinstance(found[-1], list):
            found[-1].append(node)
        else:
            found.append([node] if isinstance(node, Para) and node.kind == "item" else node)
    return found


def _html(node, tagged: bool) -> str:
    if isinstance(node, list):
        return "<ul>" + "".join(f"<li>{_inline(item)}</li>" for item in node) + "</ul>"
    if isinstance(node, Columns):
        sides = ["".join(_html(part, tagged) for part in _joined(side)) for side in (node.left, node.right)]
        narrow = 0 if node.share < 0.5 else 1
        classes = ["dark" if node.dark and place == narrow else "" for place in (0, 1)]
        widths = (node.share, 1 - node.share)
        cells = "".join(
            f'<div class="{name}" style="width:{share:.0%}">{side}</div>'
            for name, share, side in zip(classes, widths, sides, strict=True)
        )
        return f'<div class="row">{cells}</div>'
    if isinstance(node, Table):
        rows = "".join(
            "<tr>"
            + "".join(
                f'<td style="width:{share:.0%}">{"".join(_html(part, tagged) for part in _joined(cell))}</td>'
                for share, cell in zip(node.shares, row, strict=True)
            )
            + "</tr>"
            for row in node.rows
        )
        return f"<table>{rows}</table>"
    if not node.text:
        return ""
    tag = {"name": "h1", "head": "h2"}.get(node.kind, "p") if tagged else "div"
    size = {"name": "font-size:20pt;", "head": "font-size:12.5pt;margin-top:12pt;"}.get(node.kind, "")
    style = f' style="{size}"' if size and not tagged else ""
    names = " ".join(name for name, wanted in (("gap", node.gap), ("center", node.center)) if wanted)
    return f'<{tag} class="{names}"{style}>{_inline(node)}</{tag}>'


def _inline(node: Para) -> str:
    right = f'<span class="right">{escape(node.right)}</span>' if node.right else ""
    words = ""
    for text, style in node.runs:
        text = escape(text)
        text = f"<b>{text}</b>" if "b" in style else f"<i>{text}</i>" if "i" in style else text
        words += f"<small>{text}</small>" if "s" in style else text
    return f"{right}{words}"


def rtf(doc: Doc, seed) -> bytes:
    """Return the RTF of a document."""
    body = "".join(_rtf(node) for node in [*doc.header, *doc.nodes, *doc.footer])
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}\fs20 " + body + "}").encode("ascii")


def _rtf(node) -> str:
    if isinstance(node, Columns):
        node = Table([[node.left, node.right]], (node.share, 1 - node.share))
    if isinstance(node, Table):
        rows = ""
        for row in node.rows:
            edges = "".join(rf"\cellx{int(9000 * sum(node.shares[: place + 1]))}" for place in range(len(row)))
            cells = "".join("".join(_rtf(part) for part in cell).removesuffix("\\par\n") + r"\cell " for cell in row)
            rows += rf"\trowd{edges}\intbl {cells}\row" + "\n"
        return rows + r"\pard "
    size = {"name": r"\fs40 ", "head": r"\fs28 "}.get(node.kind, r"\fs20 ")
    runs = "".join(_rtf_run(text, style) for text, style in node.runs)
    bullet = r"{\pntext\bullet\tab}" if node.kind == "item" else ""
    right = rf"\tab {_rtf_words(node.right)}" if node.right else ""
    gap = "\\par\n" if node.gap else ""
    return f"{gap}{{{size}{bullet}{runs}{right}}}\\par\n"


def _rtf_run(text: str, style: str) -> str:
    look = (r"\b" if "b" in style else "") + (r"\i" if "i" in style else "")
    return f"{{{look} {_rtf_words(text)}}}" if look else _rtf_words(text)


def _rtf_words(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    return "".join(
        char if ord(char) < 128 else rf"\u{ord(char) if ord(char) < 32768 else ord(char) - 65536}?" for char in escaped
    )


def txt(doc: Doc, seed) -> bytes:
    """Return the plain text of a document; columns stand one after the other."""
    pick = random.Random(f"txt {seed}")
    mark = pick.choice(("* ", "- ", "• "))
    lines = [line for node in [*doc.header, *doc.nodes, *doc.footer] for line in _txt(node, mark)]
    return "\n".join(lines).encode("utf-8")


def _txt(node, mark: str) -> list[str]:
    if isinstance(node, Columns):
        return [line for side in (node.left, node.right) for part in side for line in _txt(part, mark)]
    if isinstance(node, Table):
        found = []
        for row in node.rows:
            cells = [[line for part in cell for line in _txt(part, mark)] for cell in row]
            width = max((len(line) for line in cells[0]), default=0) + 4
            for parts in zip_longest(*cells, fillvalue=""):
                found.append((parts[0].ljust(width) + "    ".join(parts[1:])).rstrip())
        return found
    if not node.text:
        return []
    text = (mark if node.kind == "item" else "") + node.text
    if node.right:
        text = text.ljust(60) + "   " + node.right
    return ([""] if node.gap or node.kind == "head" else []) + [text] + ([""] if node.kind in ("name", "head") else [])


WRITERS = {"html": html, "rtf": rtf, "txt": txt}
