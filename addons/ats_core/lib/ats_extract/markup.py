"""Text of HTML: what a reader would see, never what a script or a style says."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from .flow import BOLD, ITALIC, Flow
from .plain import decode
from .sheet import Sheet

_SILENT = frozenset("script style template noscript iframe object svg head title".split())
_BLOCKS = frozenset(
    "p div section article header footer main aside nav ul ol li table tr td th h1 h2 h3 h4 h5 h6 dl dt dd "
    "address blockquote pre figure form hr body html".split()
)
_VOID = frozenset("br hr img input meta link area base col embed source track wbr".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|"
    r"font-size\s*:\s*[01](?:\.\d+)?\s*(?:px|pt|%|;|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}px",
    re.I,
)
_WHITE = re.compile(r"(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?\b|#fefefe|rgba?\(\s*255\s*,\s*255\s*,\s*255)", re.I)
_GROUND = re.compile(r"background(?:-color|-image)?\s*:", re.I)
_MAX_DEPTH = 400


class _Page(HTMLParser):
    def __init__(self, sheet: Sheet):
        super().__init__(convert_charrefs=True)
        self.sheet, self.flow = sheet, Flow(sheet)
        self._stack: list[tuple[str, str, bool]] = []
        self._list = False
        self._edge = self._beside = False  # one element ended and nothing was said since

    def handle_starttag(self, tag: str, attrs: list) -> None:
        """Enter an element."""
        self._beside = self._edge
        if tag in _BLOCKS:
            self._end()
        if tag == "br":
            self.flow.line_break()
        if tag in _VOID or len(self._stack) >= _MAX_DEPTH:
            return
        _name, reason, ground = self._stack[-1] if self._stack else ("", "", False)
        values = dict(attrs)
        style = values.get("style") or ""
        ground = ground or bool(_GROUND.search(style))
        if not reason:
            reason = "silent" if tag in _SILENT else "style" if "hidden" in values or _HIDING.search(style) else ""
            reason = reason or ("color" if _WHITE.search(style) and not ground else "")
        self._stack.append((tag, reason, ground))
        self._list = tag == "li" or self._list

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those inside that nobody closed."""
        if tag in _BLOCKS:
            self._end()
        self._edge = tag == "span"
        for place in range(len(self._stack) - 1, -1, -1):
            if self._stack[place][0] == tag:
                del self._stack[place:]
                break

    def handle_data(self, data: str) -> None:
        """Say the words of an element that is shown."""
        reason = self._stack[-1][1] if self._stack else ""
        if reason == "silent":
            return
        if self._edge and self._beside and not data[:1].isspace() and data[:1].isalnum():
            self.flow.tab()  # boxes side by side, without a blank in the source
        self._edge = self._beside = False
        if reason:
            self.sheet.hide(reason, data)
            return
        names = {name for name, _reason, _ground in self._stack}
        flags = BOLD * bool(names & {"b", "strong", "th", *_HEADINGS}) + ITALIC * bool(names & {"i", "em"})
        self.flow.say(re.sub(r"\s+", " ", data), flags=flags)

    def _end(self) -> None:
        heading = any(name in _HEADINGS for name, _reason, _ground in self._stack)
        bullet = any(name == "li" for name, _reason, _ground in self._stack)
        self.flow.close(heading=heading, bullet=bullet)


def html_text(data: bytes, sheet: Sheet) -> None:
    """Put the visible text of a page on the sheet."""
    page = _Page(sheet)
    page.feed(decode(data))
    page.close()
    page._end()
