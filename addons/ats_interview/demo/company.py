"""Interviews of the demo company: those that were held, with scorecards, and those of next week."""

import json
import logging
import random
from datetime import timedelta
from pathlib import Path

from odoo.fields import Command

from odoo.addons.ats_core.demo.clock import time_travel
from odoo.addons.ats_core.demo.company import QUIET

from ..models.ats_booking import SlotTaken

_logger = logging.getLogger(__name__)

SEED = 23
ROOM = "Bramble Bikes, Nijverheidskaai 14, meeting room Fern"
# How an interviewer rates, by what became of the application.
LEANING = {
    "hired": ("yes", "strong_yes"),
    "offer": ("yes", "strong_yes"),
    "ongoing": ("yes", "yes", "mixed", "no"),
    "refused": ("no", "mixed", "definitely_not"),
    "withdrawn": ("yes", "mixed"),
}


def load(env):
    """Hold and plan the interviews, once, if the demo company is there."""
    if not env.ref("ats_core.demo_job_backend", raise_if_not_found=False):
        return
    if env["ats.interview"].search_count([], limit=1):
        return
    env = env(context={**env.context, **QUIET, "no_mail_to_attendees": True, "dont_notify": True})
    mails_before = env["mail.mail"].search([], order="id desc", limit=1).id or 0
    with time_travel(env) as clock:
        Interviews(env, clock).tell()
    env["mail.mail"].search([("id", ">", mails_before), ("state", "=", "outgoing")]).write({"state": "cancel"})
    _logger.info("demo company: %s interviews", env["ats.interview"].search_count([]))


