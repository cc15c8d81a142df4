from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.ats_interview.models.ats_booking import SlotTaken

from .common import AFTER, BEFORE, HOUR, START, InterviewCase


@tagged("post_install", "-at_install")
@freeze_time(BEFORE)
class TestPanel(InterviewCase):
    def setUp(self):
        super().setUp()
        self.applicant = self.apply()
        self.interview = self.plan(self.applicant, self.interviewer, self.hiring_manager)

    def booked(self, user):
        return self.env["ats.booking"].search(
            [("resource_kind", "=", "user"), ("resource_id", "=", user.id), ("state", "=", "booked")]
        )

    def to_candidate(self):
        return self.sent_mails(self.applicant).filtered(lambda mail: "ana@example.org" in (mail.email_to or ""))

    def test_a_newcomer_gets_everything_and_who_leaves_loses_it(self):
        mails = self.to_candidate()
        self.interview._repanel(self.hiring_manager | self.second)
        interview = self.interview.sudo()
        self.assertEqual(interview.panelist_ids.user_id, self.hiring_manager | self.second)
        self.assertEqual(interview.panelist_ids.filtered(lambda row: row.role == "lead").user_id, self.hiring_manager)
        self.assertEqual(interview.scorecard_ids.user_id, self.hiring_manager | self.second)
        newest = self.card(interview, self.second).sudo()
        self.assertEqual(newest.line_ids.mapped("criterion"), self.kit.line_ids.mapped("criterion"))
        self.assertTrue(self.booked(self.second))
        self.assertFalse(self.booked(self.interviewer))
        self.assertIn(self.second.partner_id, interview.calendar_event_id.partner_ids)
        self.assertNotIn(self.interviewer.partner_id, interview.calendar_event_id.partner_ids)
        self.assertEqual(interview.activity_ids.user_id, self.hiring_manager | self.second)
        self.assertTrue(self.applicant.with_user(self.second).has_access("read"))
        self.assertFalse(self.applicant.with_user(self.interviewer).has_access("read"))
        [event] = self.events(self.applicant, "interview.panel_changed")
        self.assertEqual(event.payload, {"added": 1, "removed": 1})
        self.assertEqual(self.to_candidate(), mails, "the candidate is told nothing")

    def test_newcomer_is_invited_and_who_leaves_is_told(self):
        self.interview._repanel(self.hiring_manager | self.second)
        told = self.env["mail.mail"].sudo().search([("model", "=", "calendar.event")], order="id").recipient_ids
        self.assertLessEqual(self.second.partner_id | self.interviewer.partner_id, told)

    def test_a_busy_newcomer_changes_nothing(self):
        self.plan(self.apply(name="Bo Berg", email="bo@example.org"), self.second, start=START + HOUR / 2)
        with self.assertRaisesRegex(SlotTaken, self.second.name):
            self.interview._repanel(self.second)
        self.assertEqual(self.interview.panelist_ids.user_id, self.interviewer | self.hiring_manager)

    def test_who_submitted_stays(self):
        with freeze_time(AFTER):
            self.submit(self.interview, self.interviewer)
            self.interview._repanel(self.second)
        interview = self.interview.sudo()
        self.assertEqual(interview.panelist_ids.user_id, self.second | self.interviewer)
        self.assertEqual(self.card(interview, self.interviewer).state, "submitted")
        self.assertFalse(self.card(interview, self.hiring_manager))
        self.assertFalse(self.booked(self.second), "the time is over")

    def test_access_by_another_interview_stays(self):
        self.plan(self.applicant, self.interviewer, start=START + 4 * HOUR)
        self.interview._repanel(self.second)
        self.assertTrue(self.applicant.with_user(self.interviewer).has_access("read"))

    def test_planners_alone_change_a_panel_that_is_not_empty(self):
        with self.assertRaises(AccessError):
            self.interview.with_user(self.interviewer)._repanel(self.second)
        with self.assertRaisesRegex(UserError, "at least one"):
            self.interview._repanel(self.env["res.users"])
        self.interview._cancel()
        with self.assertRaisesRegex(UserError, "did not take place"):
            self.interview._repanel(self.second)

    def test_the_dialog_leads_to_the_verb(self):
        action = self.interview.action_change_panel()
        dialog = (
            self.env[action["res_model"]]
            .with_user(self.recruiter)
            .with_context(**action["context"])
            .create({"user_ids": [(6, 0, self.second.ids)]})
        )
        dialog.action_confirm()
        self.assertEqual(self.interview.panelist_ids.user_id, self.second)

    def test_next_interview_is_on_top_and_the_past_below(self):
        later = self.plan(self.applicant, self.second, start=START + 4 * HOUR)
        past = self.plan(self.applicant, self.second, start=START + 8 * HOUR)
        past.sudo().state = "done"
        older = self.plan(self.applicant, self.second, start=START + 6 * HOUR)
        older.sudo().state = "no_show"
        mine = self.env["ats.interview"].search([("applicant_id", "=", self.applicant.id)])
        self.assertEqual(list(mine), [self.interview, later, past, older])
