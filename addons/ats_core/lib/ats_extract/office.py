"""Text of DOCX and ODT, streamed through expat: no document type, no tree in memory."""

import contextlib
import re
from dataclasses import dataclass
from xml.parsers import expat

from .archives import ArchiveRefused, BoundedArchive
from .flow import BOLD, ITALIC, Flow
from .sheet import Sheet

_WORD_PARTS = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")
_WORD_NAMESPACE = re.compile(r"wordprocessingml(/2006)?/main$")
_TEXT_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_STYLE_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_TABLE_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_MAX_DEPTH = 200
_TINY = 2.0
_OFF = ("0", "false", "none", "off")


class _Reader:
    """Feeds expat and refuses what a résumé never needs: DTD, entities, absurd nesting."""

    def __init__(self):
        self.said_something = False
        self._depth = 0
        self._skip_from = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def read(self, archive: BoundedArchive, name: str) -> None:
        """Read one part of the container; a broken tail keeps what came before it."""
        try:
            for chunk in archive.chunks(name):
                self._parser.Parse(chunk, False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            if not self.said_something:
                raise ArchiveRefused("damaged") from error

    @staticmethod
    def _refuse(*_declaration) -> None:
        raise ArchiveRefused("damaged")

    def _start(self, tag: str, attributes: dict) -> None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise ArchiveRefused("damaged")
        if not self._skip_from:
            self.opened(*self._split(tag), attributes)

    def _end(self, tag: str) -> None:
        if self._skip_from == self._depth:
            self._skip_from = 0
        elif not self._skip_from:
            self.closed(*self._split(tag))
        self._depth -= 1

    def _characters(self, text: str) -> None:
        if not self._skip_from:
            self.said(text)

    @staticmethod
    def _split(tag: str) -> tuple[str, str]:
        namespace, _space, name = tag.rpartition(" ")
        return namespace, name

    def skip(self) -> None:
        """Ignore everything inside the element that was just opened."""
        self._skip_from = self._depth


@dataclass
class _Style:
    """What a named paragraph or character style says."""

    size: float = 0.0
    flags: int = 0
    heading: bool = False
    white: bool = False
    hidden: bool = False
    label: bool = False  # on a ground of its own
    base: str = ""


class _WordStyles(_Reader):
    """Reads word/styles.xml: heading styles, bold, size."""

    def __init__(self):
        super().__init__()
        self.styles: dict[str, _Style] = {}
        self._style = _Style()

    def opened(self, namespace: str, name: str, attributes: dict) -> None:
        value = _value(attributes, "val")
        if name == "style":
            self._style = self.styles[_value(attributes, "styleId")] = _Style()
        elif name == "name":
            self._style.heading = bool(re.match(r"(?:heading|title)\b", value, re.I))
        elif name == "outlineLvl":
            self._style.heading |= value not in ("", "9")
        elif name == "basedOn":
            self._style.base = value
        elif name == "sz" and value.isdecimal():
            self._style.size = int(value) / 2
        elif name in ("b", "i"):
            self._style.flags |= (BOLD if name == "b" else ITALIC) * (value not in _OFF)
        elif name == "vanish":
            self._style.hidden = value not in _OFF

    def closed(self, namespace: str, name: str) -> None:
        """Nothing hangs on the end of an element."""

    def said(self, text: str) -> None:
        """Styles hold no text."""


class _WordReader(_Reader):
    def __init__(self, sheet: Sheet, styles: dict[str, _Style]):
        super().__init__()
        self.sheet, self.flow, self.styles = sheet, Flow(sheet), styles
        self._in_text, self._rows, self._boxes = False, 0, 0
        self._shaded = self._after_label = False
        self._paragraph, self._run = _Style(), _Style()
        self._bullet = False

    def opened(self, namespace: str, name: str, attributes: dict) -> None:
        if name == "Fallback" and "markup-compatibility" in namespace:
            self.skip()  # the same text box again, for older readers
            return
        if not _WORD_NAMESPACE.search(namespace):
            return
        handler = getattr(self, f"_open_{name}", None)
        self._in_text = name == "t"
        if handler:
            handler(_value(attributes, "val"), attributes)

    def closed(self, namespace: str, name: str) -> None:
        if not _WORD_NAMESPACE.search(namespace):
            return
        if name == "t":
            self._in_text = False
        elif name == "p":
            self._end_paragraph()
        elif name in ("r", "pPr"):  # what pPr holds is the look of the paragraph mark
            self._after_label, self._run = self._run.label and name == "r", _Style()
        elif name in ("tr", "tc", "txbxContent"):
            self._left(name)

    def _left(self, name: str) -> None:
        if name == "tr":
            self._rows -= 1
            if not self._rows:
                self.flow.close_row()
        elif name == "tc":
            self._shaded = False
        elif name == "txbxContent":
            self._boxes -= 1

    def said(self, text: str) -> None:
        if not self._in_text:
            return
        self.said_something = True
        run, paragraph = self._run, self._paragraph
        size = run.size or paragraph.size
        reason = "vanish" if run.hidden else "tiny" if 0 < size <= _TINY else ""
        if not reason and run.white and not (self._shaded or self._boxes):
            reason = "color"
        if reason:
            self.sheet.hide(reason, text)
        else:
            if run.label and self._after_label and not text[:1].isspace() and not text[:1].islower():
                self.flow.tab()  # labels side by side, without a blank between
            self.flow.say(text, size=size, flags=run.flags | paragraph.flags)
        self._after_label = False

    def _end_paragraph(self) -> None:
        self.flow.end(heading=self._paragraph.heading, bullet=self._bullet)
        self._paragraph, self._run, self._bullet, self._after_label = _Style(), _Style(), False, False

    def _open_tabs(self, _value, _attributes) -> None:
        self.skip()

    def _open_p(self, _value, _attributes) -> None:
        self.flow.close(heading=self._paragraph.heading, bullet=self._bullet)
        self._paragraph, self._run, self._bullet = _Style(), _Style(), False

    def _open_tr(self, _value, _attributes) -> None:
        self._rows += 1
        if self._rows == 1:
            self.flow.open_row()

    def _open_tc(self, _value, _attributes) -> None:
        if self._rows == 1:
            self.flow.open_cell()

    def _open_txbxContent(self, _value, _attributes) -> None:  # noqa: N802 (an element's name)
        self._boxes += 1

    def _open_numPr(self, _value, _attributes) -> None:  # noqa: N802
        self._bullet = True

    def _open_pStyle(self, value, _attributes) -> None:  # noqa: N802
        self._paragraph = self._resolved(value)
        self._bullet |= bool(re.match(r"list", value, re.I))

    def _open_rStyle(self, value, _attributes) -> None:  # noqa: N802
        self._run = self._resolved(value)

    def _open_vanish(self, value, _attributes) -> None:
        self._run.hidden = value not in _OFF

    def _open_b(self, value, _attributes) -> None:
        self._run.flags |= BOLD * (value not in _OFF)

    def _open_i(self, value, _attributes) -> None:
        self._run.flags |= ITALIC * (value not in _OFF)

    def _open_sz(self, value, _attributes) -> None:
        self._run.size = int(value) / 2 if value.isdecimal() else 0.0

    def _open_color(self, value, _attributes) -> None:
        self._run.white = _is_white(value)

    def _open_shd(self, _value_, attributes) -> None:
        fill = _value(attributes, "fill")
        self._run.label = fill.lower() not in ("", "auto") and not _is_white(fill)
        self._shaded |= self._run.label

    def _open_highlight(self, value, _attributes) -> None:
        self._run.label = value not in ("none", "white")
        self._shaded |= self._run.label

    def _open_tblStyle(self, value, _attributes) -> None:  # noqa: N802
        self._shaded |= value not in ("TableGrid", "TableNormal", "Table")

    def _open_tab(self, _value, _attributes) -> None:
        self.flow.tab()

    _open_ptab = _open_tab

    def _open_br(self, _value, _attributes) -> None:
        self.flow.line_break()

    _open_cr = _open_br

    def _open_noBreakHyphen(self, _value, _attributes) -> None:  # noqa: N802
        self.flow.say("-", size=self._run.size, flags=self._run.flags)

    def _resolved(self, name: str) -> _Style:
        found, seen = _Style(), set()
        while name in self.styles and name not in seen and len(seen) < 10:
            seen.add(name)
            style = self.styles[name]
            found.flags |= style.flags
            found.size = found.size or style.size
            found.heading |= style.heading
            found.hidden |= style.hidden
            name = style.base
        return found


def _value(attributes: dict, name: str) -> str:
    return next((value for key, value in attributes.items() if key.rpartition(" ")[2] == name), "")


def _is_white(color: str) -> bool:
    digits = color.lstrip("#")
    if not re.fullmatch(r"[0-9a-fA-F]{6}", digits):
        return False
    return all(int(digits[place : place + 2], 16) >= 0xF3 for place in (0, 2, 4))


class _OpenDocumentReader(_Reader):
    def __init__(self, sheet: Sheet):
        super().__init__()
        self.sheet, self.flow = sheet, Flow(sheet)
        self.styles: dict[str, _Style] = {}
        self._style = _Style()
        self._stack: list[_Style] = []
        self._paragraphs = self._items = self._rows = 0
        self._heading = False

    def opened(self, namespace: str, name: str, attributes: dict) -> None:
        if name in ("annotation", "tracked-changes", "font-face-decls"):
            self.skip()
        elif namespace == _STYLE_NAMESPACE:
            self._open_style(name, attributes)
        elif namespace == _TABLE_NAMESPACE:
            self._open_table(name)
        elif namespace == _TEXT_NAMESPACE:
            self._open_text(name, attributes)

    def _open_style(self, name: str, attributes: dict) -> None:
        if name == "style":
            self._style = self.styles[_value(attributes, "name")] = _Style(base=_value(attributes, "parent-style-name"))
        elif name == "text-properties":
            style = self._style
            size = re.fullmatch(r"([\d.]+)pt", _value(attributes, "font-size"))
            style.size = float(size[1]) if size else style.size
            style.flags |= BOLD * (_value(attributes, "font-weight") in ("bold", "600", "700", "800", "900"))
            style.flags |= ITALIC * (_value(attributes, "font-style") in ("italic", "oblique"))
            shaded = _value(attributes, "background-color") not in ("", "transparent")
            style.white = _is_white(_value(attributes, "color")) and not shaded
            style.hidden = _value(attributes, "display") == "none"

    def _open_table(self, name: str) -> None:
        if name == "table-row":
            self._rows += 1
            if self._rows == 1:
                self.flow.open_row()
        elif name == "table-cell" and self._rows == 1:
            self.flow.open_cell()

    def _open_text(self, name: str, attributes: dict) -> None:
        if name in ("p", "h"):
            self.flow.close(bullet=self._items > 0)
            self._heading = name == "h"
            self._paragraphs += 1
            self._stack = [self.styles.get(_value(attributes, "style-name"), _Style())]
        elif name == "span":
            self._stack.append(self.styles.get(_value(attributes, "style-name"), _Style()))
        elif name == "list-item":
            self._items += 1
        elif name == "s":
            count = attributes.get(f"{_TEXT_NAMESPACE} c", "1")
            many = int(count) if count.isdecimal() else 1
            self.flow.tab() if many > 2 else self.flow.say(" ")
        elif name == "tab":
            self.flow.tab()
        elif name == "line-break":
            self.flow.line_break()

    def closed(self, namespace: str, name: str) -> None:
        if namespace == _TABLE_NAMESPACE and name == "table-row":
            self._rows -= 1
            if not self._rows:
                self.flow.close_row()
        if namespace != _TEXT_NAMESPACE:
            return
        if name in ("p", "h"):
            self._paragraphs -= 1
            self._end_paragraph()
        elif name == "span" and len(self._stack) > 1:
            self._stack.pop()
        elif name == "list-item":
            self._items -= 1

    def _end_paragraph(self) -> None:
        self.flow.end(heading=self._heading, bullet=self._items > 0)
        self._heading = False

    def said(self, text: str) -> None:
        if not self._paragraphs:
            return
        self.said_something = True
        size = next((style.size for style in reversed(self._stack) if style.size), 0.0)
        flags = 0
        for style in self._stack:
            flags |= style.flags
        hidden = any(style.hidden for style in self._stack)
        reason = "vanish" if hidden else "tiny" if 0 < size <= _TINY else "color" if self._stack[-1].white else ""
        if reason:
            self.sheet.hide(reason, text)
        else:
            self.flow.say(re.sub(r"\s+", " ", text), size=size, flags=flags)


def docx_text(data: bytes, sheet: Sheet) -> None:
    """Put every w:t of body, headers, footers and notes on the sheet, tables and text boxes included."""
    archive = BoundedArchive(data)
    parts = sorted(name for name in archive.names if _WORD_PARTS.fullmatch(name))
    headers = [name for name in parts if name.startswith("word/header")]
    rest = [name for name in parts if name not in headers]
    styles = _WordStyles()
    if "word/styles.xml" in archive.names:
        with contextlib.suppress(ArchiveRefused):
            styles.read(archive, "word/styles.xml")
    for name in [*headers, "word/document.xml", *rest]:
        reader = _WordReader(sheet, styles.styles)
        reader.read(archive, name)
        reader.flow.close()


def odt_text(data: bytes, sheet: Sheet) -> None:
    """Put the text of the body and of page headers and footers on the sheet."""
    archive = BoundedArchive(data)
    if "META-INF/manifest.xml" in archive.names:
        if b"encryption-data" in archive.read("META-INF/manifest.xml", 1024 * 1024):
            raise ArchiveRefused("encrypted")
    for name in ("content.xml", *({"styles.xml"} & archive.names)):
        reader = _OpenDocumentReader(sheet)
        reader.read(archive, name)
        reader.flow.close()
