"""What happened to whom and when: the plan of the demo company's months. Pure Python."""

from dataclasses import dataclass, field
from datetime import timedelta

SLA = (3, 5, 8, 8, 6)  # calendar days that a stage usually takes, by depth
DEEPEST = 4

# Age of an application in days -> how it stands: chances of refused, withdrawn, archived, and
# the depths in the pipeline that the others have reached.
FATES = (
    (6, (0.03, 0.00, 0.00), (0, 0, 1, 1)),
    (14, (0.16, 0.04, 0.00), (0, 1, 1, 1, 2)),
    (28, (0.40, 0.06, 0.01), (1, 2, 2, 2, 3)),
    (50, (0.58, 0.08, 0.02), (2, 3, 3)),
    (400, (0.86, 0.10, 0.03), (2, 3)),
)
REFUSALS = (
    ("hr_recruitment.refuse_reason_1", 6),
    ("hr_recruitment.refuse_reason_5", 2),
    ("hr_recruitment.refuse_reason_8", 1),
    ("hr_recruitment.refuse_reason_2", 1),
)

# The first applications of each open job, age in days and depth: no column of a board is empty.
FIRST = ((0.1, 0), (2.4, 0), (6.5, 1), (15.5, 2), (24.5, 3))

# The offers, so that every state is there: (job, [(days ago, step), ...]).
OFFERS = (
    ("backend", [(1.1, "draft")]),
    ("fleet", [(3.2, "draft"), (2.2, "submit")]),
    ("mechanical", [(5.3, "draft"), (4.3, "submit"), (3.1, "approve")]),
    ("support", [(6.2, "draft"), (5.4, "submit"), (4.2, "approve"), (2.3, "send")]),
    ("teamlead", [(9.2, "draft"), (8.3, "submit"), (7.2, "approve"), (6.1, "send")]),
    ("people", [(12.2, "draft"), (10.3, "submit"), (9.2, "approve"), (8.1, "send"), (1.2, "accept")]),
    ("backend", [(72.2, "draft"), (71.2, "send"), (68.3, "again"), (67.2, "send"), (64.2, "accept"), (62.2, "hire")]),
    ("warehouse", [(121.2, "draft"), (120.2, "send"), (117.2, "accept"), (115.2, "hire")]),
    ("embedded", [(33.2, "draft"), (31.2, "send"), (27.3, "decline"), (26.2, "refuse")]),
    ("welder", [(29.2, "draft"), (28.2, "send"), (18.5, "expire")]),
    ("support", [(41.2, "draft"), (40.2, "send"), (37.2, "withdraw"), (36.2, "refuse")]),
)


@dataclass
class Application:
    """One application and its way."""

    job: dict
    person: object
    applied: object
    source: str
    moves: list = field(default_factory=list)  # (moment, depth)
    end: tuple | None = None  # (moment, "refused" | "withdrawn" | "archived", reason)
    offer: list = field(default_factory=list)  # (moment, step)
    rating: int = 0
    late: bool = False

    @property
    def is_open(self):
        return self.end is None and not any(step == "hire" for _moment, step in self.offer)


