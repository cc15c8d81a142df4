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
        self.assertEqual((row["name"], row["job"]), (request.display_name, ""), "the position once")
        self.assertFalse(self.rows("approvals", self.hiring_manager), "asks, and is not asked")
        result = self.env["ats.day"].with_user(self.hr_officer).do_row("approvals", row["id"], "approve")
        self.assertTrue(result["message"].startswith("Approved: "))
        self.assertNotEqual(request.state, "to_approve")
        self.assertFalse(self.rows("approvals", self.admin_rec), "enough have approved")

    def test_a_list_tells_in_one_line_what_is_asked(self):
        request = self.request(("Team", 1, self.line_manager), headcount=2, target_start="2027-01-04")
        rows = self.env["ats.approval.approver"].with_user(self.line_manager)
        row = rows.search([("waits_for_me", "=", True)])
        pay = request.sudo()._pay_range_text()
        self.assertEqual(row.brief, f"2 openings · {pay} · from 4 Jan 2027")
        row._decide(True)
        self.assertFalse(row.brief, "who has decided and may not see requisitions reads no pay any more")

    def test_the_bell_counts_it_today(self):
        self.request(("Team", 1, self.line_manager))
        counted = self.env["res.users"].with_user(self.line_manager)._get_activity_groups()
        [group] = [group for group in counted if group["model"] == "ats.approval.approver"]
        self.assertEqual((group["today_count"], group["planned_count"]), (1, 0))

    def test_what_waits_for_the_candidate_is_not_overdue(self):
        applicant = self.apply().sudo()
        applicant.ats_sla_deadline = fields.Datetime.now() - timedelta(days=3)
        self.assertTrue(self.rows("overdue", self.recruiter))
        applicant.ats_sla_state = "paused"
        self.assertFalse(self.rows("overdue", self.recruiter))
