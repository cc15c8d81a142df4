from psycopg2.errors import ExclusionViolation

from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.ats_interview.models.ats_booking import SlotTaken

from .common import HOUR, START, InterviewCase


@tagged("post_install", "-at_install")
class TestBooking(InterviewCase):
    def book(self, *resources, start=START, stop=None):
        return self.env["ats.booking"]._book(resources, start, stop or start + HOUR)

    def test_the_database_itself_refuses_an_overlap(self):
        self.book(("user", 7))
        vals = {"resource_kind": "user", "resource_id": 7, "start": START + HOUR / 2, "stop": START + 2 * HOUR}
        with self.assertRaises(ExclusionViolation), mute_logger("odoo.sql_db"), self.env.cr.savepoint():
            self.env["ats.booking"].create(vals)
        self.env["ats.booking"].create({**vals, "state": "released"})
        self.env["ats.booking"].create({**vals, "resource_id": 8})
        self.env["ats.booking"].create({**vals, "resource_kind": "room"})

    def test_times_that_touch_do_not_overlap(self):
        self.book(("user", 7))
        self.assertTrue(self.book(("user", 7), start=START + HOUR))

    def test_all_resources_or_none(self):
        self.book(("user", 7))
        with self.assertRaises(SlotTaken):
            self.book(("user", 6), ("user", 7), ("user", 8))
        self.assertFalse(self.env["ats.booking"].search([("resource_id", "in", (6, 8))]))

    def test_a_lost_race_becomes_a_sentence(self):
        """The constraint speaks when the look beforehand saw nothing, as in a race."""
        self.book(("user", 7))
        booking_class = self.env.registry["ats.booking"]
        self.patch(booking_class, "_overlapping", lambda self, *args: self.browse())
        with self.assertRaisesRegex(SlotTaken, "just booked"), mute_logger("odoo.sql_db"):
            self.book(("user", 7))
        self.assertEqual(self.env["ats.booking"].search_count([("resource_id", "=", 7)]), 1)

    def test_an_expired_hold_gives_way(self):
        hold = self.book(("user", 7))
        hold.write({"state": "held", "expires_at": self.at("2020-01-01 00:00:00")})
        self.assertTrue(self.book(("user", 7)))
        self.assertFalse(hold.exists())

    def test_a_valid_hold_keeps_the_time(self):
        hold = self.book(("user", 7))
        hold.write({"state": "held", "expires_at": self.at("2100-01-01 00:00:00")})
        with self.assertRaises(SlotTaken):
            self.book(("user", 7))

    def test_moving_within_the_own_time(self):
        bookings = self.book(("user", 7), ("user", 8))
        bookings._move(START + HOUR / 2, START + 2 * HOUR)
        self.assertEqual(set(bookings.mapped("start")), {START + HOUR / 2})

    def test_a_refused_move_keeps_the_old_time(self):
        bookings = self.book(("user", 7), ("user", 8))
        self.book(("user", 8), start=START + 3 * HOUR)
        with self.assertRaises(SlotTaken):
            bookings._move(START + 3 * HOUR, START + 4 * HOUR)
        self.assertEqual(set(bookings.mapped("start")), {START})

    def test_released_time_is_free(self):
        self.book(("user", 7))._release()
        self.assertTrue(self.book(("user", 7)))
