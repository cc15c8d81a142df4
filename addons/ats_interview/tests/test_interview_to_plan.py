from datetime import datetime, timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged

from odoo.addons.ats_core.tests.common import AtsMixin
from odoo.addons.base.models.ir_cron import IrCron

from .common import BEFORE, InterviewCase, InterviewMixin

TO_PLAN = "ats_interview.mail_activity_plan_interview"


class ToPlanMixin(InterviewMixin):
    """A stage whose rule asks for an interview."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.job.interviewer_ids = cls.interviewer | cls.second
        cls.kit.job_ids = cls.job
        cls.rule = cls.env["ats.stage.rule"].create({"stage_id": cls.stage_interview.id, "action": "interview"})

    def enter(self, **values):
        applicant = self.apply(**values)
        applicant.with_user(self.recruiter)._ats_move(self.stage_interview)
        self.run_due()
        return applicant

    def run_due(self):
        """Do what rules have planned; committing would end the transaction of the test."""
        self.patch(IrCron, "_commit_progress", lambda *_args, **_kwargs: 60.0)
        with freeze_time(fields.Datetime.now() + timedelta(minutes=2)):
            self.env.ref("ats_core.ir_cron_stage_rule_run").ir_actions_server_id.run()

    def to_plan(self, applicant):
        return applicant.sudo().activity_search([TO_PLAN])

    def rows(self, user, scope="mine"):
        day = self.env["ats.day"].with_user(user).read_day(scope)
        return next((group["rows"] for group in day["groups"] if group["key"] == "to_plan"), [])


@tagged("post_install", "-at_install")
@freeze_time(BEFORE)
class TestInterviewToPlan(ToPlanMixin, InterviewCase):
    def test_the_rule_asks_with_kit_and_panel(self):
        applicant = self.enter()
        activity = self.to_plan(applicant)
        self.assertEqual((len(activity), activity.user_id), (1, self.recruiter))
        for words in (self.kit.name, self.interviewer.name, self.second.name, self.hiring_manager.name):
            self.assertIn(words, activity.note)
        run = self.env["ats.stage.rule.run"].search([("applicant_id", "=", applicant.id)])
        self.assertEqual((run.state, run.rule_version), ("done", self.rule.version))
        self.assertIn(self.kit.name, run.note)

    def test_one_click_opens_the_dialog_filled_in(self):
        applicant = self.enter()
        action = self.to_plan(applicant).with_user(self.recruiter).action_ats_plan_interview()
        dialog = self.env["ats.interview.schedule"].with_user(self.recruiter).with_context(**action["context"])
        dialog = dialog.create({})
        self.assertEqual((dialog.applicant_id, dialog.kit_id), (applicant, self.kit))
        self.assertEqual(dialog.panelist_ids, self.interviewer | self.second | self.hiring_manager)
        dialog.action_confirm()
        self.assertFalse(self.to_plan(applicant), "done with the plan")
        self.assertFalse(self.rows(self.recruiter))

    def test_it_waits_on_my_day(self):
        applicant = self.enter()
        [row] = self.rows(self.recruiter)
        self.assertEqual(row["id"], applicant.id)
        self.assertFalse(self.rows(self.admin_rec))
        self.assertFalse(self.rows(self.other_interviewer, "team"))
        result = self.env["ats.day"].with_user(self.recruiter).do_row("to_plan", applicant.id, "plan")
        self.assertEqual(result["action"]["res_model"], "ats.interview.schedule")

    def test_an_interviewer_does_not_plan(self):
        applicant = self.enter()
        with self.assertRaises(AccessError):
            self.to_plan(applicant).with_user(self.interviewer).action_ats_plan_interview()

    def test_what_is_planned_is_not_asked_for_again(self):
        applicant = self.apply()
        self.plan(applicant, self.interviewer, start=datetime(2026, 11, 26, 9, 0))
        applicant.with_user(self.recruiter)._ats_move(self.stage_interview)
        self.run_due()
        self.assertFalse(self.to_plan(applicant))
        run = self.env["ats.stage.rule.run"].search([("applicant_id", "=", applicant.id)])
        self.assertEqual((run.state, run.note), ("skipped", "An interview is planned already."))

    def test_the_manager_is_asked_if_the_rule_says_so(self):
        self.rule.activity_for = "manager"
        self.assertEqual(self.to_plan(self.enter()).user_id, self.hiring_manager)


@tagged("post_install", "-at_install")
class TestPlanFromTheActivity(ToPlanMixin, AtsMixin, HttpCase):
    def test_the_button_of_the_to_do(self):
        applicant = self.apply()
        applicant._ats_move(self.stage_interview)
        self.run_due()
        self.start_tour(
            f"/odoo/action-hr_recruitment.crm_case_categ0_act_job/{applicant.id}",
            "ats_plan_interview",
            login=self.recruiter.login,
        )
        self.env.invalidate_all()
        self.assertEqual(len(applicant.sudo().ats_interview_ids), 1)
        self.assertFalse(self.to_plan(applicant))
