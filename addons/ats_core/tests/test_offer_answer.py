import hashlib
import io
from datetime import timedelta

from pypdf import PdfReader

from odoo import fields
from odoo.exceptions import UserError, ValidationError
from odoo.tests import freeze_time, tagged

from .offer_common import EVIDENCE, OfferCase


@tagged("post_install", "-at_install")
class TestOfferAnswer(OfferCase):
    def test_accepting_ends_the_offer_and_hires_nobody(self):
        offer = self.sent_offer()
        applicant = offer.applicant_id
        self.assertEqual(offer._answer(True, evidence=EVIDENCE), "accepted")
        self.assertFalse(applicant.employee_id)
        self.assertEqual(applicant.ats_state, "ongoing")
        self.assertEqual(applicant.ats_public_status, "offer")
        self.assertIn("offer.accepted", self.events(applicant))
        activity = applicant.activity_ids.filtered(lambda todo: todo.user_id == self.hr_user)
        self.assertEqual(len(activity), 1, "HR is told")
        self.assertIn("Ana García", activity.summary)
        self.assertIn("Welcome! We received your acceptance", self.sent_mails(applicant).mapped("subject"))

    def test_the_evidence_is_kept(self):
        offer = self.sent_offer()
        with freeze_time(fields.Datetime.now() + timedelta(hours=3)):
            offer._answer(True, evidence={**EVIDENCE, "password": "secret", "ip": "1" * 999})
            now = fields.Datetime.now()
        evidence = offer.answer_evidence
        self.assertEqual(evidence["name"], "Ana García")
        self.assertEqual(evidence["answered_at"], fields.Datetime.to_string(now))
        self.assertEqual(evidence["letter_sha256"], offer.letter_sha256)
        self.assertEqual(evidence["version"], 1)
        self.assertEqual(len(evidence["ip"]), 64)
        self.assertNotIn("password", evidence)
        self.assertIn("203" if evidence["ip"] == EVIDENCE["ip"] else "111", offer.answer_summary)

    def test_the_signed_copy_holds_the_letter_and_the_evidence(self):
        offer = self.sent_offer()
        letter = offer._letter_bytes()
        self.assertEqual(offer._signed_bytes(), b"")
        offer._answer(True, evidence=EVIDENCE)
        texts = [page.extract_text() for page in PdfReader(io.BytesIO(offer._signed_bytes())).pages]
        self.assertEqual(texts[:-1], [page.extract_text() for page in PdfReader(io.BytesIO(letter)).pages])
        self.assertIn("Ana García", texts[-1])
        self.assertIn("203.0.113.7", texts[-1])
        self.assertEqual(hashlib.sha256(offer._letter_bytes()).hexdigest(), offer.letter_sha256)

    def test_a_second_answer_changes_nothing(self):
        offer = self.sent_offer()
        offer._answer(True, evidence=EVIDENCE)
        before = (offer.answered_at, offer.answer_evidence, len(self.events(offer.applicant_id)))
        self.assertEqual(offer._answer(True, evidence=EVIDENCE), "accepted")
        self.assertEqual(offer._answer(False, evidence=EVIDENCE, reason="No"), "accepted")
        self.assertEqual(
            (offer.answered_at, offer.answer_evidence, len(self.events(offer.applicant_id))),
            before,
        )

    def test_declining_keeps_the_reason_and_tells_the_recruiter(self):
        offer = self.sent_offer()
        self.assertEqual(offer._answer(False, evidence=EVIDENCE, reason="  Too far away  "), "declined")
        self.assertEqual(offer.decline_reason, "Too far away")
        self.assertIn(self.recruiter, offer.applicant_id.activity_ids.user_id)
        self.assertEqual(offer.applicant_id.ats_state, "ongoing", "the recruiter decides")

    def test_accepting_takes_a_name(self):
        offer = self.sent_offer()
        with self.assertRaises(ValidationError):
            offer._answer(True, evidence={"name": "  ", "ip": "::1"})
        self.assertEqual(offer.state, "sent")

    def test_only_what_was_on_the_screen_is_accepted(self):
        offer = self.sent_offer()
        for seen in ({"version": 2}, {"letter_sha256": "0" * 64}):
            with self.subTest(seen), self.assertRaisesRegex(UserError, "newer version"):
                offer._answer(True, evidence={**EVIDENCE, **seen})
        self.assertEqual(
            offer._answer(True, evidence={**EVIDENCE, "version": 1, "letter_sha256": offer.letter_sha256}),
            "accepted",
        )

    def test_an_offer_that_is_not_sent_has_no_answer(self):
        offer = self.make_offer().sudo()
        with self.assertRaisesRegex(UserError, "being prepared"):
            offer._answer(True, evidence=EVIDENCE)

    def test_a_withdrawn_offer_is_refused_politely(self):
        offer = self.sent_offer()
        offer._withdraw()
        with self.assertRaisesRegex(UserError, "withdrawn. Please contact us"):
            offer._answer(True, evidence=EVIDENCE)

    def test_the_time_is_over_before_the_cron_says_so(self):
        offer = self.sent_offer()
        with freeze_time(offer.expires_at + timedelta(seconds=1)):
            with self.assertRaisesRegex(UserError, "ended on"):
                offer._answer(True, evidence=EVIDENCE)
        self.assertEqual(offer.state, "sent")

    def test_a_finished_offer_is_immutable(self):
        offer = self.accepted_offer().with_user(self.recruiter)
        with self.assertRaises(UserError):
            offer.write({"hr_responsible_id": self.hr_officer.id})
        with self.assertRaises(UserError):
            offer._withdraw()
        with self.assertRaises(UserError):
            offer._send()
        self.assertEqual(offer.state, "accepted")
