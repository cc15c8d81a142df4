from datetime import datetime, timedelta

from odoo import fields
from odoo.tests import new_test_user

from odoo.addons.ats_core.tests.common import INTERVIEWER, AtsCase

# Tuesday; the tests freeze the clock before it.
START = datetime(2026, 11, 24, 9, 0)
HOUR = timedelta(hours=1)
BEFORE = "2026-11-22 08:00:00"
AFTER = "2026-11-24 12:00:00"


class InterviewMixin:
    """An application, three interviewers and a kit; interviews planned by the recruiter."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.second = new_test_user(
            cls.env, "ats_second", groups=INTERVIEWER, email="second@company.example", name="Sam Second"
        )
        cls.recruiter.tz = "UTC"
        cls.kit = cls.env.ref("ats_interview.ats_interview_kit_general")

    def plan(self, applicant, *panel, start=START, hours=1, user=None, **values):
        """Plan as the recruiter, or as somebody else."""
        user = user or self.recruiter
        return (
            self.env["ats.interview"]
            .with_user(user)
            ._schedule(
                applicant.with_user(user),
                start,
                start + hours * HOUR,
                self.env["res.users"].union(*(panel or [self.interviewer])),
                **{"kit": self.kit, **values},
            )
        )

    def card(self, interview, user):
        """The scorecard of this user, in the hands of this user."""
        return (
            self.env["ats.scorecard"]
            .with_user(user)
            .search([("interview_id", "=", interview.id), ("user_id", "=", user.id)])
        )

    def submit(self, interview, user, recommendation="yes", **values):
        card = self.card(interview, user)
        card.write({"recommendation": recommendation, **values})
        card._submit()
        return card

    def events(self, applicant, event_type):
        return self.env["ats.event"].sudo().search([("applicant_id", "=", applicant.id), ("type", "=", event_type)])

    @staticmethod
    def at(text):
        return fields.Datetime.to_datetime(text)


class InterviewCase(InterviewMixin, AtsCase):
    """Base of the tests of interviews."""
