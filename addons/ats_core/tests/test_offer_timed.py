from datetime import datetime, timedelta
from unittest.mock import patch

from odoo import fields
from odoo.tests import freeze_time, tagged

from odoo.addons.base.models.ir_cron import IrCron

from .offer_common import OfferCase

NOON = datetime(2026, 11, 23, 12, 0)


@tagged("post_install", "-at_install")
class TestOfferTime(OfferCase):
    def setUp(self):
        super().setUp()
        # Committing would end the transaction of the test; what the crons do stays real.
        self.progress = []

        def commit_progress(cron, processed=0, *, remaining=None, deactivate=False):
            self.progress.append((processed, remaining))
            return self.seconds_left

        self.seconds_left = float("inf")
        self.startPatcher(patch.object(IrCron, "_commit_progress", commit_progress))

    def waiting(self, email, days, applicant=None):
        with freeze_time(NOON):
            return self.sent_offer(
                applicant or self.apply(name=email, email=f"{email}@example.org"),
                expires_at=NOON + timedelta(days=days),
            )

    def run_cron(self, name, moment):
        with freeze_time(moment):
            self.env.ref(f"ats_core.ir_cron_offer_{name}").ir_actions_server_id.run()

    def test_what_is_over_expires_and_nothing_else(self):
        over, later = self.waiting("over", 3), self.waiting("later", 5)
        self.run_cron("expire", NOON + timedelta(days=3) - timedelta(seconds=1))
        self.assertEqual(over.state, "sent")
        self.run_cron("expire", NOON + timedelta(days=3))
        self.assertEqual((over.state, later.state), ("expired", "sent"))
        self.assertEqual(self.events(over.applicant_id)[-1], "offer.expired")
        self.assertIn(self.recruiter, over.applicant_id.activity_ids.user_id)

    def test_an_accepted_offer_does_not_expire(self):
        offer = self.waiting("yes", 3)
        with freeze_time(NOON + timedelta(days=1)):
            offer._answer(True, evidence={"name": "Yes"})
        self.run_cron("expire", NOON + timedelta(days=9))
        self.assertEqual(offer.state, "accepted")
        with freeze_time(NOON + timedelta(days=9)):
            offer._expire()
        self.assertEqual(offer.state, "accepted")

    def test_nobody_expires_an_offer_early(self):
        offer = self.waiting("early", 3)
        with freeze_time(NOON + timedelta(days=1)):
            offer._expire()
        self.assertEqual(offer.state, "sent")

    def test_the_reminder_comes_once_two_days_before(self):
        offer = self.waiting("soon", 5)
        count = len(self.sent_mails(offer.applicant_id))
        self.run_cron("remind", NOON + timedelta(days=2, hours=23))
        self.assertEqual(len(self.sent_mails(offer.applicant_id)), count)
        self.run_cron("remind", NOON + timedelta(days=3))
        self.run_cron("remind", NOON + timedelta(days=3, hours=1))
        mails = self.sent_mails(offer.applicant_id)[count:]
        self.assertEqual(len(mails), 1)
        self.assertIn("ends soon", mails.subject)
        self.assertEqual(offer.reminded_at, NOON + timedelta(days=3))

    def test_no_reminder_on_the_day_it_was_sent(self):
        offer = self.waiting("short", 1.5)
        count = len(self.sent_mails(offer.applicant_id))
        self.run_cron("remind", NOON + timedelta(hours=2))
        self.assertEqual(len(self.sent_mails(offer.applicant_id)), count)

    def test_an_interrupted_run_goes_on_where_it_stopped(self):
        offers = [self.waiting(f"person{number}", 3) for number in range(3)]
        self.seconds_left = 0
        self.run_cron("expire", NOON + timedelta(days=4))
        self.assertEqual(sorted(offer.state for offer in offers), ["expired", "sent", "sent"])
        self.assertIn((0, 3), self.progress)
        self.seconds_left = float("inf")
        self.run_cron("expire", NOON + timedelta(days=4))
        self.assertEqual({offer.state for offer in offers}, {"expired"})

    def test_both_crons_are_there_and_hourly(self):
        for name in ("expire", "remind"):
            cron = self.env.ref(f"ats_core.ir_cron_offer_{name}")
            self.assertEqual((cron.interval_number, cron.interval_type), (1, "hours"))
            self.assertLessEqual(cron.nextcall, fields.Datetime.now() + timedelta(hours=2))
