"""Working time against an oracle that looks at the clock step by step, on 10 000 random cases."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "tests" / "unit" / "ats_worktime")]

CASES = int(os.environ.get("ATS_DEEP_CASES", "10000"))
SEED = int(os.environ.get("ATS_DEEP_SEED", "20261122"))


def test_working_time_equals_the_oracle():
    from worktime_oracle import compare

    from odoo.addons.ats_core.lib.ats_worktime import WorkCalendar, moment_after, working_time

    compare(WorkCalendar, working_time, moment_after, cases=CASES, seed=SEED)
    print(f"working time: {CASES} cases, seed {SEED}, none differs")
