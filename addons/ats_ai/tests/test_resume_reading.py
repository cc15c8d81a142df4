from datetime import date

from odoo.tests import tagged

from odoo.addons.ats_core.tests.common import make_pdf

from .common import RESUME_LINES, AtsAiCase, resume_pdf


@tagged("post_install", "-at_install")
class TestResumeReading(AtsAiCase):
    """A résumé fills what is empty, and never what a person typed."""

    def test_resume_gives_skills_and_contact_fields(self):
        applicant = self.apply(files=[resume_pdf()])
        self.assertFalse(applicant.applicant_skill_ids)
        self.run_jobs()
        self.assertEqual(
            applicant.skill_ids.filtered(lambda skill: skill.skill_type_id == self.skill_type),
            self.python | self.postgres | self.go,
        )
        line = applicant.applicant_skill_ids.filtered(lambda line: line.skill_id == self.python)
        self.assertEqual(line.skill_level_id, self.solid)
        self.assertTrue(all(applicant.applicant_skill_ids.mapped("ats_parsed")))
        self.assertEqual(applicant.partner_phone, "+34612345678")
        self.assertEqual(applicant.linkedin_profile, "https://www.linkedin.com/in/ana-garcia")
        self.assertEqual(applicant.ats_resume_ids.state, "used")

    def test_facts_know_their_place_in_the_text(self):
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        resume = applicant.ats_resume_ids
        text = resume.document_id.text
        for fact in (resume.facts["name"], resume.facts["email"], resume.facts["phone"]):
            self.assertIn(fact["span"]["quote"], text[fact["span"]["start"] : fact["span"]["end"]])
            self.assertGreater(fact["confidence"], 0.5)
        self.assertEqual(resume.facts["name"]["value"], "Ana García")

    def test_experience_reaches_the_candidate(self):
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        lines = applicant.ats_candidate_id.resume_line_ids
        work = lines.filtered(lambda line: line.kind == "work").sorted("date_start")
        self.assertEqual(work.mapped("employer"), ["Small Tools Ltd", "Blue Harbour GmbH"])
        self.assertEqual(work.mapped("name"), ["Junior Developer", "Backend Engineer"])
        self.assertEqual(work[0].date_start, date(2018, 6, 1))
        self.assertEqual(work[0].date_end, date(2021, 2, 28))
        self.assertFalse(work[1].date_end, "the present job goes on")
        school = lines - work
        self.assertEqual(school.employer, "University of Example")
        self.assertEqual(set(lines.mapped("origin")), {"parsed"})
        self.assertEqual(applicant.ats_candidate_id.profile["basics"]["name"], "Ana García")
        self.assertEqual(applicant.ats_candidate_id.city, "Madrid")

    def test_typed_values_stay(self):
        applicant = self.apply(files=[resume_pdf()], phone="+33 6 12 34 56 78", linkedin="https://linkedin.com/in/ana")
        self.give(applicant, self.python, self.expert)
        typed = (
            self.env["ats.candidate.resume.line"]
            .with_user(self.recruiter)
            .create(
                {
                    "candidate_id": applicant.ats_candidate_id.id,
                    "name": "Owner",
                    "origin": "typed",
                }
            )
        )
        self.run_jobs()
        self.assertEqual(applicant.partner_phone, "+33 6 12 34 56 78")
        self.assertEqual(applicant.linkedin_profile, "https://linkedin.com/in/ana")
        self.assertEqual(applicant.email_from, "ana@example.org")
        held = applicant.applicant_skill_ids.filtered(lambda line: line.skill_id == self.python)
        self.assertEqual(held.skill_level_id, self.expert)
        self.assertFalse(held.ats_parsed)
        self.assertEqual(applicant.ats_candidate_id.resume_line_ids, typed)

    def test_email_of_the_resume_never_changes_the_application(self):
        applicant = self.apply(email="ana.private@example.org", files=[resume_pdf()])
        self.run_jobs()
        self.assertEqual(applicant.email_from, "ana.private@example.org")
        panel = applicant.with_user(self.recruiter).ats_facts_panel
        self.assertIn("another e-mail address", panel)

    def test_reading_again_replaces_what_was_read(self):
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        self.env["hr.skill"].create({"name": "Finance team", "skill_type_id": self.skill_type.id})
        before = applicant.ats_candidate_id.resume_line_ids
        skills = len(applicant.applicant_skill_ids)
        applicant.with_user(self.recruiter).action_ats_read_again()
        self.run_jobs()
        after = applicant.ats_candidate_id.resume_line_ids
        self.assertEqual(len(after), len(before))
        self.assertFalse(after & before)
        self.assertEqual(len(applicant.ats_resume_ids), 1)
        self.assertIn("Finance team", applicant.skill_ids.mapped("name"))
        self.assertEqual(len(applicant.applicant_skill_ids), skills + 1)

    def test_unreadable_file_leaves_the_application_fine(self):
        broken = make_pdf(*RESUME_LINES)[:300]
        applicant = self.apply(files=[("resume.pdf", broken)])
        self.run_jobs()
        self.assertEqual(applicant.ats_state, "ongoing")
        self.assertFalse(applicant.ats_resume_ids)
        self.assertIsNone(self.stored_score(applicant))
        self.assertIn("resume.pdf", applicant.with_user(self.recruiter).ats_facts_panel)

    def test_other_documents_are_not_read_as_resumes(self):
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        letter = self.env["ats.document"]._receive(
            applicant,
            [("letter.txt", b"I love Docker.")],
            origin="candidate",
            proven=True,
            kind="cover_letter",
        )
        self.run_jobs()
        self.assertNotIn(self.docker, applicant.skill_ids)
        letter.with_user(self.recruiter).write({"kind": "resume"})
        self.run_jobs()
        self.assertIn(self.docker, applicant.skill_ids)

    def test_two_requests_make_one_job(self):
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        document = applicant.ats_document_ids
        for _time in range(3):
            document._enqueue_parse()
        waiting = self.env["queue.job"].search(
            [
                ("state", "=", "pending"),
                ("method_name", "=", "_parse_resume"),
            ]
        )
        self.assertEqual(len(waiting), 1)
        self.run_jobs()

    def test_aliases_and_new_skills_count_at_once(self):
        applicant = self.apply(files=[resume_pdf(*RESUME_LINES[:-2], "Kubernetes, PyTorch")])
        self.env["hr.skill"].create(
            [
                {
                    "name": "Container orchestration",
                    "ats_aliases": "K8s, Kubernetes",
                    "skill_type_id": self.skill_type.id,
                },
            ]
        )
        self.run_jobs()
        self.assertIn("Container orchestration", applicant.skill_ids.mapped("name"))

    def test_reading_costs_the_same_whatever_the_catalogue(self):
        documents = self.env["ats.document"]
        for number in range(20):
            applicant = self.apply(email=f"p{number}@example.org", files=[resume_pdf()])
            documents |= applicant.ats_document_ids
        self.run_jobs(limit=200)
        small = self._queries_of_reading(documents)
        self.env["hr.skill"].create(
            [{"name": f"Skill number {number}", "skill_type_id": self.skill_type.id} for number in range(2000)]
        )
        large = self._queries_of_reading(documents)
        self.assertEqual(large, small)
        self.assertLess(large, 100, "a handful for each document")

    def _queries_of_reading(self, documents):
        self.env.flush_all()
        self.env.invalidate_all()
        self.env["hr.skill"]._ats_catalogue()
        before = self.env.cr.sql_log_count
        for document in documents.sudo():
            self.env["ats.resume"]._read_document(document)
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def test_skill_type_without_use_gives_no_skills(self):
        self.skill_type.active = False
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        self.assertFalse(applicant.applicant_skill_ids.filtered(lambda line: line.skill_type_id == self.skill_type))

    def test_recruiter_may_not_write_facts(self):
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        resume = applicant.ats_resume_ids.with_user(self.recruiter)
        self.assertTrue(resume.has_access("read"))
        for operation in ("write", "create", "unlink"):
            self.assertFalse(resume.has_access(operation))

    def test_uploaded_file_of_a_colleague_is_read(self):
        applicant = self.apply()
        self.env["ats.document"].with_user(self.recruiter)._receive(
            applicant.with_user(self.recruiter), [resume_pdf()], origin="internal", proven=False
        )
        self.run_jobs()
        self.assertIn(self.python, applicant.skill_ids)
