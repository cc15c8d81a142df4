from freezegun import freeze_time

from odoo.tests import tagged

from odoo.addons.ats_interview.models.verb import as_verb

from .common import BEFORE, HOUR, InterviewCase

FRIDAY = "2026-11-27 09:00:00"
MONDAY = "2026-11-30"


@tagged("post_install", "-at_install")
class TestScorecardReminder(InterviewCase):
    def setUp(self):
        super().setUp()
        calendar = self.env.ref("resource.resource_calendar_std")
        calendar.tz = "UTC"
        self.env.company.resource_calendar_id = calendar
        # What the database holds besides is not of this test.
        as_verb(self.env["ats.scorecard"].search([])).reminded_at = self.at(BEFORE)
        with freeze_time(BEFORE):
            self.applicant = self.apply()
            self.interview = self.plan(self.applicant, self.interviewer, self.second, start=self.at(FRIDAY))

    def run_cron(self, now):
        with freeze_time(now), self.enter_registry_test_mode():
            self.env.ref("ats_interview.ir_cron_ats_scorecard_remind").method_direct_trigger()

    def run_once(self, now):
        """A run that has time for one."""
        with freeze_time(now), self.enter_registry_test_mode(), self.registry.cursor() as cr:
            self.env(cr=cr)["ats.scorecard"]._cron_remind(limit=1)

    def summaries(self):
        return sorted((activity.user_id.login, activity.summary) for activity in self.interview.sudo().activity_ids)

    def test_the_weekend_does_not_count(self):
        self.assertEqual(self.interview.scorecard_due_at, self.at(f"{MONDAY} 10:00:00"))

    def test_a_holiday_of_the_company_does_not_count(self):
        self.env["resource.calendar.leaves"].create(
            {
                "name": "Holiday",
                "calendar_id": self.env.company.resource_calendar_id.id,
                "date_from": f"{MONDAY} 00:00:00",
                "date_to": f"{MONDAY} 23:59:59",
            }
        )
        with freeze_time(BEFORE):
            other = self.apply(name="Bo Berg", email="bo@example.org")
            interview = self.plan(other, self.interviewer, start=self.at(FRIDAY) + 2 * HOUR)
        self.assertEqual(interview.scorecard_due_at, self.at("2026-12-01 12:00:00"))

    def test_reminded_once_after_one_working_day(self):
        with freeze_time("2026-11-27 11:00:00"):
            self.submit(self.interview, self.second)
        quiet = [("ats_interviewer", "Fill in the scorecard")]
        self.run_cron(f"{MONDAY} 09:00:00")
        self.assertEqual(self.summaries(), quiet)
        self.run_cron(f"{MONDAY} 11:00:00")
        reminded = [("ats_interviewer", "Your scorecard is missing")]
        self.assertEqual(self.summaries(), reminded)
        activity = self.interview.sudo().activity_ids
        self.run_cron(f"{MONDAY} 12:00:00")
        self.assertEqual(self.interview.sudo().activity_ids, activity)

    def test_an_interrupted_run_goes_on(self):
        self.run_once(f"{MONDAY} 11:00:00")
        self.assertEqual(
            sorted(summary for _login, summary in self.summaries()),
            ["Fill in the scorecard", "Your scorecard is missing"],
        )
        self.run_once(f"{MONDAY} 12:00:00")
        self.assertEqual({summary for _login, summary in self.summaries()}, {"Your scorecard is missing"})

    def test_nobody_is_reminded_of_what_did_not_happen(self):
        with freeze_time("2026-11-27 11:00:00"):
            self.interview.action_no_show()
        self.run_cron(f"{MONDAY} 11:00:00")
        self.assertFalse(self.summaries())

    def test_a_moved_interview_is_due_later(self):
        with freeze_time(BEFORE):
            self.interview._reschedule(self.at("2026-12-02 09:00:00"))
        self.assertEqual(self.interview.scorecard_due_at, self.at("2026-12-03 10:00:00"))
