"""Whole documents that many people have: of networks, authorities, LaTeX, pages to fill in, with promotions."""

from __future__ import annotations

from . import words
from .layouts import Layout
from .nodes import Columns, Doc, Table, para
from .nodes import Para as P
from .people import Job, Person

ICONS = {"mail": "\uf0e0", "phone": "\uf095", "home": "\uf015", "work": "\uf0b1", "dates": "\uf073"}


class Form(Layout):
    """A résumé in one of the known forms."""

    def __init__(self, person: Person, seed: int | str, form: str):
        super().__init__(person, f"{form} {seed}")
        self.form, self.arrangement, self.order = form, "single", ("work", "education")
        self.job = f"_job_{form}"
        self.write = getattr(self, f"_form_{form}")

    def document(self) -> Doc:
        """Return the laid out document."""
        doc = Doc()
        self.write(doc)
        return doc

    def _plain(self, doc: Doc, work: list, education: list | None = None) -> None:
        self.top = self.pick.choice(("centered", "labelled", "lines", "titled"))
        rest = self._skills() + self._languages() + self._certificates()
        doc.nodes = self._top(doc) + self._summary() + [self._heading("work"), *work]
        doc.nodes += (education or self._education()) + rest

    def _houses(self) -> list[list[Job]]:
        """Return the jobs in groups: those of one employer that follow each other."""
        houses: list[list[Job]] = []
        for job in self.person.jobs:
            if houses and houses[-1][-1].company == job.company:
                houses[-1].append(job)
            else:
                houses.append([job])
        return houses

    def _lasted(self, job: Job) -> str:
        year, month = words.LASTED[self.person.language]
        return f"{2 + len(job.title) % 5} {year} {1 + len(job.company) % 11} {month}"

    def _where(self, job: Job) -> str:
        return f"{job.town}, {words.COUNTRIES[self.person.language]}" if len(job.title) % 2 else job.town

    # a network's own file: contact, skills and languages left, employers before titles, how long it lasted
    def _form_network(self, doc: Doc) -> None:
        person = self.person
        work: list = [para(person.headings["work"], "b", kind="head", gap=True)]
        for house in self._houses():
            work.append(para(house[0].company, "b", gap=True))
            if len(house) > 1:
                work.append(para(self._lasted(house[0])))
            for job in house:
                work += [para(job.title), para(f"{job.when} ({self._lasted(job)})", "s"), para(self._where(job), "s")]
                work += [para(" ".join(job.duties))] if self.body != "none" else []
        study: list = [para(person.headings["education"], "b", kind="head", gap=True)]
        for course in person.courses:
            study += [para(course.school, "b", gap=True), para(f"{self._study(course)} · ({course.when})", "s")]
        spoken = [para(f"{name} ({level})") for name, level in person.languages]
        side = [para(words.CONTACT[person.language], "b", kind="head"), para(person.phone), para(person.email)]
        side += [para(f"www.linkedin.com/in/{person.email.split('@')[0]} (LinkedIn)")]
        side += [para(person.headings["skills"], "b", kind="head", gap=True), *map(para, person.skills)]
        side += [para(person.headings["languages"], "b", kind="head", gap=True), *spoken]
        if person.certificates:
            side += [para(person.headings["certificates"], "b", kind="head"), *map(para, person.certificates)]
        where = f"{person.town}, {words.COUNTRIES[person.language]}"
        main = [para(person.name, "b", kind="name"), para(person.headline, kind="sub"), para(where), *work, *study]
        doc.nodes = [Columns(side, main, 0.32, dark=True)]

    # labels beside or before values, as forms of authorities and agencies have them
    def _labelled(self, pairs: list[tuple[str, str]]) -> list:
        if self.pick.random() < 0.5:
            return [para(f"{label}: {value}") for label, value in pairs]
        return [P([(f"{label}: ", "b"), (value, "")]) for label, value in pairs]

    def _job_pairs(self, job: Job) -> list[tuple[str, str]]:
        period, position, employer, duties = words.JOB_LABELS[self.person.language].split(";")
        pairs = [(position, job.title), (employer, job.company + self._place(job))]
        if self.pick.random() < 0.4:
            pairs.reverse()
        said = [(duties, " ".join(job.duties))] if self.body != "none" else []
        return [(period, job.when), *pairs, *said]

    def _form_labels(self, doc: Doc) -> None:
        work: list = []
        for job in self.person.jobs:
            made = self._labelled(self._job_pairs(job))
            made[0].gap = True
            work += made
        self._plain(doc, work)

    def _form_authority(self, doc: Doc) -> None:
        work: list = []
        for job in self.person.jobs:
            rows = [[[para(label)], [para(value)]] for label, value in self._job_pairs(job)]
            work += [Table(rows, (0.34, 0.66))]
        self._plain(doc, work)

    # the newer form of the European Union
    def _form_union(self, doc: Doc) -> None:
        work: list = []
        for job in self.person.jobs:
            work += [
                para(f"{job.when}  {self._where(job)}", "s", gap=True),
                P([(job.title.upper(), "b"), (f" – {job.company.upper()}", "")]),
                *self._duties(job),
            ]
        study: list = [self._heading("education")]
        for course in self.person.courses:
            study += [
                para(course.when, "s", gap=True),
                P([(self._study(course).upper(), "b"), (f" – {course.school}", "")]),
            ]
        self._plain(doc, work, study)

    # LaTeX: dates in the margin, title bold, employer and town behind it in one sentence
    def _form_margin(self, doc: Doc) -> None:
        rows = [
            [
                [para(job.when)],
                [P([(job.title, "b"), (f", {job.company}", "i"), (f", {job.town}.", "")]), *self._duties(job)],
            ]
            for job in self.person.jobs
        ]
        study = [
            [[para(course.when)], [P([(self._study(course), "b"), (f", {course.school}", "i"), (".", "")])]]
            for course in self.person.courses
        ]
        self._plain(doc, [Table(rows, (0.22, 0.78))], [self._heading("education"), Table(study, (0.22, 0.78))])

    # one line for each job
    def _form_line(self, doc: Doc) -> None:
        long, short = self.pick.choice(((" — ", ", "), (" – ", " "), (" | ", ", ")))
        work = [
            para(f"{job.title}{long}{job.company} ({job.town}){long}{job.when}" if self.towns
                 else f"{job.title}{long}{job.company}{long}{job.when}")
            for job in self.person.jobs
        ]  # fmt: skip
        self._plain(doc, work)

    def _form_dates_and_line(self, doc: Doc) -> None:
        glue = self.pick.choice((": ", " – ", "   "))
        work = [para(f"{job.when}{glue}{job.title}, {job.company}{self._place(job)}") for job in self.person.jobs]
        self._plain(doc, work)

    # several titles under one employer
    def _form_promoted(self, doc: Doc) -> None:
        work: list = []
        for house in self._houses():
            work.append(para(house[0].company + self._place(house[0]), "b", gap=True))
            for job in house:
                work += [para(job.title, "i", right=job.when), *self._duties(job)]
        self._plain(doc, work)

    def _form_promoted_brackets(self, doc: Doc) -> None:
        work: list = []
        for house in self._houses():
            work.append(para(house[0].company, "b", gap=True, right=house[0].town if self.towns else ""))
            for job in house:
                work += [para(f"{job.title} ({job.when})"), *self._duties(job)]
        self._plain(doc, work)

    # a page of a design service: icons, a side bar at the right, dates below each other
    def _form_design(self, doc: Doc) -> None:
        person = self.person
        work: list = [self._heading("work")]
        for job in person.jobs:
            work += [para(job.title, "b", gap=True), para(f"{job.company} | {job.when}", "s"), *self._duties(job)]
        where = ", ".join(part for part in (person.street, person.town_line) if part)
        side = [
            para(f"{ICONS['phone']} {person.phone}"),
            para(f"{ICONS['mail']} {person.email}"),
            para(f"{ICONS['home']} {where}"),
        ]
        side += self._skills() + self._languages() + self._certificates()
        main = self._summary() + work + self._education()
        head = [para(person.name.upper(), "b", kind="name"), para(person.headline.upper(), kind="sub")]
        doc.nodes = [*head, Columns(main, side, 0.64, self.pick.random() < 0.5)]

    # start above end in the margin
    def _form_stacked(self, doc: Doc) -> None:
        rows = []
        for job in self.person.jobs:
            parts = _divided(job.when)
            dates = [para(f"{parts[0]} –"), para(parts[1])] if parts else [para(job.when)]
            rows.append([dates, [para(job.title, "b"), para(job.company + self._place(job)), *self._duties(job)]])
        self._plain(doc, [Table(rows, (0.2, 0.8))])


def _divided(when: str) -> tuple[str, str] | None:
    for dash in (" – ", " - ", " — "):
        start, found, end = when.partition(dash)
        if found:
            return start, end
    return None


FORMS = tuple(sorted(name.removeprefix("_form_") for name in dir(Form) if name.startswith("_form_")))
__all__ = ["FORMS", "Form"]
