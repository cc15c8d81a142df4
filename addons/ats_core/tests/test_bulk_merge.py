"""Many pairs of possible duplicates merged at once."""

from datetime import datetime, timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.tests import tagged

from .test_bulk import BulkCase


@tagged("post_install", "-at_install")
class TestBulkMerge(BulkCase):
    def pairs(self, count):
        """So many pairs of people with the same phone, both with an application."""
        cards = self.people(2 * count)
        for number, card in enumerate(cards):
            card.ats_candidate_id.sudo().phone = f"+32 470 12 {number // 2:02d} 34"
        self.env["ats.duplicate"]._find("phone")
        people = cards.ats_candidate_id
        return self.env["ats.duplicate"].with_user(self.recruiter).search([("one_id", "in", people.ids)], order="id")

    def test_many_pairs_with_preview_and_a_way_back(self):
        pairs = self.pairs(30)
        self.assertEqual(len(pairs), 30)
        pairs[0].action_dismiss()
        pairs[1].other_id.sudo().erased_at = fields.Datetime.now()
        action = pairs.action_merge_all()
        run = self.runs.browse(action["res_id"])
        self.assertEqual((run.state, run.todo_count, run.skipped_count), ("preview", 28, 2))
        self.assertIn("erased", run.reasons)
        self.assertIn("Becomes part of", run.noted_ids[0].reason)
        run.action_start()
        self.assertEqual(run.state, "running")
        self.run_jobs()
        self.assertEqual((run.state, run.done_count), ("done", 28))
        self.assertEqual(set(pairs[2:].mapped("state")), {"merged"})
        self.assertTrue(all(len(pair.one_id._survivor().application_ids) == 2 for pair in pairs[2:]))
        with freeze_time(datetime.now() + timedelta(days=20)):
            self.env.invalidate_all()
            self.assertTrue(run.can_undo, "like each merge, for 30 days")
            run.action_undo()
            self.run_jobs()
        self.assertEqual((run.state, set(pairs[2:].mapped("state"))), ("undone", {"open"}))
        self.assertFalse(pairs.one_id.merged_into_id | pairs.other_id.merged_into_id)

    def test_the_preview_costs_the_same_for_many(self):
        pairs = self.pairs(25)
        costs = {}
        for count in (3, 3, 25):
            run = self.runs._prepare(pairs[:count], "merge")
            costs[count] = self.statements(run._preview)
        self.assertLessEqual(costs[25], costs[3] + 4, costs)

    def test_three_of_one_become_one(self):
        cards = self.people(3)
        cards.ats_candidate_id.sudo().write({"phone": "+32 470 99 00 11"})
        self.env["ats.duplicate"]._find("phone")
        people = cards.ats_candidate_id
        pairs = self.env["ats.duplicate"].with_user(self.recruiter).search([("one_id", "in", people.ids)], order="id")
        self.assertEqual(len(pairs), 3)
        run = self.done(pairs, "merge")
        self.assertEqual(len({person._survivor() for person in people}), 1)
        self.assertFalse(self.why(run, "failed"))
        run.action_undo()
        self.assertFalse(self.why(run, "failed"))
        self.assertEqual(len({person._survivor() for person in people}), 3)
        self.assertEqual(set(pairs.mapped("state")), {"open"})

    def test_what_the_user_may_not_see_is_left_out(self):
        pairs = self.pairs(2)
        secret = self.make_job("Chief", ats_restricted=True, user_id=self.admin_rec.id)
        self.env["hr.applicant"].create(
            {"partner_name": "X", "job_id": secret.id, "ats_candidate_id": pairs[0].one_id.id}
        )
        run = self.done(pairs, "merge")
        self.assertIn("may not see", " ".join(self.why(run).values()))
        self.assertEqual(pairs.mapped("state"), ["open", "merged"])
