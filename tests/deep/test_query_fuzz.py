"""The query language against texts that nobody would type: 100 000 of them."""

import os
import random
import sys
from pathlib import Path

from odoo.tests import BaseCase, tagged

ROOT = Path(__file__).resolve().parents[2]
COUNT = int(os.environ.get("ATS_DEEP_QUERIES", "100000"))
SEED = int(os.environ.get("ATS_DEEP_SEED", "20261122"))


@tagged("post_install", "-at_install")
class TestQueryFuzz(BaseCase):
    def test_no_text_is_a_server_error(self):
        sys.path[:0] = [str(ROOT / "addons/ats_core/lib"), str(ROOT / "tests/unit/ats_query")]
        from test_query import assert_never_fails  # noqa: PLC0415 - the path is made above

        assert_never_fails(random.Random(SEED), COUNT)
        print(f"queries={COUNT} seed={SEED}")
