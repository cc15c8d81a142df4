"""Files of the application form: kind by name and content, count, size."""

from odoo.tests import tagged

from .common import RESUME, PortalCase

MEGABYTE = 1024 * 1024


@tagged("post_install", "-at_install")
class TestApplyFiles(PortalCase):
    def test_a_resume_and_more_arrive_as_documents(self):
        self.assertSent(
            self.send_form(
                files=[
                    ("cv", "Ana Núñez.pdf", RESUME),
                    ("files", "letter.txt", b"Dear all, I cook."),
                ]
            )
        )
        documents = self.applications().ats_document_ids
        self.assertEqual(set(documents.mapped("name")), {"Ana Núñez.pdf", "letter.txt"})
        self.assertEqual(set(documents.mapped("origin")), {"candidate"})
        self.assertFalse(any(documents.mapped("proven")))
        resume = documents.filtered(lambda document: document.name.endswith(".pdf"))
        self.assertEqual(resume.attachment_id.raw, RESUME)

    def test_a_resume_alone_is_enough(self):
        self.assertSent(self.send_form(files=[("cv", "cv.pdf", RESUME)], linkedin="", message=""))

    def test_what_is_no_document_is_refused_by_name_and_by_content(self):
        cases = {
            "program": ("cv.exe", b"MZ" + b"\0" * 100),
            "program called PDF": ("cv.pdf", b"MZ" + b"\0" * 100),
            "two extensions": ("cv.pdf.exe", RESUME),
            "no extension": ("cv", RESUME),
            "page": ("cv.html", b"<html><script>alert(1)</script></html>"),
            "page called text": ("cv.txt", b"<html><script>alert(1)</script></html>"),
            "PDF called Word": ("cv.docx", RESUME),
            "empty": ("cv.pdf", b""),
        }
        for case, (name, content) in cases.items():
            with self.subTest(case=case):
                page = self.assertAsked(self.send_form(files=[("cv", name, content)]), "cv")
                self.assertIn("choose your files once more", page.text_content().lower())
                self.assertFalse(self.applications())

    def test_a_name_cannot_leave_its_folder_or_break_a_header(self):
        self.assertSent(self.send_form(files=[("cv", "../../etc/cv.pdf", RESUME)]))
        self.assertEqual(self.applications().ats_document_ids.name, "cv.pdf")

    def test_too_many_files(self):
        files = [("files", f"letter{number}.txt", b"Dear all") for number in range(6)]
        self.assertAsked(self.send_form(files=files), "cv")

    def test_a_file_over_ten_megabytes(self):
        content = RESUME + b"%" * (10 * MEGABYTE)
        self.assertAsked(self.send_form(files=[("cv", "cv.pdf", content)]), "cv")

    def test_a_request_over_the_total_is_refused_before_it_is_read(self):
        content = RESUME + b"%" * (9 * MEGABYTE)
        files = [("files", f"{number}.pdf", content) for number in range(3)]
        response = self.send_form(files=files)
        self.assertEqual(response.status_code, 413, response.text[:3000])
        self.assertIn("too large", response.text)
        self.assertFalse(self.applications())
