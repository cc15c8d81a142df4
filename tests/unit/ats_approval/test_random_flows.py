"""The rules against a clerk with paper, on flows by dice. Independent: the clerk shares no code with the rules."""

import importlib.util
import random
from pathlib import Path

from ats_approval import Step, Vote, acting_for, shortages, standing

PATH = Path(__file__).resolve().parents[3] / "addons" / "ats_core" / "tests" / "approval_oracle.py"
SPEC = importlib.util.spec_from_file_location("approval_oracle", PATH)
ORACLE = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(ORACLE)

PEOPLE = list("abcdef")
FLOWS = 3000


def test_random_flows():
    ends = set()
    for seed in range(FLOWS):
        dice = random.Random(seed)
        groups, sequential, away = ORACLE.random_flow(dice, PEOPLE, "asker")
        paper = ORACLE.PaperFlow(groups, sequential, "asker", away)
        steps = [Step(number, needed, tuple(people)) for number, (needed, people) in enumerate(groups)]
        assert (not shortages(steps, {"asker"})) == paper.possible(), seed
        votes = []
        for _move in range(12 if paper.possible() else 0):
            name, yes = dice.choice(PEOPLE), dice.random() < 0.9
            places = [number for number, asked in paper.asked() if asked == name]
            if paper.say(name, name, yes):
                votes.append(Vote(places[0], name, yes))
            now = standing(steps, votes, sequential=sequential, barred={"asker"})
            assert now.outcome == paper.outcome(), seed
            asked = {(number, who) for number, people in now.open.items() for who in people}
            assert asked == paper.asked(), seed
        ends.add(paper.outcome() if paper.possible() else "impossible")
    assert ends == {"approved", "rejected", "running", "impossible"}


def test_random_absences():
    for seed in range(FLOWS):
        _groups, _sequential, away = ORACLE.random_flow(random.Random(seed), PEOPLE, "asker")
        paper = ORACLE.PaperFlow([], True, "asker", away)
        absences = {}
        for absent, delegate in away:
            absences.setdefault(absent, []).append(delegate)
        for person in PEOPLE:
            expected = {name for name in PEOPLE if person in paper.may_speak_for(name)}
            assert acting_for(person, absences) == expected, seed
