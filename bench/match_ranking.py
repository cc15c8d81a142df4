"""The order of people for a job: plain TF-IDF beside the match, on the same invented texts.

    ./dev bench match_ranking

There is no openly licensed set of jobs and résumés with judgements in reach, so the set is generated (fixed seed):
people of sixteen trades whose texts name skills by any of their names in four languages, with years; jobs ask for five
skills of one trade in one language. How relevant somebody is follows from what the generator gave them, not from
words. It shows that the match does not fall below TF-IDF and what names in other languages bring; it is no evidence
about real résumés.
"""

import math
import random
import sys
from datetime import date
from pathlib import Path

from devtools import evidence

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "addons" / "ats_ai" / "lib"))

from ats_match import Held, Index, Job, Person, Want, asked_words, rank, rarity, term, vector, words  # noqa: E402
from ats_resume import Catalogue, parse  # noqa: E402
from ats_skills import Relations, catalogue  # noqa: E402

SEED, PEOPLE, JOBS, TODAY = 23, 1200, 45, date(2026, 11, 22)
LANGUAGES = ("", "fr", "de", "es")
SKILLS = catalogue()
TRADES = [kind for kind in dict.fromkeys(skill.kind for skill in SKILLS) if kind != "Ways of Working"]
KNOWN = Catalogue((skill.name, skill.name, [name for _lang, name in skill.aliases]) for skill in SKILLS)
RELATED = Relations({skill.name: skill.parents for skill in SKILLS})
FILLER = "reliable organised friendly customers reports meetings planning suppliers daily weekly office team".split()


def named(skill, language, pick):
    """Return a name of the skill in a language, where it has one."""
    names = [name for lang, name in skill.aliases if lang in ("", language)] if language else []
    return pick.choice([skill.name, *names])


def people(pick):
    """Return ``(trade, {skill: years}, text)`` of each person."""
    found = []
    for _number in range(PEOPLE):
        trade, language = pick.choice(TRADES), pick.choice(LANGUAGES)
        own = [skill for skill in SKILLS if skill.kind == trade]
        held = {skill.name: pick.choice((1, 3, 8)) for skill in pick.sample(own, min(len(own), pick.randint(2, 7)))}
        held |= {skill.name: 1 for skill in pick.sample(SKILLS, 2)}
        by_name = {skill.name: skill for skill in SKILLS}
        listed = ", ".join(named(by_name[name], language, pick) for name in held)
        text = f"EXPERIENCE\n{' '.join(pick.choices(FILLER, k=40))}\nSKILLS\n{listed}\n"
        found.append((trade, held, text))
    return found


def jobs(pick):
    """Return ``(asked skills, text)`` of each job."""
    found = []
    for number in range(JOBS):
        own = [skill for skill in SKILLS if skill.kind == TRADES[number % len(TRADES)]]
        language = LANGUAGES[number % len(LANGUAGES)]
        asked = pick.sample(own, 5)
        text = " ".join([*(named(skill, language, pick) for skill in asked), *pick.choices(FILLER, k=25)])
        found.append((asked, text))
    return found


def relevance(asked, held):
    return sum(skill.name in held for skill in asked)


def gain(order, relevances, depth):
    """Return nDCG at a depth."""
    got = sum((2 ** relevances[one] - 1) / math.log2(place + 2) for place, one in enumerate(order[:depth]))
    ideal = sorted(relevances, reverse=True)[:depth]
    best = sum((2**value - 1) / math.log2(place + 2) for place, value in enumerate(ideal))
    return got / best if best else 0.0


def precision(order, relevances, least=2):
    """Return the average precision; relevant is who has two of the asked skills."""
    hits, total = 0, 0.0
    for place, one in enumerate(order, start=1):
        if relevances[one] >= least:
            hits += 1
            total += hits / place
    return total / hits if hits else 0.0


def read(text):
    """Return the person as the addon reads it from the text."""
    facts = parse(text, catalogue=KNOWN)
    skills = {fact.key: Held(60.0, quote=fact.span.quote) for fact in facts.skills}
    return Person(skills=skills, terms=vector(text), known=frozenset({"skills"} if skills else ()))


def whole_tfidf(texts):
    """Return a ranking by plain TF-IDF cosine over all words, sublinear, as the usual libraries do."""
    counts = [dict.fromkeys(words(text), 0) for text in texts]
    having = {}
    for row in counts:
        for word in row:
            having[word] = having.get(word, 0) + 1
    rare = {term(word): rarity(len(texts), count) for word, count in having.items()}
    vectors = [vector(text, rare=lambda word: rare.get(word, 1.0), most=10**6) for text in texts]

    def order(query):
        asked = vector(query, rare=lambda word: rare.get(word, rarity(len(texts), 0)), most=10**6)
        scores = [sum(weight * row.get(word, 0.0) for word, weight in asked.items()) for row in vectors]
        return sorted(range(len(texts)), key=lambda one: (-scores[one], one))

    return order


def measured(pick):
    """Return one row of figures for each ranker."""
    persons, asked_jobs = people(pick), jobs(pick)
    texts = [text for _trade, _held, text in persons]
    index = Index.of(read(text) for text in texts)
    tfidf = whole_tfidf(texts)
    rankers = {"TF-IDF": lambda asked, text: tfidf(text), "match, wording only": _words(index), "match": _match(index)}
    figures = {name: {"MAP": [], "nDCG@10": [], "nDCG@100": []} for name in rankers}
    for asked, text in asked_jobs:
        relevances = [relevance(asked, held) for _trade, held, _text in persons]
        for name, ranker in rankers.items():
            order = ranker(asked, text)
            figures[name]["MAP"].append(precision(order, relevances))
            figures[name]["nDCG@10"].append(gain(order, relevances, 10))
            figures[name]["nDCG@100"].append(gain(order, relevances, 100))
    return [
        {"ranker": name, **{measure: round(sum(values) / len(values), 3) for measure, values in measures.items()}}
        for name, measures in figures.items()
    ]


def main():
    rows = measured(random.Random(SEED))
    print("| ranker | MAP | nDCG@10 | nDCG@100 |\n|---|---|---|---|")
    for row in rows:
        print(f"| {' | '.join(map(str, row.values()))} |")
    floor, ours = rows[0], rows[1:]
    held = all(row[name] >= floor[name] for row in ours for name in floor if name != "ranker")
    print(f"never below TF-IDF: {'yes' if held else 'NO'}")
    figures = {"seed": SEED, "people": PEOPLE, "jobs": JOBS, "never below TF-IDF": held, "rows": rows}
    evidence.write("bench_match_ranking", figures)


def _terms(index, text):
    return asked_words(text, rare=lambda word: rarity(len(index), index.having(word)))


def _rest(index, found):
    """Return the rows in order; those without a number come last."""
    there = [one for one, _exact in found]
    return there + sorted(set(range(len(index))) - set(there))


def _match(index):
    """The skills that the recruiter lists for the job, and its text."""

    def order(asked, text):
        wanted = tuple(Want(skill.name, skill.name, 60.0, related=RELATED.towards(skill.name)) for skill in asked)
        return _rest(index, rank(index, Job(skills=wanted, terms=_terms(index, text)), year=TODAY.year))

    return order


def _words(index):
    def order(_asked, text):
        job = Job(questions=(Want("none", ""),), terms=_terms(index, text), weights={"text": 1.0})
        return _rest(index, rank(index, job, year=TODAY.year))

    return order


if __name__ == "__main__":
    main()
