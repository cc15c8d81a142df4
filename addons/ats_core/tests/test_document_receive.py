import hashlib

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import AtsCase, make_pdf

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\0\0\0\0" + b"\0" * 20


@tagged("post_install", "-at_install")
class TestDocumentReceive(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.documents = cls.env["ats.document"]
        cls.pdf = make_pdf("Ana García", "ana@example.org", "Python developer")

    def setUp(self):
        super().setUp()
        self.application = self.apply()

    def receive(self, *files, origin="candidate", proven=True, kind=None):
        return self.documents.with_user(self.recruiter)._receive(
            self.application, files, origin=origin, proven=proven, kind=kind
        )

    def notes(self):
        return " ".join(self.application.message_ids.mapped("body"))

    def test_a_file_becomes_a_document_with_its_facts(self):
        document = self.receive(("../Ana CV.pdf", self.pdf))
        self.assertRecordValues(
            document,
            [
                {
                    "name": "Ana CV.pdf",
                    "applicant_id": self.application.id,
                    "candidate_id": self.application.ats_candidate_id.id,
                    "kind": "resume",
                    "version": 1,
                    "origin": "candidate",
                    "proven": True,
                    "mimetype": "application/pdf",
                    "size": len(self.pdf),
                    "sha256": hashlib.sha256(self.pdf).hexdigest(),
                    "text_state": "pending",
                }
            ],
        )
        self.assertEqual(document.attachment_id.raw, self.pdf)
        self.assertEqual(self.application.ats_document_ids, document)
        self.assertEqual(self.application.message_main_attachment_id, document.attachment_id)

    def test_the_text_is_read_in_the_background_and_found_by_native_search(self):
        document = self.receive(("cv.pdf", self.pdf))
        self.assertFalse(document.attachment_id.index_content)
        self.run_jobs()
        self.assertEqual(document.text_state, "done")
        self.assertIn("Python developer", document.text)
        self.assertEqual(document.attachment_id.index_content, document.text)
        found = (
            self.env["hr.applicant"]
            .with_user(self.recruiter)
            .search(
                [
                    (
                        "attachment_ids",
                        "any",
                        [
                            ("index_content", "ilike", "python developer"),
                            ("res_model", "=", "hr.applicant"),
                        ],
                    ),
                ]
            )
        )
        self.assertEqual(found, self.application)

    def test_events_tell_without_personal_data(self):
        document = self.receive(("Ana García.pdf", self.pdf))
        self.run_jobs()
        events = self.env["ats.event"].search([("res_model", "=", "ats.document")], order="id")
        self.assertEqual(events.mapped("type"), ["document.received", "document.parsed"])
        self.assertEqual(events.mapped("res_id"), [document.id] * 2)
        self.assertEqual(events[0].payload, {"kind": "resume", "version": 1, "origin": "candidate"})
        self.assertEqual(events[1].payload["state"], "done")

    def test_the_same_bytes_make_no_second_document(self):
        first = self.receive(("cv.pdf", self.pdf))
        again = self.receive(("other name.pdf", self.pdf), ("cv.pdf", self.pdf))
        self.assertEqual(again, first)
        self.assertEqual(len(self.application.attachment_ids), 1)
        other = self.apply(email="other@example.org", name="Other", files=[("cv.pdf", self.pdf)])
        self.assertEqual(len(other.ats_document_ids), 1, "another application has its own")

    def test_versions_count_for_each_application_and_kind(self):
        self.receive(("cv.pdf", self.pdf))
        newer = self.receive(("cv.pdf", make_pdf("Newer")))
        letter = self.receive(("Cover letter.pdf", make_pdf("Dear team")))
        self.assertEqual((newer.kind, newer.version), ("resume", 2))
        self.assertEqual((letter.kind, letter.version), ("cover_letter", 1))
        letter.kind = "resume"
        self.assertEqual(letter.version, 3)

    def test_what_the_candidate_sends_becomes_the_candidates(self):
        document = self.receive(("cv.pdf", self.pdf), origin="internal", proven=False)
        self.assertEqual(document.origin, "internal")
        self.receive(("cv.pdf", self.pdf), origin="candidate", proven=True)
        self.assertRecordValues(document, [{"origin": "candidate", "proven": True}])

    def test_an_unproven_resume_does_not_replace_the_shown_one(self):
        shown = self.receive(("cv.pdf", self.pdf))
        self.receive(("cv.pdf", make_pdf("Somebody else")), proven=False)
        self.assertEqual(self.application.message_main_attachment_id, shown.attachment_id)

    def test_refused_files_are_noted_and_cost_nothing(self):
        documents = self.receive(
            ("page.html", b"<html><script>alert(1)</script>"),
            ("big.pdf", self.pdf + b"\0" * 10 * 1024 * 1024),
            ("empty.pdf", b""),
            ("cv.pdf", self.pdf),
        )
        self.assertEqual(documents.mapped("name"), ["cv.pdf"])
        self.assertEqual(self.application.ats_document_ids, documents)
        for words in ("page.html", "too large", "the file is empty"):
            self.assertIn(words, self.notes())

    def test_the_number_of_files_is_bounded(self):
        files = [(f"note {number}.txt", f"note number {number}".encode()) for number in range(12)]
        self.assertEqual(len(self.receive(*files)), 10)
        self.assertIn("too many files", self.notes())

    def test_a_picture_is_kept_and_has_no_text(self):
        document = self.receive(("certificate.png", PNG))
        self.assertRecordValues(document, [{"kind": "certificate", "text_state": "no_text"}])

    def test_a_damaged_file_keeps_its_state_and_can_be_read_again(self):
        document = self.receive(("cv.pdf", b"%PDF-1.7\nnothing"))
        self.run_jobs()
        self.assertEqual(document.text_state, "damaged")
        document.action_retry_text()
        self.assertEqual(document.text_state, "pending")
        self.run_jobs()
        self.assertEqual(document.text_state, "damaged")

    def test_reading_twice_does_nothing(self):
        document = self.receive(("cv.pdf", self.pdf))
        self.run_jobs()
        document._extract_text()
        events = self.env["ats.event"].search_count(
            [
                ("type", "=", "document.parsed"),
                ("res_id", "=", document.id),
            ]
        )
        self.assertEqual(events, 1)

    def test_the_text_of_an_anonymous_applicant_is_read(self):
        public = self.env.ref("base.public_user")
        applicant = self.env["hr.applicant"].with_user(public).sudo()
        application, _outcome = applicant._ats_apply(
            self.job,
            {"name": "Eve", "email": "eve@example.org"},
            files=[("cv.pdf", make_pdf("Eve Adams"))],
            source="website",
        )
        self.run_jobs()
        self.assertEqual(application.ats_document_ids.text, "Eve Adams")
        self.assertEqual(application.ats_document_ids.origin, "candidate")

    def test_people_change_only_name_and_kind(self):
        document = self.receive(("cv.pdf", self.pdf))
        document.name = "Ana 2026.pdf"
        for values in ({"origin": "internal"}, {"text": "x"}, {"attachment_id": 1}):
            with self.assertRaises(AccessError):
                document.write(values)

    def test_deleting_a_document_deletes_its_file(self):
        document = self.receive(("cv.pdf", self.pdf))
        attachment = document.attachment_id
        document.unlink()
        self.assertFalse(attachment.exists())

    def test_erasing_a_person_includes_the_documents(self):
        document = self.receive(("cv.pdf", self.pdf))
        targets = self.application.ats_candidate_id._erase_targets()
        self.assertIn((document.sudo(), []), [(records.sudo(), names) for records, names in targets])
