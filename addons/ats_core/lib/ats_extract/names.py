"""File names that are safe to store, to show and to put in a header."""

import re
import unicodedata

MAX_LENGTH = 120
_UNSAFE = re.compile(r'[<>:"|?*]')
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean_filename(name: str, *, fallback: str = "document", extension: str = "") -> str:
    """Return the last part of `name` without control, invisible or reserved characters.

    At most 120 characters, the extension survives the cut. With `extension` the name ends in it:
    it replaces nothing, so that ``cv.docx`` that holds a PDF becomes ``cv.docx.pdf``.
    """
    name = unicodedata.normalize("NFC", (name or "").encode("utf-8", "ignore").decode())
    name = re.split(r"[/\\]", name)[-1]
    name = "".join(char for char in name if unicodedata.category(char) not in _INVISIBLE)
    name = _UNSAFE.sub("_", name)
    name = re.sub(r"\s+", " ", name).rstrip(" .")
    if extension and split_extension(name)[1] not in _same(extension):
        name = f"{name.strip(' .') or fallback}.{extension}"
    stem, suffix = split_extension(name)
    suffix = name[len(stem) :] if suffix else ""
    return (stem.strip(" .")[: MAX_LENGTH - len(suffix)].rstrip(" .") or fallback) + suffix


def split_extension(name: str) -> tuple[str, str]:
    """Return the stem and the lower-case last extension (of at most 10 letters or digits)."""
    stem, dot, suffix = name.rstrip(" .").rpartition(".")
    if not dot or not re.fullmatch(r"[A-Za-z0-9]{1,10}", suffix):
        return name, ""
    return stem, suffix.lower()


def _same(extension: str) -> frozenset[str]:
    groups = ({"jpg", "jpeg"}, {"txt", "text"})
    return frozenset(next((group for group in groups if extension in group), {extension}))
