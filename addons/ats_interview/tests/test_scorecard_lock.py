from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import AFTER, BEFORE, InterviewCase


@tagged("post_install", "-at_install")
class TestScorecardLock(InterviewCase):
    def setUp(self):
        super().setUp()
        with freeze_time(BEFORE):
            self.applicant = self.apply()
            self.interview = self.plan(self.applicant, self.interviewer, self.second)
        frozen = freeze_time(AFTER)
        frozen.start()
        self.addCleanup(frozen.stop)

    def test_submitting_locks(self):
        card = self.submit(self.interview, self.interviewer, notes="Good")
        self.assertEqual(card.state, "submitted")
        self.assertEqual(card.submitted_at, self.at(AFTER))
        self.assertEqual(set(card.line_ids.mapped("rating")), {"no_decision"})
        self.assertEqual(len(self.events(self.applicant, "scorecard.submitted")), 1)
        self.assertEqual(self.interview.state, "done")
        self.assertEqual(self.interview.sudo().activity_ids.user_id, self.second)

    def test_nobody_edits_a_submitted_scorecard(self):
        card = self.submit(self.interview, self.interviewer)
        for user in (self.interviewer, self.recruiter, self.hiring_manager, self.admin_rec):
            with self.assertRaises(UserError):
                card.with_user(user).write({"recommendation": "no"})
            with self.assertRaises(UserError):
                card.with_user(user).line_ids[0].write({"rating": "no"})
            with self.assertRaises(UserError):
                card.with_user(user).unlink()
            with self.assertRaises(UserError):
                card.with_user(user).line_ids[0].unlink()
        self.assertEqual(card.recommendation, "yes")

    def test_the_lock_holds_for_elevated_code_and_for_contexts_of_clients(self):
        card = self.submit(self.interview, self.interviewer)
        for locked in (card.sudo(), card.sudo().with_context(ats_interview_verb=True)):
            with self.assertRaises(UserError):
                locked.write({"notes": "changed"})
            with self.assertRaises(UserError):
                locked.line_ids[0].write({"rating": "no"})
            with self.assertRaises(UserError):
                locked.unlink()
            with self.assertRaises(UserError):
                self.env["ats.scorecard.line"].sudo().with_context(**locked.env.context).create(
                    {"scorecard_id": card.id, "criterion": "Late idea", "rating": "no"}
                )

    def test_state_and_author_are_not_written_by_hand(self):
        card = self.card(self.interview, self.interviewer)
        for vals in ({"state": "submitted"}, {"user_id": self.second.id}, {"submitted_at": AFTER}):
            with self.assertRaises(UserError):
                card.write(vals)
        with self.assertRaises(UserError):
            card.line_ids[0].write({"criterion": "Something else"})
        with self.assertRaises(AccessError):
            self.env["ats.scorecard"].with_user(self.interviewer).create(
                {"interview_id": self.interview.id, "user_id": self.interviewer.id}
            )

    def test_only_the_author_submits(self):
        card = self.card(self.interview, self.interviewer)
        card.recommendation = "yes"
        for user in (self.second, self.recruiter, self.admin_rec):
            with self.assertRaises(AccessError):
                card.with_user(user)._submit()
            # Elevated code reads a draft, but does not submit it in another name either.
            with self.assertRaises(AccessError):
                card.with_user(user).sudo()._submit()

    def test_a_recommendation_is_needed_and_the_interview_must_have_begun(self):
        card = self.card(self.interview, self.interviewer)
        with self.assertRaisesRegex(UserError, "recommendation"):
            card._submit()
        card.recommendation = "yes"
        with freeze_time(BEFORE), self.assertRaisesRegex(UserError, "not started"):
            card._submit()
        card._submit()
        with self.assertRaises(UserError):
            card._submit()

    def test_a_cancelled_interview_is_not_rated(self):
        card = self.card(self.interview, self.interviewer)
        card.recommendation = "yes"
        self.interview._cancel()
        with self.assertRaisesRegex(UserError, "not take place"):
            card._submit()

    def test_only_an_administrator_reopens(self):
        card = self.submit(self.interview, self.interviewer)
        for user in (self.interviewer, self.recruiter, self.hiring_manager):
            with self.assertRaises(AccessError):
                card.with_user(user)._reopen()
        card.with_user(self.admin_rec)._reopen()
        self.assertEqual(card.state, "draft")
        self.assertEqual(len(self.events(self.applicant, "scorecard.reopened")), 1)
        card.write({"recommendation": "no"})
        card._submit()
        self.assertEqual(card.recommendation, "no")

    def test_the_journal_does_not_tell_the_rating(self):
        self.submit(self.interview, self.interviewer, recommendation="definitely_not")
        event = self.events(self.applicant, "scorecard.submitted")
        self.assertNotIn("definitely_not", str(event.payload))

    def test_erasing_the_person_reaches_the_opinions(self):
        card = self.submit(self.interview, self.interviewer, notes="Lives in Lyon")
        for records, names in self.applicant.sudo().ats_candidate_id._erase_targets():
            if records._name == "ats.scorecard":
                records.write(dict.fromkeys(names, False))
        self.assertFalse(card.notes)