class Planner:
    """Throws the dice for all jobs."""

    def __init__(self, rng, now, registry, jobs, sources):
        self.rng, self.now = rng, now
        self.registry, self.jobs = registry, {job["key"]: job for job in jobs}
        self.sources = sources

    def applications(self):
        """Return the applications of all jobs, offers included."""
        planned = [self._with_offer(self.jobs[key], steps) for key, steps in OFFERS]
        for job in self.jobs.values():
            taken = sum(1 for key, _steps in OFFERS if key == job["key"])
            planned += [self._ordinary(job, number) for number in range(job["people"] - taken)]
        return planned

    def _application(self, job, age):
        names = list(self.sources)
        source = self.rng.choices(names, [weight for _door, weight in self.sources.values()])[0]
        person = self.registry.person(job["career"], near=job["workplace"] == "onsite")
        return Application(job, person, self._ago(age), source)

    def _ordinary(self, job, number):
        if number < len(FIRST) and not job.get("state"):
            age, depth = FIRST[number]
            age *= self.rng.uniform(0.8, 1.3)
            application = self._application(job, age)
            self._go_on(application, age, depth)
        else:
            application, depth = self._by_dice(job)
        application.rating = self.rng.choice((0, 0, 1, 1, 2) if depth < 2 else (1, 2, 2, 3))
        return application

    def _by_dice(self, job):
        rng = self.rng
        age = job["opened"] * rng.random() ** 1.25 + 0.1
        if job.get("state"):
            age = rng.uniform(job["opened"] * 0.35, job["opened"])
        application = self._application(job, age)
        refused, withdrawn, archived = self._chances(job, age)
        dice, depth = rng.random(), rng.choice(self._row(age)[2])
        if dice >= refused + withdrawn + archived:
            self._go_on(application, age, depth)
            return application, depth
        kind = "refused" if dice < refused else "withdrawn" if dice < refused + withdrawn else "archived"
        self._end(application, age, min(depth, rng.choice((0, 1, 1, 2, 3))), kind)
        return application, depth

    def _row(self, age):
        return next(row for row in FATES if age <= row[0])

    def _chances(self, job, age):
        if job.get("state") == "closed":
            return 0.9, 0.1, 0.0
        return self._row(age)[1]

    def _go_on(self, application, age, depth):
        """Spread the moves so that the stay in the last stage is usual, or late for one in five."""
        application.late = self.rng.random() < 0.2
        stay = SLA[depth] * (self.rng.uniform(1.9, 2.6) if application.late else self.rng.uniform(0.1, 0.9))
        stay = min(stay, age * 0.6) if depth else age
        self._spread(application, age, stay, depth)

    def _end(self, application, age, depth, kind):
        lasted = min(age * 0.9, self.rng.uniform(1.5, 9) * (depth + 1))
        ended = age - lasted
        self._spread(application, age, ended + lasted * 0.25, depth)
        names, weights = zip(*REFUSALS, strict=True)
        reason = self.rng.choices(names, weights)[0] if kind == "refused" else None
        application.end = (self._working_hour(ended), kind, reason)

    def _spread(self, application, age, last_entered, depth):
        """Place ``depth`` moves between applying and the entry of the last stage, days ago."""
        parts = [self.rng.uniform(0.6, 1.4) for _stage in range(depth)]
        days = age
        for position, part in enumerate(parts, start=1):
            days -= (age - last_entered) * part / sum(parts)
            application.moves.append((self._working_hour(days), position))

    def _with_offer(self, job, steps):
        first = steps[0][0]
        application = self._application(job, first + self.rng.uniform(19, 26))
        for depth, before in ((1, 16), (2, 11), (3, 6), (DEEPEST, 0.8)):
            application.moves.append((self._working_hour(first + before), depth))
        application.offer = [(self._working_hour(days), step) for days, step in steps]
        application.rating = 3
        if steps[-1][1] == "refuse":
            application.offer.pop()
            application.end = (self._working_hour(steps[-1][0]), "refused", "hr_recruitment.refuse_reason_8")
        return application

    def _ago(self, days):
        return self.now - timedelta(days=days)

    def _working_hour(self, days):
        """Return a moment that many days ago, on a working day between nine and five."""
        moment = self._ago(days)
        if days < 0.7:
            return moment
        moment -= timedelta(days=max(0, moment.weekday() - 4))
        return moment.replace(hour=self.rng.randrange(8, 16), minute=self.rng.randrange(60))


def in_order(application, now):
    """Return the steps of an application as ``(moment, step, argument)``, each after the one before."""
    steps = [(application.applied, "apply", None)]
    steps += [(moment, "move", depth) for moment, depth in application.moves]
    steps += [(moment, "offer", step) for moment, step in application.offer]
    if application.end:
        steps.append((application.end[0], application.end[1], application.end[2]))
    moments = []
    for moment, _step, _argument in steps:
        after = moments[-1] + timedelta(minutes=47) if moments else moment
        moments.append(max(moment, after))
    # What was pushed into the future comes back before it, still one after the other.
    latest = now - timedelta(minutes=9)
    for index in range(len(moments) - 1, -1, -1):
        moments[index] = min(moments[index], latest)
        latest = moments[index] - timedelta(minutes=6)
    return [(at, step, argument) for at, (_m, step, argument) in zip(moments, steps, strict=True)]
