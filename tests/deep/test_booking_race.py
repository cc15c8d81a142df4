"""Many planners at once for the same people: each a process with a transaction of its own."""

import os
from datetime import datetime, timedelta

from odoo.exceptions import UserError
from odoo.tests import new_test_user, tagged
from odoo.tools import mute_logger

from odoo.addons.ats_core.tests.common import INTERVIEWER
from odoo.addons.ats_interview.models.ats_booking import SlotTaken

from tests.deep.races import RaceCase

PLANNERS = 10
BOOKING_ROUNDS = int(os.environ.get("ATS_RACE_ROUNDS", "100"))
SCHEDULE_ROUNDS = max(1, BOOKING_ROUNDS // 10)
FIRST = datetime(2031, 3, 3, 9, 0)
HOUR = timedelta(hours=1)


@tagged("post_install", "-at_install")
class TestBookingRace(RaceCase):
    def assert_one_winner(self, works):
        """All start at the same moment, each planner a stranger to the others."""
        losers = [result for result in self.at_once(works) if isinstance(result, UserError)]
        self.assertEqual([type(loser) for loser in losers], [SlotTaken] * (len(works) - 1))

    @mute_logger("odoo.sql_db", "odoo.service.model")
    def test_one_slot_has_one_winner(self):
        """Panels of two in opposite orders: neither two winners nor a deadlock."""
        stranger = self.random.randrange(10**8, 2 * 10**9)
        people = [("user", stranger), ("user", stranger + 1)]
        for number in range(BOOKING_ROUNDS):
            start = FIRST + number * 2 * HOUR

            def book(env, resources, start=start):
                return env["ats.booking"]._book(resources, start, start + HOUR)

            works = [lambda env, turn=turn: book(env, people if turn % 2 else people[::-1]) for turn in range(PLANNERS)]
            self.assert_one_winner(works)
        with self.committed() as env:
            self.assertEqual(env["ats.booking"].search_count([("resource_id", "=", stranger)]), BOOKING_ROUNDS)

    @mute_logger("odoo.sql_db", "odoo.service.model")
    def test_one_interviewer_has_one_interview(self):
        with self.committed() as env:
            recruiter_id, interviewer_id, applicant_ids = self.make_people(env)
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
            self.assert_one_winner(works)
        with self.committed() as env:
            count = env["ats.interview"].search_count([("applicant_id", "in", applicant_ids)])
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
            for number in range(PLANNERS)
        ]
        return recruiter.id, interviewer.id, [applicant.id for applicant in applicants]
