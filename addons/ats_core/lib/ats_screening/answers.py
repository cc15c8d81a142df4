"""Answers to questions: from whatever a form, an API or an import sends to typed values."""

import math
import unicodedata
from dataclasses import dataclass
from datetime import date

KINDS = ("text", "long_text", "yes_no", "single", "multi", "number", "date", "file")
MAX_LENGTH = {"text": 300, "long_text": 4000}
GREATEST_NUMBER = 1e12
YEARS = (1900, 2100)
MAX_SENT_CHOICES = 200


@dataclass(frozen=True, slots=True)
class Question:
    """What an answer is checked against; ``choices`` are the ids on offer."""

    id: int
    kind: str
    required: bool = False
    choices: frozenset = frozenset()
    minimum: float | None = None
    maximum: float | None = None


class _Wrong(Exception):
    """An answer that cannot be kept; the argument is the code."""


def check_answers(questions, raw):
    """Return ``(clean, errors)`` for the answers ``raw`` to ``questions``.

    :param questions: iterable of :class:`Question`
    :param dict raw: question id -> what was sent: a string, or the typed value itself; several
        choices as a list of ids; a file as ``(filename, bytes)``
    :return: ``clean`` maps question ids to ``str`` (texts, ``"yes"``, ``"no"``), ``float``,
        ``date``, a tuple of choice ids, or ``(filename, bytes)``; questions left empty are not in
        it. ``errors`` maps ids to a code: ``required``, ``unknown`` (no such question here),
        ``type``, ``too_long``, ``characters``, ``choice``, ``number``, ``too_small``,
        ``too_large``, ``date``.
    """
    asked = {question.id: question for question in questions}
    clean, errors = {}, dict.fromkeys((key for key in raw if key not in asked), "unknown")
    for question in asked.values():
        try:
            value = _READERS[question.kind](question, raw.get(question.id))
        except _Wrong as wrong:
            errors[question.id] = str(wrong)
            continue
        if value not in (None, "", ()):
            clean[question.id] = value
        elif question.required:
            errors[question.id] = "required"
    return clean, errors


def _is_empty(value):
    return value is None or (isinstance(value, str) and not value.strip())


def _text(question, value):
    if _is_empty(value):
        return None
    if not isinstance(value, str):
        raise _Wrong("type")
    if len(value) > MAX_LENGTH[question.kind]:
        raise _Wrong("too_long")
    value = unicodedata.normalize("NFC", value.replace("\r\n", "\n")).strip()
    allowed = "\n\t" if question.kind == "long_text" else ""
    if any(_is_control(char) and char not in allowed for char in value):
        raise _Wrong("characters")
    return value


def _is_control(char):
    """Control characters, and the marks that turn the writing direction round."""
    return unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs") or "\u202a" <= char <= "\u202e"


def _yes_no(_question, value):
    if isinstance(value, bool):
        return "yes" if value else "no"
    if _is_empty(value):
        return None
    if value not in ("yes", "no"):
        raise _Wrong("choice" if isinstance(value, str) else "type")
    return value


def _single(question, value):
    chosen = _multi(question, value)
    if chosen and len(chosen) > 1:
        raise _Wrong("choice")
    return chosen


def _multi(question, value):
    if _is_empty(value):
        return None
    sent = list(value) if isinstance(value, (list, tuple, set, frozenset)) else [value]
    if len(sent) > MAX_SENT_CHOICES:
        raise _Wrong("choice")
    chosen = {_choice_id(item) for item in sent}
    if not chosen <= question.choices:
        raise _Wrong("choice")
    return tuple(sorted(chosen))


def _choice_id(item):
    if isinstance(item, int) and not isinstance(item, bool):
        return item
    if isinstance(item, str) and item.isascii() and item.isdigit() and len(item) < 10:
        return int(item)
    raise _Wrong("choice" if isinstance(item, str) else "type")


def _number(question, value):
    if _is_empty(value):
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise _Wrong("type")
    try:
        number = float(_decimal_point(value) if isinstance(value, str) else value)
    except (ValueError, OverflowError):
        raise _Wrong("number") from None
    if not math.isfinite(number) or abs(number) > GREATEST_NUMBER:
        raise _Wrong("number")
    if question.minimum is not None and number < question.minimum:
        raise _Wrong("too_small")
    if question.maximum is not None and number > question.maximum:
        raise _Wrong("too_large")
    return number


def _decimal_point(text):
    """Accept the comma of half the world; ``1_000`` and words are no numbers."""
    text = text.strip()
    if len(text) > 20 or not all(char in "0123456789.,+-" for char in text):
        raise _Wrong("number")
    return text.replace(",", ".") if text.count(",") == 1 and "." not in text else text


def _date(_question, value):
    if _is_empty(value):
        return None
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value.strip()[:10])
        except ValueError:
            raise _Wrong("date") from None
    if not isinstance(value, date):
        raise _Wrong("type")
    if not YEARS[0] <= value.year <= YEARS[1]:
        raise _Wrong("date")
    return date(value.year, value.month, value.day)


def _file(_question, value):
    if not value:
        return None
    is_pair = isinstance(value, (tuple, list)) and len(value) == 2
    if not is_pair or not isinstance(value[0], str) or not isinstance(value[1], bytes):
        raise _Wrong("type")
    return (value[0], value[1])


_READERS = {
    "text": _text,
    "long_text": _text,
    "yes_no": _yes_no,
    "single": _single,
    "multi": _multi,
    "number": _number,
    "date": _date,
    "file": _file,
}
