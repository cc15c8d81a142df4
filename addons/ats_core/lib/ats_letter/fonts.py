"""Fonts that are embedded in the PDF, so that every name looks the same on every machine."""

import threading
from dataclasses import dataclass

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_registered = {}
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Fonts:
    """Paths of two TrueType files."""

    regular: str
    bold: str

    def names(self):
        """Return the two names under which reportlab knows the files, registering them once.

        :rtype: tuple[str, str]
        """
        with _lock:
            if self not in _registered:
                family = f"AtsLetter{len(_registered)}"
                names = (family, f"{family}-Bold")
                for name, path in zip(names, (self.regular, self.bold), strict=True):
                    pdfmetrics.registerFont(TTFont(name, path))
                for bold in (0, 1):
                    for italic in (0, 1):
                        addMapping(family, bold, italic, names[bold])
                _registered[self] = names
            return _registered[self]


def fitted(text, font, size, width, smallest=6.5):
    """Return text and size that fit a width: smaller first, then cut with an ellipsis.

    :rtype: tuple[str, float]
    """
    while size > smallest and pdfmetrics.stringWidth(text, font, size) > width:
        size -= 0.5
    if pdfmetrics.stringWidth(text, font, size) <= width:
        return text, size
    while text and pdfmetrics.stringWidth(f"{text}…", font, size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…", size
