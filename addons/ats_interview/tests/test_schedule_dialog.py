from freezegun import freeze_time

from odoo.tests import Form, tagged

from .common import BEFORE, HOUR, START, InterviewCase


@tagged("post_install", "-at_install")
@freeze_time(BEFORE)
class TestScheduleDialog(InterviewCase):
    def setUp(self):
        super().setUp()
        self.job.interviewer_ids = self.interviewer
        self.applicant = self.apply(tz="Asia/Tokyo")

    def dialog(self, action, user=None):
        model = self.env[action["res_model"]].with_user(user or self.recruiter)
        return Form(model.with_context(**action["context"]))

    def test_two_clicks_plan_an_interview(self):
        action = self.applicant.with_user(self.recruiter).action_ats_schedule_interview()
        form = self.dialog(action)
        self.assertEqual(form.start, self.at("2026-11-23 10:00:00"))
        self.assertEqual(form.duration, "60")
        self.assertEqual(form.kit_id, self.kit)
        self.assertIn("Asia/Tokyo", form.candidate_time)
        dialog = form.save()
        self.assertEqual(dialog.panelist_ids, self.interviewer | self.hiring_manager)
        dialog.action_confirm()
        interview = self.applicant.ats_interview_ids
        self.assertEqual(interview.panelist_ids.user_id, self.interviewer | self.hiring_manager)
        self.assertEqual(interview.stop - interview.start, HOUR)

    def test_the_kit_of_the_job_comes_first(self):
        own = self.env["ats.interview.kit"].create({"name": "Cooking", "duration": "90", "job_ids": [(4, self.job.id)]})
        action = self.applicant.with_user(self.recruiter).action_ats_schedule_interview()
        form = self.dialog(action)
        self.assertEqual((form.kit_id, form.duration), (own, "90"))

    def test_other_meetings_are_a_warning(self):
        self.env["calendar.event"].create(
            {
                "name": "Dentist",
                "start": START,
                "stop": START + HOUR,
                "partner_ids": [(4, self.interviewer.partner_id.id)],
                "privacy": "private",
            }
        )
        action = self.applicant.with_user(self.recruiter).action_ats_schedule_interview()
        form = self.dialog(action)
        self.assertFalse(form.conflicts)
        form.start = START + HOUR / 2
        self.assertIn(self.interviewer.name, form.conflicts)
        self.assertNotIn("Dentist", form.conflicts)

    def test_the_dialog_moves(self):
        interview = self.plan(self.applicant, self.interviewer, hours=1.5)
        form = self.dialog(interview.action_reschedule(), user=self.hiring_manager)
        self.assertEqual((form.start, form.duration), (START, "90"))
        self.assertFalse(form.conflicts)
        form.start = START + 24 * HOUR
        form.save().action_confirm()
        self.assertEqual(interview.start, START + 24 * HOUR)
        self.assertEqual(interview.stop, START + 25.5 * HOUR)

    def test_the_cancel_dialog_keeps_the_reason(self):
        interview = self.plan(self.applicant, self.interviewer)
        self.env["ats.interview.cancel"].with_user(self.hiring_manager).create(
            {"interview_id": interview.id, "reason": "Ill"}
        ).action_confirm()
        self.assertEqual((interview.state, interview.cancel_reason), ("cancelled", "Ill"))
