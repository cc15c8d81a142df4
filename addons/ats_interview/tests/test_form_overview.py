"""What the form of an application says about its interviews."""

from freezegun import freeze_time

from odoo.tests import tagged

from .common import AFTER, BEFORE, HOUR, START, InterviewCase


@tagged("post_install", "-at_install")
class TestFormOverview(InterviewCase):
    def setUp(self):
        super().setUp()
        self.applicant = self.apply()

    def told(self, user):
        applicant = self.applicant.with_user(user)
        applicant.invalidate_recordset(["ats_interview_count", "ats_next_interview_at"])
        return applicant.ats_interview_count, applicant.ats_next_interview_at

    @freeze_time(BEFORE)
    def test_how_many_and_when_the_next_is(self):
        self.assertEqual(self.told(self.recruiter), (0, False))
        later = self.plan(self.applicant, start=START + 24 * HOUR)
        self.plan(self.applicant)
        self.assertEqual(self.told(self.recruiter), (2, START))
        with freeze_time(AFTER):
            self.assertEqual(self.told(self.recruiter), (2, later.start))

    @freeze_time(BEFORE)
    def test_a_cancelled_one_is_none(self):
        interview = self.plan(self.applicant)
        interview._cancel("The panel is ill.")
        self.assertEqual(self.told(self.recruiter), (0, False))

    @freeze_time(BEFORE)
    def test_an_interviewer_counts_those_of_the_own_panel(self):
        self.plan(self.applicant, self.interviewer)
        self.plan(self.applicant, self.second, start=START + 24 * HOUR)
        self.env.flush_all()
        self.env.invalidate_all()
        # The system has looked at all of them before, in the same request.
        self.assertEqual(len(self.applicant.sudo().ats_interview_ids), 2)
        applicant = self.applicant.with_user(self.interviewer)
        self.assertEqual((applicant.ats_interview_count, applicant.ats_next_interview_at), (1, START))
