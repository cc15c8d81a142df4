"""Typed values: trimmed, of bounded length, without control characters, of the right kind."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
PHONE = re.compile(r"\+?[\d\s().\-/]{5,30}(?:\s?(?:x|ext\.?)\s?\d{1,6})?")
LINE_BREAKS = "\r\n\t"


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One field of a form: its kind, its greatest length, whether it must be filled in."""

    kind: str = "line"  # line | text | email | phone | url | tick
    max_length: int = 200
    required: bool = False


def check_text(rules, values):
    """Return ``(clean values, error codes)`` for the fields of ``rules``; other keys are dropped.

    Codes: ``required``, ``too_long``, ``characters``, ``email``, ``phone``, ``url``. A field with
    an error keeps what was typed, so that a page can show it again.
    """
    clean, errors = {}, {}
    for name, rule in rules.items():
        raw = values.get(name)
        clean[name], code = _check_one(rule, raw if isinstance(raw, str) else "")
        if code:
            errors[name] = code
    return clean, errors


def _check_one(rule, raw):
    value = unicodedata.normalize("NFC", raw.strip(" "))
    if rule.kind == "tick":
        return bool(value), None if value or not rule.required else "required"
    if len(value) > rule.max_length:
        return value[: rule.max_length], "too_long"
    if _has_control_characters(value, multiline=rule.kind == "text"):
        return _without_control_characters(value), "characters"
    value = value.strip()
    if not value:
        return "", "required" if rule.required else None
    return _KINDS.get(rule.kind, _line)(value)


def _has_control_characters(value, *, multiline):
    allowed = LINE_BREAKS if multiline else ""
    return any(_is_control(char) and char not in allowed for char in value)


def _is_control(char):
    """Control characters, and the marks that turn the writing direction round."""
    return unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs") or "\u202a" <= char <= "\u202e"


def _without_control_characters(value):
    return "".join(" " if _is_control(char) else char for char in value).strip()


def _line(value):
    return value, None


def _email(value):
    return value, None if EMAIL.fullmatch(value) and ".." not in value else "email"


def _phone(value):
    digits = sum(char.isdigit() for char in value)
    return value, None if PHONE.fullmatch(value) and 5 <= digits <= 20 else "phone"


def _url(value):
    candidate = value if "://" in value else f"https://{value}"
    try:
        parts = urlsplit(candidate)
    except ValueError:
        return value, "url"
    host = parts.hostname or ""
    is_web = parts.scheme in ("http", "https") and "." in host and not parts.username
    if not is_web or re.search(r"[\s<>\"'\\]", candidate):
        return value, "url"
    return candidate, None


_KINDS = {"email": _email, "phone": _phone, "url": _url}


def mask_email(address):
    """Return an address that its owner recognises and nobody else learns: ``a…@example.com``."""
    local, _at, domain = address.rpartition("@")
    return f"{local[:1]}…@{domain}" if local else ""
