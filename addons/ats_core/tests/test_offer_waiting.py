from odoo.tests import tagged

from .offer_common import EVIDENCE, OfferCase


@tagged("post_install", "-at_install")
class TestOfferWaiting(OfferCase):
    def test_the_clock_stands_until_the_candidate_answers(self):
        self.stage_offer.ats_sla_days = 3
        applicant = self.apply(tz="Europe/Brussels")
        applicant._ats_move(self.stage_offer)
        self.assertEqual(applicant.ats_sla_state, "green")
        offer = self.make_offer(applicant)
        offer._send()
        self.assertEqual((applicant.ats_sla_state, applicant.ats_pause_ids.reason), ("paused", "Answer the offer"))
        offer.sudo()._answer(False, evidence=EVIDENCE)
        self.assertEqual(applicant.ats_sla_state, "green")
        self.assertFalse(applicant.ats_waiting_since)
