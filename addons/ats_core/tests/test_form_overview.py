from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import AtsCase, make_pdf


@tagged("post_install", "-at_install")
class TestFormOverview(AtsCase):
    """What stands around the form of an application: documents, other applications, messages."""

    def setUp(self):
        super().setUp()
        self.applicant = self.apply(files=[("cv.pdf", make_pdf("First"))])
        Document = self.env["ats.document"]
        Document._receive(
            self.applicant, [("cv2.pdf", make_pdf("Second"))], origin="candidate", proven=True, kind="resume"
        )
        Document._receive(self.applicant, [("notes.txt", b"Ours")], origin="internal", proven=True, kind="other")

    def viewed(self, user):
        return self.applicant.with_user(user).ats_documents_to_view()

    def test_newest_resume_first_each_version_once(self):
        documents = self.viewed(self.recruiter)
        self.assertEqual([row["name"] for row in documents], ["cv2.pdf", "cv.pdf", "notes.txt"])
        self.assertEqual([row["label"] for row in documents], ["Résumé 2", "Résumé", "Other"])
        self.assertEqual([row["display"] for row in documents], ["pdf", "pdf", "text"])
        self.assertEqual([row["proven"] for row in documents], [True, False, True])
        self.assertEqual(self.applicant.with_user(self.recruiter).ats_document_count, 3)

    def test_record_rules_decide_what_is_viewed(self):
        with self.assertRaises(AccessError):
            self.viewed(self.interviewer)
        self.applicant.interviewer_ids = self.interviewer
        self.assertEqual([row["name"] for row in self.viewed(self.interviewer)], ["cv2.pdf", "cv.pdf"])
        self.assertEqual(self.applicant.with_user(self.interviewer).ats_document_count, 2)

    def test_other_applications_that_the_reader_may_see(self):
        job = self.make_job("Tester", ats_hiring_manager_id=False)
        other = self.apply(job=job)
        strip = self.applicant.with_user(self.recruiter).ats_others
        self.assertIn("Tester", strip)
        self.assertIn(f"/odoo/hr.applicant/{other.id}", strip)
        self.assertFalse(self.applicant.with_user(self.hiring_manager).ats_others)

    def test_messages_are_those_with_the_candidate(self):
        applicant = self.applicant.with_user(self.recruiter)
        self.assertFalse(applicant.ats_messages)
        applicant.message_post(body="Between us: too expensive")
        applicant._ats_write_to_candidate("<p>When can you come?</p>")
        applicant.sudo()._ats_candidate_writes("On Monday <b>at nine</b>")
        self.env.invalidate_all()
        self.assertIn("When can you come?", applicant.ats_messages)
        self.assertIn("On Monday &lt;b&gt;at nine", applicant.ats_messages)
        self.assertNotIn("Between us", applicant.ats_messages)

    def test_stages_so_far_newest_first(self):
        applicant = self.applicant.with_user(self.recruiter)
        applicant._ats_move(self.stage_screen, override_reason="The team asked for it")
        panel = applicant.ats_stays_panel
        self.assertLess(panel.index(self.stage_screen.name), panel.index(self.stage_new.name))
        self.assertEqual(panel.count("Here now"), 1)
        self.assertIn("The team asked for it", panel)
        self.assertIn("Moved on", panel)
