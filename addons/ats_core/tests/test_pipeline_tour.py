from datetime import timedelta
from unittest.mock import patch

from freezegun import freeze_time

from odoo import fields
from odoo.fields import Command
from odoo.tests import HttpCase, tagged

from odoo.addons.base.models.ir_cron import IrCron

from .common import AtsMixin


@tagged("post_install", "-at_install")
class TestPipelineTour(AtsMixin, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.mail = cls.env["mail.template"].create(
            {
                "name": "Soon",
                "model_id": cls.env["ir.model"]._get_id("hr.applicant"),
                "subject": "We call you soon",
                "body_html": "<p>Hello</p>",
            }
        )
        cls.pipeline = cls.env["ats.pipeline"].create(
            {
                "name": "Tour Pipeline",
                "stage_ids": [
                    Command.create({"name": "Post box", "ats_kind": "new", "sequence": 1}),
                    Command.create({"name": "Talk", "ats_kind": "interview", "sequence": 2}),
                    Command.create(
                        {"name": "Employed", "ats_kind": "hired", "sequence": 3, "ats_require_assessment": True}
                    ),
                ],
            }
        )
        cls.env["ats.stage.rule"].create(
            {
                "pipeline_stage_id": cls.pipeline.stage_ids[1].id,
                "trigger": "after",
                "delay_days": 1,
                "template_id": cls.mail.id,
            }
        )
        first = cls.env["ats.pipeline"].create(
            {"name": "First", "stage_ids": [Command.create({"name": "Received", "ats_kind": "new"})]}
        )
        template = cls.job._ats_new_template("Tour Template")
        template._ats_use_pipeline(first)

    def test_job_from_template_to_a_mail_after_a_working_day(self):
        self.start_tour("/odoo/recruitment-job-templates", "ats_job_from_template", login="ats_recruiter")
        job = self.env["hr.job"].search([("name", "=", "Tour Job")])
        self.assertEqual((job.ats_job_state, job.ats_pipeline_id), ("draft", self.pipeline))
        job.action_ats_open()
        applicant = self.apply_plain(job)
        self.start_tour(
            f"/odoo/action-hr_recruitment.action_hr_job/{job.id}", "ats_remove_stage", login="ats_recruiter"
        )
        self.assertEqual(job.ats_own_stage_ids.sorted("sequence").mapped("name"), ["Talk", "Employed"])
        self.assertEqual(applicant.stage_id.name, "Talk")
        self.run_rules(timedelta(hours=2))
        self.assertNotIn("We call you soon", self.sent_mails(applicant).mapped("subject"))
        self.run_rules(timedelta(days=5))
        self.assertIn("We call you soon", self.sent_mails(applicant).mapped("subject"))

    def test_one_dialog_for_a_blocked_move(self):
        self.job._ats_use_pipeline(self.pipeline)
        applicant = self.apply_plain(self.job)
        talk = self.job.ats_own_stage_ids.filtered(lambda stage: stage.name == "Talk")
        applicant._ats_move(talk)
        board = f"/odoo/action-hr_recruitment.action_hr_job_applications?active_id={self.job.id}"
        self.start_tour(board, "ats_move_despite", login="ats_recruiter")
        applicant.invalidate_recordset()
        running = applicant.ats_stay_ids.filtered(lambda stay: not stay.left_at)
        self.assertEqual((running.stage_id.name, running.override_reason), ("Employed", "Passed by phone"))

    def apply_plain(self, job):
        applicant, _outcome = (
            self.env["hr.applicant"]
            .sudo()
            ._ats_apply(job, {"name": "Ana Tour", "email": "ana.tour@example.org"}, source="website")
        )
        return applicant

    def run_rules(self, later):
        # Committing would end the transaction of the test; what the cron does stays real.
        stay_in_test = patch.object(IrCron, "_commit_progress", lambda cron, *args, **kwargs: 60.0)
        with freeze_time(fields.Datetime.now() + later), stay_in_test:
            self.env.ref("ats_core.ir_cron_stage_rule_run").ir_actions_server_id.run()
