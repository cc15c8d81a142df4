"""How approvals are meant to go, written down a second time and differently: slowly, on paper, from the rules alone.

It shares no code with the engine. Property tests play the same moves on both and compare.
"""

import random


class PaperFlow:
    """A clerk with a sheet of paper: groups as lists of names, ticks and crosses."""

    def __init__(self, groups, sequential, asker, away):
        self.groups = [[needed, list(people)] for needed, people in groups]
        self.sequential, self.away = sequential, away
        self.first_asker, self.askers = asker, {asker}
        self.said = {}  # (group number, name) -> (who said it, yes or no)

    def members(self, number):
        """Names of a group that were in no group before and did not ask."""
        before = [name for _needed, people in self.groups[:number] for name in people]
        return [name for name in self.groups[number][1] if name not in before and name not in self.askers]

    def possible(self):
        return bool(self.groups) and all(
            len(self.members(number)) >= needed for number, (needed, _people) in enumerate(self.groups)
        )

    def enough(self, number):
        ticks = [name for (group, name), (_by, yes) in self.said.items() if group == number and yes]
        return len(ticks) >= self.groups[number][0]

    def outcome(self):
        if any(not yes for _by, yes in self.said.values()):
            return "rejected"
        return "approved" if all(self.enough(number) for number in range(len(self.groups))) else "running"

    def asked(self):
        """``{(group number, name)}`` that may be decided for now."""
        if self.outcome() != "running":
            return set()
        result = set()
        for number in range(len(self.groups)):
            if not self.enough(number):
                result |= {(number, name) for name in self.members(number) if (number, name) not in self.said}
                if self.sequential:
                    break
        return result

    def may_speak_for(self, name):
        """The person, and everybody reached by going from an absent one to the stand-ins."""
        reached, before = {name}, set()
        while reached != before:
            before = set(reached)
            reached |= {other for absent, other in self.away if absent in before}
        return reached

    def say(self, by, name, yes):
        """Write down a decision; tell whether the clerk accepts it."""
        places = [number for number, asked in self.asked() if asked == name]
        if not places or by in self.askers or by not in self.may_speak_for(name):
            return False
        [number] = places
        if any(group == number and who == by for (group, _name), (who, _yes) in self.said.items()):
            return False
        self.said[number, name] = (by, yes)
        return True

    def change(self, editor, *, groups=None, sequential=None):
        """A new sheet: what was said is crossed out, and whoever changed it is the one who asks."""
        if groups is not None:
            self.groups = [[needed, list(people)] for needed, people in groups]
        if sequential is not None:
            self.sequential = sequential
        self.askers = {self.first_asker, editor}
        self.said = {}


def random_flow(dice: random.Random, people, asker):
    """Return groups, order and absences by dice; most can be approved, some cannot."""
    whatever = dice.random() < 0.15
    while True:
        groups, sequential, away = _draw(dice, people, asker)
        if whatever or PaperFlow(groups, sequential, asker, away).possible():
            return groups, sequential, away


def _draw(dice, people, asker):
    groups = []
    for _number in range(dice.randint(1, 4)):
        members = dice.sample(people, dice.randint(1, min(4, len(people))))
        groups.append((dice.choice((1, 1, 1, 2, 2, 3)) if len(members) > 1 else 1, members))
    away = [tuple(dice.sample(people, 2)) for _number in range(dice.randint(0, 3))]
    if dice.random() < 0.2:
        away.append((dice.choice(people), asker))
    return groups, dice.random() < 0.5, away
