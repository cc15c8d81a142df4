"""A catalogue, a job with requirements, and résumés as real PDF files."""

from odoo import Command

from odoo.addons.ats_core.tests.common import AtsCase, make_pdf

RESUME_LINES = (
    "Ana García",
    "ana@example.org | +34 612 34 56 78 | 28013 Madrid",
    "https://www.linkedin.com/in/ana-garcia",
    "EXPERIENCE",
    "Backend Engineer, Blue Harbour GmbH",
    "March 2021 - Present",
    "- Services in Python and PostgreSQL",
    "Junior Developer, Small Tools Ltd",
    "June 2018 - February 2021",
    "- Reports for the finance team",
    "EDUCATION",
    "University of Example",
    "Master of Science, Computer Science",
    "2013 - 2018",
    "SKILLS",
    "Python, PostgreSQL, Go",
    "LANGUAGES",
    "Spanish, English",
)


def resume_pdf(*lines):
    """Return a résumé as ``(file name, bytes)``."""
    return "resume.pdf", make_pdf(*(lines or RESUME_LINES))


class AtsAiFixtures:
    """An open job that asks for Python and Docker; the catalogue knows a few more skills."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skill_type = cls.env["hr.skill.type"].create(
            {
                "name": "Engineering of the test",
                "skill_ids": [Command.create({"name": name}) for name in ("Python", "PostgreSQL", "Docker", "Go")],
                "skill_level_ids": [
                    Command.create({"name": "Beginner", "level_progress": 20}),
                    Command.create({"name": "Solid", "level_progress": 60, "default_level": True}),
                    Command.create({"name": "Expert", "level_progress": 100}),
                ],
            }
        )
        cls.python, cls.postgres, cls.docker, cls.go = cls.skill_type.skill_ids.sorted("id")
        cls.beginner, cls.solid, cls.expert = cls.skill_type.skill_level_ids.sorted("level_progress")

    @classmethod
    def make_job(cls, name, **values):
        """Only skills and degree count here, alike, so that the numbers are plain; test_match_parts has the rest."""
        return super().make_job(name, **{"ats_match_weights": {"skills": 50, "education": 50}, **values})

    @classmethod
    def require(cls, job, *skills, level=None):
        """Make the job ask for these skills."""
        job.write(
            {
                "job_skill_ids": [
                    Command.create(
                        {
                            "skill_id": skill.id,
                            "skill_type_id": cls.skill_type.id,
                            "skill_level_id": (level or cls.solid).id,
                        }
                    )
                    for skill in skills
                ]
            }
        )

    def give(self, applicant, skill, level=None):
        """Type a skill on the application, as a recruiter does."""
        applicant.with_user(self.recruiter).write(
            {
                "applicant_skill_ids": [
                    Command.create(
                        {
                            "skill_id": skill.id,
                            "skill_type_id": self.skill_type.id,
                            "skill_level_id": (level or self.solid).id,
                        }
                    )
                ]
            }
        )

    def stored_score(self, applicant):
        """Return what the database holds: a number, or None."""
        self.env.flush_all()
        self.env.cr.execute("SELECT ats_match_score FROM hr_applicant WHERE id = %s", [applicant.id])
        return self.env.cr.fetchone()[0]


class AtsAiCase(AtsAiFixtures, AtsCase):
    """Base of the tests of résumés and matching."""
