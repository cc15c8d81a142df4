"""Who gets the credit for an application."""

from datetime import datetime, timedelta
from itertools import permutations

import pytest

from ats_referral import Applicant, Touch, credited, judge, months_before

NOW = datetime(2026, 3, 31, 12)
DAY = timedelta(days=1)


def outcomes(*touches, months=6, known_since=None):
    return {touch.key: outcome for touch, outcome in judge(touches, Applicant(NOW, known_since), months)}


def test_the_first_valid_touch_whatever_the_order():
    touches = [Touch("second", NOW - DAY), Touch("first", NOW - 3 * DAY), Touch("own", NOW - 9 * DAY, is_self=True)]
    for order in permutations(touches):
        verdicts = judge(order, Applicant(NOW), 6)
        assert credited(verdicts).key == "first"
        assert dict((touch.key, outcome) for touch, outcome in verdicts) == {
            "own": "self",
            "first": "credited",
            "second": "second",
        }


@pytest.mark.parametrize(
    ("touch", "outcome"),
    [
        (Touch("t", NOW), "credited"),
        (Touch("t", NOW + DAY), "later"),
        (Touch("t", NOW, is_live=False), "revoked"),
        (Touch("t", NOW, is_self=True), "self"),
        (Touch("t", months_before(NOW, 6)), "credited"),
        (Touch("t", months_before(NOW, 6) - timedelta(seconds=1)), "expired"),
    ],
)
def test_what_makes_a_touch_invalid(touch, outcome):
    assert outcomes(touch) == {"t": outcome}


def test_who_had_an_open_application_was_known_from_then_on():
    before, after = Touch("before", NOW - 9 * DAY), Touch("after", NOW - DAY)
    known_since = NOW - 5 * DAY
    assert outcomes(after, known_since=known_since) == {"after": "known"}
    assert outcomes(before, after, known_since=known_since) == {"before": "credited", "after": "known"}


def test_an_expired_touch_makes_room_for_the_next():
    assert outcomes(Touch("old", NOW - 400 * DAY), Touch("new", NOW - DAY)) == {"old": "expired", "new": "credited"}


def test_no_touch_no_credit():
    assert credited(judge([], Applicant(NOW), 6)) is None


def test_calendar_months():
    assert months_before(datetime(2026, 3, 31), 1) == datetime(2026, 2, 28)
    assert months_before(datetime(2026, 1, 15), 1) == datetime(2025, 12, 15)
    assert months_before(datetime(2026, 1, 15), 12) == datetime(2025, 1, 15)
