"""Merging under real concurrency, and any order of merges of many people."""

import os
import random

from odoo.tests import tagged

from odoo.addons.ats_core.tests.test_merge import MergeCase

from tests.deep.races import SEED, RaceCase

PAIRS = int(os.environ.get("ATS_DEEP_PAIRS", "25"))
ORDERS = int(os.environ.get("ATS_DEEP_ORDERS", "200"))
AT_ONCE = 4


@tagged("post_install", "-at_install")
class TestMergeRaces(RaceCase):
    def make_pair(self, number):
        with self.committed() as env:
            people = env["ats.candidate"].create(
                [{"name": f"Racer {number}", "email": self.address(f"{side}.{number}")} for side in ("one", "two")]
            )
            return people.ids

    def merge_at_once(self, one, other):
        """Half of them merge the one way, half the other."""

        def merge(winner, loser):
            return lambda env: env["ats.candidate"].browse(winner)._merge(env["ats.candidate"].browse(loser)) and True

        return self.at_once([merge(one, other) if turn % 2 else merge(other, one) for turn in range(AT_ONCE)])

    def test_the_same_pair_is_merged_once(self):
        for number in range(PAIRS):
            one, other = self.make_pair(number)
            results = self.merge_at_once(one, other)
            self.assertEqual(results.count(True), 1, results)
            with self.registry.cursor() as cr:
                cr.execute(
                    """SELECT count(*) FILTER (WHERE merged_into_id IS NULL),
                              (SELECT count(*) FROM ats_merge WHERE loser_id IN %(pair)s OR winner_id IN %(pair)s)
                         FROM ats_candidate WHERE id IN %(pair)s""",
                    {"pair": (one, other)},
                )
                self.assertEqual(cr.fetchone(), (1, 1))
        print(f"pairs={PAIRS} at_once={AT_ONCE} seed={SEED}")


@tagged("post_install", "-at_install")
class TestMergeOrders(MergeCase):
    def test_any_order_leaves_one_person(self):
        chance = random.Random(SEED)
        jobs = [self.job, self.second_job]
        people = [
            self.person(f"{name} Orders", f"{name}@orders.example", chance.choice(jobs))
            for name in ("a", "b", "c", "d", "e")
        ]
        before = self.rows()
        for turn in range(ORDERS):
            left = list(people)
            chance.shuffle(left)
            merges = []
            while len(left) > 1:
                winner, loser = chance.sample(left, 2)
                choices = chance.sample(["name", "email", "phone", "city"], chance.randrange(4))
                merges.append(winner._merge(loser, choices=choices))
                left.remove(loser)
            self.assertEqual({person._survivor() for person in people}, set(left))
            self.assertEqual(len(left[0].application_ids), len(people))
            for merge in reversed(merges):
                merge._undo()
            after = self.rows()
            for table, rows in before.items():
                self.assertEqual(after[table], rows, f"{table}, turn {turn}")
        print(f"orders={ORDERS} people={len(people)} seed={SEED}")
