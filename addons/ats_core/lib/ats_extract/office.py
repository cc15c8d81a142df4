"""Text of DOCX and ODT, streamed through expat: no document type, no tree in memory."""

import re
from xml.parsers import expat

from .archives import ArchiveRefused, BoundedArchive

_WORD_PARTS = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")
_WORD_NAMESPACE = re.compile(r"wordprocessingml(/2006)?/main$")
_TEXT_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_MAX_DEPTH = 200


class _Reader:
    """Feeds expat and refuses what a résumé never needs: DTD, entities, absurd nesting."""

    def __init__(self):
        self.pieces: list[str] = []
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
            if not "".join(self.pieces).strip():
                raise ArchiveRefused("damaged") from error
        self.pieces.append("\n")

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

    def line(self) -> None:
        """Start a new line unless one was just started."""
        if self.pieces and not self.pieces[-1].endswith("\n"):
            self.pieces.append("\n")


class _WordReader(_Reader):
    _SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

    def __init__(self):
        super().__init__()
        self._in_text = False
        self._hidden = False
        self.found_hidden = False

    def opened(self, namespace: str, name: str, attributes: dict) -> None:
        if name == "Fallback" and "markup-compatibility" in namespace:
            self.skip()  # the same text box again, for older readers
        elif not _WORD_NAMESPACE.search(namespace):
            return
        elif name == "tabs":
            self.skip()
        elif name == "p":
            self.line()
        elif name == "vanish":
            self._hidden = "false" not in attributes.values() and "0" not in attributes.values()
        elif name in self._SIGNS:
            self.pieces.append(self._SIGNS[name])
        else:
            self._in_text = name == "t"

    def closed(self, namespace: str, name: str) -> None:
        if not _WORD_NAMESPACE.search(namespace):
            return
        if name == "t":
            self._in_text = False
        elif name == "p":
            self.pieces.append("\n")
        elif name in ("r", "pPr"):
            self._hidden = False

    def said(self, text: str) -> None:
        if self._in_text and self._hidden:
            self.found_hidden = True
        elif self._in_text:
            self.pieces.append(text)


class _OpenDocumentReader(_Reader):
    _paragraphs = 0

    def opened(self, namespace: str, name: str, attributes: dict) -> None:
        if name in ("annotation", "tracked-changes", "automatic-styles", "font-face-decls"):
            self.skip()
        elif namespace != _TEXT_NAMESPACE:
            return
        elif name in ("p", "h"):
            self.line()
            self._paragraphs += 1
        elif name == "s":
            count = attributes.get(f"{_TEXT_NAMESPACE} c", "1")
            self.pieces.append(" " * min(int(count) if count.isdecimal() else 1, 100))
        elif name == "tab":
            self.pieces.append("\t")
        elif name == "line-break":
            self.pieces.append("\n")

    def closed(self, namespace: str, name: str) -> None:
        if namespace == _TEXT_NAMESPACE and name in ("p", "h"):
            self._paragraphs -= 1
            self.pieces.append("\n")

    def said(self, text: str) -> None:
        if self._paragraphs:
            self.pieces.append(re.sub(r"\s+", " ", text))


def docx_text(data: bytes, notes: set[str]) -> str:
    """Return every w:t of the body, headers, footers and notes, tables and text boxes included.

    Text marked hidden is left out, and `notes` receives ``hidden_text``.
    """
    archive = BoundedArchive(data)
    parts = sorted(name for name in archive.names if _WORD_PARTS.fullmatch(name))
    headers = [name for name in parts if name.startswith("word/header")]
    rest = [name for name in parts if name not in headers]
    reader_pieces = []
    for name in [*headers, "word/document.xml", *rest]:
        reader = _WordReader()
        reader.read(archive, name)
        reader_pieces += reader.pieces
        notes.update({"hidden_text"} if reader.found_hidden else ())
    return "".join(reader_pieces)


def odt_text(data: bytes) -> str:
    """Return the text of the body and of page headers and footers."""
    archive = BoundedArchive(data)
    if "META-INF/manifest.xml" in archive.names:
        if b"encryption-data" in archive.read("META-INF/manifest.xml", 1024 * 1024):
            raise ArchiveRefused("encrypted")
    pieces = []
    for name in ("content.xml", *({"styles.xml"} & archive.names)):
        reader = _OpenDocumentReader()
        reader.read(archive, name)
        pieces += reader.pieces
    return "".join(pieces)
