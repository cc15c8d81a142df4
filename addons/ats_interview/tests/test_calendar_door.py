from freezegun import freeze_time

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from odoo.addons.ats_interview.models.ats_booking import SlotTaken

from .common import BEFORE, HOUR, START, InterviewCase


@tagged("post_install", "-at_install")
@freeze_time(BEFORE)
class TestCalendarDoor(InterviewCase):
    def setUp(self):
        super().setUp()
        self.applicant = self.apply()
        self.interview = self.plan(self.applicant, self.interviewer, self.second)
        self.event = self.interview.sudo().calendar_event_id

    def test_the_event_tells_nothing_of_the_candidate(self):
        texts = " ".join(str(self.event[name] or "") for name in ("name", "description", "location", "notes"))
        self.assertNotIn("Ana", texts)
        self.assertNotIn("ana@", texts)
        self.assertEqual(self.event.privacy, "private")
        self.assertEqual(self.event.partner_ids, (self.interviewer | self.second).partner_id)
        self.assertEqual(self.event.user_id, self.recruiter)
        self.assertFalse(self.event.applicant_id)
        self.assertFalse(self.event.res_id)
        self.assertFalse(self.applicant.partner_id)

    def test_the_screen_behind_does_not_slip_in(self):
        other = self.apply(name="Bo Berg", email="bo@example.org")
        interview = (
            self.env["ats.interview"]
            .with_user(self.recruiter)
            .with_context(
                default_applicant_id=other.id,
                default_name="Bo Berg",
                active_model="hr.applicant",
                active_id=other.id,
                default_partner_ids=self.recruiter.partner_id.ids,
            )
            ._schedule(other.with_user(self.recruiter), START + 5 * HOUR, START + 6 * HOUR, self.interviewer)
        )
        event = interview.sudo().calendar_event_id
        self.assertNotIn("Bo", event.name)
        self.assertFalse(event.applicant_id)
        self.assertFalse(event.res_id)
        self.assertEqual(event.partner_ids, self.interviewer.partner_id)

    def test_a_confidential_job_is_not_named(self):
        self.job.ats_restricted = True
        other = self.apply(name="Bo Berg", email="bo@example.org")
        interview = self.plan(other, self.interviewer, start=START + 5 * HOUR)
        self.assertEqual(interview.sudo().calendar_event_id.name, "Interview")

    def test_other_employees_see_busy(self):
        self.env.invalidate_all()
        seen = self.event.with_user(self.employee_user)
        self.assertEqual(seen.name, "Busy")
        self.assertFalse(seen.description)

    def test_the_event_moved_in_the_calendar_moves_the_interview(self):
        self.event.with_user(self.recruiter).write({"start": START + 24 * HOUR, "stop": START + 26 * HOUR})
        self.assertEqual(self.interview.start, START + 24 * HOUR)
        self.assertEqual(self.interview.stop, START + 26 * HOUR)
        self.assertEqual(self.interview.ics_sequence, 1)
        bookings = self.env["ats.booking"].search([("interview_id", "=", self.interview.id)])
        self.assertEqual(set(bookings.mapped("stop")), {START + 26 * HOUR})
        self.assertEqual(len(self.events(self.applicant, "interview.rescheduled")), 1)

    def test_a_move_onto_another_interview_is_refused(self):
        other = self.apply(name="Bo Berg", email="bo@example.org")
        self.plan(other, self.second, start=START + 3 * HOUR)
        with self.assertRaises(SlotTaken):
            self.event.with_user(self.recruiter).write({"start": START + 3 * HOUR, "stop": START + 4 * HOUR})
        self.assertEqual(self.interview.start, START)

    def test_the_event_deleted_in_the_calendar_cancels(self):
        self.event.with_user(self.recruiter).unlink()
        self.assertEqual(self.interview.state, "cancelled")
        self.assertEqual(len(self.events(self.applicant, "interview.cancelled")), 1)

    def test_the_event_archived_in_the_calendar_cancels(self):
        self.event.with_user(self.recruiter).write({"active": False})
        self.assertEqual(self.interview.state, "cancelled")

    def test_no_context_of_a_client_switches_following_off(self):
        event = self.event.with_user(self.recruiter).with_context(ats_interview_verb=True)
        event.write({"start": START + 24 * HOUR, "stop": START + 25 * HOUR})
        self.assertEqual(self.interview.start, START + 24 * HOUR)

    def test_the_rename_of_the_event_moves_nothing(self):
        self.event.with_user(self.recruiter).name = "Interview, room 5"
        self.assertEqual(self.interview.ics_sequence, 0)

    def test_the_candidate_cannot_be_invited_to_the_event(self):
        contact = self.applicant.sudo()._ats_contact()
        namesake = self.env["res.partner"].create({"name": "A", "email": "ANA@example.org"})
        for partner in (contact, namesake):
            with self.assertRaises(ValidationError):
                self.event.write({"partner_ids": [(4, partner.id)]})

    def test_others_cannot_move_the_private_event(self):
        with self.assertRaises(AccessError):
            self.event.with_user(self.employee_user).write({"start": START + HOUR})

    def test_the_native_button_makes_no_contact_and_opens_our_dialog(self):
        action = self.applicant.with_user(self.recruiter).action_create_meeting()
        self.assertEqual(action["res_model"], "ats.interview.schedule")
        self.assertFalse(self.applicant.partner_id)
        with self.assertRaises(AccessError):
            self.applicant.with_user(self.interviewer).action_create_meeting()

    def test_answers_of_the_panel_are_shown(self):
        panelist = self.interview.panelist_ids[0]
        self.assertEqual(panelist.response, "needsAction")
        attendee = self.event.attendee_ids.filtered(lambda attendee: attendee.partner_id == self.interviewer.partner_id)
        attendee.do_decline()
        self.assertEqual(panelist.with_user(self.recruiter).response, "declined")
