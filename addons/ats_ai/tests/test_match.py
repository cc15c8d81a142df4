from odoo import Command
from odoo.tests import tagged

from .common import AtsAiCase, resume_pdf


@tagged("post_install", "-at_install")
class TestMatch(AtsAiCase):
    """The score says which share of the requirements is met, with the words that show it."""

    def test_score_with_reasons(self):
        self.require(self.job, self.python, self.docker)
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        self.assertEqual(self.stored_score(applicant), 50)
        row = applicant.ats_match_ids
        self.assertEqual([item["name"] for item in row.met], ["Python"])
        self.assertEqual([item["name"] for item in row.missing], ["Docker"])
        self.assertIn("Python", row.met[0]["quote"])
        self.assertEqual(applicant.with_user(self.recruiter).ats_match_reasons, "Met: Python. Missing: Docker.")

    def test_no_requirement_no_score(self):
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        self.assertIsNone(self.stored_score(applicant))
        self.assertFalse(applicant.ats_match_ids)
        self.assertIn("asks for no skills", applicant.with_user(self.recruiter).ats_match_panel)

    def test_unknown_skills_give_no_score(self):
        self.require(self.job, self.python)
        applicant = self.apply(files=[("resume.pdf", b"%PDF-1.4 nothing to read")])
        applicant._ats_match_later()
        self.run_jobs()
        self.assertIsNone(self.stored_score(applicant))
        self.assertFalse(applicant.ats_match_ids.scored)
        self.assertEqual([item["name"] for item in applicant.ats_match_ids.unknown], ["Python"])

    def test_level_counts_and_lower_is_told(self):
        self.require(self.job, self.python, level=self.expert)
        applicant = self.apply()
        self.give(applicant, self.python, self.beginner)
        self.run_jobs()
        self.assertEqual(self.stored_score(applicant), 76)
        self.assertIn("lower level", applicant.with_user(self.recruiter).ats_match_panel)

    def test_degree_counts_when_it_is_known(self):
        bachelor, master = self.env["hr.recruitment.degree"].create(
            [
                {"name": "Bachelor of the test", "score": 0.5},
                {"name": "Master of the test", "score": 1.0},
            ]
        )
        self.require(self.job, self.python)
        self.job.expected_degree = master
        applicant = self.apply()
        self.give(applicant, self.python)
        self.run_jobs()
        self.assertEqual(self.stored_score(applicant), 100, "an unknown degree is not a zero")
        applicant.with_user(self.recruiter).type_id = bachelor
        self.run_jobs()
        self.assertEqual(self.stored_score(applicant), 75)
        applicant.with_user(self.recruiter).type_id = master
        self.run_jobs()
        self.assertEqual(self.stored_score(applicant), 100)

    def test_job_and_skill_changes_score_again(self):
        self.require(self.job, self.python)
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        self.assertEqual(self.stored_score(applicant), 100)
        self.require(self.job, self.docker)
        self.run_jobs()
        self.assertEqual(self.stored_score(applicant), 50)
        self.give(applicant, self.docker)
        self.run_jobs()
        self.assertEqual(self.stored_score(applicant), 100)
        self.job.write({"job_skill_ids": [Command.delete(line.id) for line in self.job.job_skill_ids]})
        self.run_jobs()
        self.assertIsNone(self.stored_score(applicant))

    def test_move_to_another_job_is_scored_there(self):
        self.require(self.job, self.python)
        other = self.make_job("Platform Engineer")
        self.require(other, self.docker)
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        applicant.with_user(self.recruiter).job_id = other
        self.run_jobs()
        self.assertEqual(applicant.ats_match_ids.job_id, other)
        self.assertEqual(self.stored_score(applicant), 0)

    def test_same_name_in_two_types_is_the_same_skill(self):
        other_type = self.skill_type.copy({"name": "Another type of the test"})
        twin = other_type.skill_ids.filtered(lambda skill: skill.name == "Python")
        self.job.write(
            {
                "job_skill_ids": [
                    Command.create(
                        {
                            "skill_id": twin.id,
                            "skill_type_id": other_type.id,
                            "skill_level_id": other_type.skill_level_ids[0].id,
                        }
                    )
                ]
            }
        )
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        self.assertIn(twin, applicant.skill_ids)
        self.assertNotIn(self.python, applicant.skill_ids)
        typed = self.apply(email="typed@example.org")
        self.give(typed, self.python, self.expert)
        self.run_jobs()
        self.assertEqual([self.stored_score(applicant), self.stored_score(typed)], [100, 100])

    def test_one_job_for_many_changes(self):
        self.require(self.job, self.python)
        applicant = self.apply()
        for skill in (self.python, self.docker, self.go):
            self.give(applicant, skill)
        waiting = self.env["queue.job"].search(
            [
                ("state", "=", "pending"),
                ("method_name", "=", "_ats_match"),
            ]
        )
        self.assertEqual(len(waiting), 1)

    def test_score_moves_and_refuses_nobody(self):
        self.require(self.job, self.docker)
        applicant = self.apply(files=[resume_pdf()])
        stage, write_date = applicant.stage_id, applicant.write_date
        self.run_jobs()
        self.assertEqual(self.stored_score(applicant), 0)
        self.assertEqual((applicant.stage_id, applicant.ats_state), (stage, "ongoing"))
        self.assertFalse(applicant.refuse_reason_id)
        self.assertEqual(applicant.write_date, write_date)

    def test_event_only_when_the_score_changes(self):
        self.require(self.job, self.python)
        applicant = self.apply(files=[resume_pdf()])
        self.run_jobs()
        applicant.sudo()._ats_match()
        events = self.env["ats.event"].search(
            [
                ("type", "=", "match.scored"),
                ("applicant_id", "=", applicant.id),
            ]
        )
        self.assertEqual([event.payload["score"] for event in events], [100])

    def test_job_of_many_applications_is_scored_in_chunks(self):
        applicants = self.env["hr.applicant"]
        for number in range(3):
            applicants |= self.apply(email=f"c{number}@example.org", files=[resume_pdf()])
        self.run_jobs()
        self.require(self.job, self.python)
        self.run_jobs()
        self.assertEqual([self.stored_score(applicant) for applicant in applicants], [100] * 3)
