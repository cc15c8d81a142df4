from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import AtsCase, make_pdf


@tagged("post_install", "-at_install")
class TestDocumentRights(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.application = (
            cls.env["hr.applicant"]
            .sudo()
            ._ats_apply(cls.job, {"name": "Ana", "email": "ana@example.org"}, source="website")[0]
            .with_env(cls.env)
        )
        cls.application.interviewer_ids = cls.interviewer
        receive = cls.env["ats.document"]._receive
        cls.resume = receive(cls.application, [("cv.pdf", make_pdf("Ana"))], origin="candidate", proven=True)
        cls.internal = receive(cls.application, [("reference.pdf", make_pdf("Call"))], origin="internal", proven=False)
        cls.offer = receive(
            cls.application,
            [("offer.pdf", make_pdf("Pay"))],
            origin="candidate",
            proven=True,
            kind="offer",
        )
        cls.all = cls.resume | cls.internal | cls.offer
        cls.env.flush_all()

    def seen_by(self, user):
        self.env.invalidate_all()
        documents = self.env["ats.document"].with_user(user).search([])
        attachments = (
            self.env["ir.attachment"]
            .with_user(user)
            .search(
                [
                    ("res_model", "=", "hr.applicant"),
                    ("res_id", "=", self.application.id),
                ]
            )
        )
        self.assertEqual(attachments, documents.sudo().attachment_id, "files as documents")
        return documents & self.all

    def assertUnreadable(self, documents, user):
        for document in documents:
            self.env.invalidate_all()
            with self.assertRaises(AccessError):
                document.with_user(user).read(["name", "text"])
            with self.assertRaises(AccessError):
                document.attachment_id.with_user(user).read(["name", "raw"])

    def test_recruiters_see_all(self):
        self.assertEqual(self.seen_by(self.recruiter), self.all)

    def test_the_hiring_manager_sees_all_of_the_own_job(self):
        self.assertEqual(self.seen_by(self.hiring_manager), self.all)

    def test_an_interviewer_sees_what_the_candidate_sent(self):
        self.assertEqual(self.seen_by(self.interviewer), self.resume)
        self.assertUnreadable(self.internal | self.offer, self.interviewer)
        self.resume.with_user(self.interviewer).attachment_id.read(["raw"])

    def test_an_interviewer_sees_the_own_files(self):
        self.env["ir.attachment"].with_user(self.interviewer).sudo().create(
            {
                "name": "task.txt",
                "raw": b"My coding task",
                "res_model": "hr.applicant",
                "res_id": self.application.id,
            }
        )
        documents = self.env["ats.document"].with_user(self.interviewer).search([])
        self.assertEqual(documents.mapped("name"), ["task.txt", "cv.pdf"])

    def test_an_interviewer_of_another_application_sees_nothing(self):
        self.assertFalse(self.seen_by(self.other_interviewer))
        self.assertUnreadable(self.all, self.other_interviewer)

    def test_employees_have_no_access(self):
        with self.assertRaises(AccessError):
            self.env["ats.document"].with_user(self.employee_user).search([])
        self.assertUnreadable(self.all, self.employee_user)

    def test_archived_applications_keep_their_documents(self):
        self.application._ats_archive()
        self.assertEqual(self.seen_by(self.recruiter), self.all)

    def test_confidential_applications_hide_their_documents(self):
        self.job.ats_restricted = True
        self.job.ats_team_user_ids = self.hiring_manager
        self.job.user_id = False
        self.assertFalse(self.seen_by(self.recruiter))
        self.assertUnreadable(self.all, self.recruiter)
        self.assertEqual(self.seen_by(self.admin_rec), self.all)

    def test_other_companies_see_nothing(self):
        company = self.env["res.company"].create({"name": "Elsewhere"})
        self.job.company_id = self.env.company
        self.application.company_id = self.env.company
        self.recruiter.write({"company_ids": company.ids, "company_id": company.id})
        self.assertFalse(self.seen_by(self.recruiter.with_company(company)))

    def test_interviewers_change_and_delete_nothing(self):
        document = self.resume.with_user(self.interviewer)
        for change in (
            lambda: document.write({"name": "x"}),
            document.unlink,
            document.action_retry_text,
        ):
            with self.assertRaises(AccessError):
                change()
