"""Approvals by dice against the clerk with paper: groups, k of n, orders, stand-ins, edits, rejections."""

import os
from collections import Counter

from odoo.tests import tagged

from odoo.addons.ats_core.tests.approval_play import ApprovalPlay
from odoo.addons.ats_core.tests.common import AtsCase

FLOWS = int(os.environ.get("ATS_DEEP_APPROVALS", "400"))
SEED = int(os.environ.get("ATS_DEEP_SEED", "20261122"))


@tagged("post_install", "-at_install")
class TestApprovalProperty(ApprovalPlay, AtsCase):
    def test_random_flows_go_as_on_paper(self):
        outcomes = Counter()
        for number in range(FLOWS):
            with self.subTest(seed=SEED + number):
                outcomes[self.play(SEED + number)] += 1
        self.assertLessEqual({"approved", "rejected", "impossible"}, set(outcomes), outcomes)
        print(f"{FLOWS} approval flows from seed {SEED}: {dict(outcomes)}")  # noqa: T201
