from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.ats_interview.models.ats_booking import SlotTaken

from .common import AFTER, BEFORE, HOUR, START, InterviewCase


@tagged("post_install", "-at_install")
@freeze_time(BEFORE)
class TestInterviewVerbs(InterviewCase):
    def setUp(self):
        super().setUp()
        self.applicant = self.apply()

    def bookings(self, interview):
        return self.env["ats.booking"].search([("interview_id", "=", interview.id), ("state", "=", "booked")])

    def test_planning_makes_everything(self):
        interview = self.plan(self.applicant, self.interviewer, self.second)
        self.assertEqual(interview.state, "planned")
        self.assertEqual(interview.job_id, self.job)
        self.assertEqual(interview.panelist_ids.mapped("role"), ["lead", "member"])
        self.assertEqual(interview.panelist_ids[0].user_id, self.interviewer)
        self.assertEqual(len(self.bookings(interview)), 3)
        self.assertEqual(interview.sudo().scorecard_ids.user_id, self.interviewer | self.second)
        self.assertEqual(
            interview.sudo().scorecard_ids[0].line_ids.mapped("criterion"),
            self.kit.line_ids.mapped("criterion"),
        )
        self.assertLessEqual(self.interviewer | self.second, self.applicant.interviewer_ids)
        self.assertEqual(len(self.events(self.applicant, "interview.scheduled")), 1)
        activities = interview.sudo().activity_ids
        self.assertEqual(activities.user_id, self.interviewer | self.second)
        self.assertEqual(set(activities.mapped("date_deadline")), {START.date()})

    def test_panelists_can_read_the_application(self):
        outsider = self.applicant.with_user(self.second)
        self.assertFalse(outsider.has_access("read"))
        interview = self.plan(self.applicant, self.second)
        self.assertTrue(outsider.has_access("read"))
        self.assertTrue(interview.with_user(self.second).has_access("read"))
        self.assertFalse(interview.with_user(self.other_interviewer).has_access("read"))

    def test_an_interviewer_is_not_booked_twice(self):
        self.plan(self.applicant, self.interviewer)
        other = self.apply(name="Bo Berg", email="bo@example.org")
        with self.assertRaisesRegex(SlotTaken, self.interviewer.name):
            self.plan(other, self.second, self.interviewer, start=START + HOUR / 2)
        self.assertFalse(other.ats_interview_ids)
        self.assertTrue(self.plan(other, self.interviewer, start=START + HOUR))

    def test_a_candidate_is_not_booked_twice(self):
        self.plan(self.applicant, self.interviewer)
        with self.assertRaisesRegex(SlotTaken, "Ana"):
            self.plan(self.applicant, self.second)

    def test_moving_keeps_everything_in_step(self):
        interview = self.plan(self.applicant, self.interviewer)
        interview._reschedule(START + 24 * HOUR)
        event = interview.sudo().calendar_event_id
        self.assertEqual(interview.stop, START + 25 * HOUR)
        self.assertEqual((event.start, event.stop), (interview.start, interview.stop))
        self.assertEqual(set(self.bookings(interview).mapped("start")), {interview.start})
        self.assertEqual(interview.ics_sequence, 1)
        self.assertEqual(set(interview.sudo().activity_ids.mapped("date_deadline")), {interview.start.date()})
        self.assertEqual(len(self.events(self.applicant, "interview.rescheduled")), 1)

    def test_a_refused_move_changes_nothing(self):
        interview = self.plan(self.applicant, self.interviewer)
        other = self.apply(name="Bo Berg", email="bo@example.org")
        self.plan(other, self.interviewer, start=START + 3 * HOUR)
        with self.assertRaises(SlotTaken):
            interview._reschedule(START + 3 * HOUR)
        self.assertEqual(interview.start, START)
        self.assertEqual(interview.ics_sequence, 0)
        self.assertFalse(self.events(self.applicant, "interview.rescheduled"))

    def test_writing_the_time_directly_is_a_move(self):
        interview = self.plan(self.applicant, self.interviewer)
        interview.write({"start": START + HOUR, "stop": START + 2 * HOUR})
        self.assertEqual(interview.sudo().calendar_event_id.start, START + HOUR)
        self.assertEqual(interview.ics_sequence, 1)

    def test_verb_fields_are_not_written_by_hand(self):
        interview = self.plan(self.applicant, self.interviewer)
        for vals in ({"state": "done"}, {"ics_sequence": 9}, {"panelist_ids": []}):
            with self.assertRaises(UserError):
                interview.write(vals)
        with self.assertRaises(AccessError):
            self.env["ats.interview"].with_user(self.recruiter).create(
                {"applicant_id": self.applicant.id, "start": START, "stop": START + HOUR}
            )
        with self.assertRaises(AccessError):
            interview.unlink()

    def test_cancelling_frees_the_time(self):
        interview = self.plan(self.applicant, self.interviewer)
        event = interview.sudo().calendar_event_id
        interview._cancel("Interviewer is ill")
        self.assertEqual(interview.state, "cancelled")
        self.assertFalse(event.exists())
        self.assertFalse(self.bookings(interview))
        self.assertFalse(interview.sudo().activity_ids)
        self.assertEqual(interview.ics_sequence, 1)
        self.assertEqual(len(self.events(self.applicant, "interview.cancelled")), 1)
        self.assertTrue(self.plan(self.applicant, self.interviewer))
        with self.assertRaises(UserError):
            interview._cancel()
        with self.assertRaises(UserError):
            interview._reschedule(START + HOUR)

    def test_interviewers_do_not_plan_move_or_cancel(self):
        interview = self.plan(self.applicant, self.interviewer)
        with self.assertRaises(AccessError):
            self.plan(self.applicant, self.second, start=START + 5 * HOUR, user=self.interviewer)
        own = interview.with_user(self.interviewer)
        for attempt in (
            lambda: own._reschedule(START + HOUR),
            lambda: own.write({"start": START + HOUR}),
            lambda: own._cancel(),
        ):
            with self.assertRaises(AccessError):
                attempt()
        self.assertEqual(interview.start, START)

    def test_the_hiring_manager_plans_for_the_own_job_only(self):
        interview = self.plan(self.applicant, self.interviewer, user=self.hiring_manager)
        interview._reschedule(START + HOUR)
        self.assertEqual(interview.ics_sequence, 1)
        foreign_job = self.make_job("Cook", ats_hiring_manager_id=self.admin_rec.id)
        foreign = self.apply(name="Bo Berg", email="bo@example.org", job=foreign_job)
        foreign.interviewer_ids += self.hiring_manager
        self.assertTrue(foreign.with_user(self.hiring_manager).has_access("read"))
        with self.assertRaises(AccessError):
            self.plan(foreign, self.second, user=self.hiring_manager)

    def test_an_ended_application_is_not_interviewed(self):
        self.applicant.sudo()._ats_archive()
        with self.assertRaisesRegex(UserError, "ended"):
            self.plan(self.applicant)

    def test_the_end_of_the_application_cancels_what_is_ahead(self):
        interview = self.plan(self.applicant, self.interviewer)
        self.applicant.sudo()._ats_withdraw("Another job")
        self.assertEqual(interview.state, "cancelled")
        self.assertFalse(interview.sudo().calendar_event_id)

    def test_deleting_the_application_takes_the_event_along(self):
        interview = self.plan(self.applicant, self.interviewer)
        event = interview.sudo().calendar_event_id
        self.applicant.sudo().unlink()
        self.assertFalse(interview.exists())
        self.assertFalse(event.exists())

    def test_the_panel_tells_how_it_went(self):
        interview = self.plan(self.applicant, self.interviewer)
        own = interview.with_user(self.interviewer)
        with self.assertRaisesRegex(UserError, "not started"):
            own.action_no_show()
        with freeze_time(AFTER):
            own.action_no_show()
            self.assertEqual(interview.state, "no_show")
            self.assertFalse(interview.sudo().activity_ids)
            with self.assertRaises(AccessError):
                interview.with_user(self.other_interviewer).action_done()

    def test_a_panel_is_needed_and_ends_after_start(self):
        with self.assertRaises(UserError):
            self.env["ats.interview"].with_user(self.recruiter)._schedule(
                self.applicant.with_user(self.recruiter), START, START + HOUR, self.env["res.users"]
            )
        with self.assertRaises(UserError):
            self.plan(self.applicant, hours=0)

    def test_confidential_jobs_stay_with_their_team(self):
        interview = self.plan(self.applicant, self.interviewer)
        self.job.ats_restricted = True
        self.assertFalse(interview.with_user(self.hr_officer).has_access("read"))
        self.assertTrue(interview.with_user(self.recruiter).has_access("read"))
        self.assertTrue(interview.with_user(self.interviewer).has_access("read"))
        self.assertFalse(
            self.env["ats.booking"].with_user(self.hr_officer).search([("interview_id", "=", interview.id)])
        )

    def test_scorecard_counts_on_the_card(self):
        interview = self.plan(self.applicant, self.interviewer, self.second)
        with freeze_time(AFTER):
            self.submit(interview, self.interviewer)
            facts = self.applicant.with_user(self.second)._ats_card_facts()
        labels = [fact["label"] for fact in facts[self.applicant.id]]
        self.assertIn("Scorecards 1/2", labels)
