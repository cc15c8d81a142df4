"""One job against very many people, in the index that the addon keeps: how long building, opening and ranking take.

    ./dev bench match_scale            100 000 and 1 000 000 people
    ATS_BENCH_PEOPLE=100000            other sizes, separated by commas

No database: the arrays are those that `ats.match.profile` writes to the filestore. People are packed from 4 000
different ones (twelve skills, sixty words each), repeated with other ids.
"""

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from devtools import evidence, settings
from devtools.console import say

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "addons" / "ats_ai" / "lib"))

from ats_match import Held, Index, Job, Person, Want, pack, rank, vector  # noqa: E402
from ats_skills import Relations, catalogue  # noqa: E402

SEED, DIFFERENT, YEAR, TURNS = 19, 4000, 2026, 5
SKILLS = catalogue()
WORDS = [word for skill in SKILLS for _lang, alias in skill.aliases for word in alias.split()] + [
    f"word{number}" for number in range(6000)
]


def people():
    """Return the packed different people."""
    pick = random.Random(SEED)
    weights = [1 / (place + 5) for place in range(len(WORDS))]
    return [
        pack(
            Person(
                skills={
                    skill.name.lower(): Held(pick.choice((25, 60, 100)), pick.uniform(0, 9), pick.randint(2012, 2026))
                    for skill in pick.sample(SKILLS, 12)
                },
                titles={word: Held() for word in pick.sample(WORDS, 3)},
                terms=vector(" ".join(pick.choices(WORDS, weights, k=120))),
                years=pick.uniform(0, 30),
                degree=pick.choice((50.0, 70.0, 90.0)),
                known=frozenset({"skills"}),
            )
        )
        for _number in range(DIFFERENT)
    ]


def a_job():
    """Return a job that asks for eight skills, with their relations, and a text of 150 words."""
    pick = random.Random(SEED + 1)
    related = Relations({skill.name.lower(): [name.lower() for name in skill.parents] for skill in SKILLS})
    asked = [skill.name.lower() for skill in pick.sample(SKILLS, 8)]
    return Job(
        skills=tuple(
            Want(key, key, 60.0, 2.0, place < 5, 1.0, related.towards(key)) for place, key in enumerate(asked)
        ),
        years=4.0,
        titles=tuple(pick.sample(WORDS, 2)),
        degree=Want("degree", "Master", 90.0),
        terms=vector(" ".join(pick.choices(WORDS, [1 / (place + 5) for place in range(len(WORDS))], k=150))),
    )


def measure(records, job, count):
    """Return the figures of one size, in seconds and megabytes."""
    with tempfile.TemporaryDirectory() as name:
        started = time.perf_counter()
        index = Index.build((number, records[number % DIFFERENT]) for number in range(count))
        built = time.perf_counter()
        index.save(Path(name))
        del index
        size = sum(path.stat().st_size for path in Path(name).iterdir())
        opened = time.perf_counter()
        index = Index.load(Path(name))
        first = rank(index, job, year=YEAR, most=200)
        cold = time.perf_counter() - opened
        times = []
        for _turn in range(TURNS):
            turn = time.perf_counter()
            again = rank(index, job, year=YEAR, most=200)
            times.append(time.perf_counter() - turn)
        if again != first:
            raise SystemExit("the same question had two answers")
    return {
        "people": count,
        "build": round(built - started, 2),
        "opened and ranked": round(cold, 3),
        "ranked, median": round(sorted(times)[TURNS // 2], 3),
        "ranked, slowest": round(max(times), 3),
        "index MB": round(size / 1e6),
        "peak MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000),
    }


def main():
    sizes = [int(size) for size in (settings.knob("ATS_BENCH_PEOPLE") or "100000,1000000").split(",")]
    records, job = people(), a_job()
    rows = []
    for size in sizes:
        rows.append(measure(records, job, size))
        say(str(rows[-1]))
    evidence.write("bench_match_scale", {"seed": SEED, "rows": rows})


if __name__ == "__main__":
    main()
