"""Many planners at once for the same people: real threads, each with a transaction of its own."""

import os
import random
import threading
from datetime import datetime, timedelta

from odoo import api
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.sql_db import db_connect
from odoo.tests import BaseCase, get_db_name, new_test_user, tagged
from odoo.tools import SQL, mute_logger

from odoo.addons.ats_core.tests.common import INTERVIEWER
from odoo.addons.ats_interview.models.ats_booking import SlotTaken

THREADS = 10
BOOKING_ROUNDS = int(os.environ.get("ATS_RACE_ROUNDS", "100"))
SCHEDULE_ROUNDS = max(1, BOOKING_ROUNDS // 10)
FIRST = datetime(2031, 3, 3, 9, 0)
HOUR = timedelta(hours=1)


@tagged("post_install", "-at_install")
class TestBookingRace(BaseCase):
    """The rows are committed, because each planner must be a stranger to the others."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.registry = Registry(get_db_name())

    def in_own_transaction(self, work, user_id=api.SUPERUSER_ID):
        """Run as a request does: retried on conflicts, committed at the end."""
        with db_connect(get_db_name()).cursor() as cr:
            env = api.Environment(cr, user_id, {})
            return retrying(lambda: work(env), env)

    def race(self, works):
        """Start all at the same moment; return how many came through, lost, and failed otherwise."""
        barrier = threading.Barrier(len(works))
        outcomes = []

        def run(work):
            barrier.wait()
            try:
                self.in_own_transaction(work)
                outcomes.append("won")
            except SlotTaken:
                outcomes.append("taken")
            except Exception as error:  # every other end is a finding, named in the assertion
                outcomes.append(repr(error))

        threads = [threading.Thread(target=run, args=(work,)) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=120)
        return outcomes

    def assert_one_winner(self, outcomes):
        self.assertEqual(sorted(outcomes), ["taken"] * (len(outcomes) - 1) + ["won"])

    @mute_logger("odoo.sql_db", "odoo.service.model")
    def test_one_slot_has_one_winner(self):
        """Panels of two in opposite orders: neither two winners nor a deadlock."""
        stranger = random.randrange(10**8, 2 * 10**9)
        people = [("user", stranger), ("user", stranger + 1)]
        for number in range(BOOKING_ROUNDS):
            start = FIRST + number * 2 * HOUR

            def book(env, resources, start=start):
                return env["ats.booking"]._book(resources, start, start + HOUR)

            works = [lambda env, turn=turn: book(env, people if turn % 2 else people[::-1]) for turn in range(THREADS)]
            self.assert_one_winner(self.race(works))
        rows = self.in_own_transaction(
            lambda env: env.execute_query(SQL("SELECT count(*) FROM ats_booking WHERE resource_id = %s", stranger))
        )
        self.assertEqual(rows, [(BOOKING_ROUNDS,)])

    @mute_logger("odoo.sql_db", "odoo.service.model")
    def test_one_interviewer_has_one_interview(self):
        recruiter_id, interviewer_id, applicant_ids = self.in_own_transaction(self.make_people)
        for number in range(SCHEDULE_ROUNDS):
            start = FIRST + number * 2 * HOUR

            def plan(env, applicant_id, start=start):
                env["ats.interview"]._schedule(
                    env["hr.applicant"].browse(applicant_id),
                    start,
                    start + HOUR,
                    env["res.users"].browse(interviewer_id),
                )

            works = [lambda env, id_=id_: plan(env(user=recruiter_id), id_) for id_ in applicant_ids]
            self.assert_one_winner(self.race(works))
        count = self.in_own_transaction(
            lambda env: env["ats.interview"].search_count([("applicant_id", "in", applicant_ids)])
        )
        self.assertEqual(count, SCHEDULE_ROUNDS)

    @staticmethod
    def make_people(env):
        mark = datetime.now().strftime("%H%M%S%f")
        recruiter = new_test_user(env, f"race_recruiter_{mark}", groups="hr_recruitment.group_hr_recruitment_user")
        interviewer = new_test_user(env, f"race_interviewer_{mark}", groups=INTERVIEWER)
        job = env["hr.job"].create({"name": f"Race {mark}", "ats_job_state": "open", "user_id": recruiter.id})
        applicants = [
            env["hr.applicant"]._ats_apply(
                job, {"name": f"Racer {number}", "email": f"racer{number}.{mark}@example.org"}, source="manual"
            )[0]
            for number in range(THREADS)
        ]
        return recruiter.id, interviewer.id, [applicant.id for applicant in applicants]
