import shutil
from unittest.mock import patch

from odoo import fields
from odoo.tests import tagged

from ..lib.ats_match import FORMULA_VERSION
from .common import AtsAiCase, resume_pdf


@tagged("post_install", "-at_install")
class TestRediscovery(AtsAiCase):
    """People who are known already, for a new job, and jobs for them: only those who agreed."""

    def setUp(self):
        super().setUp()
        self.folder = self.env["ats.match.profile"]._folder()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def person(self, name, *skills, agreed=True):
        email = f"{name.lower()}@example.org"
        other = self.job
        applicant = self.apply(
            name=name, email=email, job=other, files=[resume_pdf(name, email, "SKILLS", ", ".join(skills))]
        )
        candidate = applicant.ats_candidate_id
        if agreed:
            self.agree(candidate)
        self.run_jobs(limit=200)
        return candidate

    def agree(self, candidate):
        return (
            self.env["ats.consent"]
            .sudo()
            .create({"candidate_id": candidate.id, "purpose": "talent_pool", "text_version": "1"})
        )

    def new_job(self, *skills, **values):
        count = self.env["hr.job"].search_count([])
        job = self.make_job(f"Platform Engineer {count}", ats_job_state="draft", **values)
        self.require(job, *skills)
        job.action_ats_open()
        self.run_jobs(limit=200)
        return job

    def people(self, job):
        rows = self.env["ats.match"].with_user(self.recruiter).search([("job_id", "=", job.id), ("for_job", "=", True)])
        return rows.candidate_id.mapped("name")

    def test_new_job_finds_people_with_reasons(self):
        best = self.person("Ana", "Python", "Docker")
        self.person("Bea", "Python")
        self.person("Carl", "Go")
        job = self.new_job(self.python, self.docker)
        self.assertEqual(self.people(job), ["Ana", "Bea"])
        row = best.ats_match_ids.filtered(lambda row: row.job_id == job)
        self.assertEqual((row.score, [item["name"] for item in row.met]), (100, ["Docker", "Python"]))
        self.assertIn("Docker", row.met[0]["quote"])

    def test_agreement_and_contact_are_obeyed(self):
        self.person("Silent", "Python", agreed=False)
        withdrawn = self.person("Gone", "Python")
        withdrawn.consent_ids.withdrawn_at = fields.Datetime.now()
        self.person("Quiet", "Python").do_not_contact = True
        self.person("Over", "Python").retention_until = "2020-01-01"
        self.person("Ana", "Python")
        job = self.new_job(self.python)
        self.assertEqual(self.people(job), ["Ana"])
        self.apply(name="Ana", email="ana@example.org", job=job)
        job._ats_rediscover()
        self.assertEqual(self.people(job), [], "applied by now")

    def test_index_on_disk_and_what_it_has_not_seen(self):
        self.person("Ana", "Python", "Docker")
        job = self.new_job(self.python, self.docker)
        self.env["ats.match.profile"].sudo()._build_index()
        self.person("Bea", "Python", "Docker")
        gone = self.person("Carl", "Python", "Docker")
        gone.active = False
        job._ats_rediscover()
        self.assertEqual(sorted(self.people(job)), ["Ana", "Bea"])
        (self.folder / "current.json").write_text("{")
        job._ats_rediscover()
        self.assertEqual(sorted(self.people(job)), ["Ana", "Bea"], "a damaged index is made anew")

    def test_jobs_for_a_person(self):
        job = self.new_job(self.python)
        self.new_job(self.docker)
        ana = self.person("Ana", "Python")
        self.assertEqual(ana._ats_jobs_for_you(), job.sudo())
        secret = self.new_job(self.python, ats_restricted=True)
        ana._ats_make_profile()
        self.assertNotIn(secret, ana._ats_jobs_for_you())
        job.action_ats_close()
        self.assertFalse(ana._ats_jobs_for_you())
        job.action_ats_open()
        ana.consent_ids.withdrawn_at = fields.Datetime.now()
        self.assertFalse(ana._ats_jobs_for_you())
        self.run_jobs(limit=200)
        self.assertFalse(ana.ats_match_ids, "no list without agreement")

    def test_block_on_the_candidates_page(self):
        job = self.new_job(self.python)
        ana = self.person("Ana", "Python")
        path = patch.object(type(job), "_ats_public_path", lambda one: f"/jobs/{one.id}")
        with path:
            [block] = [one for one in ana._ats_home_blocks() if one["template"] == "ats_ai.home_jobs_for_you"]
            page = str(self.env["ir.qweb"]._render(block["template"], {"block_values": block["values"]}))
            self.assertIn(f'href="/jobs/{job.id}"', page)
            self.assertNotIn("match", page.lower())
            ana.consent_ids.withdrawn_at = fields.Datetime.now()
            self.assertFalse(ana._ats_home_blocks())

    def test_words_are_weighed_anew_when_many_more_people_are_known(self):
        job = self.new_job(self.python)
        job.description = "<p>Python for ships.</p>"
        job._ats_terms()
        job._ats_weigh_words_anew(1)
        self.assertTrue(job.ats_match_terms, "not yet twice as many")
        job._ats_weigh_words_anew(2)
        self.assertFalse(job.ats_match_terms)

    def test_what_an_earlier_formula_made_is_made_anew(self):
        self.new_job(self.python)
        ana = self.person("Ana", "Python")
        profiles = self.env["ats.match.profile"].sudo()
        profile = profiles.search([("candidate_id", "=", ana.id)])
        self.env.cr.execute("UPDATE ats_match_profile SET version = '0', packed = '' WHERE id = %s", [profile.id])
        profiles.invalidate_model()
        profiles._cron_build()
        self.run_jobs(limit=200)
        profiles.invalidate_model()
        self.assertEqual(profile.version, FORMULA_VERSION)
        self.assertTrue(profile.packed)

    def test_person_of_another_company_is_not_shown(self):
        self.person("Ana", "Python")
        other = self.env["res.company"].create({"name": "Elsewhere"})
        job = self.new_job(self.python, company_id=other.id)
        self.assertFalse(self.env["ats.match"].search([("job_id", "=", job.id)]))
