"""Rules: which of them hit, in order, and what made them.

What is not known never counts against anybody: a condition on a missing answer or on skills that
nobody has read yet neither holds nor fails, and a rule that needs it does not hit.
"""

from dataclasses import dataclass, field
from datetime import date

OPERATORS = (
    "is",
    "any_of",
    "none_of",
    "all_of",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "before",
    "from",
    "younger_than",
    "mentions",
    "mentions_not",
)


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on a fact: ``key`` names it, for instance ``("answer", 12)`` or ``("skill", None)``."""

    id: int
    key: tuple
    operator: str
    value: object


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions that must ``all`` hold, or ``any`` of them. ``ends`` stops the rules after it,
    ``once`` names an action of which an application gets the first only."""

    id: int
    conditions: tuple = ()
    match: str = "all"
    ends: bool = False
    once: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that applies, with the conditions that hold."""

    rule: int
    because: tuple = field(default=())


def plan(rules, facts, today, already=frozenset()):
    """Return the hits of ``rules`` on one application, in order; the first that ends is the last.

    :param rules: :class:`Rule` in their order
    :param dict facts: what is known: key of a condition -> value
    :param date today: for ages
    :param already: ids of rules that acted on this application before; they do not act again
    """
    hits, done = [], set()
    for rule in rules:
        if rule.id in already or (rule.once and rule.once in done):
            continue
        because = _holding(rule, facts, today)
        if because is None:
            continue
        hits.append(Hit(rule.id, because))
        done.add(rule.once)
        if rule.ends:
            break
    return hits


def _holding(rule, facts, today):
    """Return the ids of the conditions that hold when the rule hits, else ``None``."""
    held = [condition.id for condition in rule.conditions if holds(condition, facts, today)]
    needed = len(rule.conditions) if rule.match == "all" else 1
    return tuple(held) if rule.conditions and len(held) >= needed else None


def holds(condition, facts, today):
    """Tell whether a condition holds: ``True``, ``False``, or ``None`` when the fact is not known."""
    fact = facts.get(condition.key)
    if fact is None or fact == "" or fact == frozenset():
        return None
    if condition.operator == "younger_than":
        return years_between(fact, today) < condition.value
    return bool(_TESTS[condition.operator](fact, condition.value))


def years_between(born, today):
    """Return the completed years from one day to another; born on 29 February, on 1 March."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _mentions(fact, words):
    text = fact.casefold()
    return any(word.strip().casefold() in text for word in words.split(",") if word.strip())


_TESTS = {
    "is": lambda fact, value: fact == value,
    "any_of": lambda fact, value: bool(fact & value),
    "none_of": lambda fact, value: not fact & value,
    "all_of": lambda fact, value: value <= fact,
    "at_least": lambda fact, value: fact >= value,
    "more_than": lambda fact, value: fact > value,
    "at_most": lambda fact, value: fact <= value,
    "less_than": lambda fact, value: fact < value,
    "before": lambda fact, value: fact < value,
    "from": lambda fact, value: fact >= value,
    "mentions": _mentions,
    "mentions_not": lambda fact, value: not _mentions(fact, value),
}


def years_of_experience(periods, today):
    """Return the years that ``periods`` cover; what overlaps counts once.

    :param periods: ``(start, end)`` dates; an end that is missing or to come is ``today``, a period
        without start counts nothing
    """
    spans = sorted((start, min(end or today, today)) for start, end in periods if start and start <= today)
    days, reached = 0, date.min
    for start, end in spans:
        days += max((end - max(start, reached)).days, 0)
        reached = max(reached, end)
    return days / 365.25
