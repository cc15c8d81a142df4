"""How often one person may apply."""

from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.tests import TransactionCase, tagged

from .screening_common import ScreeningMixin


@tagged("post_install", "-at_install")
class TestApplicationLimits(ScreeningMixin, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other_job = cls.make_job("Frontend Developer")
        cls.sales = cls.env["hr.department"].create({"name": "Sales"})
        cls.sales_job = cls.make_job("Seller", department_id=cls.sales.id)

    def outcome(self, job, **values):
        return self.send(None, job=job, **values)[1]

    def test_at_most_so_many_in_a_department(self):
        self.env.company.write({"ats_limit_count": 1, "ats_limit_days": 30})
        first, outcome = self.send(None)
        self.assertEqual(outcome, "created")
        self.assertEqual(self.send(None), (first, "existing"), "adding to an open application is no new one")
        applicant, outcome = self.send(None, job=self.other_job)
        self.assertEqual((len(applicant), outcome), (0, "cooldown"))
        self.assertEqual(self.outcome(self.sales_job), "created", "another department")
        self.assertEqual(self.outcome(self.other_job, email="else@example.org", name="Else"), "created")
        self.env.cr.execute(
            "UPDATE hr_applicant SET create_date = %s WHERE id = %s",
            (fields.Datetime.now() - timedelta(days=31), first.id),
        )
        first.invalidate_recordset()
        self.assertEqual(self.outcome(self.other_job), "created")

    def test_a_department_has_limits_of_its_own(self):
        self.env.company.write({"ats_limit_count": 1, "ats_limit_days": 30})
        self.department.ats_own_limits = True
        self.assertEqual(self.outcome(self.job), "created")
        self.assertEqual(self.outcome(self.other_job), "created", "0 is no limit")

    def test_after_a_refusal_one_waits(self):
        self.env.company.write({"ats_cooldown": 2, "ats_cooldown_unit": "months"})
        applicant, _outcome = self.send(None)
        with freeze_time("2026-10-01 10:00:00"):
            applicant._ats_refuse(self.refuse_reason)
        with freeze_time("2026-11-30 10:00:00"):
            self.assertEqual(self.outcome(self.job), "cooldown")
            self.assertEqual(self.outcome(self.sales_job), "created")
        with freeze_time("2026-12-01 11:00:00"):
            self.assertEqual(self.outcome(self.job), "created")

    def test_the_recruiter_reads_it_and_the_person_gets_a_mail(self):
        self.env.company.write({"ats_limit_count": 1, "ats_limit_days": 30})
        first, _outcome = self.send(None)
        self.assertEqual(self.outcome(self.other_job), "cooldown")
        self.assertIn("applied for Frontend Developer and has to wait", str(first.message_ids.mapped("body")))
        self.assertIn("take a limited number", str(self.sent_mails(first).mapped("body_html")))
        event = self.env["ats.event"].search([("type", "=", "application.held_back")])
        self.assertEqual((event.candidate_id, event.job_id), (first.ats_candidate_id, self.other_job))
        self.assertEqual(event.payload, {"limit": "count"})

    def test_a_recruiter_is_not_limited(self):
        self.env.company.write({"ats_limit_count": 1, "ats_limit_days": 30})
        self.send(None)
        by_hand = (
            self.env["hr.applicant"]
            .with_user(self.recruiter)
            .create({"partner_name": "Ana García", "email_from": "ana@example.org", "job_id": self.other_job.id})
        )
        self.assertEqual(by_hand.ats_state, "ongoing")
