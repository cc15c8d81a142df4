from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from odoo.addons.ats_core.enqueue import ats_enqueue

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestWork(AtsCase):
    def enqueue(self, applicant):
        return ats_enqueue(applicant, "_ats_touch", channel="root.parse", key=f"t:{applicant.id}")

    def waiting(self):
        return self.env["queue.job"].sudo().search([("state", "=", "pending")])

    def test_the_same_work_waits_once(self):
        applicant = self.apply()
        before = len(self.waiting())
        self.enqueue(applicant)
        self.enqueue(applicant)
        self.assertEqual(len(self.waiting()), before + 1)

    def test_watchdog_warns_and_drains(self):
        applicant = self.apply()
        self.run_jobs()
        self.enqueue(applicant)
        job = self.waiting()
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE queue_job SET date_created = %s WHERE id = %s",
            (fields.Datetime.now() - timedelta(minutes=11), job.id),
        )
        job.invalidate_recordset()
        cron = self.env.ref("ats_core.ir_cron_queue_job_watch")
        for _run in range(2):
            with self.enter_registry_test_mode():
                cron.method_direct_trigger()
        self.assertEqual(job.state, "done")
        warnings = self.env["mail.activity"].search(
            [
                ("res_model", "=", "res.partner"),
                ("res_id", "=", self.admin_rec.partner_id.id),
            ]
        )
        self.assertEqual(len(warnings), 1)

    def test_young_work_is_left_to_the_runner(self):
        applicant = self.apply()
        self.run_jobs()
        self.enqueue(applicant)
        with self.enter_registry_test_mode():
            self.env.ref("ats_core.ir_cron_queue_job_watch").method_direct_trigger()
        self.assertEqual(self.waiting().state, "pending")

    def test_work_that_the_runner_took_meanwhile_is_left_alone(self):
        applicant = self.apply()
        self.run_jobs()
        self.enqueue(applicant)
        job = self.waiting()
        self.env.flush_all()
        self.env.cr.execute("UPDATE queue_job SET state = 'started' WHERE id = %s", (job.id,))
        job._ats_drain_if_waiting()
        self.assertEqual(job.state, "started")
