from datetime import timedelta

from freezegun import freeze_time
from psycopg2.errors import UniqueViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.base.models.ir_cron import IrCron

from .common import AtsCase

MONDAY = "2026-03-02 08:00:00"
A_MINUTE_LATER = "2026-03-02 08:01:01"


@tagged("post_install", "-at_install")
class TestStageRules(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.job.ats_calendar_id = cls.env["resource.calendar"].create({"name": "Office", "tz": "Europe/Brussels"})
        cls.template = cls.env["mail.template"].create(
            {
                "name": "Thank you",
                "model_id": cls.env["ir.model"]._get_id("hr.applicant"),
                "subject": "We read your application",
                "body_html": "<p>Hello</p>",
            }
        )
        cls.runs = cls.env["ats.stage.rule.run"]

    def setUp(self):
        super().setUp()

        # Committing would end the transaction of the test; what the cron does stays real.
        def commit_progress(cron, processed=0, *, remaining=None, deactivate=False):
            return 60.0

        self.patch(IrCron, "_commit_progress", commit_progress)

    def rule(self, stage=None, **values):
        stage = stage or self.stage_screen
        return self.env["ats.stage.rule"].create({"stage_id": stage.id, "template_id": self.template.id, **values})

    def enter(self, at=MONDAY, stage=None, applicant=None, **values):
        with freeze_time(at):
            applicant = applicant or self.apply(**values)
            applicant.with_user(self.recruiter)._ats_move(stage or self.stage_screen)
        return applicant

    def run_due(self, at):
        with freeze_time(at):
            self.env.ref("ats_core.ir_cron_stage_rule_run").ir_actions_server_id.run()

    def mails(self, applicant):
        return self.sent_mails(applicant).filtered(lambda mail: mail.subject == "We read your application")

    def state(self, applicant, rule):
        return self.runs.search([("applicant_id", "=", applicant.id), ("rule_id", "=", rule.id)]).mapped("state")

    def test_a_mail_leaves_once_the_move_can_no_longer_be_undone(self):
        rule = self.rule()
        applicant = self.enter()
        self.run_due("2026-03-02 08:00:30")
        self.assertFalse(self.mails(applicant))
        self.run_due(A_MINUTE_LATER)
        self.run_due(A_MINUTE_LATER)
        self.assertEqual(len(self.mails(applicant)), 1)
        run = self.runs.search([("applicant_id", "=", applicant.id)])
        self.assertEqual((run.state, run.rule_version, run.sentence), ("done", rule.version, rule.sentence))
        event = self.env["ats.event"].search([("type", "=", "stage_rule.ran"), ("applicant_id", "=", applicant.id)])
        self.assertEqual(event.payload, {"rule": rule.id, "version": 1, "action": "mail"})

    def test_an_undone_move_sends_nothing(self):
        rule = self.rule()
        applicant = self.enter()
        with freeze_time("2026-03-02 08:00:30"):
            applicant.with_user(self.recruiter).action_ats_undo_move()
        self.run_due(A_MINUTE_LATER)
        self.assertFalse(self.mails(applicant))
        self.assertEqual(self.state(applicant, rule), ["cancelled"])

    def test_after_working_days(self):
        self.rule(trigger="after", delay_days=2)
        applicant = self.enter(at="2026-03-06 08:00:00")  # a Friday
        self.run_due("2026-03-10 07:59:00")
        self.assertFalse(self.mails(applicant))
        self.run_due("2026-03-10 08:00:00")
        self.assertEqual(len(self.mails(applicant)), 1)

    def test_who_left_is_left_alone(self):
        self.rule(trigger="after", delay_days=1)
        moved, refused = self.enter(), self.enter(name="Bob Smith", email="bob@example.org")
        moved._ats_move(self.stage_interview)
        refused._ats_archive()
        self.run_due("2026-03-20 08:00:00")
        self.assertFalse(self.mails(moved) | self.mails(refused))

    def test_on_return_only_if_chosen(self):
        once, again = self.rule(), self.rule(again=True)
        applicant = self.enter()
        self.run_due(A_MINUTE_LATER)
        self.enter(at="2026-03-03 08:00:00", applicant=applicant, stage=self.stage_new)
        self.enter(at="2026-03-04 08:00:00", applicant=applicant)
        self.run_due("2026-03-04 08:02:00")
        self.assertEqual(len(self.mails(applicant)), 3)
        self.assertEqual(sorted(self.state(applicant, once)), ["done", "skipped"])
        self.assertEqual(sorted(self.state(applicant, again)), ["done", "done"])

    def test_the_database_keeps_one_run_for_a_stay(self):
        rule = self.rule()
        applicant = self.enter()
        run = self.runs.search([("applicant_id", "=", applicant.id), ("rule_id", "=", rule.id)])
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation), self.env.cr.savepoint():
            run.copy()

    def test_a_taken_run_is_not_taken_again(self):
        rule = self.rule()
        applicant = self.enter()
        run = self.runs.search([("applicant_id", "=", applicant.id), ("rule_id", "=", rule.id)])
        with freeze_time(A_MINUTE_LATER):
            run._run()
            run._run()
        self.assertEqual(len(self.mails(applicant)), 1)

    def test_a_changed_rule_is_a_new_version(self):
        rule = self.rule(trigger="after", delay_days=1)
        applicant = self.enter()
        rule.delay_days = 3
        self.assertEqual(rule.version, 2)
        run = self.runs.search([("applicant_id", "=", applicant.id)])
        self.assertEqual(run.due_at, fields.Datetime.to_datetime("2026-03-05 08:00:00"))
        rule.sequence = 50
        self.assertEqual(rule.version, 2)
        self.run_due("2026-03-05 08:00:00")
        self.assertEqual((run.state, run.rule_version), ("done", 2))

    def test_a_switched_off_rule_does_not_act(self):
        rule = self.rule()
        applicant = self.enter()
        rule.active = False
        self.run_due(A_MINUTE_LATER)
        self.assertEqual(self.state(applicant, rule), ["cancelled"])

    def test_a_refusal_is_proposed_never_done(self):
        reason = self.env["hr.applicant.refuse.reason"].create({"name": "No answer"})
        rule = self.rule(action="refuse", reason_id=reason.id, trigger="after", delay_days=1)
        applicant = self.enter()
        self.run_due("2026-03-04 08:00:00")
        self.assertEqual(applicant.ats_state, "ongoing")
        proposal = applicant.ats_refusal_proposal_ids
        self.assertEqual(
            (proposal.state, proposal.rule_model, proposal.rule_id, proposal.rule_version, proposal.origin),
            ("proposed", "ats.stage.rule", rule.id, 1, rule.sentence),
        )
        self.assertFalse(self.mails(applicant))
        proposal.with_user(self.recruiter)._confirm()
        self.assertEqual((applicant.ats_state, len(self.mails(applicant))), ("refused", 1))

    def test_a_rule_moves_through_the_verb(self):
        rule = self.rule(action="move", target_stage_id=self.stage_interview.id, trigger="after", delay_days=1)
        applicant = self.enter()
        self.run_due("2026-03-04 08:00:00")
        self.assertEqual(applicant.stage_id, self.stage_interview)
        running = applicant.ats_stay_ids.filtered(lambda stay: not stay.left_at)
        self.assertEqual((running.rule_id, running.rule_version), (rule, 1))
        self.assertEqual(self.state(applicant, rule), ["done"])

    def test_a_blocked_move_fails_and_asks_the_recruiter(self):
        self.stage_interview.ats_require_assessment = True
        rule = self.rule(action="move", target_stage_id=self.stage_interview.id)
        applicant = self.enter()
        self.run_due(A_MINUTE_LATER)
        self.assertEqual((self.state(applicant, rule), applicant.stage_id), (["failed"], self.stage_screen))
        self.assertEqual(applicant.activity_ids.user_id, self.recruiter)
        applicant.ats_assessment = "passed"
        self.runs.search([("rule_id", "=", rule.id)]).with_user(self.recruiter).action_retry()
        self.assertEqual(applicant.stage_id, self.stage_interview)

    def test_the_other_actions(self):
        call = self.env.ref("mail.mail_activity_data_call")
        tag = self.env["hr.applicant.category"].create({"name": "Fast"})
        text = self.env["sms.template"].create(
            {"name": "Hello", "model_id": self.env["ir.model"]._get_id("hr.applicant"), "body": "Hello!"}
        )
        self.rule(action="activity", activity_type_id=call.id, activity_summary="Say hello", activity_for="manager")
        self.rule(action="tag", tag_ids=tag.ids)
        self.rule(action="sms", sms_template_id=text.id)
        self.rule(action="interview")
        applicant = self.enter(phone="+32470123456")
        applicant.ats_candidate_id._ats_give_consent("sms", text_version="test", proof={})
        self.run_due(A_MINUTE_LATER)
        self.assertEqual(set(self.runs.search([("applicant_id", "=", applicant.id)]).mapped("state")), {"done"})
        self.assertEqual(applicant.categ_ids, tag)
        self.assertEqual(set(applicant.activity_ids.mapped("user_id")), {self.hiring_manager, self.recruiter})
        self.assertEqual(self.env["sms.sms"].search([], order="id desc", limit=1).body, "Hello!")

    def test_text_messages_go_to_who_agreed_only(self):
        text = self.env["sms.template"].create(
            {"name": "Hello", "model_id": self.env["ir.model"]._get_id("hr.applicant"), "body": "Hello!"}
        )
        rule = self.rule(action="sms", sms_template_id=text.id)
        before = self.env["sms.sms"].search_count([])
        applicant = self.enter(phone="+32470123456")
        self.run_due(A_MINUTE_LATER)
        self.assertEqual(self.state(applicant, rule), ["skipped"])
        self.assertEqual(self.env["sms.sms"].search_count([]), before)

    def test_who_must_not_be_contacted_is_not(self):
        rule = self.rule()
        applicant = self.enter()
        applicant.ats_candidate_id.do_not_contact = True
        self.run_due(A_MINUTE_LATER)
        self.assertEqual(self.state(applicant, rule), ["skipped"])

    def test_incomplete_and_circular_rules_are_refused(self):
        for values in (
            {"template_id": False},
            {"action": "move", "target_stage_id": self.stage_screen.id},
            {"action": "move", "target_stage_id": self.stage_hired.id},
            {"action": "move", "target_stage_id": self.stage_offer.id, "again": True},
            {"action": "refuse"},
        ):
            with self.assertRaises(ValidationError):
                self.rule(**values)

    def test_the_sentence_says_it(self):
        self.assertEqual(self.rule().sentence, "On entering Screening: mail “Thank you”")
        later = self.rule(trigger="after", delay_days=3, again=True)
        self.assertEqual(later.sentence, "After 3 working days in Screening: mail “Thank you” (each time)")

    def test_an_import_writes_to_nobody(self):
        self.rule(stage=self.stage_screen)
        applicant = (
            self.env["hr.applicant"]
            .with_context(import_file=True)
            .create(
                {
                    "partner_name": "Old Case",
                    "email_from": "old@example.org",
                    "job_id": self.job.id,
                    "stage_id": self.stage_screen.id,
                }
            )
        )
        self.assertFalse(applicant.ats_rule_run_ids)

    def test_recruiters_change_rules_of_a_job_only(self):
        shared = self.rule()
        with self.assertRaises(AccessError):
            shared.with_user(self.recruiter).again = True
        with self.assertRaises(AccessError):
            self.rule().with_user(self.interviewer).read(["sentence"])
        self.job.with_user(self.recruiter)._ats_take_own_stages()
        own = self.job.ats_own_stage_ids.ats_rule_ids
        own.with_user(self.recruiter)[:1].again = True
        with self.assertRaises(UserError):
            self.job.with_user(self.interviewer)._ats_take_own_stages()

    def test_a_stop_in_the_middle_loses_nothing(self):
        self.rule()
        people = [self.enter(name=f"Person {n}", email=f"p{n}@example.org") for n in range(3)]

        def out_of_time(cron, processed=0, *, remaining=None, deactivate=False):
            return 0.0 if processed else 60.0

        self.patch(IrCron, "_commit_progress", out_of_time)
        sent = []
        for _run in range(4):
            self.run_due(fields.Datetime.to_datetime(A_MINUTE_LATER) + timedelta(minutes=1))
            sent.append(sum(len(self.mails(applicant)) for applicant in people))
        self.assertEqual(sent, [1, 2, 3, 3])
