"""Plays the story through the verbs, each step by the person who would do it."""

from datetime import timedelta

from odoo.tools import plaintext2html

from .requisitions import Requisitions
from .screening import Screening

TEXT_VERSION = "2026-1"
BENEFITS = "32 days off, a cargo bike of your own, half a day a week to learn."
EVIDENCE = {
    "ip": "203.0.113.24",
    "door": "portal",
    "user_agent": "Mozilla/5.0 (Linux; Android 15) Firefox/144.0",
}


class Player:
    """Calls the verb of each step; :attr:`applicants` maps planned applications to records."""

    def __init__(self, env, clock, house, rng, papers):
        self.env, self.clock, self.house, self.rng = env, clock, house, rng
        self.papers = papers
        self.screening = Screening(house)
        self.requisitions = Requisitions(house)
        self.applicants, self.offers = {}, {}
        self.public = env.ref("base.public_user")

    def run(self, steps):
        """Play ``(moment, application, step, argument)`` rows in the order of time."""
        for moment, application, step, argument in sorted(steps, key=lambda row: row[0]):
            self.clock.set(moment)
            getattr(self, f"_{step}")(application, argument)

    def applicant(self, application, user=None):
        """Return the record as somebody of the company sees it; the recruiter by default."""
        record = self.applicants[id(application)]
        return record.with_user(user or self.house.jobs[application.job["key"]].user_id)

    # Doors of the candidate ------------------------------------------------------------------

    def _apply(self, application, _argument):
        person, rng = application.person, self.rng
        door = self.house.plan["sources"][application.source][0]
        files = self.papers.files(application)
        record, _outcome = (
            self.env["hr.applicant"]
            .with_user(self.public)
            .sudo()
            ._ats_apply(
                self.house.jobs[application.job["key"]],
                {
                    "name": person.name,
                    "email": person.email,
                    "phone": person.phone,
                    "linkedin": person.linkedin if rng.random() < 0.6 else False,
                    "lang": person.lang,
                    "tz": person.tz,
                    "source_id": self.house.sources[application.source].id,
                    "message": rng.choice(self.house.plan["messages"]) if rng.random() < 0.3 else None,
                },
                files=files,
                answers=self.screening.answers(application) if door == "website" else None,
                source=door,
                proof="link" if rng.random() < 0.85 else None,
            )
        )
        self.applicants[id(application)] = record.sudo()
        self._introduce(application, record)
        self.clock.later(minutes=1)
        self._read_documents(record)

    def _introduce(self, application, record):
        """Fill the person's profile and what the application knows of skills."""
        person, candidate = application.person, record.ats_candidate_id
        candidate.write({"headline": person.headline, "city": person.city})
        if not candidate.resume_line_ids:
            self._write_career(application, record, candidate)
        self.env["ats.consent"].create(
            {
                "candidate_id": candidate.id,
                "purpose": "processing",
                "text_version": TEXT_VERSION,
                "proof": {"door": application.source},
            }
        )
        if application.offer or not self.papers.has(application):
            self.env["hr.applicant.skill"].create(
                [
                    {
                        **self.house.skill_values(name, self.rng.choice(("Intermediate", "Advanced", "Expert"))),
                        "applicant_id": record.id,
                    }
                    for name in person.skills
                    if name.casefold() in self.house.skills
                ]
            )

    def _write_career(self, application, record, candidate):
        person = application.person
        degree, school, start, end = person.education
        origin = "parsed" if self.papers.has(application) else "typed"
        rows = [
            {
                "kind": "work",
                "name": role.title,
                "employer": role.employer,
                "date_start": role.start,
                "date_end": role.end,
                "description": "\n".join(role.bullets),
            }
            for role in person.roles
        ]
        rows.append(
            {
                "kind": "education",
                "name": degree,
                "employer": school,
                "date_start": f"{start}-09-15",
                "date_end": f"{end}-06-30",
            }
        )
        self.env["ats.candidate.resume.line"].create(
            [{**row, "candidate_id": candidate.id, "applicant_id": record.id, "origin": origin} for row in rows]
        )

    def _read_documents(self, record):
        """Store the text that was read from the same bytes before: no need to wait for a worker."""
        for document in self.env["ats.document"].search(
            [("applicant_id", "=", record.id), ("text_state", "=", "pending")]
        ):
            outcome = self.papers.reading(document.sha256)
            if outcome:
                document._store_text(outcome)

    def _withdrawn(self, application, _argument):
        words = self.rng.choice(self.house.plan["withdrawals"])
        self.applicant(application, self.public).sudo()._ats_withdraw(words or None)

    # The company -----------------------------------------------------------------------------

    def _move(self, application, depth):
        applicant = self.applicant(application)
        self.screening.decide(applicant, keep=True)
        applicant._ats_move(self.house.stages[depth])
        if depth == 1:
            tags = [tag.id for tag in self.rng.sample(self.house.tags, self.rng.choice((0, 0, 1, 1, 2)))]
            applicant.write({"priority": str(application.rating), "categ_ids": [(6, 0, tags)]})
        if self.rng.random() < 0.3:
            self.clock.later(minutes=25)
            applicant.message_post(
                body=plaintext2html(self.rng.choice(self.house.plan["notes"])),
                subtype_xmlid="mail.mt_note",
            )

    def _refused(self, application, reason):
        applicant = self.applicant(application)
        if not self.screening.decide(applicant, keep=False):
            applicant._ats_refuse(self.env.ref(reason))

    def _archived(self, application, _argument):
        self.applicant(application)._ats_archive()

    def _requisition(self, _application, argument):
        self.requisitions.play(*argument)

    # Offers ----------------------------------------------------------------------------------

    def _offer(self, application, step):
        getattr(self, f"_offer_{step}")(application)

    def offer(self, application, user=None):
        """Return the newest offer of an application as the recruiter or somebody else."""
        offer = self.offers[id(application)]
        return offer.with_user(user or self.house.jobs[application.job["key"]].user_id)

    def _offer_draft(self, application):
        low, high, _period = application.job["pay"]
        applicant, now = self.applicant(application), self.clock.env.cr.now()
        days = 7 if any(step == "expire" for _moment, step in application.offer) else 14
        start = (now + timedelta(days=68)).date().replace(day=1)
        self.offers[id(application)] = (
            self.env["ats.offer"]
            .with_user(applicant.env.user)
            .create(
                {
                    "applicant_id": applicant.id,
                    "wage": round(low + (high - low) * self.rng.uniform(0.35, 0.9), -1 if high > 100 else 1),
                    "start_date": start,
                    "trial_months": 6,
                    "benefits": BENEFITS,
                    "expires_at": (now + timedelta(days=days)).replace(hour=16, minute=0),
                    "hr_responsible_id": self.house.users["hr"].id,
                }
            )
        )

    def _offer_submit(self, application):
        self.offer(application)._submit()

    def _offer_approve(self, application):
        manager = self.house.jobs[application.job["key"]].ats_hiring_manager_id
        author = self.house.jobs[application.job["key"]].user_id
        approver = manager if manager != author else self.env.ref("base.user_admin")
        self.offer(application, approver)._approve()

    def _offer_send(self, application):
        self.offer(application)._send()

    def _offer_again(self, application):
        """A better version after a talk; the first one is replaced when it is sent."""
        draft = self.offer(application)._new_version()
        draft.write(
            {
                "wage": round(draft.wage * 1.04, -1),
                "expires_at": (self.clock.env.cr.now() + timedelta(days=10)).replace(hour=16, minute=0),
            }
        )
        self.offers[id(application)] = draft.sudo()

    def _offer_accept(self, application):
        evidence = {**EVIDENCE, "name": application.person.name}
        self.offer(application, self.public).sudo()._answer(True, evidence=evidence)

    def _offer_decline(self, application):
        self.offer(application, self.public).sudo()._answer(
            False, evidence=EVIDENCE, reason="Thank you, but my present employer made a better offer."
        )

    def _offer_expire(self, application):
        self.offer(application).sudo()._expire()

    def _offer_withdraw(self, application):
        self.offer(application)._withdraw("The position was filled inside the company.")

    def _offer_hire(self, application):
        applicant = self.applicant(application, self.house.users["hr"])
        applicant._ats_hire()
        applicant.sudo().activity_ids.unlink()
