from datetime import timedelta

from odoo import fields
from odoo.tests import HttpCase, tagged

from odoo.addons.ats_core.tests.common import AtsMixin

from .common import InterviewMixin


@tagged("post_install", "-at_install")
class TestScorecardTour(InterviewMixin, AtsMixin, HttpCase):
    def setUp(self):
        super().setUp()
        start = fields.Datetime.now().replace(second=0) - timedelta(hours=3)
        self.applicant = self.apply(name="Ana Tour", email="tour@example.org")
        self.interview = self.plan(self.applicant, self.interviewer, start=start)

    def check(self):
        self.env.invalidate_all()
        card = self.card(self.interview, self.interviewer)
        self.assertEqual(card.state, "submitted")
        self.assertEqual(card.recommendation, "yes")
        self.assertEqual(card.notes, "Explained the outage clearly.")
        rated = {line.criterion: line.rating for line in card.line_ids}
        self.assertEqual(rated["Knows the trade"], "strong_yes")
        self.assertEqual(rated["Works with others"], "mixed")
        self.assertEqual(rated["Wants this job"], "no_decision")
        self.assertEqual(card.line_ids[0].note, "Built it herself")
        self.assertEqual(self.interview.state, "done")

    def test_an_interviewer_fills_in_and_submits(self):
        self.start_tour("/odoo/my-interviews", "ats_interview_scorecard", login="ats_interviewer")
        self.check()

    def test_the_same_on_a_phone(self):
        self.browser_size = "390x844"
        self.touch_enabled = True
        self.start_tour("/odoo/my-interviews", "ats_interview_scorecard", login="ats_interviewer")
        self.check()
