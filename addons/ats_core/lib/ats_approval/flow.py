"""The rules of a flow: ordered groups, each k of n, one after the other or all at once."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One group of approvers.

    :param key: what the caller calls it
    :param int required: how many of them have to approve
    :param tuple approvers: who is in it; several groups may name the same person
    """

    key: object
    required: int
    approvers: tuple


@dataclass(frozen=True)
class Vote:
    """What one approver of a group said."""

    step: object
    approver: object
    approved: bool


@dataclass(frozen=True)
class Standing:
    """Where a flow stands.

    :param str outcome: ``running``, ``approved`` or ``rejected``
    :param dict open: step key -> frozenset of approvers who may decide now
    :param frozenset satisfied: keys of the steps that have enough approvals
    """

    outcome: str
    open: dict
    satisfied: frozenset


def counted(steps, barred=()):
    """Return ``{step key: approvers who count there}``.

    An approver of several groups counts in the first one; whoever asked (``barred``) in none.
    """
    seen = set(barred)
    result = {}
    for step in steps:
        result[step.key] = tuple(dict.fromkeys(person for person in step.approvers if person not in seen))
        seen.update(step.approvers)
    return result


def shortages(steps, barred=()):
    """Return the steps that can never be satisfied as ``[(step, approvers who count), ...]``."""
    people = counted(steps, barred)
    return [(step, len(people[step.key])) for step in steps if not 0 < step.required <= len(people[step.key])]


def standing(steps, votes, *, sequential, barred=()):
    """Tell where a flow stands after these votes.

    One rejection ends it. A group with enough approvals asks nobody else. One after the other, a
    group is asked when those before it are satisfied.

    :param votes: iterable of :class:`Vote`; those of people who do not count are ignored
    :rtype: Standing
    """
    people = counted(steps, barred)
    said = {(vote.step, vote.approver): vote.approved for vote in votes if vote.approver in people.get(vote.step, ())}
    satisfied = frozenset(
        step.key for step in steps if sum(said.get((step.key, who), False) for who in people[step.key]) >= step.required
    )
    if not all(said.values()):
        return Standing("rejected", {}, satisfied)
    unsatisfied = [step for step in steps if step.key not in satisfied]
    if not unsatisfied:
        return Standing("approved", {}, satisfied)
    asked = unsatisfied[:1] if sequential else unsatisfied
    waiting = {step.key: frozenset(who for who in people[step.key] if (step.key, who) not in said) for step in asked}
    return Standing("running", waiting, satisfied)
