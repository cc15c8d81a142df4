from odoo.tests import HttpCase, tagged

from odoo.addons.ats_core.tests.requisition_common import RequisitionMixin


@tagged("post_install", "-at_install")
class TestRequisitionTour(RequisitionMixin, HttpCase):
    """A manager asks, two groups approve, the job may be published."""

    def test_from_the_wish_to_the_job(self):
        self.env.company.ats_needs_requisition = True
        self.start_tour("/odoo/ats-requisitions/new", "ats_requisition_request", login=self.hiring_manager.login)
        requisition = self.env["ats.requisition"].search([("job_title", "=", "Night Baker")])
        self.assertEqual((requisition.state, requisition.headcount), ("to_approve", 2))
        self.decide(requisition, self.line_manager)
        self.start_tour("/odoo/ats-requisitions", "ats_requisition_approve_activity", login=self.hr_officer.login)
        self.assertEqual(requisition.state, "approved")
        job = requisition.job_id
        job.action_ats_open()
        self.assertFalse(job.ats_publish_blockers)
        self.assertEqual(requisition.state, "open")


@tagged("post_install", "-at_install")
class TestApprovalOnPhone(RequisitionMixin, HttpCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_an_employee_approves_on_a_phone(self):
        requisition = self.request(("Line", 1, self.line_manager), job_id=False, job_title="Night Baker")
        self.start_tour("/odoo/ats-approvals", "ats_requisition_approve_phone", login=self.line_manager.login)
        self.assertEqual(requisition.state, "approved")
