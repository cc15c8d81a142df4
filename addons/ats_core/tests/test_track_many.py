"""The chatter of many applications that change at once."""

from odoo.tests import tagged

from .common import AtsCase

STAGE_CHANGED = "hr_recruitment.mt_applicant_stage_changed"


@tagged("post_install", "-at_install")
class TestTrackMany(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.follower = cls.env["res.users"].create(
            {"name": "Fay Follower", "login": "fay", "email": "fay@example.org", "notification_type": "inbox"}
        )

    def cards(self, count):
        return (
            self.env["hr.applicant"]
            .create(
                [
                    {"partner_name": f"Person {number}", "job_id": self.job.id, "stage_id": self.stage_new.id}
                    for number in range(count)
                ]
            )
            .with_user(self.recruiter)
        )

    def told(self, moved, action):
        """Do it and return the messages that it left, the newest of each application."""
        self.env.cr.flush()
        action()
        self.env.cr.flush()
        return {card: card.message_ids.sorted("id")[-1:] for card in moved}

    def values(self, message):
        return [
            (value.field_id.name, value.old_value_char, value.new_value_char)
            for value in message.sudo().tracking_value_ids
        ]

    def test_each_says_what_it_was(self):
        cards = self.cards(3)
        cards[2].stage_id = self.stage_screen
        messages = self.told(cards, lambda: cards._ats_move(self.stage_interview))
        self.assertEqual(len(set(messages.values())), 3)
        for card, old in zip(cards, (self.stage_new, self.stage_new, self.stage_screen), strict=True):
            self.assertEqual(self.values(messages[card]), [("stage_id", old.name, self.stage_interview.name)])
            self.assertEqual(messages[card].author_id, self.recruiter.partner_id)
            self.assertTrue(messages[card].is_internal)

    def test_what_was_not_changed_says_nothing(self):
        cards = self.cards(3)
        cards[0].user_id = self.admin_rec
        before = cards[0].message_ids
        self.told(cards, lambda: cards.write({"user_id": self.admin_rec.id}))
        self.assertEqual(cards[0].message_ids, before)
        self.assertEqual(self.values(cards[1].message_ids.sorted("id")[-1])[0][0], "user_id")

    def test_a_text_that_was_set_is_said(self):
        cards = self.cards(2)

        def move():
            cards[0]._track_set_log_message("Because of the open day")
            cards._ats_move(self.stage_screen)

        messages = self.told(cards, move)
        self.assertIn("open day", messages[cards[0]].body)
        self.assertNotIn("open day", messages[cards[1]].body)

    def test_who_follows_moves_is_told(self):
        cards = self.cards(3)
        subtype = self.env.ref(STAGE_CHANGED)
        cards[0].message_subscribe(self.follower.partner_id.ids, subtype.ids)
        cards[1].message_subscribe(self.follower.partner_id.ids, self.env.ref("mail.mt_comment").ids)
        messages = self.told(cards, lambda: cards._ats_move(self.stage_screen))
        self.assertEqual(messages[cards[0]].subtype_id, subtype)
        self.assertEqual(messages[cards[0]].sudo().notified_partner_ids, self.follower.partner_id)
        self.assertFalse((messages[cards[1]] | messages[cards[2]]).sudo().notified_partner_ids)
        for card in cards:
            self.assertEqual(self.values(messages[card]), [("stage_id", self.stage_new.name, self.stage_screen.name)])

    def test_many_cost_hardly_more(self):
        costs = {}
        for count in (10, 10, 100):
            cards = self.cards(count)
            vals = {"priority": "2", "stage_id": self.stage_screen.id}
            costs[count] = self.statements(lambda cards=cards, vals=vals: cards.write(vals))
        self.assertLessEqual(costs[100], costs[10] + 9, costs)
