"""Files of a form: how many, how big, of which kind by name and by content."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
TEXT_KINDS = frozenset({"pdf", "docx", "odt", "rtf", "txt"})
IMAGE_KINDS = frozenset({"png", "jpg"})
# What a sniffer calls a file that it refuses -> what the form says about it.
_REASONS = {"empty": "empty", "extension": "extension", "too_large": "size", "encrypted": "encrypted"}


@dataclass(frozen=True, slots=True)
class FileLimits:
    """How much one form may carry, and of which kinds."""

    max_count: int = 5
    max_bytes: int = 10 * MEGABYTE
    max_total_bytes: int = 25 * MEGABYTE
    kinds: frozenset = TEXT_KINDS


def check_files(files, sniff, limits):
    """Return a list of ``(filename, code)`` of what is wrong with ``files``.

    :param files: sequence of ``(filename, bytes)``
    :param sniff: ``sniff(bytes, filename)`` returns what ``ats_extract.sniff`` does: ``code``
        (empty when refused), ``reason`` and ``flags``
    Codes: ``count``, ``total``, ``size``, ``empty``, ``extension``, ``encrypted``, ``content``.
    """
    if len(files) > limits.max_count:
        return [("", "count")]
    if sum(len(content) for _name, content in files) > limits.max_total_bytes:
        return [("", "total")]
    found = ((name, _check_one(name, content, sniff, limits)) for name, content in files)
    return [(name, code) for name, code in found if code]


def _check_one(name, content, sniff, limits):
    if "." not in name:
        return "extension"
    if len(content) > limits.max_bytes:
        return "size"
    kind = sniff(content, name)
    if not kind.code:
        return _REASONS.get(kind.reason, "content")
    if kind.code not in limits.kinds:
        return "extension"
    return "content" if "extension_mismatch" in kind.flags else None
