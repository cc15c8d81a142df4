"""Several runners at once: each rule acts once for each stay, and every run comes to an end."""

import os
from datetime import timedelta
from typing import ClassVar

from odoo import fields
from odoo.tests import tagged
from odoo.tools import mute_logger

from tests.deep.races import RaceCase

APPLICATIONS = int(os.environ.get("ATS_DEEP_RULE_RUNS", "100"))
RUNNERS = 4


@tagged("post_install", "-at_install")
class TestStageRuleRace(RaceCase):
    context: ClassVar[dict] = {}

    def prepare(self):
        with self.committed() as env:
            template = env["mail.template"].create(
                {
                    "name": "Race",
                    "model_id": env["ir.model"]._get_id("hr.applicant"),
                    "subject": "A rule raced",
                    "body_html": "<p>Hello</p>",
                }
            )
            job = env["hr.job"].create({"name": "Race of rules", "ats_job_state": "open"})
            job._ats_take_own_stages()
            stage = job.ats_own_stage_ids.sorted("sequence")[1]
            rule = env["ats.stage.rule"].create({"stage_id": stage.id, "template_id": template.id})
            for number in range(APPLICATIONS):
                applicant, _outcome = env["hr.applicant"]._ats_apply(
                    job, {"name": f"Runner {number}", "email": self.address(f"{job.id}.{number}")}, source="import"
                )
                applicant._ats_move(stage)
            runs = env["ats.stage.rule.run"].search([("rule_id", "=", rule.id)])
            runs.due_at = fields.Datetime.now() - timedelta(minutes=5)
            return rule.id

    @mute_logger("odoo.sql_db")
    def test_four_runners_mail_once(self):
        rule_id = self.prepare()
        self.at_once(
            [lambda env: env["ats.stage.rule.run"]._cron_run_due(limit=APPLICATIONS)] * RUNNERS, again=False, within=600
        )
        with self.committed() as env:
            runs = env["ats.stage.rule.run"].search([("rule_id", "=", rule_id)])
            self.assertEqual(set(runs.mapped("state")), {"done"})
            mails = env["mail.mail"].search([("subject", "=", "A rule raced")])
            self.assertEqual(sorted(mails.mapped("res_id")), sorted(runs.applicant_id.ids))
        print(f"{APPLICATIONS} runs, {RUNNERS} runners at once")  # noqa: T201
