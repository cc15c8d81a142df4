"""What the tests of all ATS addons share: people of every role, a job, and jobs that run."""

import io

from reportlab.pdfgen import canvas

from odoo import Command
from odoo.tests import TransactionCase, new_test_user

from odoo.addons.queue_job.job import Job

INTERVIEWER = "hr_recruitment.group_hr_recruitment_interviewer"


def make_pdf(*lines):
    """Return the bytes of a one-page PDF with these lines of text."""
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer)
    for index, line in enumerate(lines or ("An empty résumé",)):
        page.drawString(72, 780 - 16 * index, line)
    page.save()
    return buffer.getvalue()


class AtsMixin:
    """Fixtures for TransactionCase and HttpCase alike."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "queue_job__no_delay": False})
        cls._make_users()
        cls._make_stages()
        cls._make_job()

    @classmethod
    def _make_users(cls):
        def user(login, groups):
            return new_test_user(
                cls.env,
                login,
                groups=groups,
                context={"no_reset_password": True},  # no invitation mail: a tenth of a second each
                email=f"{login}@company.example",
                name=login.replace("_", " ").title(),
            )

        cls.recruiter = user("ats_recruiter", "hr_recruitment.group_hr_recruitment_user")
        cls.hiring_manager = user("ats_manager", "ats_core.group_ats_hiring_manager")
        cls.interviewer = user("ats_interviewer", INTERVIEWER)
        cls.other_interviewer = user("ats_outsider", INTERVIEWER)
        cls.hr_officer = user("ats_hr", "hr.group_hr_manager,hr_recruitment.group_hr_recruitment_user")
        cls.admin_rec = user("ats_admin", "hr_recruitment.group_hr_recruitment_manager")
        cls.privacy_officer = user("ats_privacy", "ats_core.group_ats_privacy")
        cls.employee_user = user("ats_employee", "base.group_user")

    @classmethod
    def _make_stages(cls):
        """Own stages, so that no test depends on what the database calls its own."""
        cls.stages = cls.env["hr.recruitment.stage"].create(
            [
                {"name": name, "sequence": sequence, "ats_kind": kind}
                for sequence, (name, kind) in enumerate(
                    [
                        ("Inbox", "new"),
                        ("Screening", "screen"),
                        ("Interviews", "interview"),
                        ("Proposal", "offer"),
                        ("On board", "hired"),
                    ],
                    start=100,
                )
            ]
        )
        (cls.stage_new, cls.stage_screen, cls.stage_interview, cls.stage_offer, cls.stage_hired) = cls.stages

    @classmethod
    def _make_job(cls):
        cls.department = cls.env["hr.department"].create({"name": "Engineering"})
        cls.job = cls.make_job("Backend Developer")

    @classmethod
    def make_job(cls, name, **values):
        """Make an open job whose pipeline is the test stages only."""
        job = cls.env["hr.job"].create(
            {
                "name": name,
                "department_id": cls.department.id,
                "ats_job_state": "open",
                "user_id": cls.recruiter.id,
                "ats_hiring_manager_id": cls.hiring_manager.id,
                "no_of_recruitment": 2,
                **values,
            }
        )
        cls.stages.job_ids = [Command.link(job.id)]
        return job

    def apply(self, name="Ana García", email="ana@example.org", job=None, files=(), **values):
        """Apply as the website does, and put the card into the first test stage."""
        applicant, outcome = (
            self.env["hr.applicant"]
            .sudo()
            ._ats_apply(
                job or self.job,
                {"name": name, "email": email, **values},
                files=files,
                source="website",
            )
        )
        if outcome == "created":
            applicant._ats_move(self.stage_new)
        return applicant.with_env(self.env)

    def run_jobs(self, limit=50):
        """Perform the background jobs that wait, and those they make, as the runner would."""
        for _turn in range(limit):
            self.env.flush_all()
            record = (
                self.env["queue.job"]
                .sudo()
                .search([("state", "=", "pending")], order="priority, date_created, id", limit=1)
            )
            if not record:
                return
            job = Job.load(self.env, record.uuid)
            job.set_started()
            job.perform()
            job.set_done()
            job.store()
        raise AssertionError(f"more than {limit} background jobs")

    def statements(self, action):
        """Do it with an empty cache and return how many statements it took, what it leaves for the commit included."""
        self.env.cr.flush()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        action()
        self.env.cr.flush()
        return self.cr.sql_log_count - before

    def sent_mails(self, applicant=None):
        """Return the mails in the queue, newest last, all or those about one application."""
        domain = [("state", "!=", "cancel")]
        if applicant:
            domain += [("model", "=", "hr.applicant"), ("res_id", "=", applicant.id)]
        return self.env["mail.mail"].sudo().search(domain, order="id")


class AtsCase(AtsMixin, TransactionCase):
    """Base of the tests of models and verbs."""
