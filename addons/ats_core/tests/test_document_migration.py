from odoo.tests import tagged

from ..models.document.migration import migrate
from .common import AtsCase


@tagged("post_install", "-at_install")
class TestDocumentMigration(AtsCase):
    """An existing database: files are on applications, documents are not there yet."""

    def setUp(self):
        super().setUp()
        self.application = self.apply()

    def native(self, name, content, index=None, mimetype="application/pdf", uid=None, **values):
        attachments = self.env["ir.attachment"].with_user(uid or self.recruiter).sudo()
        attachment = attachments.create(
            {
                "name": name,
                "raw": content,
                "res_model": "hr.applicant",
                "res_id": self.application.id,
                **values,
            }
        )
        self.env["ats.document"].search([("attachment_id", "=", attachment.id)]).with_context(
            ats_keep_file=True
        ).unlink()
        attachment.write({"index_content": index, "mimetype": mimetype})
        return attachment

    def test_every_file_gets_its_document_and_nothing_is_opened(self):
        public = self.env.ref("base.public_user")
        self.native("scan.pdf", b"%PDF-1 a", "Ana García, developer", uid=public)
        self.native("anschreiben.pdf", b"%PDF-1 b", "Dear team")
        self.native("photo.jpg", b"\xff\xd8\xff c", mimetype="image/jpeg")
        self.native("files.zip", b"d", mimetype="application/zip")
        self.native("other.pdf", b"%PDF-1 e")
        migrate(self.env)
        documents = self.application.ats_document_ids.sorted(lambda document: document.attachment_id.id)
        candidate = self.application.ats_candidate_id.id
        self.assertRecordValues(
            documents,
            [
                {
                    "kind": "resume",
                    "version": 1,
                    "text_state": "done",
                    "origin": "candidate",
                    "text": "Ana García, developer",
                    "candidate_id": candidate,
                },
                {
                    "kind": "cover_letter",
                    "version": 1,
                    "text_state": "done",
                    "origin": "internal",
                    "text": "Dear team",
                    "candidate_id": candidate,
                },
                {
                    "kind": "other",
                    "version": 1,
                    "text_state": "no_text",
                    "origin": "internal",
                    "text": False,
                    "candidate_id": candidate,
                },
                {
                    "kind": "other",
                    "version": 2,
                    "text_state": "unsupported",
                    "origin": "internal",
                    "text": False,
                    "candidate_id": candidate,
                },
                {
                    "kind": "other",
                    "version": 3,
                    "text_state": "no_text",
                    "origin": "internal",
                    "text": False,
                    "candidate_id": candidate,
                },
            ],
        )
        self.assertFalse(any(documents.mapped("sha256")))

    def test_running_again_changes_nothing(self):
        self.native("cv.pdf", b"%PDF-1 a", "Ana")
        migrate(self.env)
        before = self.application.ats_document_ids
        migrate(self.env)
        self.assertEqual(self.application.ats_document_ids, before)

    def test_the_same_file_twice_is_one_document(self):
        self.native("cv.pdf", b"%PDF-1 a", "Ana")
        self.native("cv copy.pdf", b"%PDF-1 a", "Ana")
        migrate(self.env)
        self.assertEqual(self.application.ats_document_ids.mapped("name"), ["cv.pdf"])

    def test_a_migrated_document_is_recognised_when_it_comes_again(self):
        self.native("cv.pdf", b"%PDF-1 a", "Ana")
        migrate(self.env)
        document = self.application.ats_document_ids
        again = self.env["ats.document"]._receive(
            self.application, [("cv.pdf", b"%PDF-1 a")], origin="candidate", proven=True
        )
        self.assertEqual(again, document)
        self.assertEqual(document.origin, "candidate")
