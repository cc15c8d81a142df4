from odoo.tests import tagged

from .common import RESUME_LINES, AtsAiCase, resume_pdf


@tagged("post_install", "-at_install")
class TestResumeTrust(AtsAiCase):
    """What an unproven sender adds is shown and written nowhere until the address is proven."""

    def _came_earlier(self, applicant):
        """Make the application one of an earlier request than the files that come now."""
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_applicant SET create_date = create_date - interval '1 day' WHERE id = %s",
            [applicant.id],
        )
        self.env.cr.execute(
            "UPDATE ats_document SET create_date = create_date - interval '1 day' WHERE applicant_id = %s",
            [applicant.id],
        )
        self.env.invalidate_all()

    def test_later_file_of_an_unproven_sender_is_held(self):
        applicant = self.apply()
        self._came_earlier(applicant)
        self.apply(files=[resume_pdf()])
        self.run_jobs()
        resume = applicant.ats_resume_ids
        self.assertEqual(resume.state, "held")
        self.assertEqual(resume._fact("name"), "Ana García")
        self.assertFalse(applicant.applicant_skill_ids)
        self.assertFalse(applicant.partner_phone)
        self.assertFalse(applicant.ats_candidate_id.resume_line_ids)
        self.assertIn("unconfirmed sender", applicant.with_user(self.recruiter).ats_facts_panel)

    def test_newer_held_file_does_not_replace_the_trusted_one(self):
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        self._came_earlier(applicant)
        forged = [line.replace("Python, PostgreSQL, Go", "Docker") for line in RESUME_LINES]
        self.apply(files=[resume_pdf(*forged)])
        self.run_jobs()
        states = dict(
            zip(
                applicant.ats_resume_ids.mapped("document_id.version"),
                applicant.ats_resume_ids.mapped("state"),
                strict=True,
            )
        )
        self.assertEqual(states, {1: "used", 2: "held"})
        self.assertNotIn(self.docker, applicant.skill_ids)

    def test_stranger_with_a_known_address_changes_no_person(self):
        known = self.apply(files=[resume_pdf()])
        self.run_jobs()
        lines = known.ats_candidate_id.resume_line_ids
        forged = ["Ana García", "ana@example.org", "EXPERIENCE", "Nurse, City Hospital", "2001 - 2002"]
        other = self.apply(job=self.make_job("Nurse"), files=[resume_pdf(*forged)])
        self.assertEqual(other.ats_candidate_id, known.ats_candidate_id)
        self.run_jobs()
        self.assertEqual(known.ats_candidate_id.resume_line_ids, lines)
        self.assertEqual(other.ats_resume_ids.state, "used", "the own application is filled")

    def test_proof_of_the_address_brings_the_facts_to_the_person(self):
        known = self.apply()
        other = self.apply(job=self.make_job("Second job"), files=[resume_pdf()])
        self.run_jobs()
        self.assertFalse(known.ats_candidate_id.resume_line_ids)
        other.sudo()._ats_prove_address()
        self.run_jobs()
        self.assertEqual(len(known.ats_candidate_id.resume_line_ids), 3)

    def test_erasing_a_person_names_facts_and_reasons(self):
        self.require(self.job, self.python)
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        targets = [records for records, _names in applicant.ats_candidate_id._erase_targets()]
        self.assertIn(applicant.ats_resume_ids, targets)
        self.assertIn(applicant.ats_match_ids, targets)
