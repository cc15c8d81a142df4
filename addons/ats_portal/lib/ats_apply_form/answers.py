"""Answers to a job's questions among the fields of a form."""

import re

PREFIX = "answer_"
# ``answer_12`` for question 12, ``answer_12_34`` for a ticked choice 34 of several.
NAME = re.compile(r"answer_([1-9]\d{0,8})(?:_([1-9]\d{0,8}))?")
MAX_FIELDS = 400


def field_name(question_id):
    """Return the name of the field of a question."""
    return f"{PREFIX}{question_id}"


def collect_answers(params, file_kind):
    """Return ``(raw, strange)``: the answers among ``params``, and whether any name was malformed.

    :param params: names and values of the form
    :param file_kind: ``file_kind(value)`` returns ``(filename, bytes)`` for an upload, ``None`` for
        an upload without a file, and raises ``TypeError`` for anything else
    ``raw`` maps question ids to a string, a list of choice ids as strings, or ``(filename, bytes)``.
    """
    names = [name for name in params if isinstance(name, str) and name.startswith(PREFIX)]
    raw, strange = {}, len(names) > MAX_FIELDS
    for name in names[:MAX_FIELDS]:
        match = NAME.fullmatch(name)
        if not match:
            strange = True
            continue
        question_id, choice = int(match[1]), match[2]
        value = params[name]
        if choice is not None:
            ticked = raw.setdefault(question_id, [])
            strange = strange or not isinstance(ticked, list)
            if isinstance(ticked, list):
                ticked.append(choice)
        elif isinstance(value, str):
            raw[question_id] = value
        else:
            raw[question_id] = file_kind(value)
    return raw, strange
