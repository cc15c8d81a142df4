"""The candidate reads and answers an offer on the own page."""

from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.tests import tagged

from .common import PortalCase


@tagged("post_install", "-at_install")
class TestOfferPage(PortalCase):
    def setUp(self):
        super().setUp()
        self.application = self.apply()
        self.offer = self.make_offer()
        self.offer._send()
        self.open_link(self.application)

    def make_offer(self, **values):
        return (
            self.env["ats.offer"]
            .with_user(self.recruiter)
            .create(
                {
                    "applicant_id": self.application.id,
                    "wage": 4321,
                    "wage_period": "month",
                    "start_date": fields.Date.today() + timedelta(days=40),
                    "benefits": "Free lunch",
                    "expires_at": fields.Datetime.now() + timedelta(days=7),
                    **values,
                }
            )
        )

    def path(self, offer=None, tail=""):
        return f"/my/application/{self.application.id}/offer/{(offer or self.offer).id}{tail}"

    def page(self, offer=None):
        return self.url_open(self.path(offer), allow_redirects=False)

    def answer(self, offer=None, **fields_):
        offer = offer or self.offer
        response = self.post(self.path(offer), version=str(offer.version), **fields_)
        self.env.invalidate_all()
        return response

    def test_terms_and_letter_are_shown(self):
        page = self.page()
        self.assertEqual(page.status_code, 200)
        for text in ("4,321", "Free lunch", "Answer by", self.offer.letter_sha256):
            self.assertIn(text, page.text)
        letter = self.url_open(self.path(tail="/letter"))
        self.assertEqual(letter.headers["Content-Type"], "application/pdf")
        self.assertIn("inline", letter.headers["Content-Disposition"])
        self.assertTrue(letter.content.startswith(b"%PDF"))
        download = self.url_open(self.path(tail="/letter?download=1"))
        self.assertIn("attachment", download.headers["Content-Disposition"])

    def test_the_link_for_an_offer_leads_to_it(self):
        response = self.open_link(self.application, go="offer")
        self.assertTrue(response.headers["Location"].endswith(self.path()))

    def test_accepting_with_name_and_tick(self):
        response = self.answer(answer="accept", name="Ana García", read="1")
        self.assertEqual(response.status_code, 303)
        self.assertEqual(self.offer.state, "accepted")
        evidence = self.offer.sudo().answer_evidence
        self.assertEqual(evidence["name"], "Ana García")
        self.assertEqual(evidence["letter_sha256"], self.offer.letter_sha256)
        self.assertTrue(evidence["ip"])
        page = self.page().text
        self.assertIn("You accepted this offer", page)
        self.assertNotIn("Accept and sign", page)

    def test_declining_with_a_reason(self):
        self.assertEqual(self.answer(answer="decline", reason="Too far").status_code, 303)
        self.assertEqual(self.offer.state, "declined")
        self.assertEqual(self.offer.decline_reason, "Too far")
        self.assertIn("You declined this offer", self.page().text)

    def test_a_second_answer_changes_nothing(self):
        self.answer(answer="decline")
        self.assertEqual(self.answer(answer="accept", name="Ana García", read="1").status_code, 303)
        self.assertEqual(self.offer.state, "declined")

    def test_what_is_missing_is_asked_for(self):
        cases = {"name": {"read": "1"}, "read": {"name": "Ana García"}}
        for field, sent in cases.items():
            response = self.answer(answer="accept", **sent)
            self.assertEqual(response.status_code, 400)
            self.assertIn("is-invalid", response.text)
            self.assertEqual(self.offer.state, "sent", field)
        self.assertIn('value="Ana García"', response.text)

    def test_an_answer_to_another_version_is_not_taken(self):
        response = self.post(self.path(), version="7", answer="accept", name="Ana García", read="1")
        self.assertEqual(response.status_code, 400)
        self.assertEqual(self.offer.state, "sent")

    def test_a078_looking_answers_nothing(self):
        for tail in ("", "/letter", "?answer=accept&name=Ana&read=1&version=1"):
            self.url_open(self.path(tail=tail))
        self.env.invalidate_all()
        self.assertEqual(self.offer.state, "sent")

    def test_a066_answering_needs_the_token_of_the_page(self):
        response = self.url_open(self.path(), data={"answer": "accept", "name": "Ana", "read": "1", "version": "1"})
        self.assertEqual(response.status_code, 400)
        self.assertEqual(self.offer.state, "sent")

    def test_the_first_look_is_noted_once(self):
        for _look in range(2):
            self.page()
        views = self.env["ats.event"].sudo().search([("type", "=", "offer.viewed"), ("res_id", "=", self.offer.id)])
        self.assertEqual(len(views), 1)

    def test_an_offer_in_preparation_does_not_exist(self):
        draft = self.make_offer()
        self.assertEqual(self.page(draft).status_code, 404)
        self.assertEqual(self.url_open(self.path(draft, "/letter")).status_code, 404)
        self.assertEqual(self.answer(draft, answer="accept", name="Ana García", read="1").status_code, 404)

    def test_a_withdrawn_offer_shows_no_terms(self):
        self.offer._withdraw()
        page = self.page()
        self.assertEqual(page.status_code, 200)
        self.assertIn("was withdrawn", page.text)
        for text in ("4,321", "Free lunch"):
            self.assertNotIn(text, page.text)
        self.assertEqual(self.url_open(self.path(tail="/letter")).status_code, 404)

    def test_a_late_offer_is_over_before_the_cron_says_so(self):
        offer = self.make_offer(expires_at=fields.Datetime.now() + timedelta(hours=1))
        offer._send()
        with freeze_time(fields.Datetime.now() + timedelta(hours=2)):
            page = self.page(offer)
            self.assertIn("time to answer this offer is over", page.text)
            self.assertNotIn("4,321", page.text)
            response = self.answer(offer, answer="accept", name="Ana García", read="1")
            self.assertEqual(response.status_code, 400)
        self.assertEqual(offer.state, "sent")

    def test_a_replaced_offer_leads_to_the_new_one(self):
        newer = self.offer._new_version()
        newer._send()
        page = self.page().text
        self.assertIn("replaced by a newer version", page)
        self.assertIn(self.path(newer), page)
        self.assertNotIn("4,321", page)
