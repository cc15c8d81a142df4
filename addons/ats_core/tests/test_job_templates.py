from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestJobTemplates(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.job.write(
            {
                "description": "<p>Build things</p>",
                "interviewer_ids": cls.interviewer.ids,
                "ats_employment_type": "FULL_TIME",
                "ats_pay_min": 50000,
                "ats_pay_max": 70000,
                "ats_close_date": "2027-01-31",
            }
        )
        cls.job._ats_take_own_stages()
        screening = cls.job.ats_own_stage_ids.filtered(lambda stage: stage.ats_kind == "screen")
        screening[:1].ats_sla_days = 4
        call = cls.env.ref("mail.mail_activity_data_call")
        cls.env["ats.stage.rule"].create(
            {"stage_id": screening[:1].id, "action": "activity", "activity_type_id": call.id}
        )

    def assertTakenOver(self, job):
        self.assertEqual((job.ats_job_state, job.active), ("draft", True))
        self.assertIn("Build things", job.description)
        self.assertEqual(job.user_id, self.recruiter)
        self.assertEqual(job.ats_hiring_manager_id, self.hiring_manager)
        self.assertEqual(job.interviewer_ids, self.interviewer)
        self.assertEqual((job.ats_employment_type, job.ats_pay_max), ("FULL_TIME", 70000))
        self.assertFalse(job.ats_close_date)
        self.assertFalse(job.application_ids)
        names = self.job.ats_own_stage_ids.sorted("sequence").mapped("name")
        self.assertEqual(job.ats_own_stage_ids.sorted("sequence").mapped("name"), names)
        self.assertFalse(job.ats_own_stage_ids & self.job.ats_own_stage_ids)
        rule = job.ats_own_stage_ids.ats_rule_ids
        self.assertEqual((len(rule), rule.action, rule.stage_id.ats_sla_days), (1, "activity", 4))

    def test_the_dialog_without_a_request_speaks_of_no_range(self):
        template = self.job._ats_new_template("Template")
        start = self.env["ats.job.start"].with_user(self.recruiter).with_context(default_source_id=template.id)
        self.assertFalse(Form(start).range_text)

    def test_a_template_is_made_and_a_job_from_it(self):
        self.apply_to(self.job)
        self.job.with_user(self.recruiter).action_ats_save_template()
        template = self.env["hr.job"].search([("ats_is_template", "=", True), ("active", "=", False)])
        self.assertEqual(template.name, "Backend Developer (template)")
        job = template.with_user(self.recruiter)._ats_new_job("Backend Developer Ghent")
        self.assertEqual(job.ats_copied_from_id, template)
        self.assertTakenOver(job)

    def test_a_job_like_a_past_one(self):
        self.apply_to(self.job)
        self.job.action_ats_close()
        start = self.env["ats.job.start"].with_user(self.recruiter)
        wizard = start.with_context(default_source_id=self.job.id).create({})
        self.assertEqual((wizard.kind, wizard.name), ("past", "Backend Developer 2"))
        action = wizard.action_start()
        self.assertTakenOver(self.env["hr.job"].browse(action["res_id"]))

    def test_kinds_labels_and_requirements_of_stages_come_along(self):
        screening = self.job.ats_own_stage_ids.filtered(lambda stage: stage.ats_kind == "screen")[:1]
        screening.write(
            {
                "ats_public_label": "We read it",
                "ats_sla_escalate": "both",
                "ats_require_assessment": True,
            }
        )
        job = self.template().with_user(self.recruiter)._ats_new_job("Developer Ghent")
        copied = job.ats_own_stage_ids.filtered(lambda stage: stage.ats_kind == "screen")[:1]
        self.assertEqual(
            (copied.ats_public_label, copied.ats_sla_days, copied.ats_sla_escalate, copied.ats_require_assessment),
            ("We read it", 4, "both", True),
        )
        kinds = self.job.ats_own_stage_ids.sorted("sequence").mapped("ats_kind")
        self.assertEqual(job.ats_own_stage_ids.sorted("sequence").mapped("ats_kind"), kinds)

    def test_texts_come_along_in_every_language(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        self.job.update_field_translations("description", {"fr_FR": {"Build things": "Construire"}})
        job = self.template().with_user(self.recruiter)._ats_new_job("Developer Ghent")
        self.assertIn("Construire", job.with_context(lang="fr_FR").description)
        self.assertIn("Build things", job.with_context(lang="en_US").description)

    def test_applicants_dates_and_state_stay_behind(self):
        self.apply_to(self.job)
        self.job.write({"ats_opened_on": "2026-01-01", "ats_job_state": "closed", "ats_close_reason": "filled"})
        for job in (self.job._ats_new_job("Like it"), self.template()._ats_new_job("From it")):
            with self.subTest(job.name):
                self.assertFalse(job.with_context(active_test=False).application_ids)
                self.assertFalse(job.ats_close_date or job.ats_opened_on or job.ats_close_reason)
                self.assertEqual((job.ats_job_state, job.ats_requisition_count), ("draft", 0))

    def apply_to(self, job):
        return (
            self.env["hr.applicant"]
            .sudo()
            ._ats_apply(job, {"name": "A B", "email": "ab@example.org"}, source="website")
        )

    def template(self):
        return self.job._ats_new_template("Developer (template)")

    def test_a_template_is_no_job(self):
        jobs = self.env["hr.job"].search_count([])
        template = self.template()
        self.assertEqual(self.env["hr.job"].search_count([]), jobs, "never counted")
        self.assertFalse(template._ats_accepts_applications())
        self.assertTrue(template._ats_publish_blockers())
        for values in ({"active": True}, {"ats_job_state": "open"}):
            with mute_logger("odoo.sql_db"), self.assertRaises(ValidationError), self.env.cr.savepoint():
                template.write(values)

    def test_its_stages_are_nobody_elses(self):
        template = self.template()
        self.assertTrue(template.ats_own_stage_ids)
        plain = self.make_job("Plain")
        self.assertFalse(plain.ats_stage_ids & template.ats_own_stage_ids)
        board = self.env["hr.applicant"].with_user(self.recruiter)
        columns = board._read_group_stage_ids(self.env["hr.recruitment.stage"], [])
        self.assertFalse(columns & template.ats_own_stage_ids)

    def test_a_pipeline_chosen_on_the_way(self):
        pipeline = self.job.with_user(self.admin_rec)._ats_save_pipeline("Another")
        pipeline.stage_ids[0].name = "Post box"
        wizard = self.env["ats.job.start"].create(
            {"kind": "past", "source_id": self.job.id, "name": "Elsewhere", "pipeline_id": pipeline.id}
        )
        job = self.env["hr.job"].browse(wizard.action_start()["res_id"])
        self.assertEqual(job.ats_pipeline_id, pipeline)
        self.assertEqual(job.ats_own_stage_ids.sorted("sequence")[0].name, "Post box")
        self.assertEqual(len(job.ats_own_stage_ids), len(pipeline.stage_ids))

    def test_an_interviewer_opens_no_job(self):
        with self.assertRaises(AccessError):
            self.job.with_user(self.interviewer)._ats_new_job("Mine")
