from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import AtsAiCase, resume_pdf


@tagged("post_install", "-at_install")
class TestSkillCatalogue(AtsAiCase):
    """Skills with names in languages, and what a job asks for."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["hr.skill"].with_user(cls.admin_rec).action_ats_load_catalogue()

    def skill(self, name):
        return self.env["hr.skill"].search([("name", "=", name)], order="id", limit=1)

    def test_load_adds_once_and_keeps_what_is_there(self):
        self.assertEqual(self.env["hr.skill"]._ats_load_catalogue(), 0)
        self.assertEqual(self.env["hr.skill"].search([("name", "=", "Python")]), self.python)
        self.assertIn("CPython", self.python.ats_aliases)
        django = self.skill("Django")
        self.assertEqual(django.ats_parent_ids, self.python)
        nursing = self.skill("Nursing").ats_alias_ids
        self.assertIn(("fr", "soins infirmiers"), [(alias.lang, alias.name) for alias in nursing])

    def test_recruiter_uses_administrator_changes(self):
        with self.assertRaises(AccessError):
            self.env["hr.skill"].with_user(self.recruiter).action_ats_load_catalogue()
        self.skill("Django").with_user(self.admin_rec).ats_aliases = "Django, DRF"
        self.assertIn("DRF", self.skill("Django").ats_alias_ids.mapped("name"))

    def test_resume_tells_level_years_and_last_use(self):
        lines = (
            "Ana García",
            "ana@example.org",
            "EXPERIENCE",
            "Backend Engineer, Blue Harbour GmbH",
            "January 2020 - December 2022",
            "- Services in Python and PostgreSQL",
            "SKILLS",
            "Python (expert), Docker (basic)",
        )
        applicant = self.apply(files=[resume_pdf(*lines)])
        self.run_jobs()
        held = {line.skill_id: line for line in applicant.applicant_skill_ids}
        python = held[self.python]
        self.assertEqual((python.skill_level_id, python.ats_years), (self.expert, 3.0))
        self.assertEqual(str(python.ats_last_used), "2022-12-01")
        self.assertEqual(held[self.docker].skill_level_id, self.beginner)

    def test_typed_skill_keeps_its_level(self):
        applicant = self.apply()
        self.give(applicant, self.python, self.beginner)
        self.env["ats.document"].sudo()._receive(
            applicant.sudo(), [resume_pdf("Ana García", "SKILLS", "Python (expert)")], origin="internal", proven=True
        )
        self.run_jobs()
        self.assertEqual(applicant.applicant_skill_ids.skill_level_id, self.beginner)

    def test_job_text_suggests_skills(self):
        self.job.description = (
            "<h3>What you bring</h3><ul><li>4 years of Python</li><li>PostgreSQL</li></ul>"
            "<h3>Nice to have:</h3><ul><li>Docker</li></ul>"
        )
        self.require(self.job, self.postgres)
        job = self.job.with_user(self.recruiter)
        wizard = (
            self.env["ats.skill.suggestion"].with_user(self.recruiter).browse(job.action_ats_suggest_skills()["res_id"])
        )
        offered = {line.skill_id: line for line in wizard.line_ids}
        self.assertEqual(set(offered), {self.python, self.docker}, "what is listed is not suggested again")
        self.assertEqual((offered[self.python].need, offered[self.python].min_years), ("required", 4.0))
        self.assertEqual(offered[self.docker].need, "nice")
        offered[self.docker].take = False
        wizard.action_take()
        self.assertEqual(job.job_skill_ids.skill_id, self.postgres | self.python)
        line = job.job_skill_ids.filtered(lambda line: line.skill_id == self.python)
        self.assertEqual((line.ats_need, line.ats_min_years), ("required", 4.0))

    def test_job_without_text_says_what_to_do(self):
        self.job.description = False
        with self.assertRaisesRegex(UserError, "no text yet"):
            self.job.with_user(self.recruiter).action_ats_suggest_skills()
