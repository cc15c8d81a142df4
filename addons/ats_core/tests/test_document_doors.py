import base64
import io
import time
import zipfile

from odoo.exceptions import ValidationError
from odoo.tests import tagged

from .common import AtsCase, make_pdf

TYPES = (
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def make_docx(text, repeat=1):
    """Return a DOCX whose one paragraph holds the text many times."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("[Content_Types].xml", TYPES)
        container.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body><w:p><w:r><w:t>{text * repeat}</w:t></w:r></w:p></w:body></w:document>",
        )
    return buffer.getvalue()


@tagged("post_install", "-at_install")
class TestDocumentDoors(AtsCase):
    """Every native way to put a file on an application ends in the one door."""

    def setUp(self):
        super().setUp()
        self.application = self.apply()
        self.attachments = self.env["ir.attachment"].with_user(self.recruiter)

    def attach(self, name, content, **values):
        return self.attachments.create(
            {
                "name": name,
                "raw": content,
                "res_model": "hr.applicant",
                "res_id": self.application.id,
                **values,
            }
        )

    def test_natively_a_small_file_is_unpacked_inside_the_request(self):
        bomb = make_docx("bomb ", repeat=2_000_000)
        self.assertLess(len(bomb), 40_000)
        native = self.env["ir.attachment"]._index(bomb, DOCX)
        self.assertGreater(len(native), 9_000_000, "native: all of it is in memory and stored")

    def test_ours_is_not_unpacked_and_ends_with_a_reason(self):
        bomb = make_docx("bomb ", repeat=6_000_000)
        start = time.process_time()
        attachment = self.attach("cv.docx", bomb)
        self.assertLess(time.process_time() - start, 1)
        self.assertFalse(attachment.index_content)
        self.assertEqual(self.application.ats_document_ids.text_state, "too_large")
        self.assertFalse(self.application.message_main_attachment_id, "not shown by itself")

    def test_a_copied_file_is_not_parsed_either(self):
        attachment = self.attach("cv.docx", make_docx("bomb ", repeat=2_000_000))
        copied = attachment.sudo().copy({"res_model": "hr.employee", "res_id": 0})
        self.assertFalse(copied.index_content)
        readable = self.attach("cv.pdf", make_pdf("Python developer"))
        self.run_jobs()
        copied = readable.sudo().copy({"res_model": "hr.employee", "res_id": 0})
        self.assertIn("Python developer", copied.index_content)

    def test_other_models_are_indexed_as_before(self):
        partner = self.env["res.partner"].create({"name": "Not an application"})
        attachment = self.env["ir.attachment"].create(
            {
                "name": "a.docx",
                "raw": make_docx("indexed natively"),
                "res_model": "res.partner",
                "res_id": partner.id,
            }
        )
        self.assertIn("indexed natively", attachment.index_content)

    def test_a_recruiters_upload_is_an_internal_document(self):
        content = base64.b64encode(make_pdf("Ana García"))
        attachment = self.attachments.create(
            {
                "name": "ana\u202efdp.pdf",
                "datas": content,
                "mimetype": "text/html",
                "res_model": "hr.applicant",
                "res_id": self.application.id,
            }
        )
        self.assertRecordValues(
            self.application.ats_document_ids,
            [
                {
                    "attachment_id": attachment.id,
                    "origin": "internal",
                    "kind": "resume",
                    "name": "anafdp.pdf",
                    "mimetype": "application/pdf",
                    "text_state": "pending",
                }
            ],
        )
        self.assertEqual(attachment.mimetype, "application/pdf")

    def test_a_message_with_attachments_makes_documents(self):
        self.application.with_user(self.recruiter).message_post(
            body="See attached", attachments=[("notes.txt", b"Called her on Monday")]
        )
        self.assertEqual(self.application.ats_document_ids.origin, "internal")
        waiting = self.attachments.create(
            {
                "name": "later.pdf",
                "raw": make_pdf("x"),
                "res_model": "mail.compose.message",
                "res_id": 0,
            }
        )
        self.assertEqual(len(self.application.ats_document_ids), 1)
        self.application.with_user(self.recruiter).message_post(attachment_ids=waiting.ids)
        self.assertIn(waiting, self.application.ats_document_ids.attachment_id)

    def test_a_file_that_is_refused_at_our_doors_stays_a_native_attachment(self):
        attachment = self.attach("page.html", b"<html><script>alert(1)</script></html>")
        self.assertRecordValues(
            self.application.ats_document_ids,
            [
                {
                    "attachment_id": attachment.id,
                    "text_state": "unsupported",
                    "text_detail": "extension",
                    "mimetype": "application/octet-stream",
                }
            ],
        )

    def test_links_and_field_values_are_no_documents(self):
        self.attach("link", b"", type="url", url="https://example.org")
        self.attachments = self.attachments.sudo()
        self.attach("photo", b"x", res_field="image_128")
        self.assertFalse(self.application.ats_document_ids)

    def test_the_same_bytes_attached_twice_are_one_document(self):
        content = make_pdf("Ana García")
        self.attach("cv.pdf", content)
        self.run_jobs()
        again = self.attach("cv again.pdf", content)
        self.assertEqual(len(self.application.ats_document_ids), 1)
        self.assertIn("Ana García", again.index_content)

    def test_a_file_that_moves_takes_its_document_along(self):
        other = self.apply(name="Bob", email="bob@example.org")
        attachment = self.attach("cv.pdf", make_pdf("Bob"))
        attachment.write({"res_id": other.id})
        self.assertFalse(self.application.ats_document_ids)
        self.assertEqual(other.ats_document_ids.attachment_id, attachment)

    def test_replaced_bytes_are_read_again(self):
        attachment = self.attach("cv.pdf", make_pdf("First"))
        self.run_jobs()
        attachment.sudo().raw = make_pdf("Second text")
        document = self.application.ats_document_ids
        self.assertEqual((document.text_state, document.text), ("pending", False))
        self.assertFalse(attachment.index_content)
        self.run_jobs()
        self.assertEqual(document.text, "Second text")

    def test_files_of_applications_are_never_public(self):
        attachment = self.attach("cv.pdf", make_pdf("Ana"))
        with self.assertRaises(ValidationError):
            attachment.public = True
        with self.assertRaises(ValidationError):
            self.attach("other.pdf", make_pdf("Eva"), public=True)
