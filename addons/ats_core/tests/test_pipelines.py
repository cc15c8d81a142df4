from odoo import Command
from odoo.exceptions import AccessError, RedirectWarning, UserError
from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestPipelines(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template = cls.env["mail.template"].create(
            {
                "name": "Thank you",
                "model_id": cls.env["ir.model"]._get_id("hr.applicant"),
                "subject": "Thank you",
                "body_html": "<p>Hello</p>",
            }
        )
        cls.pipeline = cls.env["ats.pipeline"].create(
            {
                "name": "Short",
                "stage_ids": [
                    Command.create({"name": "Received", "ats_kind": "new", "sequence": 1}),
                    Command.create(
                        {"name": "Talk", "ats_kind": "interview", "sequence": 2, "ats_sla_days": 3,
                         "ats_public_label": "We would like to meet you", "ats_require_assessment": True,
                         "template_id": cls.template.id}
                    ),
                    Command.create({"name": "Employed", "ats_kind": "hired", "sequence": 3}),
                ],
            }
        )  # fmt: skip
        cls.received, cls.talk, cls.employed = cls.pipeline.stage_ids
        cls.env["ats.stage.rule"].create(
            [
                {"pipeline_stage_id": cls.received.id, "template_id": cls.template.id},
                {
                    "pipeline_stage_id": cls.received.id,
                    "action": "move",
                    "target_pipeline_stage_id": cls.talk.id,
                    "trigger": "after",
                    "delay_days": 2,
                },
            ]
        )
        cls.other = cls.make_job("Frontend Developer")

    def use(self, **kwargs):
        self.job.with_user(self.recruiter)._ats_use_pipeline(self.pipeline, **kwargs)
        return self.job.ats_own_stage_ids.sorted("sequence")

    def test_a_job_gets_its_own_copy_and_no_other_job_changes(self):
        before = self.other.ats_stage_ids
        stages = self.use()
        self.assertEqual(stages.mapped("name"), ["Received", "Talk", "Employed"])
        self.assertEqual(stages[1].ats_sla_days, 3)
        self.assertEqual(stages[1].ats_public_label, "We would like to meet you")
        self.assertTrue(stages[1].ats_require_assessment and stages[2].hired_stage)
        self.assertEqual(len(stages[0].ats_rule_ids), 2)
        self.assertEqual(stages[0].ats_rule_ids.filtered("target_stage_id").target_stage_id, stages[1])
        self.assertEqual(self.job.ats_stage_ids, stages)
        self.other.invalidate_recordset()
        self.assertEqual(self.other.ats_stage_ids, before)
        self.pipeline.stage_ids[0].name = "Renamed"
        self.assertEqual(stages[0].name, "Received")

    def test_present_applications_find_their_place(self):
        new, met, gone = (self.apply(name=f"P {n}", email=f"p{n}@example.org") for n in range(3))
        met._ats_move(self.stage_interview)
        gone._ats_move(self.stage_screen)
        gone._ats_archive()
        mails = len(self.sent_mails())
        received, talk, _employed = self.use(targets={self.stage_new: self.talk})
        self.assertEqual((new.stage_id, met.stage_id), (talk, talk))
        self.assertEqual(gone.stage_id, received, "screening has no like: the last stage before it")
        self.assertEqual(len(self.sent_mails()), mails, "nobody advanced, nobody gets a mail")
        self.assertFalse(new.ats_rule_run_ids.filtered(lambda run: run.rule_id.trigger == "enter"))
        stay = gone.ats_stay_ids.filtered(lambda row: row.outcome == "archived")
        self.assertEqual(stay.stage_name, "Screening")

    def test_new_applications_start_in_it_and_shared_stages_are_no_way(self):
        received, talk, _employed = self.use()
        applicant, _outcome = (
            self.env["hr.applicant"]
            .sudo()
            ._ats_apply(self.job, {"name": "New One", "email": "one@example.org"}, source="website")
        )
        self.assertEqual(applicant.stage_id, received)
        with self.assertRaisesRegex(UserError, "not part of the pipeline"):
            applicant._ats_move(self.stage_interview)
        stranger = self.apply(job=self.other)
        with self.assertRaisesRegex(UserError, "not part of the pipeline"):
            stranger._ats_move(talk)

    def test_columns_of_the_board(self):
        stages = self.use()
        board = self.env["hr.applicant"].with_user(self.recruiter)
        columns = board.with_context(default_job_id=self.job.id)._read_group_stage_ids(stages.browse(), [])
        self.assertEqual(columns, stages)
        others = board.with_context(default_job_id=self.other.id)._read_group_stage_ids(stages.browse(), [])
        self.assertTrue(self.stage_new in others and not others & stages)
        everywhere = board._read_group_stage_ids(stages.browse(), [])
        self.assertFalse(everywhere & stages)

    def test_a_column_added_on_the_board_belongs_to_the_job(self):
        self.use()
        stages = self.env["hr.recruitment.stage"].with_user(self.recruiter)
        column = stages.with_context(default_job_id=self.job.id).create({"name": "Test day"})
        self.assertEqual((column.ats_job_id, column.job_ids), (self.job, self.job))

    def test_a_stage_goes_and_its_applications_move(self):
        received, talk, employed = self.use()
        applicant = self.apply_plain()
        self.assertEqual(applicant.stage_id, received)
        with self.assertRaises(RedirectWarning):
            received.with_user(self.recruiter).unlink()
        with self.assertRaisesRegex(UserError, "Choose a stage"):
            received.with_user(self.recruiter)._ats_remove()
        with self.assertRaisesRegex(UserError, "Choose a stage"):
            received.with_user(self.recruiter)._ats_remove(self.stage_interview)
        with self.assertRaisesRegex(UserError, "being hired"):
            received.with_user(self.recruiter)._ats_remove(employed)
        wizard = self.env["ats.stage.remove"].with_user(self.recruiter).create({"stage_id": received.id})
        self.assertIn("One open application", wizard.what_happens)
        self.assertEqual(wizard.choice_ids, talk)
        wizard.target_id = talk
        wizard.action_remove()
        self.assertFalse(received.exists())
        self.assertEqual(applicant.stage_id, talk)
        running = applicant.ats_stay_ids.filtered(lambda stay: not stay.left_at)
        self.assertEqual((running.stage_id, running.override_reason), (talk, "The stage was removed"))
        self.assertIn("Received", applicant.ats_stay_ids.mapped("stage_name"))

    def apply_plain(self):
        applicant, _outcome = (
            self.env["hr.applicant"]
            .sudo()
            ._ats_apply(self.job, {"name": "New One", "email": "one@example.org"}, source="website")
        )
        return applicant

    def test_shared_stages_are_configuration(self):
        with self.assertRaises(AccessError):
            self.stage_screen.with_user(self.recruiter).name = "Mine"
        with self.assertRaises(AccessError):
            self.stage_offer.with_user(self.recruiter)._ats_remove()
        applicant = self.apply()
        self.stage_new.with_user(self.admin_rec)._ats_remove(self.stage_screen)
        self.assertEqual(applicant.stage_id, self.stage_screen)

    def test_stages_of_a_confidential_job(self):
        received = self.use()[0]
        self.job.write({"ats_restricted": True, "user_id": self.hr_officer.id})
        with self.assertRaises(AccessError):
            received.with_user(self.recruiter).name = "Mine"

    def test_own_stages_of_shared_ones(self):
        self.job.with_user(self.recruiter)._ats_take_own_stages()
        own = self.job.ats_own_stage_ids.sorted("sequence")
        self.assertLessEqual(set(self.stages.mapped("name")), set(own.mapped("name")))
        own[0].with_user(self.recruiter).name = "Only here"
        self.assertNotIn("Only here", self.other.ats_stage_ids.mapped("name"))

    def test_a_pipeline_out_of_a_job(self):
        self.use()
        copy = self.job.with_user(self.admin_rec)._ats_save_pipeline("As there")
        self.assertEqual(copy.stage_ids.mapped("name"), ["Received", "Talk", "Employed"])
        rules = copy.stage_ids.ats_rule_ids
        self.assertEqual(rules.filtered(lambda rule: rule.action == "move").target_pipeline_stage_id, copy.stage_ids[1])
        with self.assertRaises(AccessError):
            self.job.with_user(self.recruiter)._ats_save_pipeline("Mine")

    def test_the_last_stage_stays(self):
        stages = self.use()
        (stages[1] | stages[2]).sudo().unlink()
        with self.assertRaisesRegex(UserError, "needs a stage"):
            stages[0].with_user(self.recruiter)._ats_remove()
