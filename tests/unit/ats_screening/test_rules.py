import random
from datetime import date

import pytest

from ats_screening import Condition, Rule, holds, plan, years_of_experience

TODAY = date(2026, 11, 22)


def condition(operator, value, key="x", id_=1):
    return Condition(id_, (key, None), operator, value)


@pytest.mark.parametrize(
    ("operator", "value", "fact", "expected"),
    [
        ("is", "no", "no", True),
        ("is", "no", "yes", False),
        ("any_of", frozenset({1, 2}), frozenset({2}), True),
        ("none_of", frozenset({1}), frozenset({1, 2}), False),
        ("none_of", frozenset({1}), frozenset(), None),
        ("all_of", frozenset({1, 2}), frozenset({1, 2, 3}), True),
        ("at_least", 3, 3, True),
        ("more_than", 3, 3, False),
        ("less_than", 3, 2.9, True),
        ("at_most", 0, 0, True),
        ("before", date(2027, 1, 1), date(2026, 12, 31), True),
        ("from", date(2027, 1, 1), date(2027, 1, 1), True),
        ("younger_than", 18, date(2008, 11, 23), True),
        ("younger_than", 18, date(2008, 11, 22), False),
        ("mentions", "forklift, crane", "I drove a CRANE", True),
        ("mentions_not", "forklift", "I drove a crane", True),
        ("mentions", " , ", "anything", False),
    ],
)
def test_operators(operator, value, fact, expected):
    assert holds(condition(operator, value), {("x", None): fact}, TODAY) is expected


@pytest.mark.parametrize("operator", ["is", "none_of", "less_than", "before", "younger_than", "mentions_not"])
def test_what_is_not_known_never_counts_against_anybody(operator):
    assert holds(condition(operator, frozenset({1})), {}, TODAY) is None
    assert plan([Rule(1, (condition(operator, frozenset({1})),))], {}, TODAY) == []


def test_a_rule_without_conditions_never_hits():
    assert plan([Rule(1), Rule(2, match="any")], {}, TODAY) == []


def test_what_acted_before_does_not_act_again():
    rules = [Rule(1, (condition("is", "no"),), ends=True), Rule(2, (condition("is", "no"),))]
    hits = plan(rules, {("x", None): "no"}, TODAY, already={1})
    assert [hit.rule for hit in hits] == [2]


def random_case(rng):
    facts = {(key, None): rng.choice(["yes", "no", None]) for key in "abcd"}
    rules = [
        Rule(
            number,
            tuple(
                Condition(10 * number + index, (rng.choice("abcd"), None), "is", rng.choice(["yes", "no"]))
                for index in range(rng.randrange(4))
            ),
            rng.choice(["all", "any"]),
            ends=rng.random() < 0.3,
            once=rng.choice([None, "move"]),
        )
        for number in range(rng.randrange(7))
    ]
    return rules, facts


def test_first_refusal_stops_on_random_rules():
    rng = random.Random(20261122)
    stopped = 0
    for _case in range(2000):
        rules, facts = random_case(rng)
        hits = plan(rules, facts, TODAY)
        by_id = {rule.id: rule for rule in rules}
        assert [hit.rule for hit in hits] == sorted(hit.rule for hit in hits), "in their order"
        assert not any(by_id[hit.rule].ends for hit in hits[:-1]), "nothing after the first refusal"
        assert sum(by_id[hit.rule].once == "move" for hit in hits) <= 1
        for hit in hits:
            values = [facts[c.key] == c.value for c in by_id[hit.rule].conditions if facts[c.key] is not None]
            needed = len(by_id[hit.rule].conditions)
            assert sum(values) == needed if by_id[hit.rule].match == "all" else any(values)
        stopped += bool(hits) and by_id[hits[-1].rule].ends
    assert stopped > 200


def test_overlapping_work_counts_once():
    periods = [
        (date(2016, 1, 1), date(2018, 1, 1)),
        (date(2017, 1, 1), date(2019, 1, 1)),
        (date(2025, 11, 22), None),
        (None, date(2010, 1, 1)),
        (date(2027, 1, 1), None),
    ]
    assert years_of_experience(periods, TODAY) == pytest.approx(4.0, abs=0.01)
    assert years_of_experience([], TODAY) == 0
