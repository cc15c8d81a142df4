from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .common import AtsCase
from .requisition_common import RequisitionMixin


@tagged("post_install", "-at_install")
class TestMyDayApprovals(RequisitionMixin, AtsCase):
    """Approvals on My Day, and applications that wait for the candidate."""

    def rows(self, key, user):
        day = self.env["ats.day"].with_user(user).read_day("team")
        return next((group["rows"] for group in day["groups"] if group["key"] == key), [])

    def test_who_is_asked_approves_in_place(self):
        request = self.request(("Team", 1, self.hr_officer | self.admin_rec))
        [row] = self.rows("approvals", self.hr_officer)
        self.assertEqual([verb["name"] for verb in row["verbs"]], ["approve", "look"])
        self.assertFalse(self.rows("approvals", self.hiring_manager), "asks, and is not asked")
        result = self.env["ats.day"].with_user(self.hr_officer).do_row("approvals", row["id"], "approve")
        self.assertTrue(result["message"].startswith("Approved: "))
        self.assertNotEqual(request.state, "to_approve")
        self.assertFalse(self.rows("approvals", self.admin_rec), "enough have approved")

    def test_what_waits_for_the_candidate_is_not_overdue(self):
        applicant = self.apply().sudo()
        applicant.ats_sla_deadline = fields.Datetime.now() - timedelta(days=3)
        self.assertTrue(self.rows("overdue", self.recruiter))
        applicant.ats_sla_state = "paused"
        self.assertFalse(self.rows("overdue", self.recruiter))
