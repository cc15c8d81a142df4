"""Puts a person on paper: every part is drawn from several habits, so that layouts hardly repeat."""

from __future__ import annotations

import random

from . import words
from .nodes import Columns, Doc, Para, Table, para
from .people import Course, Job, Person

SEPARATORS = (" | ", " · ", " • ", ", ")


class Layout:
    """One way to lay out a résumé: the seed decides on every habit."""

    def __init__(self, person: Person, seed: int | str):
        self.person = person
        self.pick = pick = random.Random(f"layout {person.language} {seed}")
        self.arrangement = pick.choice(("single", "single", "single", "left", "right", "grid"))
        self.top = pick.choice(("centered", "labelled", "header", "titled", "table", "lines", "icons"))
        self.job = pick.choice(sorted(name for name in dir(self) if name.startswith("_job_")))
        self.course = pick.choice(sorted(name for name in dir(self) if name.startswith("_course_")))
        self.body = pick.choice(("items", "items", "paragraph", "none"))
        self.skill = pick.choice(("comma", "items", "lines", "levels", "table", "pills"))
        self.language = pick.choice(("brackets", "lines", "table", "plain", "colon"))
        self.heads = pick.choice(("plain", "upper", "upper", "spaced", "colon", "icon"))
        self.separator = pick.choice(SEPARATORS)
        self.towns = pick.random() < 0.5
        self.summary = pick.random() < 0.6
        self.order = pick.choice((("work", "education"), ("work", "education"), ("education", "work")))

    def document(self) -> Doc:
        """Return the laid out document."""
        doc = Doc()
        top = self._top(doc)
        main = self._summary() + [node for kind in self.order for node in getattr(self, f"_{kind}")()]
        side = self._skills() + self._languages() + self._certificates()
        if self.arrangement == "single":
            doc.nodes = top + main + side
        elif self.arrangement == "grid":
            doc.nodes = top + self._gridded(main + side)
        else:
            self._columns(doc, top, main, side)
        if self.pick.random() < 0.3:
            doc.footer = [para(f"{self.person.name} – {self.person.document}", "s")]
        return doc

    def _columns(self, doc: Doc, top: list, main: list, side: list) -> None:
        head, contact = top[:2], top[2:]
        dark = self.pick.random() < 0.4
        if self.pick.random() < 0.5:
            side, above = contact + side, head
        else:
            main, side, above = head + main, contact + side, []
        shares = (side, main, 0.33) if self.arrangement == "left" else (main, side, 0.66)
        doc.nodes = [*above, Columns(*shares, dark)]

    def _gridded(self, nodes: list) -> list:
        """Put headings into a column of their own, as Europass does."""
        rows, current = [], None
        for node in nodes:
            if isinstance(node, Para) and node.kind == "head":
                current = [[node], []]
                rows.append(current)
            elif isinstance(node, Table) or current is None:
                rows.append(node)
                current = [[para("")], []] if current else None
                if current:
                    rows.append(current)
            else:
                current[1].append(node)
        found = []
        for row in rows:
            if isinstance(row, list):
                if row[1] or row[0][0].text:
                    found.append(Table([row], (0.24, 0.76)))
            else:
                found.append(row)
        return found

    # the top -------------------------------------------------------------------------------------

    def _top(self, doc: Doc) -> list:
        person = self.person
        name = para(person.name, "b", kind="name", center=self.top == "centered")
        sub = para(person.headline, kind="sub", center=self.top == "centered")
        phone, mail, address, own, born = person.labels
        where = ", ".join(part for part in (person.street, person.town_line) if part)
        if self.top == "titled":
            title = para(person.document, "b", kind="sub")
            return [title, name, para(where), para(f"{phone}: {person.phone}"), para(f"{mail}: {person.email}")]
        if self.top == "header":
            doc.header = [para(self.separator.join((where, person.phone, person.email)), "s")]
            return [name, sub]
        if self.top == "table":
            pairs = ((own, person.name), (address, where), (phone, person.phone), (mail, person.email))
            rows = [[[para(label)], [para(value, "b" if label == own else "")]] for label, value in pairs]
            rows.insert(2, [[para(born)], [para("14.03.1988")]])
            return [para(person.document, "b", kind="name"), Table(rows, (0.3, 0.7))]
        if self.top == "centered":
            line = " | ".join((person.town_line, person.phone, person.email))
            return [name, sub, para(line, center=True)]
        if self.top == "icons":
            return [name, sub, para(f"✉ {person.email}"), para(f"☎ {person.phone}"), para(f"⌂ {where}")]
        if self.top == "labelled":
            street = [para(f"{address}: {where}")]
            return [name, sub, para(f"{phone}: {person.phone}"), para(f"{mail}: {person.email}"), *street]
        street = [para(person.street)] if person.street else []
        return [name, sub, *street, para(person.town_line), para(person.phone), para(person.email)]

    def _heading(self, kind: str) -> Para:
        text = self.person.headings[kind]
        text = text.upper() if self.heads in ("upper", "spaced") else text
        if self.heads == "spaced":
            text = "   ".join(" ".join(word) for word in text.split(" "))
        text = {"colon": f"{text}:", "icon": f"★ {text}"}.get(self.heads, text)
        return para(text, "b", kind="head", gap=True)

    def _summary(self) -> list:
        return [self._heading("summary"), para(self.person.summary)] if self.summary else []

    # jobs ----------------------------------------------------------------------------------------

    def _work(self) -> list:
        nodes: list = [self._heading("work")]
        rows = []
        for job in self.person.jobs:
            made = getattr(self, self.job)(job)
            made[0].gap = True
            if self.job == "_job_dates_left":
                rows.append([[para(job.when)], made + self._duties(job)])
            else:
                nodes += made + self._duties(job)
        return nodes + ([Table(rows, (0.26, 0.74))] if rows else [])

    def _duties(self, job: Job) -> list:
        if self.body == "none":
            return []
        if self.body == "paragraph":
            return [para(" ".join(job.duties))]
        return [para(duty, kind="item") for duty in job.duties]

    def _place(self, job: Job) -> str:
        return f", {job.town}" if self.towns else ""

    def _job_three_lines(self, job: Job) -> list:
        return [para(job.title, "b"), para(job.company + self._place(job)), para(job.when, "s")]

    def _job_employer_right(self, job: Job) -> list:
        return [para(job.company, "b", right=job.when), para(job.title, "i")]

    def _job_title_right(self, job: Job) -> list:
        return [para(job.title, "b", right=job.when), para(job.company, "i", right=job.town if self.towns else "")]

    def _job_one_line(self, job: Job) -> list:
        return [Para([(job.title, "b"), (f", {job.company}{self._place(job)}", "")], right=job.when)]

    def _job_dates_left(self, job: Job) -> list:
        return [para(job.title, "b"), para(job.company + self._place(job))]

    def _job_at(self, job: Job) -> list:
        return [para(f"{job.title} {self.person.together} {job.company}", "b"), para(job.when, "i")]

    def _job_dash(self, job: Job) -> list:
        return [para(f"{job.company} – {job.title} ({job.when})", "b")]

    def _job_dates_first(self, job: Job) -> list:
        dot = self.separator if self.separator != ", " else " · "
        return [para(job.when, "s"), para(dot.join((job.title, job.company)), "b")]

    def _job_pipes(self, job: Job) -> list:
        return [para(f"{job.title} | {job.company} | {job.when}", "b")]

    def _job_employer_dates_title(self, job: Job) -> list:
        return [para(job.company.upper(), "b"), para(job.when), para(job.title, "b")]

    def _job_dates_colon(self, job: Job) -> list:
        return [Para([(f"{job.when}: ", ""), (job.title, "b")]), para(job.company + self._place(job), "i")]

    # courses -------------------------------------------------------------------------------------

    def _education(self) -> list:
        nodes: list = [self._heading("education")]
        rows = []
        for course in self.person.courses:
            made = getattr(self, self.course)(course)
            made[0].gap = True
            if self.course == "_course_dates_left":
                rows.append([[para(course.when)], made])
            else:
                nodes += made
        return nodes + ([Table(rows, (0.26, 0.74))] if rows else [])

    @staticmethod
    def _study(course: Course) -> str:
        return f"{course.degree}, {course.area}" if course.area else course.degree

    def _course_school_right(self, course: Course) -> list:
        return [para(course.school, "b", right=course.when), para(self._study(course), "i")]

    def _course_degree_first(self, course: Course) -> list:
        return [para(self._study(course), "b"), para(course.school), para(course.when, "s")]

    def _course_dates_left(self, course: Course) -> list:
        return [para(self._study(course), "b"), para(course.school)]

    def _course_one_line(self, course: Course) -> list:
        return [Para([(self._study(course), "b"), (f" – {course.school}", "")], right=course.when)]

    def _course_brackets(self, course: Course) -> list:
        return [para(f"{course.school} ({course.when})", "b"), para(self._study(course))]

    def _course_dates_first(self, course: Course) -> list:
        return [
            para(course.when, "s"),
            para(course.school, "b"),
            para(course.degree),
            *([para(course.area)] if course.area else []),
        ]

    # lists ---------------------------------------------------------------------------------------

    def _skills(self) -> list:
        nodes: list = [self._heading("skills")]
        if self.person.grouped:
            return nodes + [Para([(f"{group}: ", "b"), (items, "")]) for group, items in words.GROUPS]
        skills = self.person.skills
        if self.skill == "comma":
            return [*nodes, para(", ".join(skills))]
        if self.skill == "items":
            return nodes + [para(skill, kind="item") for skill in skills]
        if self.skill == "levels":
            return nodes + [
                para(f"{skill} {'●' * (3 + number % 3)}{'○' * (2 - number % 3)}") for number, skill in enumerate(skills)
            ]
        if self.skill == "table":
            rows = [[[para(cell)] for cell in skills[place : place + 2]] for place in range(0, len(skills), 2)]
            rows[-1] += [[para("")]] * (2 - len(rows[-1]))
            return [*nodes, Table(rows, (0.5, 0.5))]
        if self.skill == "pills":
            return [*nodes, para("  •  ".join(skills))]
        return nodes + [para(skill) for skill in skills]

    def _languages(self) -> list:
        nodes: list = [self._heading("languages")]
        spoken = self.person.languages
        if self.language == "brackets":
            return [*nodes, para(", ".join(f"{name} ({level})" for name, level in spoken))]
        if self.language == "table":
            return [*nodes, Table([[[para(name)], [para(level)]] for name, level in spoken], (0.5, 0.5))]
        if self.language == "plain":
            return [*nodes, para(", ".join(name for name, _level in spoken))]
        glue = ": " if self.language == "colon" else " – "
        return nodes + [para(f"{name}{glue}{level}") for name, level in spoken]

    def _certificates(self) -> list:
        found = self.person.certificates
        if not found:
            return []
        kind = self.pick.choice(("item", "p"))
        dated = self.pick.random() < 0.4
        return [
            self._heading("certificates"),
            *(para(f"{name}, {2019 + number}" if dated else name, kind=kind) for number, name in enumerate(found)),
        ]