class Interviews:
    """Gives each stay in an interview stage its talk."""

    def __init__(self, env, clock):
        self.env, self.clock, self.now = env, clock, env.cr.now()
        self.rng = random.Random(SEED)  # noqa: S311 (invented opinions)
        self.plan = json.loads((Path(__file__).parent / "interviews.json").read_text())
        self.kits = env["ats.interview.kit"]

    def tell(self):
        """Make everything in the order in which it happened."""
        self._make_kits()
        stays = self.env["ats.stage.log"].search(
            [("kind", "=", "interview"), ("applicant_id.ats_duplicate_of_id", "=", False)], order="entered_at, id"
        )
        held, ahead = [], []
        for stay in stays:
            (held if self._was_held(stay) else ahead).append(stay)
        self._keep_some_unplanned(ahead)
        cards = []
        for stay in held:
            interview = self._held(stay)
            if interview:
                cards += self._opinions(interview, self._leaning(stay))
        for moment, scorecard, leaning in sorted(cards, key=lambda row: row[0]):
            self.clock.set(moment)
            self._fill(scorecard, leaning)
        for number, stay in enumerate(ahead):
            self._planned(stay, number)
        self.clock.set(self.now)

    def _make_kits(self):
        for plan in self.plan["kits"]:
            jobs = [self.env.ref(f"ats_core.demo_job_{key}").id for key in plan["jobs"]]
            self.kits += self.kits.create(
                {
                    "name": plan["name"],
                    "instructions": plan["instructions"],
                    "duration": plan["duration"],
                    "job_ids": [Command.set(jobs)],
                    "line_ids": [
                        Command.create({"sequence": number, "criterion": criterion, "guidance": guidance})
                        for number, (criterion, guidance) in enumerate(plan["criteria"], start=1)
                    ],
                }
            )

    def _was_held(self, stay):
        """Ended stays had their talk; running ones too when they have lasted for some days."""
        return bool(stay.left_at) or (self.now - stay.entered_at > timedelta(days=5))

    def _keep_some_unplanned(self, ahead):
        """A few cards still need somebody to plan the talk."""
        for _number in range(min(2, len(ahead) // 4)):
            ahead.pop(self.rng.randrange(len(ahead)))

    def _panel(self, job):
        panel = job.interviewer_ids.sorted("id")
        return panel or job.ats_hiring_manager_id

    def _place(self, kind):
        return {"location": ROOM} if kind == "onsite" else {}

    def _kind(self, job):
        return "onsite" if job.ats_workplace == "onsite" else self.rng.choice(("video", "video", "onsite", "phone"))

    def _slot(self, moment, number=0):
        """Return an hour of a working day from a moment on; each number another one."""
        start = moment + timedelta(days=number // 6)
        start += timedelta(days=max(0, 7 - start.weekday()) if start.weekday() > 4 else 0)
        return start.replace(hour=8 + number % 6, minute=0, second=0, microsecond=0)

    # Held ------------------------------------------------------------------------------------

    def _held(self, stay):
        """Record a talk of the past; None when the stay was too short for one, or for some of
        those that ended long ago."""
        if stay.applicant_id.ats_state in ("refused", "withdrawn", "archived") and self.rng.random() < 0.45:
            return None
        applicant, job = stay.applicant_id, stay.job_id
        latest = stay.left_at or self.now
        wished = stay.entered_at + min(timedelta(days=3), (latest - stay.entered_at) / 2)
        self.clock.set(min(stay.entered_at + timedelta(minutes=40), self.now))
        for number in range(12):
            start = self._slot(wished, number)
            if start + timedelta(hours=1) > latest:
                return None
            try:
                return self._record(applicant, job, start)
            except SlotTaken as busy:
                _logger.debug("demo: %s", busy)
        return None

    def _record(self, applicant, job, start):
        """Plan it as the recruiter did. Ended applications take no interview any more, so theirs
        is entered like one of an older system: with panel and scorecards, without bookings."""
        kind, stop = self._kind(job), start + timedelta(hours=1)
        interviews = self.env["ats.interview"].with_user(job.user_id)
        kit = self.env["ats.interview.kit"]._for_job(job)
        if applicant.ats_state == "ongoing":
            return interviews._schedule(
                applicant.with_user(job.user_id),
                start,
                stop,
                self._panel(job),
                kind=kind,
                kit=kit,
                notify=False,
                tz=applicant.ats_tz,
                **self._place(kind),
            ).sudo()
        interview = interviews.sudo().create(
            {
                "applicant_id": applicant.id,
                "kind": kind,
                "start": start,
                "stop": stop,
                "kit_id": kit.id,
                "tz": applicant.ats_tz or "UTC",
                "organizer_id": job.user_id.id,
                "ics_uid": f"demo-{applicant.id}@ats",
                "panelist_ids": [
                    Command.create({"user_id": user.id, "role": "member" if position else "lead"})
                    for position, user in enumerate(self._panel(job))
                ],
                "state": "done",
                **self._place(kind),
            }
        )
        self.env["ats.scorecard"]._make_for(interview)
        interview._journal("interview.scheduled", {"kind": kind, "panel": len(interview.panelist_ids)})
        return interview

    def _leaning(self, stay):
        applicant = stay.applicant_id
        if applicant.ats_state == "ongoing" and applicant.stage_id.ats_kind == "offer":
            return "offer"
        return applicant.ats_state if applicant.ats_state in LEANING else "refused"

    def _opinions(self, interview, leaning):
        """Return when each panelist submits; some have not yet."""
        missing = 0.35 if leaning == "ongoing" else 0.04
        rows = []
        for scorecard in interview.scorecard_ids:
            moment = interview.stop + timedelta(hours=self.rng.choice((1, 2, 5, 22, 26)))
            if self.rng.random() >= missing and moment < self.now:
                rows.append((moment, scorecard, leaning))
        if not rows and interview.state == "planned" and interview.stop < self.now:
            self._close(interview)
        return rows

    def _close(self, interview):
        self.clock.set(interview.stop + timedelta(hours=1))
        state = "no_show" if self.rng.random() < 0.15 else "done"
        interview.with_user(interview.organizer_id)._close(state)

    def _fill(self, scorecard, leaning):
        rng = self.rng
        overall = rng.choice(LEANING[leaning])
        tone = "yes" if "yes" in overall else ("mixed" if overall == "mixed" else "no")
        mine = self.env["ats.scorecard"].with_user(scorecard.user_id).browse(scorecard.id)
        for line in mine.line_ids:
            positive = tone == "yes" or (tone == "mixed" and rng.random() < 0.5)
            line.write(
                {
                    "rating": rng.choice(("yes", "yes", "strong_yes", "mixed") if positive else ("no", "mixed", "no")),
                    "note": rng.choice(self.plan["line_yes" if positive else "line_no"]),
                }
            )
        mine.write(
            {
                "recommendation": {"mixed": "no_decision"}.get(overall, overall),
                "notes": rng.choice(self.plan[tone]),
            }
        )
        mine._submit()

    # Ahead -----------------------------------------------------------------------------------

    def _planned(self, stay, number):
        """Plan a talk of the coming days; one is moved, one is called off."""
        applicant, job = stay.applicant_id, stay.job_id
        self.clock.set(min(max(stay.entered_at + timedelta(minutes=50), self.now - timedelta(days=4)), self.now))
        kind = self._kind(job)
        interviews = self.env["ats.interview"].with_user(job.user_id)
        for attempt in range(24):
            start = self._slot(self.now + timedelta(days=1), (number * 5 + attempt) % 36)
            try:
                interview = interviews._schedule(
                    applicant.with_user(job.user_id),
                    start,
                    start + timedelta(hours=1),
                    self._panel(job),
                    kind=kind,
                    kit=self.env["ats.interview.kit"]._for_job(job),
                    notify=False,
                    tz=applicant.ats_tz,
                    **self._place(kind),
                )
            except SlotTaken as busy:
                _logger.debug("demo: %s", busy)
                continue
            self._change_mind(interview, number)
            return

    def _change_mind(self, interview, number):
        self.clock.set(self.now - timedelta(minutes=30))
        if number == 1:
            interview._cancel("The candidate is ill; we agree on a new time next week.")
        elif number == 2:
            interview._reschedule(interview.start + timedelta(days=7))
