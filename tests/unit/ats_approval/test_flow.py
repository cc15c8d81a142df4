from ats_approval import Step, Vote, acting_for, counted, shortages, stand_ins, standing

LINE = Step("line", 1, ("mia",))
MONEY = Step("money", 2, ("ben", "eva", "kai"))


def said(step, *people, approved=True):
    return [Vote(step.key, person, approved) for person in people]


def test_groups_are_asked_one_after_the_other():
    before = standing([LINE, MONEY], [], sequential=True)
    assert (before.outcome, before.open) == ("running", {"line": {"mia"}})
    after = standing([LINE, MONEY], said(LINE, "mia"), sequential=True)
    assert (after.open, after.satisfied) == ({"money": {"ben", "eva", "kai"}}, {"line"})


def test_groups_are_asked_all_at_once():
    assert set(standing([LINE, MONEY], [], sequential=False).open) == {"line", "money"}


def test_enough_is_enough():
    votes = [*said(LINE, "mia"), *said(MONEY, "ben")]
    assert standing([LINE, MONEY], votes, sequential=True).open == {"money": {"eva", "kai"}}
    assert standing([LINE, MONEY], votes + said(MONEY, "kai"), sequential=True).outcome == "approved"


def test_one_rejection_ends_it():
    end = standing([LINE, MONEY], said(MONEY, "eva", approved=False), sequential=False)
    assert (end.outcome, end.open) == ("rejected", {})


def test_who_is_in_several_groups_counts_in_the_first():
    again = Step("again", 1, ("mia", "zoe"))
    assert counted([LINE, again]) == {"line": ("mia",), "again": ("zoe",)}
    assert standing([LINE, again], said(again, "mia"), sequential=False).satisfied == frozenset()


def test_too_few_approvers():
    assert shortages([LINE, Step("money", 2, ("mia", "ben"))]) == [(Step("money", 2, ("mia", "ben")), 1)]
    assert shortages([Step("line", 0, ("mia",))])
    assert not shortages([LINE, MONEY])


def test_nobody_approves_the_own_request():
    assert shortages([LINE], barred=("mia",)) == [(LINE, 0)]
    assert standing([LINE], said(LINE, "mia"), sequential=True, barred=("mia",)).outcome == "running"


def test_stand_ins_of_stand_ins():
    away = {"mia": ["ben"], "ben": ["eva"], "eva": ["mia"]}
    assert stand_ins("mia", away) == {"ben", "eva"}
    assert acting_for("eva", away) == {"eva", "mia", "ben"}
    assert acting_for("kai", away) == {"kai"}
