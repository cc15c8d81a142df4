"""Dates and ranges in eight languages."""

import pytest

from ats_resume.dates import find_range, find_single, total_months

RANGES = [
    ("March 2021 - Present", "2021-03", "present"),
    ("Sep, 2023 – Oct, 2024", "2023-09", "2024-10"),
    ("09/2010 - 06/2015", "2010-09", "2015-06"),
    ("01.02.2019 – 03.04.2020", "2019-02", "2020-04"),
    ("2019-05-01 — 2020-01-31", "2019-05", "2020-01"),
    ("2019-05-01 —", "2019-05", "present"),
    ("1996 – 2001", "1996", "2001"),
    ("Jan – Mar 2020", "2020-01", "2020-03"),
    ("Sept '19 - Oct '20", "2019-09", "2020-10"),
    ("since 2020", "2020", "present"),
    ("déc. 2010 – juil. 2013", "2010-12", "2013-07"),
    ("mars 2020 à aujourd’hui", "2020-03", "present"),
    ("seit März 2018", "2018-03", "present"),
    ("März 2019 bis Juni 2020", "2019-03", "2020-06"),
    ("enero de 2019 a la actualidad", "2019-01", "present"),
    ("mei 2019 t/m juni 2020", "2019-05", "2020-06"),
    ("set. de 2020 - atualmente", "2020-09", "present"),
    ("gennaio 2020 – in corso", "2020-01", "present"),
    ("styczeń 2019 – obecnie", "2019-01", "present"),
    ("od 2019 do dziś", "2019", "present"),
    ("University of Lagos, 2015 – 2020", "2015", "2020"),  # "agos" is no month inside of a word
    ("Máquinas industrialesagosto 2021 – mayo 2023", "2021-08", "2023-05"),  # glued by a converter
]


@pytest.mark.parametrize("text, start, end", RANGES)
def test_range(text, start, end):
    found = find_range(f"Clerk, {text}")
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "text, start, end",
    [
        ("2004 2006", "2004", "2006"),
        ("March 2024 Present", "2024-03", "present"),
        ("März 2024heute", "2024-03", "present"),  # glued by a converter
    ],
)
def test_two_dates_alone_in_a_line(text, start, end):
    found = find_range(text)
    assert (found.start, found.end) == (start, end)
    assert find_range(f"Clerk, {text}") is None


@pytest.mark.parametrize("text", ["no date", "12 - 15 people", "Room 2019", "555-2010-20", "2020 - 2018"])
def test_no_range(text):
    assert find_range(text) is None


def test_single_date():
    assert find_single("Graduated June 2014").end == "2014-06"
    assert find_single("1 234 567") is None


def test_overlapping_jobs_count_once():
    periods = [("2020-01", "2020-12"), ("2020-07", "2021-06"), ("2026-01", "present"), ("2019", "")]
    assert total_months(periods, today="2026-11") == 18 + 11
