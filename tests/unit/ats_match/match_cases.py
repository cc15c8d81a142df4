"""Random persons and jobs for the tests of matching."""

from ats_match import DEFAULT_WEIGHTS, WORKPLACES, Held, Job, Person, Want, phrase_key, vector

YEAR = 2026
SKILLS = [f"skill {number}" for number in range(12)]
TONGUES = ["english", "french", "german"]
TITLES = ["backend", "developer", "nurse", "accountant", "driver"]
PHRASES = ["infirmière", "krankenpfleger", "comptable", "fahrer"]
WORDS = "python nurse ward ledger invoices trucks night shifts kubernetes patients balance tax react teams".split()


def held(pick, **values):
    level = pick.choice((0, 25, 60, 85, 100))
    return Held(level, pick.choice((0, 0.5, 3, 12)), pick.choice((0, 2012, 2020, 2026)), **values)


def any_of(pick, values, most):
    return pick.sample(values, pick.randint(0, min(most, len(values))))


def any_kin(pick):
    return {phrase_key(phrase): pick.choice((0.5, 0.8)) for phrase in any_of(pick, PHRASES, 1)}


def random_person(pick, *, skills=None):
    known = {name for name in ("skills", "languages") if pick.random() < 0.8}
    found = {key: held(pick, quote=f"about {key}") for key in any_of(pick, SKILLS, 8)} if skills is None else skills
    return Person(
        skills=found,
        languages={key: held(pick) for key in any_of(pick, TONGUES, 3)},
        titles={word: Held(pick.choice((60, 100))) for word in any_of(pick, TITLES, 3)},
        terms=vector(" ".join(any_of(pick, WORDS, 10))),
        years=pick.choice((None, 0.0, 2.5, 20.0)),
        seniority=pick.choice((None, 0, 2, 4)),
        degree=pick.choice((None, 0.0, 70.0, 100.0)),
        workplaces=tuple(any_of(pick, list(WORKPLACES), 3)),
        places={key: Held() for key in any_of(pick, ["lyon", "berlin"], 2)},
        phrases={phrase: Held(pick.choice((60, 100))) for phrase in any_of(pick, PHRASES, 2)},
        permit=pick.choice((None, True, False)),
        pay=pick.choice((None, 30000.0, 60000.0)),
        answers={key: held(pick) for key in any_of(pick, ["q1", "q2"], 2)},
        known=frozenset(known),
    )


def random_job(pick):
    weights = dict(DEFAULT_WEIGHTS) if pick.random() < 0.7 else {name: pick.uniform(0, 50) for name in DEFAULT_WEIGHTS}
    return Job(
        skills=tuple(
            Want(
                key,
                key.title(),
                pick.choice((0, 60, 100)),
                pick.choice((0, 2, 5)),
                pick.random() < 0.7,
                pick.choice((0.5, 1, 2)),
                {key: 1.0, pick.choice(SKILLS): 0.4} if pick.random() < 0.5 else {key: 1.0},
                any_kin(pick),
            )
            for key in any_of(pick, SKILLS, 6)
        ),
        years=pick.choice((0, 3, 8)),
        seniority=pick.choice((None, 1, 3)),
        titles=tuple(any_of(pick, TITLES, 2)),
        title_kin=any_kin(pick),
        degree=pick.choice((None, Want("degree", "Master", 90.0))),
        languages=tuple(Want(key, key.title(), 60.0) for key in any_of(pick, TONGUES, 2)),
        workplace=pick.choice(("", "onsite", "remote")),
        places=tuple(any_of(pick, ["lyon", "berlin"], 1)),
        permit=pick.random() < 0.3,
        pay_max=pick.choice((None, 45000.0)),
        questions=tuple(Want(key, key) for key in any_of(pick, ["q1", "q2"], 2)),
        terms=vector(" ".join(any_of(pick, WORDS, 6))),
        weights=weights,
    )
