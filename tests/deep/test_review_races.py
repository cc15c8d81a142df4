"""Timers of reviews with real processes that are killed: no task lost, none in two hands, each round ends once."""

import os
import time
from typing import ClassVar

from odoo import fields
from odoo.tests import new_test_user, tagged

from tests.deep.races import SEED, RaceCase

TASKS = int(os.environ.get("ATS_DEEP_TASKS", "40"))
SECONDS = int(os.environ.get("ATS_DEEP_SECONDS", "60"))
REVIEWERS = 4
WORK = "env['ats.review.task']._cron_tick()"


@tagged("post_install", "-at_install")
class TestReviewRaces(RaceCase):
    context: ClassVar[dict] = {"tracking_disable": True, "ats_no_stage_mail": True}

    def make(self):
        with self.committed() as env:
            env.company.resource_calendar_id = env["resource.calendar"].create(
                {
                    "name": "Round the clock",
                    "tz": "UTC",
                    "attendance_ids": [
                        (0, 0, {"name": "Day", "dayofweek": str(day), "hour_from": 0, "hour_to": 24})
                        for day in range(7)
                    ],
                }
            )
            job = env["hr.job"].create({"name": f"Race {self.random.random()}", "ats_job_state": "open"})
            for number in range(REVIEWERS):
                login = f"racer{number}.{job.id}"
                user = new_test_user(env, login, groups="hr_recruitment.group_hr_recruitment_user")
                env["ats.reviewer"].create({"user_id": user.id, "max_open": TASKS})
                poll = fields.Datetime.add(fields.Datetime.now(), hours=2)
                env["mail.presence"].create({"user_id": user.id, "status": "online", "last_poll": poll})
            ids = []
            for number in range(TASKS):
                applicant, _outcome = env["hr.applicant"]._ats_apply(
                    job, {"name": f"Runner {number}", "email": self.address(f"{job.id}.{number}")}, source="import"
                )
                ids.append(env["ats.review.task"]._queue(applicant, reason="manual").id)
            return ids

    def expire_some(self, ids):
        """Let the time of some tasks run out; forgive the reviewers, so that they go on.

        :return: the rounds that ended so, and whether a reviewer was locked, which ends rounds without a miss
        """
        chosen = self.random.sample(ids, 3)
        with self.registry.cursor() as cr:
            cr.execute(
                """UPDATE ats_review_task SET deadline = now() at time zone 'utc' - interval '1 minute'
                    WHERE id IN (SELECT id FROM ats_review_task WHERE id = ANY(%s) AND state = 'working'
                                 FOR UPDATE SKIP LOCKED) RETURNING id, round""",
                [chosen],
            )
            ended = set(cr.fetchall())
            cr.execute("UPDATE ats_review_strike SET waived = TRUE WHERE NOT waived")
            cr.execute(
                """UPDATE ats_reviewer SET state = 'available' WHERE id IN
                   (SELECT id FROM ats_reviewer WHERE state <> 'available' FOR UPDATE SKIP LOCKED)"""
            )
            return ended, cr.rowcount > 0

    def test_nothing_lost_nothing_twice(self):
        ids = self.make()
        kills, ended, locked = 0, set(), False
        with self.runners(WORK) as runners:
            until = time.monotonic() + SECONDS
            while time.monotonic() < until:
                time.sleep(self.random.uniform(0.1, 0.6))
                rounds, lock = self.expire_some(ids)
                ended, locked = ended | rounds, locked or lock
                if self.random.random() < 0.15:
                    self.kill_one(runners, WORK)
                    kills += 1
        with self.committed() as env:
            tasks = env["ats.review.task"].browse(ids)
            self.assertEqual(len(tasks.exists()), TASKS, "no task is lost")
            self.assertLessEqual(set(tasks.mapped("state")), {"waiting", "working"})
            env["ats.review.task"]._cron_tick()
            env.flush_all()
            late = tasks.filtered(lambda task: task.deadline and task.deadline <= fields.Datetime.now())
            self.assertFalse(late, "what was left by a killed runner is taken up by the next")
            missed = {(strike.task_id.id, strike.round) for strike in tasks.strike_ids}
            self.assertEqual(len(missed), len(tasks.strike_ids), "no round is counted twice")
            self.assertLessEqual(missed, ended, "nobody is blamed without reason")
            if not locked:
                self.assertEqual(missed, ended, "each round that ran out is counted")
            rounds = sum(tasks.mapped("round"))
        self.assertGreater(rounds, TASKS)
        print(f"{TASKS} tasks, {rounds} assignments, {len(ended)} ran out, {kills} kills, {SECONDS} s, seed {SEED}")  # noqa: T201
