from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import AFTER, BEFORE, HOUR, START, InterviewCase

SECRET = "Zebra-opinion"


@tagged("post_install", "-at_install")
class TestScorecardBlind(InterviewCase):
    """An interviewer meets no opinion of the others before submitting the own."""

    def setUp(self):
        super().setUp()
        with freeze_time(BEFORE):
            self.applicant = self.apply()
            self.interview = self.plan(self.applicant, self.interviewer, self.second)
        frozen = freeze_time(AFTER)
        frozen.start()
        self.addCleanup(frozen.stop)
        card = self.card(self.interview, self.second)
        card.line_ids[0].write({"rating": "strong_yes", "note": SECRET})
        # Exporting needs a right of its own; with it the interviewers must be blind as well.
        (self.interviewer | self.other_interviewer).group_ids += self.env.ref("base.group_allow_export")
        self.other_card = self.submit(self.interview, self.second, "strong_yes", notes=SECRET)

    def as_user(self, user, model="ats.scorecard"):
        return self.env[model].with_user(user)

    def assert_blind(self, user):
        """No door of the ORM tells this user anything of the other scorecard."""
        cards, lines = self.as_user(user), self.as_user(user, "ats.scorecard.line")
        ours = [("id", "=", self.other_card.id)]
        self.assertFalse(cards.search(ours))
        self.assertFalse(cards.search_count([("notes", "ilike", SECRET)]))
        self.assertFalse(cards.name_search(self.second.name))
        self.assertNotIn(self.other_card.id, dict(cards.name_search("")))
        self.assertFalse(cards.search_read(ours, ["recommendation"]))
        theirs = [("state", "=", "submitted"), ("user_id", "!=", user.id)]
        self.assertFalse(cards._read_group(theirs, ["recommendation"], ["__count"]))
        self.assertFalse(cards.formatted_read_group(ours, ["recommendation"], ["__count"]))
        self.assertFalse(lines.search([("note", "ilike", SECRET)]))
        self.assertFalse(lines._read_group([("scorecard_id", "=", self.other_card.id)], ["rating"], ["__count"]))
        for attempt in (
            lambda: cards.browse(self.other_card.id).read(["recommendation", "notes"]),
            lambda: cards.browse(self.other_card.id).export_data(["recommendation"]),
            lambda: lines.browse(self.other_card.sudo().line_ids.ids).read(["rating"]),
        ):
            with self.assertRaises(AccessError):
                attempt()
        self.assert_blind_sideways(user)

    def assert_blind_sideways(self, user):
        """Nor do the records around it."""
        paths = (
            ("hr.applicant", "ats_scorecard_ids.recommendation"),
            ("hr.applicant", "ats_interview_ids.scorecard_ids.recommendation"),
            ("ats.interview", "scorecard_ids.recommendation"),
        )
        for model, path in paths:
            found = self.as_user(user, model).search([(path, "=", "strong_yes")])
            self.assertFalse(found, f"{model} {path}")
        applicant = self.applicant.with_user(user)
        applicant.invalidate_recordset()
        exported = str(
            applicant.export_data(
                [
                    "ats_scorecard_ids/notes",
                    "ats_readable_scorecard_ids/notes",
                    "ats_scorecard_hint",
                ]
            )
        )
        self.assertNotIn(SECRET, exported)
        spec = {"ats_readable_scorecard_ids": {"fields": {"notes": {}}}, "ats_scorecard_ids": {"fields": {"notes": {}}}}
        self.assertNotIn(SECRET, str(applicant.web_read(spec)))
        self.assert_blind_in_chatter(user)

    def assert_blind_in_chatter(self, user):
        messages = (
            self.env["mail.message"]
            .with_user(user)
            .search([("model", "in", ("ats.interview", "ats.scorecard", "hr.applicant"))])
        )
        self.assertNotIn(SECRET, " ".join(messages.mapped("body")))
        for word in ("strong_yes", "Strong yes"):
            self.assertNotIn(word, " ".join(messages.mapped("body")))
        self.assertFalse(self.env["ir.attachment"].with_user(user).search([("res_model", "=", "ats.scorecard")]))

    def test_blind_before_the_own_is_submitted(self):
        self.assert_blind(self.interviewer)
        self.card(self.interview, self.interviewer).write({"recommendation": "no"})
        self.assert_blind(self.interviewer)

    def test_seeing_after_the_own_is_submitted(self):
        self.submit(self.interview, self.interviewer, "no")
        card = self.as_user(self.interviewer).browse(self.other_card.id)
        self.assertEqual(card.notes, SECRET)
        self.assertEqual(card.line_ids[0].rating, "strong_yes")
        self.assertIn(self.other_card, self.applicant.with_user(self.interviewer).ats_readable_scorecard_ids)

    def test_an_open_scorecard_of_the_next_round_blinds_again(self):
        self.submit(self.interview, self.interviewer, "no")
        with freeze_time(BEFORE):
            second_round = self.plan(self.applicant, self.interviewer, start=START + 2 * HOUR)
        self.assert_blind(self.interviewer)
        second_round._cancel()
        self.env.invalidate_all()
        self.assertEqual(self.as_user(self.interviewer).browse(self.other_card.id).notes, SECRET)

    def test_interviewers_of_the_job_without_a_scorecard_are_blind(self):
        self.job.interviewer_ids = self.other_interviewer
        self.assertTrue(self.applicant.with_user(self.other_interviewer).has_access("read"))
        self.assert_blind(self.other_interviewer)

    def test_submitting_for_one_candidate_opens_no_other(self):
        with freeze_time(BEFORE):
            other = self.apply(name="Bo Berg", email="bo@example.org")
            interview = self.plan(other, self.interviewer, start=START + 2 * HOUR)
        with freeze_time("2026-11-24 15:00:00"):
            self.submit(interview, self.interviewer)
        self.assert_blind(self.interviewer)

    def test_recruiter_and_hiring_manager_see_submitted_ones_only(self):
        draft = self.card(self.interview, self.interviewer)
        draft.notes = "Half a thought"
        for user in (self.recruiter, self.hiring_manager, self.admin_rec):
            self.assertEqual(self.as_user(user).browse(self.other_card.id).notes, SECRET)
            self.assertFalse(self.as_user(user).search([("id", "=", draft.id)]))
            with self.assertRaises(AccessError):
                draft.with_user(user).read(["notes"])
            applicant = self.applicant.with_user(user)
            self.assertEqual(applicant.ats_scorecard_summary, "1 of 2 scorecards are in.")
            self.assertIn(self.interviewer.name, applicant.ats_scorecard_hint)
        panelist = self.interview.with_user(self.recruiter).panelist_ids.filtered(
            lambda panelist: panelist.user_id == self.interviewer
        )
        self.assertEqual(panelist.scorecard_state, "draft")

    def test_the_hiring_manager_of_another_job_sees_nothing(self):
        self.job.ats_hiring_manager_id = self.admin_rec
        self.env.invalidate_all()
        self.assertFalse(self.as_user(self.hiring_manager).search([("id", "=", self.other_card.id)]))

    def test_people_outside_recruitment_have_no_access(self):
        for user in (self.employee_user, self.privacy_officer):
            with self.assertRaises(AccessError):
                self.as_user(user).search([])

    def test_confidential_jobs_hide_scorecards(self):
        self.assertTrue(self.as_user(self.hr_officer).search([("id", "=", self.other_card.id)]))
        self.job.ats_restricted = True
        self.assertFalse(self.as_user(self.hr_officer).search([("id", "=", self.other_card.id)]))
        self.assertFalse(
            self.as_user(self.hr_officer, "ats.scorecard.line").search([("scorecard_id", "=", self.other_card.id)])
        )
