"""How often a skill's name in another language finds the skill, and how often a strange one, by likeness.

    ./dev bench phrases

The names are those of our own catalogue in French, German and Spanish against the English ones; related skills are not
strange. Without the optional model (requirements-optional.txt) there is nothing to measure.
"""

import sys
import time
from pathlib import Path

import numpy

from devtools import evidence

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "addons" / "ats_ai" / "lib"))

from ats_phrases import engine, tidy  # noqa: E402
from ats_skills import Relations, catalogue  # noqa: E402

LANGUAGES = ("fr", "de", "es")
LIKENESS = (0.6, 0.65, 0.7, 0.72, 0.75, 0.8)


def main():
    model = engine()
    if model is None:
        print("the optional model is not installed: nothing is alike, nothing to measure")
        return
    skills = catalogue()
    relations = Relations({skill.name: skill.parents for skill in skills})
    names = [skill.name for skill in skills]
    asked = [(row, name) for row, skill in enumerate(skills) for lang, name in skill.aliases if lang in LANGUAGES]
    begun = time.perf_counter()
    known = model.vectors([tidy(name) for name in names])
    found = model.vectors([tidy(name) for _row, name in asked]) @ known.T
    seconds = time.perf_counter() - begun
    right = numpy.array([found[number, row] for number, (row, _name) in enumerate(asked)])
    near = [
        {place for place, name in enumerate(names) if name in relations.towards(names[row]) or place == row}
        | {place for place, name in enumerate(names) if names[row] in relations.towards(name)}
        for row in range(len(names))
    ]
    for number, (row, _name) in enumerate(asked):
        found[number, list(near[row])] = -1
    strange = found.max(axis=1)
    rows = [
        {
            "likeness": least,
            "finds its skill": round(float((right >= least).mean()), 3),
            "finds a strange one": round(float((strange >= least).mean()), 3),
        }
        for least in LIKENESS
    ]
    print("| likeness from | finds its skill | finds a strange one |\n|---|---|---|")
    for row in rows:
        print(f"| {' | '.join(map(str, row.values()))} |")
    speed = round((len(names) + len(asked)) / seconds)
    print(f"{len(asked)} names, {model.version}, {speed} phrases a second")
    evidence.write("bench_phrases", {"model": model.version, "names": len(asked), "a second": speed, "rows": rows})


if __name__ == "__main__":
    main()
