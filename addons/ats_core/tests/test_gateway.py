from email.message import EmailMessage

from odoo.tests import tagged

from .common import AtsCase, make_pdf

MAIL = """From: {sender}
To: {to}
Subject: Application
Message-ID: <{id}@example.org>
Content-Type: text/plain; charset=utf-8

Please read my résumé. {id}
"""


@tagged("post_install", "-at_install")
class TestGateway(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["mail.alias.domain"].create(
            {
                "name": "jobs.example",
                "bounce_alias": "bounce.ats",
                "catchall_alias": "catchall.ats",
                "company_ids": [(6, 0, cls.env.companies.ids)],
            }
        )
        cls.job.alias_name = "backend"
        cls.job.alias_domain_id = cls.env["mail.alias.domain"].search([("name", "=", "jobs.example")])

    def receive(self, sender, message_id):
        thread_id = (
            self.env["mail.thread"]
            .sudo()
            .message_process(
                "hr.applicant",
                MAIL.format(sender=sender, to="backend@jobs.example", id=message_id),
            )
        )
        return self.env["hr.applicant"].browse(thread_id)

    def test_mail_becomes_an_application(self):
        applicant = self.receive("Ana García <ana@example.org>", "m1")
        self.assertEqual(applicant.job_id, self.job)
        self.assertEqual(applicant.partner_name, "Ana García")
        self.assertEqual(applicant.ats_source, "email")
        self.assertEqual(applicant.ats_candidate_id.email_normalized, "ana@example.org")

    def test_second_mail_reaches_the_open_application(self):
        first = self.receive("Ana García <ana@example.org>", "m1")
        second = self.receive("Ana García <ana@example.org>", "m2")
        self.assertEqual(first, second)
        self.assertIn("m2", " ".join(first.message_ids.mapped("body")))

    def test_files_of_the_mail_are_the_candidates_documents(self):
        mail = EmailMessage()
        mail["From"], mail["To"] = "Ana García <ana@example.org>", "backend@jobs.example"
        mail["Subject"], mail["Message-ID"] = "Application", "<m9@example.org>"
        mail.set_content("My résumé is attached.")
        mail.add_attachment(make_pdf("Ana García"), maintype="application", subtype="pdf", filename="cv.pdf")
        thread_id = self.env["mail.thread"].sudo().message_process("hr.applicant", mail.as_bytes())
        document = self.env["hr.applicant"].browse(thread_id).ats_document_ids
        self.assertEqual((document.origin, document.kind, document.proven), ("candidate", "resume", False))

    def test_mail_in_a_colleagues_name_touches_no_contact(self):
        colleague = self.hr_officer.partner_id
        name = colleague.name
        applicant = self.receive(f"Evil Rename <{colleague.email}>", "m3")
        self.env.flush_all()
        colleague.invalidate_recordset()
        self.assertEqual(colleague.name, name)
        self.assertFalse(applicant.partner_id)

    def test_an_answer_proves_the_address(self):
        applicant = self.apply()
        applicant.message_update({"from": "Ana <other@example.org>"})
        self.assertFalse(applicant.ats_address_proven)
        applicant.message_update({"from": "Ana <ana@example.org>"})
        self.assertTrue(applicant.ats_address_proven)
