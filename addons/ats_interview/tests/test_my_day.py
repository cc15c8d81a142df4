from freezegun import freeze_time

from odoo.tests import tagged

from .common import AFTER, BEFORE, InterviewCase


@tagged("post_install", "-at_install")
class TestMyDayInterviews(InterviewCase):
    def setUp(self):
        super().setUp()
        with freeze_time(BEFORE):
            self.interview = self.plan(self.apply(), self.interviewer, self.second)
        (self.interviewer | self.second | self.hiring_manager).tz = "UTC"

    def rows(self, key, user):
        day = self.env["ats.day"].with_user(user).read_day()
        return next((group["rows"] for group in day["groups"] if group["key"] == key), [])

    def verbs(self, row):
        return [verb["name"] for verb in row["verbs"]]

    @freeze_time(AFTER)
    def test_the_panel_fills_in_and_the_recruiter_reminds(self):
        [row] = self.rows("scorecards", self.interviewer)
        self.assertEqual(self.verbs(row), ["fill"])
        [row] = self.rows("scorecards", self.recruiter)
        self.assertEqual(self.verbs(row), ["remind"])
        self.assertIn(self.second.name, row["why"])
        self.assertFalse(self.rows("scorecards", self.other_interviewer))
        action = self.env["ats.day"].with_user(self.interviewer).do_row("scorecards", self.interview.id, "fill")
        self.assertEqual(action["action"]["res_id"], self.card(self.interview, self.interviewer).id)

    @freeze_time(AFTER)
    def test_a_submitted_one_is_done_for_its_author(self):
        self.submit(self.interview, self.interviewer)
        self.assertFalse(self.rows("scorecards", self.interviewer))
        [row] = self.rows("scorecards", self.recruiter)
        self.assertNotIn(self.interviewer.name, row["why"])
        self.submit(self.interview, self.second)
        self.assertFalse(self.rows("scorecards", self.recruiter))

    @freeze_time(AFTER)
    def test_reminding_rests_the_row(self):
        result = self.env["ats.day"].with_user(self.recruiter).do_row("scorecards", self.interview.id, "remind")
        self.assertIn(self.second.name, result["message"])
        self.assertTrue(self.interview.sudo().scorecard_ids[0].reminded_at)
        self.assertFalse(self.rows("scorecards", self.recruiter))
        self.assertTrue(self.rows("scorecards", self.interviewer))

    def test_interviews_of_today(self):
        with freeze_time("2026-11-24 08:00:00"):
            [row] = self.rows("interviews", self.interviewer)
            self.assertEqual(self.verbs(row), ["join"])
            self.assertIn(self.second.name, row["why"])
            self.assertTrue(self.rows("interviews", self.recruiter))
            self.assertFalse(self.rows("interviews", self.other_interviewer))
        with freeze_time("2026-11-23 08:00:00"):
            self.assertFalse(self.rows("interviews", self.interviewer))
        with freeze_time("2026-11-24 09:30:00"):
            [row] = self.rows("interviews", self.interviewer)
            self.assertEqual(self.verbs(row), ["join", "took_place"])
            self.env["ats.day"].with_user(self.interviewer).do_row("interviews", self.interview.id, "took_place")
            self.assertEqual(self.interview.state, "done")
