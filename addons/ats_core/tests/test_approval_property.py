from odoo.tests import tagged

from .approval_play import ApprovalPlay
from .common import AtsCase

SEEDS = (1, 2, 14, 9)


@tagged("post_install", "-at_install")
class TestApprovalProperty(ApprovalPlay, AtsCase):
    """A few random flows; tests/deep plays hundreds."""

    def test_random_flows_go_as_on_paper(self):
        outcomes = [self.play(seed, moves=10) for seed in SEEDS]
        self.assertEqual(outcomes, ["rejected", "approved", "impossible", "running"])
